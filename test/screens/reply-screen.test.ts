import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/language/index.ts';
import { encodeAction, replyScreen, type Screen, screenContext } from '../../src/screens/index.ts';
import { ask, type Decision, type Reply } from '../../src/search/index.ts';
import { loadProject } from '../project-catalog.ts';
import { answerId } from '../small-catalog.ts';
import { parseTelegramHtml } from './telegram-html.ts';

const { catalog, phrases } = await loadProject();
const NOW = Date.UTC(2026, 10, 24);
const KHORGOS = answerId('hubs/khorgos/about');
const CASPIAN = answerId('hubs/caspian/about');
const GONE = answerId('hubs/atlantis/about');

/** Shows a decision in one language to a chat that speaks it, or another. */
function show(decision: Decision, language: Language, chatLanguage: Language = language): Screen {
  const reply: Reply = { ...ask('', { language }, catalog), language, decision };
  return replyScreen(reply, { now: NOW, chatLanguage }, screenContext(language, phrases, catalog));
}

function dataOf({ keyboard }: Screen): string[][] {
  return keyboard.map((row) => row.map(({ action }) => encodeAction(action)));
}

describe.each(LANGUAGES)('replyScreen in %s', (language) => {
  const { phrase } = phrases[language];
  const other = language === 'ru' ? 'kk' : 'ru';

  it('shows the answer', () => {
    const screen = show({ kind: 'answer', answer: KHORGOS, reason: '' }, language);
    const title = catalog.answers.get(KHORGOS)?.texts[language].title;
    expect(parseTelegramHtml(screen.html).runs[0]).toEqual({ text: title, tags: ['b'] });
  });

  it('says of an answer that was shown before that it tells what was asked on', () => {
    const decision: Decision = { kind: 'answer', answer: KHORGOS, reason: '' };
    const reply: Reply = { ...ask('', { language }, catalog), language, decision };
    const screens = screenContext(language, phrases, catalog);
    const beginningAfter = (shown: typeof KHORGOS) =>
      parseTelegramHtml(replyScreen(reply, { now: NOW, chatLanguage: language, shown }, screens).html).runs[0]
        ?.text;
    expect(beginningAfter(KHORGOS)).toMatch(phrase('answer.again'));
    expect(beginningAfter(CASPIAN)).not.toMatch(phrase('answer.again'));
  });

  it('lets people choose by titles, a row each', () => {
    const screen = show({ kind: 'choose', answers: [KHORGOS, CASPIAN], reason: '' }, language);
    expect(parseTelegramHtml(screen.html).runs[0]).toEqual({ text: phrase('choose.title'), tags: ['b'] });
    expect(dataOf(screen)).toEqual([[`o:${language}:${KHORGOS}`], [`o:${language}:${CASPIAN}`]]);
    expect(screen.keyboard[0]?.[0]?.text).toBe(catalog.answers.get(KHORGOS)?.texts[language].title);
  });

  it('marks what it offers with the question that it is offered to', () => {
    const reply: Reply = {
      ...ask('', { language }, catalog),
      language,
      decision: { kind: 'choose', answers: [KHORGOS], reason: '' },
    };
    const view = { now: NOW, chatLanguage: language, outcome: 'q1' };
    const screens = screenContext(language, phrases, catalog);
    const refused: Reply = { ...reply, decision: { kind: 'refuse', suggestions: [CASPIAN], reason: '' } };
    expect(dataOf(replyScreen(reply, view, screens))).toEqual([[`o:${language}:${KHORGOS}:q1`]]);
    expect(dataOf(replyScreen(refused, view, screens))[0]).toEqual([`o:${language}:${CASPIAN}:q1`]);
  });

  it('says honestly that there is no answer, what there is, and suggests three and the hubs', () => {
    const [first, second, third] = catalog.index.usual;
    const suggestions = [first ?? GONE, second ?? GONE, third ?? GONE];
    const screen = show({ kind: 'refuse', suggestions, reason: '' }, language);
    const { text } = parseTelegramHtml(screen.html);
    expect(text).toBe([phrase('refuse.title'), phrase('refuse.covers'), phrase('refuse.hint')].join('\n\n'));
    expect(dataOf(screen)).toEqual([
      ...suggestions.map((id) => [`o:${language}:${id}`]),
      [`i:${language}`],
      [`m:${language}:hubs`],
    ]);
  });

  it('asks who greets, or sends nothing but a sign, what it may help with', () => {
    for (const greeting of ['👍', phrase('start.greeting').split(/[!,]/)[0] ?? '']) {
      const { decision } = ask(greeting, { language }, catalog);
      const screen = show(decision, language);
      const { text } = parseTelegramHtml(screen.html);
      expect(text.split('\n')[0], greeting).toBe(phrase('refuse.nothingAsked'));
      expect(dataOf(screen)[0]).toEqual([`o:${language}:${catalog.index.usual[0]}`]);
    }
  });

  it('offers to switch where the chat speaks another language', () => {
    const choose: Decision = { kind: 'choose', answers: [KHORGOS, CASPIAN], reason: '' };
    const refuse: Decision = { kind: 'refuse', suggestions: [], reason: '' };
    for (const decision of [choose, refuse]) {
      expect(dataOf(show(decision, language)).flat()).not.toContain(`k:${language}`);
      expect(dataOf(show(decision, language, other)).at(-1)).toEqual([`k:${language}`]);
    }
  });
});

describe('replyScreen', () => {
  it('refuses when the answer is gone from the content', () => {
    const screen = show({ kind: 'answer', answer: GONE, reason: '' }, 'en');
    expect(screen.html).toContain(phrases.en.phrase('refuse.title'));
  });

  it('leaves out an answer that is gone, and no empty row in its place', () => {
    const screen = show({ kind: 'choose', answers: [GONE, KHORGOS, CASPIAN], reason: '' }, 'en');
    expect(dataOf(screen)).toEqual([[`o:en:${KHORGOS}`], [`o:en:${CASPIAN}`]]);
  });
});
