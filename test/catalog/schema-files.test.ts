// The schemas and the lines that name them, on disk.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSchemaDrift, writeSchemas } from '../../src/catalog/index.ts';
import { VALID_CONTENT, writeContent } from './content-tree.ts';

describe('writeSchemas', () => {
  it('writes schemas and first lines once, and nothing more after that', async () => {
    const folder = await writeContent(VALID_CONTENT);
    const drift = await findSchemaDrift(folder);
    expect(drift).toContain('content/schemas/entry.schema.json');
    expect(drift).toContain('content/facilities/port/entry.yaml');
    expect(await writeSchemas(folder)).toEqual(drift);
    expect(await readFile(join(folder, 'sources.yaml'), 'utf8')).toBe(
      `# yaml-language-server: $schema=./schemas/sources.schema.json\n${VALID_CONTENT['sources.yaml']}`,
    );
    expect(await findSchemaDrift(folder)).toEqual([]);
    expect(await writeSchemas(folder)).toEqual([]);
  });

  it('tells a schema that is out of date, and leaves no file of its own behind', async () => {
    const folder = await writeContent(VALID_CONTENT);
    await writeSchemas(folder);
    await writeFile(join(folder, 'schemas/places.schema.json'), '{}');
    expect(await findSchemaDrift(folder)).toEqual(['content/schemas/places.schema.json']);
    await writeSchemas(folder);
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});
