// A small content folder whose answers can be told apart: each bears a mark of its own, so that it is plain which
// question a message answers. A few entries, because the program is started hundreds of times.

import { answerFile, type ContentFiles, VALID_CONTENT, writeContent } from '../catalog/content-tree.ts';

/** What can be asked about: words that are not alike. */
export const NAMES = [
  'falcon',
  'walnut',
  'granite',
  'pelican',
  'octagon',
  'thimble',
  'meadow',
  'lantern',
  'quartz',
  'zeppelin',
  'biscuit',
  'harpoon',
  'juniper',
  'sapphire',
  'cobweb',
  'volcano',
] as const;

/** One of `NAMES`. */
export type Name = (typeof NAMES)[number];

/** Writes the folder; it goes with the running test. */
export async function writeMarkedContent(): Promise<string> {
  const entries = NAMES.map((name): ContentFiles => {
    const folder = `facilities/${name}`;
    const text = answerFile(name, `${markOf(name)}.`);
    return {
      [`${folder}/entry.yaml`]: entryFile(name),
      [`${folder}/about.kk.md`]: text,
      [`${folder}/about.ru.md`]: text,
      [`${folder}/about.en.md`]: text,
    };
  });
  return writeContent(Object.assign({ ...VALID_CONTENT }, ...entries));
}

/** The question that is answered with that name's mark. */
export function questionAbout(name: Name): string {
  return `where is the ${name}`;
}

/** What only the answer to that question says. */
export function markOf(name: Name): string {
  return `Mark of ${name}`;
}

function entryFile(name: Name): string {
  return `name: { kk: ${name}, ru: ${name}, en: ${name} }
aliases: { kk: [], ru: [], en: [] }
status: { state: planned, as_of: 2025, source: port-site }
links: []
topics:
  about: { checked: 2026-11-24, review: 2027-11-24, rests_on: [] }
facts: {}
`;
}
