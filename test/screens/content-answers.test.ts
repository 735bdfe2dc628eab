// Every answer of content/, as people see it: what no editor should have to think of.

import { describe, expect, it } from 'vitest';
import { type Answer, type AnswerId, answerIdOf } from '../../src/catalog/index.ts';
import { formatDate, LANGUAGES, type Language } from '../../src/language/index.ts';
import {
  type Action,
  answerScreen,
  encodeAction,
  MAX_CALLBACK_BYTES,
  MAX_MESSAGE_LENGTH,
  type Screen,
  screenContext,
  splitHtml,
} from '../../src/screens/index.ts';
import { loadProject } from '../project-catalog.ts';
import { parseTelegramHtml } from './telegram-html.ts';

const { catalog, phrases } = await loadProject();
const BEFORE_REVIEW = Date.UTC(2020, 0, 1);
const LONG_AFTER_REVIEW = Date.UTC(2099, 0, 1);
const answers = [...catalog.answers.values()];

/** An answer of the project's content, as a chat in the same language sees it before it is due for review. */
function show(
  answer: Answer,
  language: Language,
  { now = BEFORE_REVIEW, chatLanguage = language } = {},
): Screen {
  return answerScreen(answer, { now, chatLanguage }, screenContext(language, phrases, catalog));
}

/** The answers of the content that break a rule in a language. */
function breakers(language: Language, breaksRule: (screen: Screen, answer: Answer) => boolean): string[] {
  return answers.filter((answer) => breaksRule(show(answer, language), answer)).map(({ id }) => id);
}

/** A draft is shown in previews; no button leads to it. */
function isDraft(id: AnswerId): boolean {
  return catalog.answers.get(id)?.draft ?? true;
}

function actionsOf({ keyboard }: Screen): Action[] {
  return keyboard.flat().map(({ action }) => action);
}

describe.each(LANGUAGES)('every answer of the content in %s', (language) => {
  const { phrase } = phrases[language];

  it('is one message of valid Telegram HTML', () => {
    expect(
      breakers(language, ({ html }) => {
        const { length } = parseTelegramHtml(html).text;
        return length > MAX_MESSAGE_LENGTH || splitHtml(html).length !== 1;
      }),
    ).toEqual([]);
  });

  it('begins with its title in bold', () => {
    expect(
      breakers(language, ({ html }, { texts }) => {
        const [first] = parseTelegramHtml(html).runs;
        return first?.text !== texts[language].title || first.tags.join() !== 'b';
      }),
    ).toEqual([]);
  });

  it('shows no brace of a fact that was not filled in', () => {
    expect(breakers(language, ({ html }) => /[{}]/.test(html))).toEqual([]);
  });

  it('links each of its sources, folded away below the text', () => {
    expect(
      breakers(language, ({ html }, { sources }) => {
        const [, quotation = ''] = /<blockquote expandable>(.*)<\/blockquote>/.exec(html) ?? [];
        const linked = parseTelegramHtml(quotation).links.map(({ url }) => url);
        const wanted = sources.map((id) => catalog.sources.get(id)?.url);
        return wanted.length === 0 || [...linked].sort().join() !== [...wanted].sort().join();
      }),
    ).toEqual([]);
  });

  it('says of when its facts are and when it was checked', () => {
    expect(
      breakers(language, ({ html }, { asOf, checked }) => {
        const { text } = parseTelegramHtml(html);
        const dates = [checked, asOf?.first, asOf?.last].flatMap((date) =>
          date ? [formatDate(date, 'plain', phrases[language])] : [],
        );
        return !dates.every((date) => text.includes(date));
      }),
    ).toEqual([]);
  });

  it('says that it is due for review only once it is', () => {
    const isDue = ({ html }: Screen, { review }: Answer): boolean => {
      const date = formatDate(review, 'plain', phrases[language]);
      return parseTelegramHtml(html).text.includes(`⚠️ ${phrase('answer.overdue', { date })}`);
    };
    expect(breakers(language, (screen, answer) => isDue(screen, answer))).toEqual([]);
    const late = answers.filter(
      (answer) => !isDue(show(answer, language, { now: LONG_AFTER_REVIEW }), answer),
    );
    expect(late).toEqual([]);
  });

  it("leads to the entry's other topics, and not to itself", () => {
    expect(
      breakers(language, (screen, { id, entry }) => {
        const opened = actionsOf(screen).flatMap((action) => (action.kind === 'open' ? [action.answer] : []));
        const others =
          catalog.entries.get(entry)?.answers.filter((other) => other !== id && !isDraft(other)) ?? [];
        return opened.includes(id) || !others.every((other) => opened.includes(other));
      }),
    ).toEqual([]);
  });

  it('leads to the entries that are linked', () => {
    expect(
      breakers(language, ({ keyboard }, { entry }) => {
        const texts = keyboard.flat().map(({ text }) => text);
        const linked = catalog.entries
          .get(entry)
          ?.links.filter((id) => !isDraft(answerIdOf(id, 'about')))
          .map((id) => catalog.entries.get(id)?.name[language] ?? '');
        return !linked?.every((name) => texts.includes(name));
      }),
    ).toEqual([]);
  });

  it('has a pin where there is a place, and always a way to all hubs', () => {
    expect(
      breakers(language, (screen, { entry }) => {
        const kinds = actionsOf(screen).map(encodeAction);
        const hasPlace = catalog.entries.get(entry)?.place !== undefined;
        return kinds.includes(`p:${language}:${entry}`) !== hasPlace || !kinds.includes(`m:${language}:hubs`);
      }),
    ).toEqual([]);
  });

  it('offers to switch only where the chat speaks another language', () => {
    expect(breakers(language, (screen) => actionsOf(screen).some(({ kind }) => kind === 'speak'))).toEqual(
      [],
    );
    for (const chatLanguage of LANGUAGES.filter((other) => other !== language)) {
      const missing = answers.filter((answer) => {
        const [[first] = []] = show(answer, language, { chatLanguage }).keyboard;
        return (
          first?.text !== phrase('language.switch') ||
          encodeAction(first.action) !== `l:${language}:${answer.id}`
        );
      });
      expect(missing).toEqual([]);
    }
  });

  it('has buttons that Telegram takes: rows, words, little data', () => {
    expect(
      breakers(language, ({ keyboard }) =>
        keyboard.some(
          (row) =>
            row.length === 0 ||
            row.length > 2 ||
            row.some(
              ({ text, action }) =>
                text === '' || Buffer.byteLength(encodeAction(action)) > MAX_CALLBACK_BYTES,
            ),
        ),
      ),
    ).toEqual([]);
  });
});
