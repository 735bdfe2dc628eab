// The files that belong to no entry: sources, places, synonyms, stopwords, subjects outside, the desk's hours.

import { LANGUAGES } from '../language/index.ts';
import type { Catalog, DeskHours, OutsideSubject, RoutePlace, Source, Synonym } from './catalog.ts';
import { deskSchema, WEEKDAYS } from './desk-schema.ts';
import type { TextFile } from './folder.ts';
import { parseSourceId, type SourceId } from './ids.ts';
import { type Problem, suggestName } from './problem.ts';
import { outsideSchema, placesSchema, sourcesSchema, stopwordsSchema, synonymsSchema } from './schema.ts';
import { readYaml } from './yaml-file.ts';

/** Reads sources.yaml; undefined when it can't be read, which `problems` then tells. */
export function readSources(
  file: TextFile | undefined,
  problems: Problem[],
): Map<SourceId, Source> | undefined {
  if (!file) return undefined;
  const read = readYaml(file.text, sourcesSchema, { file: file.file, linesBefore: 0 });
  problems.push(...read.problems);
  if (!read.value) return undefined;
  const sources = new Map<SourceId, Source>();
  const idsByUrl = new Map<string, string>();
  for (const [name, source] of Object.entries(read.value)) {
    const id = parseSourceId(name);
    if (!id) continue;
    const twin = idsByUrl.get(source.url);
    if (twin !== undefined) {
      problems.push(read.problemAt([name], `"${twin}" has the same address.`, 'Keep one of the two.'));
    }
    idsByUrl.set(source.url, name);
    sources.set(id, { ...source, id, title: source.title, date: source.date });
  }
  return sources;
}

/** Reads synonyms.yaml; none when it is missing. */
export function readSynonyms(file: TextFile | undefined, problems: Problem[]): Synonym[] {
  if (!file) return [];
  const read = readYaml(file.text, synonymsSchema, { file: file.file, linesBefore: 0 });
  problems.push(...read.problems);
  return LANGUAGES.flatMap((language) =>
    Object.entries(read.value?.[language] ?? {}).map(([word, typed]) => ({ language, word, typed })),
  );
}

/** Reads stopwords.yaml; none when it is missing. */
export function readStopwords(file: TextFile | undefined, problems: Problem[]): Catalog['stopwords'] {
  const none = { kk: [], ru: [], en: [] };
  if (!file) return none;
  const read = readYaml(file.text, stopwordsSchema, { file: file.file, linesBefore: 0 });
  problems.push(...read.problems);
  return read.value ?? none;
}

/** Reads outside.yaml: its subjects, each question in one of them; none when it is missing. */
export function readOutside(file: TextFile | undefined, problems: Problem[]): OutsideSubject[] {
  if (!file) return [];
  const read = readYaml(file.text, outsideSchema, { file: file.file, linesBefore: 0 });
  problems.push(...read.problems);
  const subjects = Object.entries(read.value ?? {}).map(([id, questions]) => ({ id, questions }));
  for (const language of LANGUAGES) {
    const owners = new Map<string, string>();
    for (const { id, questions } of subjects) {
      questions[language].forEach((question, place) => {
        const owner = owners.get(question.toLowerCase());
        owners.set(question.toLowerCase(), id);
        if (owner === undefined) return;
        const message = `the question "${question}" stands in "${owner}" already.`;
        problems.push(read.problemAt([id, language, place], message, 'Keep one of the two.'));
      });
    }
  }
  return subjects;
}

/** Reads places.yaml: each place by its id; none when it is missing. */
export function readPlaces(file: TextFile | undefined, problems: Problem[]): ReadonlyMap<string, RoutePlace> {
  if (!file) return new Map();
  const read = readYaml(file.text, placesSchema, { file: file.file, linesBefore: 0 });
  problems.push(...read.problems);
  return new Map(
    Object.entries(read.value ?? {}).map(([id, { accuracy_km, ...place }]) => [
      id,
      { ...place, id, accuracyKm: accuracy_km },
    ]),
  );
}

/** Reads desk.yaml; undefined when it is missing, or can't be read, which `problems` then tells. */
export function readDesk(file: TextFile | undefined, problems: Problem[]): DeskHours | undefined {
  if (!file) return undefined;
  const { value, problemAt, ...read } = readYaml(file.text, deskSchema, { file: file.file, linesBefore: 0 });
  problems.push(...read.problems);
  if (!value) return undefined;
  if (!isTimeZone(value.time_zone)) {
    const message = `"${value.time_zone}" is no time zone.`;
    problems.push(
      problemAt(['time_zone'], message, suggestName(value.time_zone, Intl.supportedValuesOf('timeZone'))),
    );
    return undefined;
  }
  return {
    timeZone: value.time_zone,
    week: WEEKDAYS.map((day) => value.hours[day] ?? []),
    daysOff: new Set(value.days_off),
    firstReplyHours: value.first_reply_within_hours,
  };
}

/** Tells whether the machine's own table knows a time zone; former names, such as Asia/Calcutta, it knows as well. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
