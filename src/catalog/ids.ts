// The ids of the taxonomy: what content, buttons, commands and logs call a thing.
// An entry's id is its folder in content/ (hubs/khorgos); an answer's id adds the topic (hubs/khorgos/about).

/** The kinds of entry; each is a folder of content/. */
export const KINDS = ['hubs', 'facilities', 'routes', 'formats', 'guides'] as const;

/** One of `KINDS`. */
export type Kind = (typeof KINDS)[number];

/** What one entry of a kind is called. */
export const SINGULARS: Readonly<Record<Kind, string>> = {
  hubs: 'hub',
  facilities: 'facility',
  routes: 'route',
  formats: 'format',
  guides: 'guide',
};

/** Reads the name of a kind, of one or of many: facility, facilities. Returns undefined for other words. */
export function kindOf(word: string): Kind | undefined {
  return KINDS.find((kind) => kind === word || SINGULARS[kind] === word);
}

/** The aspects of an entry, in the order in which they are offered. A hub has all, other entries at least `about`. */
export const TOPICS = [
  'about',
  'facilities',
  'routes',
  'regime',
  'take-part',
  'trade',
  'progress',
  'contacts',
] as const;

/** One of `TOPICS`. */
export type Topic = (typeof TOPICS)[number];

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** The name of a fact as texts and `rests_on` write it: its own entry's, or another's with `entry-id#` before it. */
export const FACT_REFERENCE = new RegExp(`^(?:(?:${KINDS.join('|')})/${SLUG}#)?${SLUG}$`);

/** Such as `hubs/khorgos`. */
export type EntryId = string & { readonly brand: 'EntryId' };

/** Such as `hubs/khorgos/about`. */
export type AnswerId = string & { readonly brand: 'AnswerId' };

/** The id of a source in content/sources.yaml. */
export type SourceId = string & { readonly brand: 'SourceId' };

/** What an entry's id looks like. */
export const ENTRY_ID = new RegExp(`^(?:${KINDS.join('|')})/${SLUG}$`);
const ANSWER_ID = new RegExp(`^((?:${KINDS.join('|')})/${SLUG})/(${TOPICS.join('|')})$`);

/** A folder's name in letters, so that an answer's id fits a button (64 bytes with the action and the language). */
const MAX_SLUG_LENGTH = 36;

/** The rule for a folder's name, to the person who chose another. */
export const ID_RULE = `Use lower case letters, digits and single hyphens, ${MAX_SLUG_LENGTH} characters at most.`;

/** What an id's own part may look like: lower case letters, digits, single hyphens. */
export const SLUG_PATTERN = new RegExp(`^${SLUG}$`);

/** Reads an entry's id. Returns undefined for text that is none. */
export function parseEntryId(text: string): EntryId | undefined {
  return ENTRY_ID.test(text) ? (text as EntryId) : undefined;
}

/** Reads an answer's id. Returns undefined for text that is none. */
export function parseAnswerId(text: string): AnswerId | undefined {
  return ANSWER_ID.test(text) ? (text as AnswerId) : undefined;
}

/** Joins an entry's id and a topic to the id of an answer. */
export function answerIdOf(entry: EntryId, topic: Topic): AnswerId {
  return `${entry}/${topic}` as AnswerId;
}

/** Takes the id of an answer apart. */
export function splitAnswerId(id: AnswerId): { readonly entry: EntryId; readonly topic: Topic } {
  const end = id.lastIndexOf('/');
  return { entry: id.slice(0, end) as EntryId, topic: id.slice(end + 1) as Topic };
}

/** Joins a kind and a folder's name to the id of an entry. Returns undefined when the name is no slug or is longer than 36 letters. */
export function entryIdOf(kind: Kind, slug: string): EntryId | undefined {
  const id = parseEntryId(`${kind}/${slug}`);
  return id && fitsButtons(id) ? id : undefined;
}

/** Tells whether an entry's id is short enough for the data of buttons. */
export function fitsButtons(id: EntryId): boolean {
  return id.length - id.indexOf('/') - 1 <= MAX_SLUG_LENGTH;
}

/** Reads a source's id. Returns undefined for text that is no slug. */
export function parseSourceId(text: string): SourceId | undefined {
  return SLUG_PATTERN.test(text) ? (text as SourceId) : undefined;
}
