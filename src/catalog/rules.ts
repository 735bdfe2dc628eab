// What must hold between files: ids that resolve, figures that agree in all languages,
// questions that lead to one answer only, texts that fit a Telegram message.

import { compareDates, isKnownUnit, LANGUAGES, type Language, type Phrases } from '../language/index.ts';
import { type AnswerText, plainLines } from './catalog.ts';
import type { ReadEntry, ReadText } from './entry-texts.ts';
import type { AnswerId, EntryId, SourceId, Topic } from './ids.ts';
import { TOPICS } from './ids.ts';
import { type Problem, suggestName } from './problem.ts';

/**
 * The longest title and text together, in UTF-16 units. A Telegram message holds 4,096 after its entities
 * are parsed (core.telegram.org/bots/api#sendmessage); the rest is for status, sources and dates.
 */
export const MAX_TEXT_LENGTH = 2800;

/** Reports links, sources, units and topics of an entry.yaml that lead nowhere. */
export function checkEntry(
  entry: ReadEntry,
  known: {
    readonly entries: readonly EntryId[];
    /** Undefined when sources.yaml can't be read: then nothing is said of each name in it. */
    readonly sources: readonly SourceId[] | undefined;
    readonly phrases: Phrases;
  },
): Problem[] {
  const { file, id, problemAt } = entry;
  const links = file.links.flatMap((link, index) => {
    if (link === id) return [problemAt(['links', index], 'the entry links to itself.', 'Remove the link.')];
    if (known.entries.includes(link)) return [];
    return [problemAt(['links', index], `there is no entry "${link}".`, suggestName(link, known.entries))];
  });
  const facts = Object.entries(file.facts).flatMap(([name, fact]) => {
    const found = missingSources(fact.source, known.sources).map(({ message, remedy }) =>
      problemAt(['facts', name, 'source'], message, remedy),
    );
    const speeches = LANGUAGES.map((language) => known.phrases[language]);
    if ('unit' in fact && !speeches.every((speech) => isKnownUnit(fact.unit, speech))) {
      const remedy = 'Use a unit of locales/*.json, or add it there in all languages.';
      found.push(problemAt(['facts', name, 'unit'], `the unit "${fact.unit}" is not known.`, remedy));
    }
    return found;
  });
  const status = missingSources(file.status.source, known.sources).map(({ message, remedy }) =>
    problemAt(['status', 'source'], message, remedy),
  );
  return [...links, ...status, ...facts, ...checkTopics(entry)];
}

function missingSources(sources: readonly SourceId[], known: readonly SourceId[] | undefined) {
  if (!known) return [];
  return sources
    .filter((source) => !known.includes(source))
    .map((source) => ({
      message: `the source "${source}" is not in sources.yaml.`,
      remedy: suggestName(source, known),
    }));
}

function checkTopics({ file, id, problemAt }: ReadEntry): Problem[] {
  const needed: readonly Topic[] = id.startsWith('hubs/') ? TOPICS : ['about'];
  const missing = needed
    .filter((topic) => !file.topics[topic])
    .map((topic) =>
      problemAt(['topics'], `the topic "${topic}" is missing.`, 'Add it, and its three texts.'),
    );
  const records = Object.entries(file.topics).flatMap(([topic, record]) => {
    const found = record.rests_on
      .filter((fact) => !Object.hasOwn(file.facts, fact))
      .map((fact) =>
        problemAt(
          ['topics', topic, 'rests_on'],
          `the fact "${fact}" is not in this file.`,
          suggestName(fact, Object.keys(file.facts)),
        ),
      );
    if (compareDates(record.review, record.checked) < 0) {
      const remedy = 'Give a review date after the day of the check.';
      found.push(problemAt(['topics', topic, 'review'], 'the review date is before the check.', remedy));
    }
    return found;
  });
  return [...missing, ...records];
}

/** Reports facts of an entry that no text prints and no topic rests on. */
export function findUnusedFacts({ file, id, problemAt }: ReadEntry, printed: ReadonlySet<string>): Problem[] {
  const restedOn = new Set(Object.values(file.topics).flatMap((record) => record.rests_on));
  return Object.keys(file.facts)
    .filter((fact) => !restedOn.has(fact) && !printed.has(`${id}#${fact}`))
    .map((fact) =>
      problemAt(['facts', fact], `no answer uses the fact "${fact}".`, 'Use it in a text, or remove it.'),
    );
}

/** Reports what is wrong between the languages of one answer, and texts that are too long. */
export function checkTexts(texts: Partial<Record<Language, ReadText>>): Problem[] {
  const present = LANGUAGES.flatMap((language) => texts[language] ?? []);
  const printed = new Set(present.flatMap((text) => [...text.printed]));
  return present.flatMap((text) => {
    const missing = [...printed].filter((fact) => !text.printed.has(fact));
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

/** Reports example questions that stand word for word in two answers of one language. */
export function findSharedQuestions(holders: readonly QuestionHolder[]): Problem[] {
  const owners = new Map<string, AnswerId>();
  const problems: Problem[] = [];
  for (const { answer, language, text } of holders) {
    for (const question of new Set(text.text.questions.map((question) => question.toLowerCase()))) {
      const key = `${language} ${question}`;
      const owner = owners.get(key);
      if (owner !== undefined) {
        const message = `the question "${question}" stands in ${owner} too.`;
        problems.push({ file: text.file, message, remedy: 'Keep it where its answer is.' });
      }
      owners.set(key, owner ?? answer);
    }
  }
  return problems;
}
