// What must hold between files: ids that resolve, figures that agree in all languages,
// questions that lead to one answer only, texts that fit a Telegram message.

import {
  compareDates,
  forEachLanguage,
  isKnownUnit,
  LANGUAGES,
  type Language,
  type Phrases,
} from '../language/index.ts';
import { isAllDrafts, legFacts } from './build.ts';
import { type AnswerText, type OutsideSubject, plainLines } from './catalog.ts';
import {
  describeMissingFact,
  type FactNames,
  factKey,
  type ReadEntry,
  type ReadText,
} from './entry-texts.ts';
import { describeUnknownEntry } from './former-ids.ts';
import type { AnswerId, EntryId, SourceId, Topic } from './ids.ts';
import { TOPICS } from './ids.ts';
import { type Problem, suggestName } from './problem.ts';

/**
 * The longest title and text together, in UTF-16 units. A Telegram message holds 4,096 after its entities
 * are parsed (core.telegram.org/bots/api#sendmessage); the rest is for status, sources and dates.
 */
export const MAX_TEXT_LENGTH = 2800;

/** What an entry.yaml may name. */
export interface KnownNames extends FactNames {
  /** Undefined when sources.yaml can't be read: then nothing is said of each name in it. */
  readonly sources: ReadonlySet<SourceId> | undefined;
  readonly places: ReadonlySet<string>;
  readonly phrases: Phrases;
}

/** Reports links, sources, units, legs and topics of an entry.yaml that lead nowhere. */
export function checkEntry(entry: ReadEntry, known: KnownNames): Problem[] {
  const { file, id, problemAt } = entry;
  const links = file.links.flatMap((link, index) => {
    if (link === id) return [problemAt(['links', index], 'the entry links to itself.', 'Remove the link.')];
    return isUnknown(link, known) ? [unknownEntry(entry, ['links', index], { name: link, known })] : [];
  });
  // A source that many facts name is told once, where it stands first.
  const told = new Set<SourceId>();
  const facts = Object.entries(file.facts).flatMap(([name, fact]) => {
    const found = missingSources(fact.source, known.sources, told).map(({ message, remedy }) =>
      problemAt(['facts', name, 'source'], message, remedy),
    );
    const speeches = LANGUAGES.map((language) => known.phrases[language]);
    if ('unit' in fact && !speeches.every((speech) => isKnownUnit(fact.unit, speech))) {
      const remedy = 'Use a unit of locales/*.json, or add it there in all languages.';
      found.push(problemAt(['facts', name, 'unit'], `the unit "${fact.unit}" is not known.`, remedy));
    }
    return found;
  });
  const status = missingSources(file.status?.source ?? [], known.sources, told).map(({ message, remedy }) =>
    problemAt(['status', 'source'], message, remedy),
  );
  if (!file.status && !isAllDrafts(file)) status.push(problemAt([], '"status" is missing.', 'Add it.'));
  const hubs = (file.hubs ?? []).flatMap((hub, index) =>
    isUnknown(hub, known) ? [unknownEntry(entry, ['hubs', index], { name: hub, known })] : [],
  );
  return [...links, ...hubs, ...status, ...facts, ...checkLegs(entry, known), ...checkTopics(entry, known)];
}

function isUnknown(id: EntryId, { entries }: KnownNames): boolean {
  return !entries.has(id);
}

interface UnknownName {
  readonly name: string;
  readonly known: KnownNames;
}

function unknownEntry(
  { problemAt }: ReadEntry,
  path: readonly PropertyKey[],
  { name, known }: UnknownName,
): Problem {
  const { message, remedy } = describeUnknownEntry(name, known);
  return problemAt(path, message, remedy);
}

function missingSources(
  sources: readonly SourceId[],
  known: ReadonlySet<SourceId> | undefined,
  told: Set<SourceId>,
) {
  if (!known) return [];
  return sources.flatMap((source) => {
    if (known.has(source) || told.has(source)) return [];
    told.add(source);
    const message = `the source "${source}" is not in sources.yaml.`;
    return [{ message, remedy: suggestName(source, [...known]) }];
  });
}

function checkLegs(entry: ReadEntry, known: KnownNames): Problem[] {
  const { file, problemAt } = entry;
  return (file.legs ?? []).flatMap(({ from, to, border, time, distance }, index) => {
    const at = (key: string, message: string, remedy: string) =>
      problemAt(['legs', index, key], message, remedy);
    const places = Object.entries({ from, to })
      .filter(([, place]) => !known.places.has(place))
      .map(([key, place]) =>
        at(key, `the place "${place}" is not in places.yaml.`, suggestName(place, [...known.places])),
      );
    const facts = Object.entries({ time, distance })
      .filter(([, fact]) => fact !== undefined && !Object.hasOwn(file.facts, fact))
      .map(([key, fact]) =>
        at(key, `the fact "${fact}" is not in this file.`, suggestName(fact ?? '', Object.keys(file.facts))),
      );
    const crossing =
      border !== undefined && isUnknown(border, known)
        ? [unknownEntry(entry, ['legs', index, 'border'], { name: border, known })]
        : [];
    return [...places, ...facts, ...crossing];
  });
}

function checkTopics(entry: ReadEntry, known: KnownNames): Problem[] {
  const { file, id, problemAt } = entry;
  const needed: readonly Topic[] = id.startsWith('hubs/') ? TOPICS : ['about'];
  const missing = needed
    .filter((topic) => !file.topics[topic])
    .map((topic) =>
      problemAt(['topics'], `the topic "${topic}" is missing.`, 'Add it, and its three texts.'),
    );
  const records = Object.entries(file.topics).flatMap(([topic, record]) => {
    const found = record.rests_on.flatMap((fact, index) => {
      const missing = describeMissingFact(fact, id, known);
      return missing
        ? [problemAt(['topics', topic, 'rests_on', index], missing.message, missing.remedy)]
        : [];
    });
    if (compareDates(record.review, record.checked) < 0) {
      const remedy = 'Give a review date after the day of the check.';
      found.push(problemAt(['topics', topic, 'review'], 'the review date is before the check.', remedy));
    }
    return found;
  });
  return [...missing, ...records];
}

/** The keys of the facts that an entry.yaml itself uses: its topics rest on them, or its legs print them. */
export function factsInEntry({ file, id }: ReadEntry): string[] {
  const restedOn = Object.values(file.topics).flatMap((record) => record.rests_on);
  return [...restedOn, ...legFacts(file)].map((fact) => factKey(fact, id));
}

/** Reports facts of an entry that nothing in `used` names. */
export function findUnusedFacts({ file, id, problemAt }: ReadEntry, used: ReadonlySet<string>): Problem[] {
  return Object.keys(file.facts)
    .filter((fact) => !used.has(factKey(fact, id)))
    .map((fact) =>
      problemAt(['facts', fact], `no answer uses the fact "${fact}".`, 'Use it in a text, or remove it.'),
    );
}

/**
 * Reports what is wrong between the languages of one answer, and texts that are too long.
 * A text that is still being written may yet come to name the figures of the others.
 */
export function checkTexts(texts: Partial<Record<Language, ReadText>>): Problem[] {
  const present = LANGUAGES.flatMap((language) => texts[language] ?? []);
  const printed = new Set(present.flatMap((text) => [...text.printed]));
  return present.flatMap((text) => {
    const isWhole = text.isUnwritten || text.printed.size === printed.size;
    const missing = isWhole ? [] : [...printed].filter((fact) => !text.printed.has(fact));
    const disagreeing = missing.map((fact) => ({
      file: text.file,
      message: `the figure {${fact.slice(fact.indexOf('#') + 1)}} stands in another language but not here.`,
      remedy: 'Let all three languages name the same facts.',
    }));
    return [...disagreeing, ...checkLength(text)];
  });
}

function checkLength({ file, text }: ReadText): Problem[] {
  const length = lengthOf(text);
  if (length > MAX_TEXT_LENGTH) {
    const message = `the text has ${length} characters; a message holds ${MAX_TEXT_LENGTH}.`;
    return [{ file, message, remedy: 'Shorten it, or move a part to another topic.' }];
  }
  return /\p{Nd}/u.test(text.title)
    ? [{ file, message: 'the title holds a digit.', remedy: 'Leave figures to the text, as facts.' }]
    : [];
}

function lengthOf(text: AnswerText): number {
  return text.title.length + plainLines(text.body).reduce((sum, line) => sum + line.length + 3, 0);
}

/** An answer's text and where it stands, for `findSharedQuestions`. */
export interface QuestionHolder {
  readonly answer: AnswerId;
  readonly language: Language;
  readonly text: ReadText;
}

/** Reports example questions that stand word for word in two answers of one language, or among those not for Torap. */
export function findSharedQuestions(
  holders: readonly QuestionHolder[],
  outside: readonly OutsideSubject[],
): Problem[] {
  const asked = holders.flatMap(({ text }) => text.text.questions);
  const notAsked = outside.flatMap(({ questions }) => LANGUAGES.flatMap((language) => questions[language]));
  const sums = sumsOf([...asked, ...notAsked]);
  const repeated = repeatedIn(sums);
  const owners = forEachLanguage(() => new Map<string, AnswerId>());
  const subjects = forEachLanguage(
    (language) =>
      new Map(
        outside.flatMap(({ id, questions }) =>
          questions[language].map((question): [string, string] => [question.toLowerCase(), id]),
        ),
      ),
  );
  const shared: Problem[] = [];
  const notForTorap: Problem[] = [];
  let number = 0;
  for (const { answer, language, text } of holders) {
    const { file } = text;
    for (const written of text.text.questions) {
      const sum = sums[number] ?? 0;
      number += 1;
      if (!repeated.has(sum)) continue;
      const question = written.toLowerCase();
      const owner = owners[language].get(question);
      if (owner === undefined) {
        owners[language].set(question, answer);
      } else if (owner !== answer) {
        const message = `the question "${question}" stands in ${owner} too.`;
        shared.push({ file, message, remedy: 'Keep it where its answer is.' });
      }
      const subject = subjects[language].get(question);
      if (subject === undefined) continue;
      const message = `the question "${written}" stands in outside.yaml too, under "${subject}".`;
      notForTorap.push({ file, message, remedy: 'Keep it here if the answer tells it, there if not.' });
    }
  }
  return [...shared, ...notForTorap];
}

/**
 * A number for each question; those that differ in capitals only share it, and hardly ever others. Maps of all questions
 * would take three times as long as looking closely at those whose number comes again.
 */
function sumsOf(questions: readonly string[]): Int32Array {
  const sums = new Int32Array(questions.length);
  questions.forEach((question, number) => {
    const text = question.toLowerCase();
    let sum = text.length;
    for (let place = 0; place < text.length; place += 1)
      sum = (Math.imul(sum, 31) + text.charCodeAt(place)) | 0;
    sums[number] = sum;
  });
  return sums;
}

function repeatedIn(numbers: Int32Array): ReadonlySet<number> {
  const sorted = numbers.toSorted();
  return new Set(sorted.filter((number, place) => number === sorted[place - 1]));
}
