// The content folder → raw texts, each with its path. Nothing is interpreted here;
// what can't be read as text is reported.

import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isLanguage, LANGUAGES, type Language } from '../language/index.ts';
import { type EntryId, entryIdOf, ID_RULE, KINDS, type Kind, TOPICS, type Topic } from './ids.ts';
import { type Problem, suggestName } from './problem.ts';

/** A text and the path by which problems name it. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** An entry's folder as it stands on disk. */
export interface EntryFolder {
  readonly id: EntryId;
  readonly folder: string;
  readonly entry: TextFile | undefined;
  /** A file that is there and can't be read is undefined. */
  readonly answers: ReadonlyMap<Topic, ReadonlyMap<Language, TextFile | undefined>>;
}

/** All of the content folder as text. */
export interface ContentFolder {
  readonly entries: readonly EntryFolder[];
  /** Undefined when it is missing or can't be read, which `problems` then tells. */
  readonly sources: TextFile | undefined;
  readonly places: TextFile | undefined;
  readonly synonyms: TextFile | undefined;
  readonly stopwords: TextFile | undefined;
  /** The schemas for editors are there. */
  readonly hasSchemas: boolean;
  readonly problems: readonly Problem[];
}

const TOP_FILES: readonly string[] = ['sources.yaml', 'places.yaml', 'synonyms.yaml', 'stopwords.yaml'];

/** The folder of the JSON Schemas in the content folder. */
export const SCHEMAS_FOLDER = 'schemas';

/** What has a place in the content folder. The schemas are for editors; they are not read. */
const TOP_NAMES: readonly string[] = [...KINDS, ...TOP_FILES, SCHEMAS_FOLDER];

/** The content folder can't be read; the message names the setting. */
export class ContentFolderError extends Error {
  override readonly name = 'ContentFolderError';
}

/** Files larger than this are no content; reading them would only cost memory. */
const MAX_FILE_BYTES = 256 * 1024;

/**
 * Reads the content folder.
 * @throws ContentFolderError when the folder itself can't be read
 */
export async function readContentFolder(root: string): Promise<ContentFolder> {
  const problems: Problem[] = [];
  const reader = new FolderReader(root, problems);
  const names = await reader.list('');
  const entries: EntryFolder[] = [];
  for (const kind of KINDS.filter((name) => names.includes(name))) {
    for (const slug of await reader.list(kind)) entries.push(...(await reader.readEntry(kind, slug)));
  }
  for (const name of names.filter((name) => !TOP_NAMES.includes(name))) {
    reader.report(name, `"${name}" has no place in the content folder.`, suggestName(name, TOP_NAMES));
  }
  if (!names.includes('sources.yaml')) {
    reader.report('sources.yaml', 'the file is missing.', 'Restore it: every fact names a source in it.');
  }
  const readTop = (name: string) => (names.includes(name) ? reader.readText(name) : undefined);
  return {
    entries,
    sources: await readTop('sources.yaml'),
    places: await readTop('places.yaml'),
    synonyms: await readTop('synonyms.yaml'),
    stopwords: await readTop('stopwords.yaml'),
    hasSchemas: names.includes(SCHEMAS_FOLDER),
    problems,
  };
}

/** The YAML files that could be read. */
export function yamlFilesOf(folder: ContentFolder): TextFile[] {
  const { entries, sources, places, synonyms, stopwords } = folder;
  const files = [sources, places, synonyms, stopwords, ...entries.map(({ entry }) => entry)];
  return files.filter((file) => file !== undefined);
}

class FolderReader {
  private readonly root: string;
  private readonly problems: Problem[];

  constructor(root: string, problems: Problem[]) {
    this.root = root;
    this.problems = problems;
  }

  /** The path as problems name it: from the content folder on. */
  nameOf(path: string): string {
    return path === '' ? basename(this.root) : `${basename(this.root)}/${path}`;
  }

  report(path: string, message: string, remedy: string): void {
    this.problems.push({ file: this.nameOf(path), message, remedy });
  }

  /** The names in a folder, sorted; what the system and editors leave behind (.DS_Store, x~) is passed over. */
  async list(path: string): Promise<string[]> {
    const names = await readdir(join(this.root, path)).catch((cause: unknown) => {
      if (path === '')
        throw new ContentFolderError(
          `CONTENT_DIR: the content folder ${this.root} can't be read. Set it like this: CONTENT_DIR=./content`,
          { cause },
        );
      this.report(path, 'this is no readable folder.', 'Remove it or mend its permissions.');
      return [];
    });
    return names.filter((name) => !/^\.|~$|\.sw.$|^Thumbs\.db$/.test(name)).sort();
  }

  async readText(path: string): Promise<TextFile | undefined> {
    try {
      const { size } = await stat(join(this.root, path));
      if (size > MAX_FILE_BYTES) {
        this.report(
          path,
          'the file is too large to be content.',
          `Keep it under ${MAX_FILE_BYTES / 1024} KB.`,
        );
        return undefined;
      }
      const bytes = await readFile(join(this.root, path));
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return { file: this.nameOf(path), text: text.replaceAll('\r\n', '\n').normalize('NFC') };
    } catch {
      this.report(path, "the file can't be read as UTF-8 text.", 'Save it again as UTF-8.');
      return undefined;
    }
  }

  async readEntry(kind: Kind, slug: string): Promise<EntryFolder[]> {
    const folder = `${kind}/${slug}`;
    const id = entryIdOf(kind, slug);
    if (!id) {
      this.report(folder, `"${slug}" can't be an id.`, ID_RULE);
      return [];
    }
    const names = await this.list(folder);
    const answers = new Map<Topic, Map<Language, TextFile | undefined>>();
    for (const name of names.filter((name) => name !== 'entry.yaml')) {
      const place = parseAnswerName(name);
      if (!place) {
        this.reportStray(folder, name);
        continue;
      }
      const text = await this.readText(`${folder}/${name}`);
      const texts = answers.get(place.topic) ?? new Map<Language, TextFile | undefined>();
      answers.set(place.topic, texts.set(place.language, text));
    }
    const entry = names.includes('entry.yaml') ? await this.readText(`${folder}/entry.yaml`) : undefined;
    if (!names.includes('entry.yaml')) {
      this.report(
        folder,
        'the entry has no entry.yaml.',
        'Add it; copy the one of another entry and change it.',
      );
    }
    return [{ id, folder: this.nameOf(folder), entry, answers }];
  }

  private reportStray(folder: string, name: string): void {
    const known = TOPICS.flatMap((topic) => LANGUAGES.map((language) => `${topic}.${language}.md`));
    this.report(
      `${folder}/${name}`,
      'the file is neither entry.yaml nor an answer such as about.ru.md.',
      suggestName(name, ['entry.yaml', ...known]),
    );
  }
}

function parseAnswerName(name: string): { topic: Topic; language: Language } | undefined {
  const [, stem, language] = /^([a-z-]+)\.([a-z]{2})\.md$/.exec(name) ?? [];
  const topic = TOPICS.find((known) => known === stem);
  return topic && isLanguage(language) ? { topic, language } : undefined;
}
