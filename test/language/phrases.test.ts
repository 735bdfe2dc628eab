// The interface strings: read from three files, filled in, and never silently missing.

import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadPhrases } from '../../src/language/index.ts';

/** Writes a folder of strings that the end of the running test removes; an object is written as JSON. */
async function writeLocales(strings: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'torap-locales-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [language, content] of Object.entries({ kk: {}, ru: {}, en: {}, ...strings })) {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    if (content !== undefined) await writeFile(join(folder, `${language}.json`), text);
  }
  return folder;
}

/** The message of loading a folder that can't be loaded, without the folder's own path. */
async function failureOf(folder: string): Promise<string> {
  const error: unknown = await loadPhrases(folder).catch((cause: unknown) => cause);
  return error instanceof Error ? error.message.replaceAll(folder, 'locales') : 'no error';
}

describe('a phrase', () => {
  it('is the string of the language, its placeholders filled', async () => {
    const phrases = await loadPhrases(
      await writeLocales({ ru: { hello: 'Привет, {{name}}!' }, en: { hello: 'Hello, {{name}}!' } }),
    );
    expect(phrases.ru.phrase('hello', { name: 'Алия' })).toBe('Привет, Алия!');
    expect(phrases.en.phrase('hello', { name: 'Aliya' })).toBe('Hello, Aliya!');
  });

  it('leaves HTML to the screens', async () => {
    const phrases = await loadPhrases(await writeLocales({ en: { said: 'said: {{words}}' } }));
    expect(phrases.en.phrase('said', { words: '<b>&</b>' })).toBe('said: <b>&</b>');
  });

  it('reads nothing into the values that fill it', async () => {
    const phrases = await loadPhrases(await writeLocales({ en: { said: 'said: {{words}}', x: 'x' } }));
    expect(phrases.en.phrase('said', { words: '{{x}} $t(x)' })).toBe('said: {{x}} $t(x)');
  });

  it('takes the plural form that the count needs', async () => {
    const day = { day_one: '{{count}} день', day_few: '{{count}} дня', day_many: '{{count}} дней' };
    const phrases = await loadPhrases(await writeLocales({ ru: day, kk: { day: '{{count}} күн' } }));
    expect([1, 3, 5].map((count) => phrases.ru.phrase('day', { count }))).toEqual([
      '1 день',
      '3 дня',
      '5 дней',
    ]);
    expect(phrases.kk.phrase('day', { count: 5 })).toBe('5 күн');
  });

  it('throws where it is missing, and names the file', async () => {
    const phrases = await loadPhrases(await writeLocales({ en: { menu: { title: 'Menu' } } }));
    expect(() => phrases.en.phrase('menu.text')).toThrowErrorMatchingInlineSnapshot(
      `[Error: locales/en.json has no string "menu.text". Add it there.]`,
    );
    // Another language's string is no answer either.
    expect(() => phrases.kk.phrase('menu.title')).toThrowErrorMatchingInlineSnapshot(
      `[Error: locales/kk.json has no string "menu.title". Add it there.]`,
    );
  });

  it('throws where a group of strings stands instead of one', async () => {
    const phrases = await loadPhrases(await writeLocales({ en: { menu: { title: 'Menu' } } }));
    expect(() => phrases.en.phrase('menu')).toThrowErrorMatchingInlineSnapshot(
      `[Error: locales/en.json has no string "menu". Add it there.]`,
    );
  });

  it('throws where the plural form is missing', async () => {
    const phrases = await loadPhrases(await writeLocales({ ru: { day_one: '{{count}} день' } }));
    expect(() => phrases.ru.phrase('day', { count: 5 })).toThrowErrorMatchingInlineSnapshot(
      `[Error: locales/ru.json has no string "day". Add it there.]`,
    );
  });
});

describe('a list', () => {
  it('comes whole', async () => {
    const phrases = await loadPhrases(await writeLocales({ en: { months: ['January', 'February'] } }));
    expect(phrases.en.list('months')).toEqual(['January', 'February']);
  });

  it('throws where one string stands instead of a list', async () => {
    const phrases = await loadPhrases(await writeLocales({ kk: { months: 'қаңтар' } }));
    expect(() => phrases.kk.list('months')).toThrowErrorMatchingInlineSnapshot(
      `[Error: locales/kk.json has no string "months". Add it there.]`,
    );
  });

  it('throws where it is missing', async () => {
    const phrases = await loadPhrases(await writeLocales({}));
    expect(() => phrases.kk.list('months')).toThrowErrorMatchingInlineSnapshot(
      `[Error: locales/kk.json has no string "months". Add it there.]`,
    );
  });
});

describe('has', () => {
  it('tells whether a language has a string, with plural forms or without', async () => {
    const phrases = await loadPhrases(
      await writeLocales({ kk: { day: 'күн' }, en: { day_one: 'day', day_other: 'days' } }),
    );
    expect([phrases.kk.has('day'), phrases.en.has('day'), phrases.ru.has('day')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('loadPhrases', () => {
  it('names the file that is missing', async () => {
    expect(await failureOf(await writeLocales({ ru: undefined }))).toMatchInlineSnapshot(
      `"locales/ru.json: the interface strings can't be read: ENOENT: no such file or directory, stat 'locales/ru.json'. Restore the file."`,
    );
  });

  it('names the file that is no JSON', async () => {
    // What Node's parser says differs from version to version.
    expect(await failureOf(await writeLocales({ kk: '{ "hello": "Сәлем", }' }))).toMatch(
      /^locales\/kk\.json: the interface strings can't be read: .* JSON .*\. Restore the file\.$/,
    );
  });

  it('names the file that is no UTF-8, no file, too large or too deep', async () => {
    const folder = await writeLocales({});
    const file = join(folder, 'en.json');
    await writeFile(file, Buffer.from('{ "hello": "\u00CF\u00F0" }', 'latin1'));
    expect(await failureOf(folder)).toMatch(/^locales\/en\.json: .* not valid for encoding utf-8/);
    await writeFile(file, JSON.stringify({ hello: 'x'.repeat(2 ** 20) }));
    expect(await failureOf(folder)).toContain(
      "en.json: the interface strings can't be read: it is larger than",
    );
    await writeFile(file, `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`);
    expect(await failureOf(folder)).toContain('too many groups stand in each other.');
    await rm(file);
    execFileSync('mkfifo', [file]);
    expect(await failureOf(folder)).toContain("en.json: the interface strings can't be read: it is no file.");
  });

  it('does not mind the mark with which Windows begins UTF-8', async () => {
    const folder = await writeLocales({ en: '\uFEFF{ "hello": "Hello" }' });
    expect((await loadPhrases(folder)).en.phrase('hello')).toBe('Hello');
  });

  it.each(['null', '"text"', '5', '["hello"]'])(
    'refuses a file that holds %s and no object',
    async (text) => {
      expect(await failureOf(await writeLocales({ en: text }))).toBe(
        "locales/en.json: the interface strings can't be read: it holds no JSON object. Restore the file.",
      );
    },
  );
});
