// The preview's page: puts its parts together and holds what is chosen and shown.
// The transcript comes from the server with every answer, so a reload loses nothing.

import { createActions } from './actions.js';
import { createCommandList } from './commands.js';
import { createComposer } from './composer.js';
import { createContentNews } from './content-news.js';
import { find } from './dom.js';
import { createNotices } from './notices.js';
import { checkOption, makeMenu, showLanguages, showPeople } from './panel.js';
import { createReplyKeyboard } from './reply-keyboard.js';
import { act, readChat, readCommands, readPeople, ServerGone } from './server.js';
import { loadSettings, saveSettings } from './settings.js';
import { labelPage, pageLanguageOf, STRINGS } from './strings.js';
import { createTranscript } from './transcript.js';

/** @typedef {import('./server.js').Person} Person */
/** @typedef {import('./server.js').Message} Message */
/** @typedef {import('./message.js').ShownMessage} ShownMessage */

const place = {
  composer: find('composer', HTMLFormElement),
  field: find('field', HTMLTextAreaElement),
  languages: find('languages', HTMLElement),
  people: find('people', HTMLElement),
  scroller: find('scroller', HTMLElement),
  startBar: find('start-bar', HTMLElement),
  typing: find('typing', HTMLElement),
  welcome: find('welcome', HTMLElement),
};

const settings = loadSettings();
const notices = createNotices();
const contentNews = createContentNews(find('content-link', HTMLElement));
const transcript = createTranscript(find('log', HTMLElement), place.scroller);
const commandList = createCommandList({
  field: place.field,
  button: find('slash', HTMLElement),
  list: find('commands', HTMLElement),
  onChoose: say,
});
const replyKeyboard = createReplyKeyboard({
  place: find('reply-keyboard', HTMLElement),
  field: place.field,
  onSay: say,
  onShareContact: shareContact,
});
const actions = createActions({ onAnswer, onRefusal, onGone, onChange: show });

/** @type {readonly Person[]} */
let people = [];
/** Who is writing; nobody until the server has said who there is. @type {Person | undefined} */
let person;
/** The messages of this person's chat; unknown until read. @type {readonly Message[] | undefined} */
let messages;
/** What the bot offers to answer with. @type {import('./reply-keyboard.js').ReplyKeyboard | undefined} */
let offered;

createComposer(place.composer, place.field, say);
makeMenu(find('panel', HTMLElement), find('menu', HTMLElement));
find('start', HTMLElement).addEventListener('click', () => {
  say('/start');
  place.field.focus();
});
find('restart', HTMLElement).addEventListener('click', restart);
find('retry', HTMLElement).addEventListener('click', goOn);
// The bot may have written meanwhile, in another tab or by itself.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') goOn();
});
labelPage(STRINGS[pageLanguageOf(navigator.language)]);
goOn();

/** Reads what is still unknown, and sends what still waits. */
async function goOn() {
  await reaching(async () => {
    if (people.length === 0) {
      const found = await readPeople();
      people = found.people;
      if (found.hasContent) contentNews.listen();
      showPeople(place.people, people, choosePerson);
    }
    const chosen = person ?? people.find(({ id }) => id === settings.person) ?? people[0];
    if (chosen && chosen !== person) await choosePerson(chosen);
    else if (chosen) await readMessages(chosen);
    actions.retry();
  });
}

/** @param {Person} chosen */
async function choosePerson(chosen) {
  person = chosen;
  messages = undefined;
  offered = undefined;
  transcript.clear();
  saveSettings(Object.assign(settings, { person: chosen.id }));
  showLanguages(place.languages, chosen.language, chooseLanguage);
  checkOption(place.people, String(chosen.id));
  await Promise.all([useLanguage(chosen), reaching(() => readMessages(chosen))]);
}

/** @param {string} code */
async function chooseLanguage(code) {
  if (person === undefined) return;
  settings.languages[person.id] = code;
  saveSettings(settings);
  await useLanguage(person);
}

/** @param {Person} chosen */
async function useLanguage(chosen) {
  const code = languageOf(chosen);
  checkOption(place.languages, code);
  const strings = STRINGS[pageLanguageOf(code)];
  document.documentElement.lang = pageLanguageOf(code);
  document.title = strings.name;
  labelPage(strings);
  contentNews.useLanguage(pageLanguageOf(code));
  find('subtitle', HTMLElement).textContent = strings.subtitle.replace('{person}', chosen.name);
  show();
  await reaching(async () => {
    const commands = await readCommands(chosen.id, code);
    if (chosen === person && code === languageOf(chosen)) commandList.set(commands);
  });
}

/** @param {Person} chosen */
function languageOf(chosen) {
  return settings.languages[chosen.id] ?? chosen.language;
}

/** @param {Person} chosen */
async function readMessages(chosen) {
  const answer = await readChat(chosen.id);
  // An answer to something said meanwhile is newer than this one.
  if (chosen === person && !actions.isBusy(chosen.id)) onAnswer(chosen.id, answer);
}

/** @param {string} text */
function say(text) {
  if (person === undefined) return;
  const { id } = person;
  const language = languageOf(person);
  actions.add(id, { saying: text, send: () => act(id, 'say', { language, text }) });
}

function shareContact() {
  if (person === undefined) return;
  const { id } = person;
  const language = languageOf(person);
  actions.add(id, { send: () => act(id, 'contact', { language }) });
}

/**
 * @param {ShownMessage} message
 * @param {string} text
 */
function edit(message, text) {
  if (person === undefined) return;
  const { id } = person;
  const language = languageOf(person);
  messages = messages?.map((other) => (other.id === message.id ? { ...other, text, edited: true } : other));
  actions.add(id, { send: () => act(id, 'edit', { language, messageId: message.id, text }) });
}

/**
 * @param {ShownMessage} message
 * @param {string} data
 */
function press(message, data) {
  if (person === undefined) return;
  const { id } = person;
  const language = languageOf(person);
  transcript.markButton(message.id, data, 'pressed');
  actions.add(id, {
    send: async () => {
      const answer = await act(id, 'press', { language, messageId: message.id, data });
      transcript.markButton(message.id, data, 'free');
      return answer;
    },
  });
}

function restart() {
  if (person === undefined) return;
  const { id } = person;
  actions.add(id, { send: () => act(id, 'restart', {}) });
}

/**
 * @param {number} id of the person
 * @param {import('./server.js').ChatAnswer} answer
 */
function onAnswer(id, answer) {
  notices.serverGone(false);
  if (id !== person?.id) return;
  messages = answer.messages;
  offered = answer.replyKeyboard;
  const { toast } = answer;
  // After the messages are shown, so that a closed dialog gives the focus back to the pressed button.
  if (toast?.text) setTimeout(() => (toast.alert ? notices.alert(toast.text) : notices.toast(toast.text)));
}

/** @param {number} id of the person */
function onRefusal(id) {
  notices.toast(stringsNow().failed);
  const chosen = person;
  if (chosen?.id === id) setTimeout(() => reaching(() => readMessages(chosen)));
}

function onGone() {
  notices.serverGone(true);
}

/**
 * Does something that needs the server, and says so when it is gone.
 * @param {() => Promise<void>} task
 */
async function reaching(task) {
  try {
    await task();
    show();
  } catch (error) {
    if (error instanceof ServerGone) notices.serverGone(true);
    else notices.toast(stringsNow().failed);
  }
}

function stringsNow() {
  return STRINGS[pageLanguageOf(person ? languageOf(person) : navigator.language)];
}

/** Shows the chat as it stands: what the server has, then what it has not confirmed yet. */
function show() {
  if (person === undefined || messages === undefined) return;
  const isBusy = actions.isBusy(person.id);
  const unsent = actions.saying(person.id).map((text, index) => unsentMessage(text, index));
  const isEmpty = messages.length + unsent.length === 0;
  place.welcome.hidden = !isEmpty;
  place.startBar.hidden = !isEmpty;
  place.composer.hidden = isEmpty;
  place.typing.hidden = !isBusy;
  const language = pageLanguageOf(languageOf(person));
  const context = { strings: STRINGS[language], language, onPress: press, onEdit: edit, onCommand: say };
  replyKeyboard.show(isEmpty ? undefined : offered, context);
  transcript.show([...messages, ...unsent], context);
  if (unsent.length > 0) place.scroller.scrollTop = place.scroller.scrollHeight;
}

/**
 * @param {string} text
 * @param {number} index
 * @returns {ShownMessage}
 */
function unsentMessage(text, index) {
  const date = Math.floor(Date.now() / 1000);
  return { id: -1 - index, from: 'person', date, edited: false, text, unsent: true };
}
