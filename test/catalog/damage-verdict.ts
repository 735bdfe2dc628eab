// What must hold after a damage: either it is harmless to all that it did not touch, or it is reported, in words
// and with its place.

import { isDeepStrictEqual } from 'node:util';
import { type Catalog, describeProblem, type EntryId, type LoadResult } from '../../src/catalog/index.ts';
import { type Damage, type DamagedFolder, isIn } from './damage.ts';

/** How a damage was met, and what is wrong with that; no faults: as it must be. */
export interface Verdict {
  readonly kind: 'harmless' | 'reported';
  readonly faults: readonly string[];
}

/** What a load is compared with. */
export interface Before {
  readonly catalog: Catalog;
  readonly folder: Pick<DamagedFolder, 'files'>;
}

/** Judges what was loaded from a damaged folder. */
export function judge(loaded: LoadResult, damage: Damage, before: Before): Verdict {
  if (loaded.ok) return { kind: 'harmless', faults: findHarm(loaded.catalog, damage, before) };
  const lines = loaded.problems.map(describeProblem);
  const faults = loaded.problems.flatMap(({ message, remedy }) => findOddWords(message, remedy));
  if (!lines.some((line) => damage.paths.some((path) => isNamed(path, line)))) {
    faults.push(`no problem names it:\n${lines.slice(0, 5).join('\n')}`);
  }
  return { kind: 'reported', faults };
}

function findHarm(catalog: Catalog, damage: Damage, { catalog: whole, folder }: Before): string[] {
  const touched = findTouched(damage, [...whole.entries.keys()], folder.files);
  const isShared = (file: string) => damage.paths.includes(file);
  const answers = [...whole.answers.values()]
    .filter(({ entry }) => !touched.has(entry))
    .filter((answer) => {
      const now = catalog.answers.get(answer.id);
      // The newest source comes first, so that another date in sources.yaml is another order.
      const { sources: _, ...known } = answer;
      return isShared('sources.yaml')
        ? !now || !isDeepStrictEqual({ ...now, sources: [] }, { ...known, sources: [] })
        : !isDeepStrictEqual(now, answer);
    });
  const entries = [...whole.entries.values()]
    .filter(({ id, legs }) => !touched.has(id) && !(isShared('places.yaml') && legs.length > 0))
    .filter((entry) => !isDeepStrictEqual(catalog.entries.get(entry.id), entry));
  const isDeskHarmed = !isShared('desk.yaml') && !isDeepStrictEqual(catalog.desk, whole.desk);
  const harmed = [...[...answers, ...entries].map(({ id }) => id), ...(isDeskHarmed ? ['desk'] : [])];
  return harmed.map((id) => `${id} is not as it was`);
}

/** The entries whose files are damaged, and those that print their facts. */
function findTouched(
  { paths }: Damage,
  entries: readonly EntryId[],
  files: DamagedFolder['files'],
): Set<EntryId> {
  const own = entries.filter((id) => paths.some((path) => isIn(path, id) || isIn(id, path)));
  const others = entries.filter((id) =>
    [...files].some(([file, text]) => isIn(file, id) && own.some((other) => text.includes(`${other}#`))),
  );
  return new Set([...own, ...others]);
}

/** Whether a problem tells of a path: by its file, or by the name of the entry or file that others miss. */
export function isNamed(path: string, line: string): boolean {
  const [kind, slug, file] = path.split('/');
  const entry = slug === undefined ? path : `${kind}/${slug}`;
  const topic = file?.replace(/\.\w\w\.md$/, '');
  return line.includes(entry) && (topic === undefined || line.includes(topic));
}

function findOddWords(message: string, remedy: string): string[] {
  const words = `${message} ${remedy}`;
  // What is quoted from the file may be as odd as the file.
  const odd = /undefined|\[object |\bNaN\b|\n\s+at |Error:/.exec(words.replaceAll(/"[^"]*"/g, ''));
  return [
    ...(odd ? [`it says "${odd[0]}": ${words.slice(0, 300)}`] : []),
    ...(message.trim() === '' || remedy.trim() === '' ? [`it says too little: "${words}"`] : []),
    ...(words.length > MAX_WORDS
      ? [`it says too much, ${words.length} characters: ${words.slice(0, 300)}…`]
      : []),
  ];
}

/** Longer is no line that anybody reads. */
const MAX_WORDS = 600;
