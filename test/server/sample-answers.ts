// Answers as the bot would send them, in the three languages, for the fake chat behind the preview's tests.
// Real in length, markup and buttons, so that what the tests see is what people will see.

import type { PreviewButton, PreviewCommand, PreviewVenue } from '../../src/server/index.ts';

/** What the fake says in one language. */
export interface Sample {
  readonly greeting: string;
  readonly about: string;
  readonly facilities: string;
  readonly refusal: string;
  readonly hubs: readonly PreviewButton[];
  /** Buttons under the answer: two topics, the pin on the map, a source. */
  readonly buttons: {
    readonly about: string;
    readonly facilities: string;
    readonly pin: string;
    readonly saved: string;
    readonly site: string;
  };
  readonly toast: string;
  readonly alert: string;
  readonly venue: PreviewVenue;
  readonly caption: string;
  readonly commands: readonly PreviewCommand[];
}

const SPOT = { latitude: 44.22, longitude: 80.38 };

const KK: Sample = {
  greeting:
    '<b>Торап: Қазақстан шекарасындағы бес хаб</b>\n\nСәлеметсіз бе! Мен Қазақстанның бес трансшекаралық хабы туралы сұрақтарға жауап беремін: онда не бар, жүк қалай өтеді, компания қалай қатыса алады.\n\nСұрағыңызды өз сөзіңізбен жазыңыз немесе хабты таңдаңыз.',
  about:
    '<b>«Қорғас» хабы: ол не және қайда орналасқан</b>\n\n«Қорғас» хабы Жетісу облысының Панфилов ауданында, Қытайдың Қорғас қаласының іргесінде орналасқан.\n\n• <b>«Қорғас» ШЫХО</b> – шекараның екі жағындағы сауда.\n• <b>«Қорғас – Шығыс қақпасы» АЭА</b> – өндіріс пен логистика алаңы.\n• <b>«Нұр жолы»</b> – автомобиль өткізу пункті.\n\n<i>Дереккөз: <a href="https://primeminister.kz/kz">primeminister.kz</a>, 2025 жылғы қараша</i>',
  facilities:
    '<b>«Қорғас» хабы: нысандар</b>\n\n• <b>Құрғақ порт:</b> вагоннан вагонға ауыстыру, контейнер алаңы, астық торабы.\n• <b>Алтынкөл станциясы:</b> теміржол өткелі.\n• <b>«Нұр жолы»:</b> автомобиль өткелі, тәулік бойы.',
  refusal:
    '<b>Бұған жауабым жоқ</b>\n\nМен Қазақстан шекарасындағы бес хаб туралы білемін. Хабтың не нысанның атын атап көріңіз немесе /help қараңыз.',
  hubs: [
    { text: 'Қорғас', data: 'about' },
    { text: 'Каспий', data: 'saved' },
    { text: '«Орталық Азия»', data: 'saved' },
    { text: '«Еуразия»', data: 'saved' },
    { text: 'Жамбыл кешені', data: 'saved' },
  ],
  buttons: {
    about: 'Шолу',
    facilities: 'Нысандар',
    pin: '📍 Картадан көру',
    saved: 'Тілді ауыстыру',
    site: 'Ресми сайт',
  },
  toast: 'Енді қазақша жауап беремін.',
  alert: 'Бұл батырма ескірген. Міне, жаңа тізім.',
  venue: { ...SPOT, title: '«Қорғас» хабы', address: 'Қазақстан, Жетісу облысы, Панфилов ауданы' },
  caption: '<b>Қорғас</b> арқылы өтетін бағыт',
  commands: [
    { command: 'start', description: 'Басынан бастау' },
    { command: 'help', description: 'Қалай қолдану керек' },
    { command: 'hubs', description: 'Бес хаб' },
  ],
};

const RU: Sample = {
  greeting:
    '<b>Торап: пять хабов на границах Казахстана</b>\n\nЗдравствуйте! Я отвечаю на вопросы о пяти трансграничных хабах Казахстана: что там есть, как проходит груз и как компании принять участие.\n\nНапишите вопрос своими словами или выберите хаб.',
  about:
    '<b>Хаб «Хоргос»: что это и где находится</b>\n\nХаб «Хоргос» находится в Панфиловском районе области Жетісу, рядом с китайским городом Хоргос.\n\n• <b>МЦПС «Хоргос»</b> — торговля по обе стороны границы.\n• <b>СЭЗ «Хоргос – Восточные ворота»</b> — производство и логистика.\n• <b>«Нур Жолы»</b> — автомобильный пункт пропуска.\n\n<i>Источник: <a href="https://primeminister.kz/ru">primeminister.kz</a>, ноябрь 2025 года</i>',
  facilities:
    '<b>Хаб «Хоргос»: что построено и что строится</b>\n\n• <b>Сухой порт:</b> перегрузка вагонов, контейнерный двор, зерновой узел.\n• <b>Станция Алтынколь:</b> железнодорожный переход.\n• <b>«Нур Жолы»:</b> автомобильный переход, круглосуточно.',
  refusal:
    '<b>На это у меня нет ответа</b>\n\nЯ знаю о пяти хабах на границах Казахстана. Назовите хаб или объект либо посмотрите /help.',
  hubs: [
    { text: 'Хоргос', data: 'about' },
    { text: 'Каспий', data: 'saved' },
    { text: '«Центральная Азия»', data: 'saved' },
    { text: '«Евразия»', data: 'saved' },
    { text: 'Жамбылский комплекс', data: 'saved' },
  ],
  buttons: {
    about: 'Обзор',
    facilities: 'Объекты',
    pin: '📍 Показать на карте',
    saved: 'Сменить язык',
    site: 'Официальный сайт',
  },
  toast: 'Теперь говорю по-русски.',
  alert: 'Эта кнопка устарела. Вот новый список.',
  venue: { ...SPOT, title: 'Хаб «Хоргос»', address: 'Казахстан, область Жетісу, Панфиловский район' },
  caption: 'Маршрут через <b>Хоргос</b>',
  commands: [
    { command: 'start', description: 'Начать сначала' },
    { command: 'help', description: 'Как пользоваться' },
    { command: 'hubs', description: 'Пять хабов' },
  ],
};

const EN: Sample = {
  greeting:
    '<b>Torap: five hubs on Kazakhstan&#39;s borders</b>\n\nHello! I answer questions about Kazakhstan&#39;s five cross-border hubs: what is there, how goods get through, and how a company takes part.\n\nType a question in your own words or pick a hub.',
  about:
    '<b>Khorgos hub: what it is and where</b>\n\nThe Khorgos hub lies in the Panfilov district of Zhetisu region, next to the Chinese city of Khorgos.\n\n• <b>ICBC Khorgos</b>: trade on both sides of the border.\n• <b>SEZ Khorgos – Eastern Gate</b>: production and logistics.\n• <b>Nur Zholy</b>: the road crossing.\n\n<i>Source: <a href="https://primeminister.kz/en">primeminister.kz</a>, November 2025</i>',
  facilities:
    '<b>Khorgos hub: facilities</b>\n\n• <b>Dry port:</b> wagons change gauge here; container yard, grain terminal.\n• <b>Altynkol station:</b> the rail crossing.\n• <b>Nur Zholy:</b> the road crossing, round the clock.',
  refusal:
    '<b>I have no answer to that</b>\n\nI know about the five hubs on Kazakhstan&#39;s borders. Try naming a hub or a facility, or see /help.',
  hubs: [
    { text: 'Khorgos', data: 'about' },
    { text: 'Caspian', data: 'saved' },
    { text: 'Central Asia', data: 'saved' },
    { text: 'Eurasia', data: 'saved' },
    { text: 'Zhambyl complex', data: 'saved' },
  ],
  buttons: {
    about: 'Overview',
    facilities: 'Facilities',
    pin: '📍 See on the map',
    saved: 'Change language',
    site: 'Official site',
  },
  toast: 'I speak English now.',
  alert: 'This button is out of date. Here is a fresh list.',
  venue: { ...SPOT, title: 'Khorgos hub', address: 'Panfilov district, Zhetisu region, Kazakhstan' },
  caption: 'The route through <b>Khorgos</b>',
  commands: [
    { command: 'start', description: 'Start again' },
    { command: 'help', description: 'How to use this bot' },
    { command: 'hubs', description: 'The five hubs' },
  ],
};

/** The samples by language. */
export const SAMPLES = { kk: KK, ru: RU, en: EN };

/** Everything that Telegram HTML has. */
export const ALL_STYLES =
  '<b>bold</b> <i>italic</i> <u>under</u> <s>gone</s> <code>a &lt; b</code>\n<pre>one\n  two</pre><blockquote>said once</blockquote>\n<tg-spoiler>hidden</tg-spoiler> <a href="https://example.kz/x?a=1&amp;b=2">link</a> <tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>\n<blockquote expandable>first\nsecond\nthird\nfourth\nfifth <a href="https://example.kz">sixth</a></blockquote>end';

/** What Telegram would refuse, and what a page must never run. */
export const HOSTILE_HTML =
  '<script>window.hacked = 1</script><img src="x" onerror="window.hacked = 2"><b onclick="window.hacked = 3">bold</b> <a href="javascript:window.hacked=4">bad link</a> <a href="data:text/html,x">data link</a> <a href="https://example.kz" onmouseover="window.hacked = 5" target="_self">good link</a><iframe srcdoc="<script>parent.hacked = 6</script>"></iframe><svg onload="window.hacked = 7"></svg><form action="https://example.kz"><input name="q"></form><style>body { display: none }</style>';

/** A picture, as SVG text. */
export const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="300" viewBox="0 0 640 300">
  <rect width="640" height="300" fill="#e8f1e4"/>
  <path d="M0 210C120 150 180 260 320 190S520 120 640 150V300H0Z" fill="#cfe3ef"/>
  <path d="M60 240 210 150 360 170 560 70" fill="none" stroke="#0b6485" stroke-width="5"/>
  <g fill="#f3b92f" stroke="#0b6485" stroke-width="4"><circle cx="60" cy="240" r="10"/><circle cx="360" cy="170" r="10"/><circle cx="560" cy="70" r="10"/></g>
  <g font-family="sans-serif" font-size="20" fill="#12262f"><text x="80" y="262">Ақтау</text><text x="330" y="210">Алматы</text><text x="500" y="45">Қорғас</text></g>
</svg>`;
