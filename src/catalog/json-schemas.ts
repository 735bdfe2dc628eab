// The shape of content files as JSON Schemas, made from the schemas that the check itself uses, so that an editor
// (VS Code with the YAML extension, JetBrains, Neovim …) completes and underlines what the check would refuse.
// A YAML file names its schema in its first line. No editor reads such a line in the front matter of Markdown;
// answer.schema.json is for programs that look into it.

import { toJSONSchema, type z } from 'zod';
import { deskSchema } from './desk-schema.ts';
import { SCHEMAS_FOLDER, type TextFile } from './folder.ts';
import type { Problem } from './problem.ts';
import {
  entrySchema,
  frontMatterSchema,
  outsideSchema,
  placesSchema,
  sourcesSchema,
  stopwordsSchema,
  synonymsSchema,
} from './schema.ts';

const SCHEMAS = {
  entry: { schema: entrySchema, about: 'entry.yaml: what is the same in all languages.' },
  answer: { schema: frontMatterSchema, about: 'The block between the lines --- of an answer.' },
  sources: { schema: sourcesSchema, about: 'sources.yaml: every source once, by its id.' },
  places: { schema: placesSchema, about: 'places.yaml: where routes run, by ids.' },
  synonyms: { schema: synonymsSchema, about: "synonyms.yaml: content's words, and what people type." },
  stopwords: { schema: stopwordsSchema, about: 'stopwords.yaml: words that say nothing of what is asked.' },
  outside: { schema: outsideSchema, about: 'outside.yaml: questions that are not for Torap, by subject.' },
  desk: { schema: deskSchema, about: 'desk.yaml: when people answer what is left at the desk.' },
} as const;

/** The JSON Schemas: the text of each file by its name. */
export function contentSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, { schema, about }]) => [
      fileOf(name),
      `${JSON.stringify({ title: about, ...toEditorSchema(schema) }, undefined, 2)}\n`,
    ]),
  );
}

function fileOf(name: string): string {
  return `${name}.schema.json`;
}

/** Draft 7 is what editors' YAML support knows whole. */
function toEditorSchema(schema: z.ZodType): object {
  return toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      // A web address of content may hold Cyrillic letters, which the format "uri" refuses.
      if (jsonSchema.format === 'uri') delete jsonSchema.format;
      const names = jsonSchema.propertyNames;
      if (typeof names !== 'object' || !names.enum) return;
      // Editors complete keys that are listed, not those of "propertyNames".
      const value = jsonSchema.additionalProperties;
      jsonSchema.properties = Object.fromEntries(names.enum.map((name) => [String(name), value ?? {}]));
      jsonSchema.additionalProperties = false;
      delete jsonSchema.propertyNames;
    },
  });
}

/**
 * The first line of a YAML file, by which editors find its schema.
 * @param path the file in the content folder, such as hubs/khorgos/entry.yaml or sources.yaml
 */
export function schemaLine(path: string): string {
  const folders = path.split('/');
  const name = (folders.pop() ?? '').replace(/\.yaml$/, '');
  const way = folders.length === 0 ? './' : '../'.repeat(folders.length);
  return `# yaml-language-server: $schema=${way}${SCHEMAS_FOLDER}/${fileOf(name)}`;
}

/** Puts the line that names the schema first, in place of another such line. */
export function withSchemaLine(text: string, path: string): string {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const rest = text.slice(mark.length).replace(/^# yaml-language-server:[^\n]*(?:\n|$)/, '');
  return `${mark}${schemaLine(path)}${end}${rest}`;
}

/** Warns of a YAML file whose first line names no schema or a wrong one. */
export function checkSchemaLine({ file, text }: TextFile): Problem[] {
  const line = schemaLine(file.slice(file.indexOf('/') + 1));
  if (text === line || text.startsWith(`${line}\n`)) return [];
  const message = 'the first line does not name the schema by which editors complete and underline.';
  return [{ file, line: 1, message, remedy: `Let it be: ${line}` }];
}
