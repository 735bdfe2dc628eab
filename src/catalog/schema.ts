// The shape of content files, as zod schemas. What a field means is told in `describe`,
// for the person who edits the file.

import { z } from 'zod';
import { findUnshowable, LANGUAGES, parsePartialDate, SCALES } from '../language/index.ts';
import { LEG_MODES } from './catalog.ts';
import { ENTRY_ID, FACT_REFERENCE, parseEntryId, parseSourceId, SLUG_PATTERN, TOPICS } from './ids.ts';

// What `meta` holds goes into the JSON Schemas only, for what a function checks and they can't see.

const SLUG_RULE = 'Use lower case letters, digits and single hyphens.';

/** What every text is in JSON Schemas: the rest of `textFault` they can't see. */
const TEXT_META = { minLength: 1, pattern: '\\S' };

/**
 * What is wrong with a text that may be so long; undefined when nothing is.
 * What YAML writes as "\\0" or "\\uD800" is found here, not in the file.
 */
function textFault(value: string, length: number): string | undefined {
  if (value === '') return 'it is empty';
  if (value.length > length) return `it is longer than ${length} characters`;
  return findUnshowable(value) && "it holds a character that can't be shown";
}

/** A text of at most so many characters. */
function textUpTo(length: number) {
  return z
    .string()
    .trim()
    .check(({ value, issues }) => {
      const message = textFault(value, length);
      if (message !== undefined) issues.push({ code: 'custom', input: value, message });
    })
    .meta(TEXT_META);
}

/** A list of texts. Content holds tens of thousands of them, so that they are looked at together. */
function textsUpTo(length: number) {
  return z
    .array(z.string().meta(TEXT_META))
    .overwrite((texts) => texts.map((value) => value.trim()))
    .check(({ value: texts, issues }) => {
      texts.forEach((input, place) => {
        const message = textFault(input, length);
        if (message !== undefined) issues.push({ code: 'custom', input, message, path: [place] });
      });
    });
}

const text = textUpTo(1000);
/** What stands on a button, in a list or beside other things in a message. */
const shortText = textUpTo(250);
const shortTexts = textsUpTo(250);

const partialDate = z
  .union([
    z.string().meta({
      pattern: '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$',
      patternErrorMessage: 'Write a year, a month or a day: 2027, 2025-11 or 2025-11-25.',
    }),
    z.number().meta({ multipleOf: 1, minimum: 1000, maximum: 9999 }),
  ])
  .transform((value, context) => {
    const date = parsePartialDate(String(value));
    if (date) return date;
    context.addIssue({
      code: 'custom',
      message: `"${value}" is no date; write a year, a month or a day: 2027, 2025-11 or 2025-11-25`,
    });
    return z.NEVER;
  })
  .describe('A year, a month or a day: 2027, 2025-11 or 2025-11-25.');

const entryId = z
  .string()
  .meta(patternOf(ENTRY_ID, "Write an entry's id, such as hubs/khorgos."))
  .transform((value, context) => {
    const id = parseEntryId(value);
    if (id) return id;
    context.addIssue({ code: 'custom', message: `"${value}" is no entry's id, such as hubs/khorgos` });
    return z.NEVER;
  });

const sourceId = z
  .string()
  .meta(patternOf(SLUG_PATTERN, SLUG_RULE))
  .transform((value, context) => {
    const id = parseSourceId(value);
    if (id) return id;
    context.addIssue({
      code: 'custom',
      message: `"${value}" is no source's id: lower case letters, digits and hyphens`,
    });
    return z.NEVER;
  });

const slug = z
  .string()
  .regex(SLUG_PATTERN, 'use lower case letters, digits and single hyphens')
  .meta(patternOf(SLUG_PATTERN, SLUG_RULE));

/** A pattern as JSON Schemas have it; escapes that only a regular expression's literal needs are left out. */
function patternOf({ source }: RegExp, patternErrorMessage: string) {
  return { pattern: source.replaceAll('\\/', '/'), patternErrorMessage };
}

const sources = z
  .union([sourceId, z.array(sourceId).min(1, 'name at least one source')])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .describe('Where it stands: one id of content/sources.yaml, or a list of them, the best first.');

const words = z.strictObject({ kk: shortText, ru: shortText, en: shortText });
const wordLists = z.strictObject({ kk: shortTexts, ru: shortTexts, en: shortTexts });

const number = z.number().finite();

const factFields = {
  as_of: partialDate.describe('When it was true.'),
  source: sources,
  note: text.optional().describe('For the editors; never shown.'),
};

const figureFact = z.strictObject({
  value: z.union([number, z.tuple([number, number])]).describe('A number, or a range: [13, 17].'),
  scale: z.enum(SCALES).optional().describe('A word between number and unit: 20 million tonnes.'),
  unit: text.describe('A key of "unit" in locales/*.json.'),
  ...factFields,
});
const dateFact = z.strictObject({ date: partialDate, ...factFields });
const literalFact = z.strictObject({
  literal: shortText.describe('Printed as it is: an act number, a phone, an e-mail.'),
  ...factFields,
});
const statementFact = z.strictObject({
  statement: text.describe('What the source says, in English; texts say it in their own words.'),
  ...factFields,
});

const fact = z.union([figureFact, dateFact, literalFact, statementFact]);

const status = z.strictObject({
  state: z
    .enum(['planned', 'building', 'working', 'extending'])
    .describe('extending: it works and is being enlarged. For formats and guides, working: it is in force.'),
  as_of: partialDate.describe('When that was true.'),
  source: sources,
});

const place = z.strictObject({
  name: words,
  address: words,
  latitude: number.min(-90).max(90),
  longitude: number.min(-180).max(180),
  accuracy_km: number.positive().describe('How far off the point may be.'),
});

const factReference = z
  .string()
  .regex(FACT_REFERENCE, "name a fact of this file, or another entry's: facilities/aktau-port#capacity")
  .meta(
    patternOf(
      FACT_REFERENCE,
      "Name a fact of this file, or another entry's: facilities/aktau-port#capacity.",
    ),
  );

const leg = z.strictObject({
  from: slug.describe('A place of content/places.yaml.'),
  to: slug,
  mode: z.enum(LEG_MODES),
  border: entryId.optional().describe('The crossing or port by which the leg passes the border.'),
  time: slug.optional().describe('A fact of this entry: how long it takes.'),
  distance: slug.optional().describe('A fact of this entry: how long the way is.'),
});

const topicRecord = z.strictObject({
  checked: partialDate.describe('When the answer was last compared with its sources.'),
  review: partialDate.describe('Until when that holds.'),
  rests_on: z
    .array(factReference)
    .describe('Facts that the text rests on without printing them, by their ids.'),
  draft: z.boolean().optional().describe('true: shown in previews, never answers.'),
});

/** `entry.yaml`: what is the same in all languages. */
export const entrySchema = z.strictObject({
  name: words.describe('The official short name, as buttons show it.'),
  aliases: wordLists.describe('Other names that people type.'),
  formerly: z
    .array(entryId)
    .min(1)
    .optional()
    .describe('Ids that it had before it was renamed; old buttons that carry them go on working.'),
  neighbour: words.optional().describe('The country that the entry faces.'),
  status: status.optional().describe('Whether it exists yet. May wait while all topics are drafts.'),
  place: place.optional().describe('Where a map pin stands, for what stands in one place.'),
  hubs: z.array(entryId).optional().describe('For formats: the hubs at which it is on offer.'),
  legs: z.array(leg).min(1).optional().describe('For routes: the main way, in order of travel.'),
  links: z.array(entryId).describe('Entries that belong with this one.'),
  topics: z
    .partialRecord(z.enum(TOPICS), topicRecord)
    .describe('Its answers: a hub has all eight topics, other entries at least "about".'),
  facts: z.record(slug, fact).describe('Each figure once, by a name that texts write in braces.'),
});

/** The block between the two lines `---` at the top of an answer's file. */
export const frontMatterSchema = z.strictObject({
  title: text
    .max(60, 'the title is longer than 60 characters')
    .describe('Clear on its own: it is the heading, and a button in lists. No digits.'),
  written: partialDate.optional().describe('When the text was last revised in this language.'),
  questions: shortTexts.describe('As people type them: ten or more, five at least.'),
});

/** `sources.yaml`: every source once. */
export const sourcesSchema = z.record(
  slug,
  z.strictObject({
    publisher: shortText.describe('Who published it, as answers name it.'),
    title: text.optional(),
    url: z
      .url({ protocol: /^https?$/, message: 'it is no web address with http or https' })
      .meta({ pattern: '^https?://\\S+$' }),
    date: partialDate.optional(),
    kind: z.enum(['official', 'press']).describe("official: an owner's page, a state body, a legal act."),
  }),
);

/** `places.yaml`: towns, stations and ports between which routes run. */
export const placesSchema = z.record(
  slug,
  z.strictObject({
    name: words,
    country: z.string().regex(/^[A-Z]{2}$/, 'write the ISO 3166 code, such as KZ'),
    latitude: number.min(-90).max(90),
    longitude: number.min(-180).max(180),
    accuracy_km: number.positive().describe('How far off the point may be.'),
  }),
);

/** `synonyms.yaml`: a language's words of content, each with what people type for it. */
export const synonymsSchema = z.partialRecord(z.enum(LANGUAGES), z.record(text, textsUpTo(1000)));

/** `stopwords.yaml`: words and phrases of each language that say nothing about what is asked. */
export const stopwordsSchema = wordLists;

/** `outside.yaml`: subjects that Torap does not answer on, each with what people type. */
export const outsideSchema = z.record(
  slug,
  wordLists.describe(
    'Questions as people type them. Names of places begin with a capital, other words do not.',
  ),
);

/** A checked `entry.yaml`. */
export type EntryFile = z.output<typeof entrySchema>;

/** A checked fact of `entry.yaml`. */
export type Fact = EntryFile['facts'][string];

/** A checked front matter. */
export type FrontMatter = z.output<typeof frontMatterSchema>;
