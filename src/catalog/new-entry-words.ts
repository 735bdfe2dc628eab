// What is to be written in the texts of a new entry, in the language of each text. An editor writes over it,
// line by line; it has no digits and no braces, so that it passes the check as it stands.

import type { Language } from '../language/index.ts';
import type { Kind, Topic } from './ids.ts';

/** What to write in one language. */
export interface Wishes {
  readonly title: string;
  readonly questions: string;
  /** An answer's text as Markdown, without the marks. */
  readonly bodies: Readonly<Record<Exclude<Kind, 'hubs'>, string>> & {
    readonly hubs: Readonly<Record<Topic, string>>;
  };
}

const KAZAKH: Wishes = {
  title: 'тақырып: жеке тұрса да түсінікті, алпыс таңбаға дейін',
  questions: 'сұрақтар: адамдар қалай сұраса, солай; он не одан көп',
  bodies: {
    facilities: `Бұл қандай нысан, қайда орналасқан: бір сөйлем.

- Қуаты қандай, қандай жүк қабылдайды.
- Жай-күйі: жоспарда ма, салынып жатыр ма, жұмыс істей ме; қай күнгі мәлімет.
- Жұмыс уақыты мен ережелері, жарияланған болса.
- Қалай пайдалануға болады, кімге хабарласу керек.
- Дереккөздер әртүрлі айтса, екеуін де келтіріңіз, алдымен жаңасын.`,
    routes: `Бағыт қайдан қайда апарады, қандай көлікпен: бір сөйлем.

- Қай өткізу пункттері мен порттар арқылы өтеді.
- Жолда қанша күн, қанша шақырым.
- Жүк көлемі: соңғы мәлімет пен оның күні.
- Кім тасиды, тасымалға қалай тапсырыс беріледі.
- Жүк қай жерде кідіріп қалады.`,
    formats: `Бұл кімге арналған: бір сөйлем.

- Не аласыз.
- Қандай шарттар бар.

1. Бірінші қадам: қайда барасыз, не істейсіз.
2. Келесі қадам.

- Қандай құжаттар керек.
- Мерзімі мен құны; жарияланбаса, кімнен сұрау керек.
- Кімге өтініш беріледі, қай хабтарда бар.`,
    guides: `Бұл не, кімге керек: бір сөйлем.

1. Бірінші қадам: мекеме, құжаттар, құны, мерзімі (ең азы мен ең көбі), құқықтық акт.
2. Келесі қадам.
3. Соңғы қадам: қолыңызға не тиеді.

Құны не мерзімі ешбір дереккөзде айтылмаса, осында бір рет ескертіңіз.`,
    hubs: {
      about: `Хаб қайда, қай елмен шекаралас: бір сөйлем.

- Не үшін керек.
- Қандай нысандарды біріктіреді.`,
      facilities: `Қандай нысандар жұмыс істейді, қуаты қандай.

- Не салынып жатыр, не жоспарда; қай күнгі мәлімет.`,
      routes: `Жүк хабқа қалай жетеді: теміржол, автожол, теңіз, әуе.

- Қай өткізу пункттері арқылы өтеді.
- Қай дәліздерге шығады.`,
      regime: `Құқықтық және кедендік режимі қандай.

- Салық жеңілдіктері.
- Виза және бажсыз сауда ережелері.`,
      'take-part': `Компания қалай қатыса алады.

- Қандай форматтар бар.
- Кімге өтініш беріледі.`,
      trade: `Қандай тауарлар өтеді, қандай тауарлар сатылады.

- Көлемі: соңғы мәлімет пен оның күні.
- Көзделген көрсеткіштер.`,
      progress: `Жұмыс қазір қай кезеңде; қай күнгі мәлімет.

- Инвестиция мен жұмыс орындары.
- Қашан аяқталады.`,
      contacts: `Хабты кім басқарады.

- Жарияланған сайт, телефон, мекенжай.`,
    },
  },
};

const RUSSIAN: Wishes = {
  title: 'заголовок: понятен сам по себе, до шестидесяти знаков',
  questions: 'вопросы: так, как их задают люди; десять или больше',
  bodies: {
    facilities: `Что это за объект и где он: одно предложение.

- Какова мощность и какие грузы принимают.
- Состояние: планируется, строится или работает; на какую дату.
- Часы работы и правила, если они опубликованы.
- Как воспользоваться и к кому обратиться.
- Если источники расходятся, приведите оба, сначала новый.`,
    routes: `Откуда и куда ведёт маршрут, каким транспортом: одно предложение.

- Через какие пункты пропуска и порты он идёт.
- Сколько дней в пути и сколько километров.
- Объёмы: последние данные и их дата.
- Кто возит и как заказать перевозку.
- Где грузы задерживаются.`,
    formats: `Для кого это: одно предложение.

- Что вы получаете.
- Какие есть условия.

1. Первый шаг: куда идти и что сделать.
2. Следующий шаг.

- Какие нужны документы.
- Сроки и стоимость; если не опубликованы — у кого спросить.
- К кому обращаться и на каких хабах это есть.`,
    guides: `Что это и кому нужно: одно предложение.

1. Первый шаг: ведомство, документы, стоимость, срок (наименьший и наибольший), правовой акт.
2. Следующий шаг.
3. Последний шаг: что вы получаете на руки.

Если стоимость или срок не называет ни один источник, скажите об этом здесь один раз.`,
    hubs: {
      about: `Где хаб и с какой страной граничит: одно предложение.

- Зачем он нужен.
- Какие объекты объединяет.`,
      facilities: `Какие объекты работают и какова их мощность.

- Что строится и что планируется; на какую дату.`,
      routes: `Как груз попадает на хаб: железная дорога, автодорога, море, воздух.

- Через какие пункты пропуска проходит.
- К каким коридорам выводит.`,
      regime: `Какой здесь правовой и таможенный режим.

- Налоговые льготы.
- Правила о визах и беспошлинной торговле.`,
      'take-part': `Как может участвовать компания.

- Какие есть форматы.
- К кому обращаться.`,
      trade: `Какие товары проходят и какими торгуют.

- Объёмы: последние данные и их дата.
- Какие поставлены цели.`,
      progress: `На каком этапе работы; на какую дату.

- Инвестиции и рабочие места.
- Когда работы закончат.`,
      contacts: `Кто управляет хабом.

- Опубликованные сайт, телефон, адрес.`,
    },
  },
};

const ENGLISH: Wishes = {
  title: 'title: clear on its own, sixty characters at most',
  questions: 'questions: as people type them; ten or more',
  bodies: {
    facilities: `What it is and where: one sentence.

- Its capacity, and what it handles.
- Its state: planned, being built or working; on which date.
- Hours and rules, if they are published.
- How to use it, and whom to ask.
- Where sources conflict, both: the newest first.`,
    routes: `From where to where, and by what means: one sentence.

- The crossings and ports on the way.
- How many days and how many kilometres.
- Volumes: the latest figure and its date.
- Who carries, and how to book.
- Where goods get held up.`,
    formats: `Who it is for: one sentence.

- What you get.
- The conditions.

1. The first step: where to go and what to do.
2. The next step.

- The documents.
- Terms and costs; where they are not published, whom to ask.
- Whom to apply to, and at which hubs it is on offer.`,
    guides: `What it is and who needs it: one sentence.

1. The first step: the office, the documents, the cost, the time (least and most), the legal act.
2. The next step.
3. The last step: what you hold in the end.

Where no source gives the cost or the time, say so here, once.`,
    hubs: {
      about: `Where the hub is and which country it faces: one sentence.

- What it is for.
- Which facilities it unites.`,
      facilities: `What works there, with its capacity.

- What is being built and what is planned; on which date.`,
      routes: `How goods get to the hub: by rail, road, sea or air.

- Which crossings they pass.
- Which corridors they reach.`,
      regime: `The legal and customs regime.

- Tax preferences.
- Rules on visas and duty-free trade.`,
      'take-part': `How a company takes part.

- Which formats are on offer.
- Whom to apply to.`,
      trade: `Which goods pass and which are traded.

- Volumes: the latest figure and its date.
- The targets.`,
      progress: `At which stage it is; on which date.

- Investment and jobs.
- When it will be finished.`,
      contacts: `Who runs the hub.

- Its published site, phone and address.`,
    },
  },
};

/** What is to be written, by language. */
export const WISHES: Readonly<Record<Language, Wishes>> = { kk: KAZAKH, ru: RUSSIAN, en: ENGLISH };
