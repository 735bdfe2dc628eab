// `torap schemas`: the JSON Schemas by which editors complete and underline content files.

import { findSchemaDrift, writeSchemas } from '../catalog/index.ts';
import { readFolders } from '../config.ts';
import { type Command, readOptions } from './command.ts';

/** Writes the schemas into the content folder, or only says which are out of date. */
export const schemas: Command = {
  usage: `  schemas            writes content/schemas/, and the first lines of YAML files that name them
  schemas --check    says which of these files are out of date; status 1 when any is`,
  async run(args) {
    const { values } = readOptions(args, { check: { type: 'boolean', default: false } });
    const { contentDir } = readFolders(process.env);
    const files = values.check ? await findSchemaDrift(contentDir) : await writeSchemas(contentDir);
    const verb = values.check ? 'out of date' : 'written';
    const lines = files.length === 0 ? ['All are up to date.'] : files.map((file) => `${verb}: ${file}`);
    process.stdout.write(`${lines.join('\n')}\n`);
    return values.check && files.length > 0 ? 1 : 0;
  },
};
