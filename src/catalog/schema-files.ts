// The JSON Schemas on disk, and the lines of YAML files that name them: written, or compared with what they should be.

import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readContentFolder, SCHEMAS_FOLDER, yamlFilesOf } from './folder.ts';
import { contentSchemas, withSchemaLine } from './json-schemas.ts';
import { type FileChange, writeFiles } from './write-files.ts';

/**
 * Lists the files that `writeSchemas` would change, as problems name them: content/schemas/entry.schema.json.
 * @throws ContentFolderError when the content folder can't be read
 */
export async function findSchemaDrift(contentDir: string): Promise<string[]> {
  return (await findChanges(contentDir)).map(({ file }) => file);
}

/**
 * Writes the schemas that are missing or out of date, and the first lines that name them.
 * Returns the files that it changed.
 * @throws ContentFolderError when the content folder can't be read
 * @throws Error when a file can't be written; then none is
 */
export async function writeSchemas(contentDir: string): Promise<string[]> {
  const changes = await findChanges(contentDir);
  await mkdir(join(contentDir, SCHEMAS_FOLDER), { recursive: true });
  await writeFiles(changes);
  return changes.map(({ file }) => file);
}

async function findChanges(contentDir: string): Promise<(FileChange & { readonly file: string })[]> {
  const content = basename(contentDir);
  const schemas = [...contentSchemas()].map(([name, text]) => ({
    file: `${content}/${SCHEMAS_FOLDER}/${name}`,
    text,
  }));
  const named = yamlFilesOf(readContentFolder(contentDir)).map(({ file }) => ({
    file,
    text: undefined,
  }));
  const changes = [];
  for (const { file, text } of [...schemas, ...named]) {
    const inside = file.slice(content.length + 1);
    const path = join(contentDir, inside);
    const before = await readFile(path, 'utf8').catch(() => undefined);
    const after = text ?? withSchemaLine(before ?? '', inside);
    if (before !== after) changes.push({ file, path, text: after });
  }
  return changes;
}
