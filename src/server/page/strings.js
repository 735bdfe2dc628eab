// What the preview's page says around the chat, in the three languages of the bot.
// A fourth language is one more column here.

/** @typedef {'kk' | 'ru' | 'en'} PageLanguage */
/** @typedef {typeof EN} Strings */

const EN = {
  name: 'Torap',
  subtitle: 'Bot in your browser · you are {person}',
  skip: 'Skip to the message field',
  menu: 'Menu',
  panel: 'Person and language',
  aboutTitle: 'What is this?',
  about:
    'The very bot that answers in Telegram, shown in your browser. You need no Telegram account, and nothing you type goes there.',
  people: 'Who is writing',
  languages: 'Their language in Telegram',
  restart: 'Start over',
  restartHint: 'Forgets this chat, as if it were deleted in Telegram.',
  welcomeTitle: 'Five hubs on Kazakhstan’s borders',
  welcome:
    'What is there, how goods get through, how your company can take part. Ask in Kazakh, Russian or English.',
  start: 'Start',
  messages: 'Chat with Torap',
  field: 'Ask a question',
  send: 'Send',
  commands: 'Commands',
  typing: 'Torap is typing',
  you: 'You',
  today: 'Today',
  yesterday: 'Yesterday',
  edited: 'edited',
  edit: 'Edit message',
  editField: 'New text of the message',
  save: 'Save',
  cancel: 'Cancel',
  picture: 'Picture',
  openMap: 'Open in OpenStreetMap',
  download: 'Download',
  contact: 'Contact',
  replyKeyboard: 'Suggested answers',
  sharesContact: 'shares the phone number',
  spoiler: 'Show hidden text',
  more: 'Show all',
  less: 'Show less',
  close: 'OK',
  gone: 'The bot’s server does not answer. Is it still running?',
  retry: 'Try again',
  failed: 'That did not work. Please try again.',
};

/** @type {Strings} */
const RU = {
  name: 'Торап',
  subtitle: 'Бот в браузере · вы {person}',
  skip: 'К полю сообщения',
  menu: 'Меню',
  panel: 'Собеседник и язык',
  aboutTitle: 'Что это?',
  about:
    'Тот же бот, что отвечает в Telegram, только в браузере. Аккаунт Telegram не нужен, и ничего из написанного туда не уходит.',
  people: 'Кто пишет',
  languages: 'Язык в Telegram',
  restart: 'Начать заново',
  restartHint: 'Бот забудет этот чат, как если удалить его в Telegram.',
  welcomeTitle: 'Пять хабов на границах Казахстана',
  welcome:
    'Что там есть, как проходит груз, как участвовать вашей компании. Спрашивайте по-казахски, по-русски или по-английски.',
  start: 'Начать',
  messages: 'Чат с ботом Торап',
  field: 'Задайте вопрос',
  send: 'Отправить',
  commands: 'Команды',
  typing: 'Торап печатает',
  you: 'Вы',
  today: 'Сегодня',
  yesterday: 'Вчера',
  edited: 'изменено',
  edit: 'Изменить сообщение',
  editField: 'Новый текст сообщения',
  save: 'Сохранить',
  cancel: 'Отмена',
  picture: 'Изображение',
  openMap: 'Открыть в OpenStreetMap',
  download: 'Скачать',
  contact: 'Контакт',
  replyKeyboard: 'Варианты ответа',
  sharesContact: 'отправит номер телефона',
  spoiler: 'Показать скрытый текст',
  more: 'Показать полностью',
  less: 'Свернуть',
  close: 'Понятно',
  gone: 'Сервер бота не отвечает. Он ещё запущен?',
  retry: 'Повторить',
  failed: 'Не получилось. Попробуйте ещё раз.',
};

/** @type {Strings} */
const KK = {
  name: 'Торап',
  subtitle: 'Браузердегі бот · сіз – {person}',
  skip: 'Хабарлама өрісіне өту',
  menu: 'Мәзір',
  panel: 'Адам мен тіл',
  aboutTitle: 'Бұл не?',
  about:
    'Telegram-да жауап беретін боттың дәл өзі, тек браузерде. Telegram аккаунты қажет емес, жазғаныңыз ол жаққа жіберілмейді.',
  people: 'Кім жазып отыр',
  languages: 'Telegram-дағы тілі',
  restart: 'Басынан бастау',
  restartHint: 'Telegram-да чатты өшіргендегідей, бот бұл чатты ұмытады.',
  welcomeTitle: 'Қазақстан шекарасындағы бес хаб',
  welcome:
    'Онда не бар, жүк қалай өтеді, компанияңыз қалай қатыса алады. Қазақша, орысша не ағылшынша сұраңыз.',
  start: 'Бастау',
  messages: 'Торап ботымен чат',
  field: 'Сұрағыңызды жазыңыз',
  send: 'Жіберу',
  commands: 'Пәрмендер',
  typing: 'Торап жазып жатыр',
  you: 'Сіз',
  today: 'Бүгін',
  yesterday: 'Кеше',
  edited: 'өзгертілді',
  edit: 'Хабарламаны өзгерту',
  editField: 'Хабарламаның жаңа мәтіні',
  save: 'Сақтау',
  cancel: 'Болдырмау',
  picture: 'Сурет',
  openMap: 'OpenStreetMap-тан ашу',
  download: 'Жүктеп алу',
  contact: 'Контакт',
  replyKeyboard: 'Жауап нұсқалары',
  sharesContact: 'телефон нөмірін жібереді',
  spoiler: 'Жасырын мәтінді көрсету',
  more: 'Толық көрсету',
  less: 'Жию',
  close: 'Түсінікті',
  gone: 'Бот сервері жауап бермей тұр. Ол әлі қосулы ма?',
  retry: 'Қайталау',
  failed: 'Болмады. Қайталап көріңізші.',
};

/** @type {Readonly<Record<PageLanguage, Strings>>} */
export const STRINGS = { kk: KK, ru: RU, en: EN };

/** The languages that are offered for every person, each by its own name. */
export const LANGUAGE_NAMES = Object.freeze({ kk: 'Қазақша', ru: 'Русский', en: 'English' });

/**
 * The page's language for a Telegram `language_code`, as the bot chooses it: English for others.
 * @param {string} code
 * @returns {PageLanguage}
 */
export function pageLanguageOf(code) {
  const [language] = code.toLowerCase().split('-');
  return language === 'kk' || language === 'ru' ? language : 'en';
}

/**
 * Writes the strings into all elements that ask for them by `data-text`, `data-label` or `data-placeholder`.
 * @param {Readonly<Record<string, unknown>>} strings
 */
export function labelPage(strings) {
  /** @param {string | undefined} key */
  const find = (key) => String((key && strings[key]) ?? '');
  for (const element of document.querySelectorAll('[data-text], [data-label], [data-placeholder]')) {
    if (!(element instanceof HTMLElement)) continue;
    const { text, label, placeholder } = element.dataset;
    if (text) element.textContent = find(text);
    if (label) element.setAttribute('aria-label', find(label));
    if (placeholder) element.setAttribute('placeholder', find(placeholder));
  }
}
