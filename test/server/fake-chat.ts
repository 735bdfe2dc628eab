// A chat that answers like the bot, with fixed samples and no bot behind it.
// What a test needs beside that (a slow answer, a failing one) is asked for by saying it.

import type {
  PreviewChat,
  PreviewMessage,
  PreviewReplyKeyboard,
  PreviewToast,
} from '../../src/server/index.ts';
import { ALL_STYLES, HOSTILE_HTML, PICTURE, SAMPLES, type Sample } from './sample-answers.ts';

type Draft = Omit<PreviewMessage, 'id' | 'date' | 'from' | 'edited'>;

/** The fake, and what it was asked. */
export interface FakeChat extends PreviewChat {
  /** Each update as `person language what`, in order. */
  readonly asked: readonly string[];
  /** Lets go all answers to "slow" that are waiting. */
  release(): void;
  /** Adds a message of the bot, as when it writes by itself. */
  tell(personId: number, html: string): void;
}

/** Makes a fake chat with three people, one of whom has a language that Torap doesn't speak. */
export function createFakeChat(): FakeChat {
  const { chatOf, add, change, forget } = createStore();
  const asked: string[] = [];
  const gate = createGate();
  const offered = new Map<number, PreviewReplyKeyboard>();

  return {
    asked,
    people: PEOPLE,
    commands: (_person, language) => sampleIn(language).commands,
    transcript: (person) => [...chatOf(person)],
    async say(person, language, text) {
      asked.push(`${person} ${language} say ${text}`);
      if (text === 'fail') throw new Error('The fake was told to fail.');
      add(person, 'person', { text });
      if (text === 'slow') await gate.wait();
      if (text === 'phone') offered.set(person, ASKING);
      if (text === 'back') offered.delete(person);
      for (const draft of answersTo(text, language)) add(person, 'bot', draft);
    },
    replyKeyboard: (person) => offered.get(person),
    async shareContact(person, language) {
      asked.push(`${person} ${language} contact`);
      add(person, 'person', { contact: { name: 'Айгерім', phone: '77000000101' } });
      offered.delete(person);
      add(person, 'bot', { html: 'Thank you.' });
    },
    async edit(person, language, id, text) {
      asked.push(`${person} ${language} edit ${text}`);
      change(person, id, { text });
      const next = chatOf(person).find((message) => message.id > id && message.from === 'bot');
      change(person, next?.id, answersTo(text, language)[0]);
    },
    async press(person, language, id, data) {
      asked.push(`${person} ${language} press ${data}`);
      const before = chatOf(person).find((message) => message.id === id);
      const sample = sampleWith(before?.html) ?? sampleIn(language);
      change(person, id, editFor(data, sample));
      if (data === 'pin') add(person, 'bot', { venue: sample.venue });
      return toastFor(data, sample);
    },
    async restart(person) {
      asked.push(`${person} restart`);
      forget(person);
      offered.delete(person);
    },
    file: (name) => ({ 'route.svg': ROUTE, 'file-2': TABLE })[name],
    release: gate.open,
    tell: (person, html) => add(person, 'bot', { html }),
  };
}

/** Asks for a phone number as the bot does. */
const ASKING: PreviewReplyKeyboard = {
  rows: [[{ text: 'Share my number', asksContact: true }], [{ text: 'back' }, { text: 'Khorgos' }]],
  placeholder: 'Phone or e-mail',
};

const TABLE = {
  bytes: new TextEncoder().encode('a;b'),
  type: 'application/octet-stream',
  name: 'деректер «а».csv',
};
const ROUTE = { bytes: new TextEncoder().encode(PICTURE), type: 'image/svg+xml' };

const PEOPLE = [
  { id: 1, name: 'Айгерім', language: 'kk' },
  { id: 2, name: 'Сергей', language: 'ru' },
  { id: 3, name: 'Emma', language: 'de' },
];

function createGate() {
  let waiting: (() => void)[] = [];
  return {
    wait: () => new Promise<void>((resolve) => waiting.push(resolve)),
    open: (): void => {
      for (const go of waiting) go();
      waiting = [];
    },
  };
}

function createStore() {
  const chats = new Map<number, PreviewMessage[]>();
  let lastId = 100;
  const chatOf = (person: number): PreviewMessage[] => {
    const chat = chats.get(person) ?? [];
    chats.set(person, chat);
    return chat;
  };
  return {
    chatOf,
    add: (person: number, from: 'person' | 'bot', draft: Draft): void => {
      lastId += 1;
      const date = Math.floor(Date.now() / 1000);
      chatOf(person).push({ id: lastId, date, edited: false, from, ...draft });
    },
    change: (person: number, id: number | undefined, draft: Draft | undefined): void => {
      const chat = chatOf(person);
      const index = chat.findIndex((message) => message.id === id);
      const before = chat[index];
      if (before !== undefined && draft !== undefined) chat[index] = { ...before, ...draft, edited: true };
    },
    forget: (person: number): void => {
      chats.delete(person);
    },
  };
}

function sampleIn(language: string): Sample {
  if (language === 'kk' || language === 'ru') return SAMPLES[language];
  return SAMPLES.en;
}

function languageOfText(text: string): string {
  if (/[әғқңөұүһі]/i.test(text)) return 'kk';
  return /[а-яё]/i.test(text) ? 'ru' : 'en';
}

function sampleWith(html: string | undefined): Sample | undefined {
  return Object.values(SAMPLES).find(({ about, facilities }) => html === about || html === facilities);
}

function editFor(data: string, sample: Sample): Draft | undefined {
  if (data === 'about' || data === 'facilities') return answer(sample, data);
  return data === 'again' ? oldAnswer('An old answer, <b>again</b>.') : undefined;
}

function toastFor(data: string, sample: Sample): PreviewToast | undefined {
  if (data === 'saved') return { text: sample.toast, alert: false };
  if (data === 'old') return { text: sample.alert, alert: true };
  return undefined;
}

function answer(sample: Sample, topic: 'about' | 'facilities'): Draft {
  const other = topic === 'about' ? 'facilities' : 'about';
  const { buttons } = sample;
  return {
    html: sample[topic],
    keyboard: [
      [
        { text: buttons[other], data: other },
        { text: buttons.saved, data: 'saved' },
      ],
      [
        { text: buttons.pin, data: 'pin' },
        { text: buttons.site, url: 'https://khorgos.kz/' },
      ],
    ],
  };
}

function answersTo(text: string, language: string): Draft[] {
  const spoken = sampleIn(text.startsWith('/') ? language : languageOfText(text));
  switch (text) {
    case '/start':
      return [{ html: spoken.greeting, keyboard: pairs(spoken.hubs) }];
    case 'styles':
      return [{ html: ALL_STYLES }];
    case 'hostile':
      return [{ html: HOSTILE_HTML, keyboard: [[{ text: 'bad key', url: 'javascript:window.hacked=8' }]] }];
    case 'picture':
      return [{ picture: { file: 'route.svg' }, html: sampleIn(language).caption }];
    case 'document':
      return [
        { document: { file: 'file-2', name: TABLE.name, bytes: 1536 }, html: 'All that is <b>kept</b>.' },
      ];
    case 'phone':
      return [{ html: 'How can we reach you?' }];
    case 'old':
      return [oldAnswer('An old answer.')];
    default:
      if (/қорғас|хоргос|khorgos/i.test(text)) return [answer(spoken, 'about')];
      return [{ html: spoken.refusal }];
  }
}

function oldAnswer(html: string): Draft {
  return {
    html,
    keyboard: [
      [
        { text: 'Old button', data: 'old' },
        { text: 'Again', data: 'again' },
      ],
    ],
  };
}

function pairs<T>(items: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (let index = 0; index < items.length; index += 2) rows.push(items.slice(index, index + 2));
  return rows;
}
