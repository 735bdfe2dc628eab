// Is every word spelt right? `npm run spell` asks hunspell about each word that Torap shows or learns from.
// What hunspell doesn't know and is right stands in test/spelling, in small letters, a word a line.

import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type Catalog, loadCatalog, plainLines } from '../src/catalog/index.ts';
import { LANGUAGES, type Language, loadPhrases, readStrings, type Strings } from '../src/language/index.ts';

/** British English, as the content is written. */
const DICTIONARIES: Readonly<Record<Language, string>> = { kk: 'kk_KZ', ru: 'ru_RU', en: 'en_GB' };

/** A word with no such letter is a foreign name; one that mixes scripts is asked about, and so found. */
const OWN_LETTER: Readonly<Record<Language, RegExp>> = {
  kk: /\p{Script=Cyrillic}/u,
  ru: /\p{Script=Cyrillic}/u,
  en: /\p{Script=Latin}/u,
};

/** Placeholders, tags, web and mail addresses, commands, and the ending of an abbreviation: "АЭА-ға". */
const NO_WORDS = /\{\{.*?\}\}|<[^>]*>|[\w.@/-]+\.[a-z]{2,}\b\S*|\/[a-z]+\b|(?<=[\p{Lu}%]-)\p{Ll}+/gu;
const WORD = /\p{L}+(?:['’]\p{Script=Latin}+)*/gu;

interface Text {
  readonly file: string;
  readonly language: Language;
  readonly lines: readonly string[];
}

/** Words in small letters, each with the files where it stands. */
type Places = ReadonlyMap<string, ReadonlySet<string>>;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function textsOf({ entries, answers }: Catalog, language: Language): Text[] {
  const ofEntries = [...entries.values()].flatMap(({ id, name, aliases, neighbour, place, legs }): Text[] => {
    const words = [name, neighbour, place?.name, place?.address].map((inAll) => inAll?.[language] ?? '');
    const ends = legs.flatMap(({ from, to }) => [from.name[language], to.name[language]]);
    return [
      { file: `content/${id}/entry.yaml`, language, lines: [...words, ...aliases[language]] },
      { file: 'content/places.yaml', language, lines: ends },
    ];
  });
  const ofAnswers = [...answers.values()].map(({ id, texts }): Text => {
    const { title, questions, body } = texts[language];
    return {
      file: `content/${id}.${language}.md`,
      language,
      lines: [title, ...questions, ...plainLines(body)],
    };
  });
  return [...ofEntries, ...ofAnswers];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function wordsOf({ lines, language }: Text): string[] {
  const words = lines.flatMap((line) => line.normalize('NFC').replace(NO_WORDS, ' ').match(WORD) ?? []);
  return words
    .map((word) => word.toLowerCase().replace('’', "'").replace(/'s$/, ''))
    .filter((word) => OWN_LETTER[language].test(word));
}

function placesOf(texts: readonly Text[]): Places {
  const places = new Map<string, Set<string>>();
  for (const text of texts) {
    for (const word of wordsOf(text)) places.set(word, (places.get(word) ?? new Set()).add(text.file));
  }
  return places;
}

/**
 * The words that hunspell's dictionary doesn't hold. They are asked in capitals: hunspell then takes names and
 * abbreviations too, which people type in small letters. Ends the process where hunspell can't be asked.
 */
function askHunspell(words: readonly string[], dictionary: string): string[] {
  const input = words.map((word) => word.toUpperCase()).join('\n');
  const { status, stdout, stderr, error } = spawnSync('hunspell', ['-d', dictionary, '-i', 'UTF-8', '-l'], {
    input,
    encoding: 'utf8',
  });
  if (error || status !== 0) {
    const reason = error?.message ?? stderr.trim();
    say(`hunspell with the dictionary ${dictionary} can't be asked: ${reason}`);
    say('Install it: sudo apt-get install hunspell hunspell-kk hunspell-ru hunspell-en-gb');
    process.exit(2);
  }
  const unknown = new Set(stdout.split('\n'));
  return words.filter((word) => unknown.has(word.toUpperCase()));
}

/** Tells what is wrong with one language's words; returns how many are unknown. */
async function checkLanguage(language: Language, catalog: Catalog, strings: Strings): Promise<number> {
  const interfaceText = { file: `locales/${language}.json`, language, lines: stringsIn(strings[language]) };
  const places = placesOf([...textsOf(catalog, language), interfaceText]);
  const file = `test/spelling/${language}.txt`;
  const listed = new Set((await readFile(file, 'utf8')).split('\n').filter(Boolean));
  const words = [...places.keys()].filter((word) => !listed.has(word));
  const unknown = askHunspell(words, DICTIONARIES[language]).sort(new Intl.Collator(language).compare);
  for (const word of unknown) say(`${language} ${word}: ${[...(places.get(word) ?? [])].join(', ')}`);
  const stale = [...listed].filter((word) => !places.has(word));
  for (const word of stale) say(`${file}: no text holds "${word}" any more. Remove it.`);
  say(`${language}: ${places.size} words, ${unknown.length} unknown`);
  return unknown.length;
}

const loaded = loadCatalog('content', await loadPhrases('locales'));
if (!loaded.ok) throw new Error('Content has mistakes. Run: npm run --silent torap -- check');
const strings = await readStrings('locales');
let unknown = 0;
for (const language of LANGUAGES) unknown += await checkLanguage(language, loaded.catalog, strings);
if (unknown > 0) {
  say('Mend each unknown word where it stands, or add it to its list in test/spelling if it is right.');
  process.exitCode = 1;
}
