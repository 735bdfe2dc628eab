// The content folder → raw texts, each with its path. Nothing is interpreted here;
// what can't be read as text is reported.

import { isAscii, isUtf8, transcode } from 'node:buffer';
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { findUnshowable, isCommonText, isLanguage, LANGUAGES, type Language } from '../language/index.ts';
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
  readonly outside: TextFile | undefined;
  readonly desk: TextFile | undefined;
  /** The schemas for editors are there. */
  readonly hasSchemas: boolean;
  readonly problems: readonly Problem[];
}

const TOP_FILES: readonly string[] = [
  'sources.yaml',
  'places.yaml',
  'synonyms.yaml',
  'stopwords.yaml',
  'outside.yaml',
  'desk.yaml',
];

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
/** All entries share sources.yaml and the like. */
const MAX_SHARED_FILE_BYTES = 16 * 1024 * 1024;

/** Some editors begin UTF-8 files with it. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Reads the content folder.
 * @throws ContentFolderError when the folder itself can't be read
 */
export function readContentFolder(root: string): ContentFolder {
  const problems: Problem[] = [];
  const reader = new FolderReader(root, problems);
  const names = reader.list('');
  const entries: EntryFolder[] = [];
  for (const kind of KINDS.filter((name) => names.includes(name))) {
    for (const slug of reader.list(kind)) entries.push(...reader.readEntry(kind, slug));
  }
  for (const name of names.filter((name) => !TOP_NAMES.includes(name))) {
    reader.report(name, `"${name}" has no place in the content folder.`, suggestName(name, TOP_NAMES));
  }
  if (!names.includes('sources.yaml')) {
    reader.report('sources.yaml', 'the file is missing.', 'Restore it: every fact names a source in it.');
  }
  const readTop = (name: string) =>
    names.includes(name) ? reader.readText(name, MAX_SHARED_FILE_BYTES) : undefined;
  return {
    entries,
    sources: readTop('sources.yaml'),
    places: readTop('places.yaml'),
    synonyms: readTop('synonyms.yaml'),
    stopwords: readTop('stopwords.yaml'),
    outside: readTop('outside.yaml'),
    desk: readTop('desk.yaml'),
    hasSchemas: names.includes(SCHEMAS_FOLDER),
    problems,
  };
}

/** The YAML files that could be read. */
export function yamlFilesOf(folder: ContentFolder): TextFile[] {
  const { entries, sources, places, synonyms, stopwords, outside, desk } = folder;
  const shared = [sources, places, synonyms, stopwords, outside, desk];
  const files = [...shared, ...entries.map(({ entry }) => entry)];
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
  list(path: string): string[] {
    return this.readFolder(path)
      .filter(({ name }) => !/^\.|~$|\.sw.$|^Thumbs\.db$/.test(name))
      .filter((found) => !found.isSymbolicLink() || this.leadsInside(path, found.name))
      .map(({ name }) => name)
      .sort();
  }

  private readFolder(path: string): Dirent[] {
    try {
      return readdirSync(join(this.root, path), { withFileTypes: true });
    } catch (cause) {
      if (path === '') {
        throw new ContentFolderError(
          `CONTENT_DIR: the content folder ${this.root} can't be read. Set it like this: CONTENT_DIR=./content`,
          { cause },
        );
      }
      this.report(path, 'this is no readable folder.', 'Remove it or mend its permissions.');
      return [];
    }
  }

  /** A link may lead to another place of the content folder, as container platforms lay files out, not out of it. */
  private leadsInside(path: string, name: string): boolean {
    const link = path === '' ? name : `${path}/${name}`;
    try {
      if (realpathSync(join(this.root, link)).startsWith(realpathSync(this.root) + sep)) return true;
      this.report(link, 'this link leads out of the content folder.', 'Put the file itself here.');
    } catch {
      this.report(link, 'this link leads nowhere.', 'Remove it, or put the file itself here.');
    }
    return false;
  }

  readText(path: string, maxBytes = MAX_FILE_BYTES): TextFile | undefined {
    try {
      const found = statSync(join(this.root, path));
      if (!found.isFile()) {
        this.report(path, 'this is no file.', 'Remove it, or put a text file in its place.');
        return undefined;
      }
      if (found.size > maxBytes) {
        this.report(path, 'the file is too large to be content.', `Keep it under ${maxBytes / 1024} KB.`);
        return undefined;
      }
      const bytes = readFileSync(join(this.root, path));
      if (!isUtf8(bytes)) return this.reportEncoding(path);
      const text = decodeUtf8(bytes).replace(BYTE_ORDER_MARK, '').replaceAll('\r\n', '\n');
      const file = this.nameOf(path);
      if (isCommonText(text)) return { file, text };
      this.reportUnshowable(path, text);
      return { file, text: text.normalize('NFC') };
    } catch {
      return this.reportEncoding(path);
    }
  }

  private reportEncoding(path: string): undefined {
    this.report(path, "the file can't be read as UTF-8 text.", 'Save it again as UTF-8.');
  }

  private reportUnshowable(path: string, text: string): void {
    const found = findUnshowable(text);
    if (!found) return;
    const message = `here is a character that can't be shown (${found.name}).`;
    const remedy =
      'Remove it. Where there are many, the file was saved in another encoding: save it as UTF-8.';
    const line = text.slice(0, found.offset).split('\n').length;
    this.problems.push({ file: this.nameOf(path), line, message, remedy });
  }

  readEntry(kind: Kind, slug: string): EntryFolder[] {
    const folder = `${kind}/${slug}`;
    const id = entryIdOf(kind, slug);
    if (!id) {
      this.report(folder, `"${slug}" can't be an id.`, ID_RULE);
      return [];
    }
    const names = this.list(folder);
    const answers = new Map<Topic, Map<Language, TextFile | undefined>>();
    for (const name of names.filter((name) => name !== 'entry.yaml')) {
      const place = parseAnswerName(name);
      if (!place) {
        this.reportStray(folder, name);
        continue;
      }
      const text = this.readText(`${folder}/${name}`);
      const texts = answers.get(place.topic) ?? new Map<Language, TextFile | undefined>();
      answers.set(place.topic, texts.set(place.language, text));
    }
    const entry = names.includes('entry.yaml') ? this.readText(`${folder}/entry.yaml`) : undefined;
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

/** `transcode` takes a quarter of the time that `toString` takes for Cyrillic; Latin texts are smaller as such. */
function decodeUtf8(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
}

function parseAnswerName(name: string): { topic: Topic; language: Language } | undefined {
  const [, stem, language] = /^([a-z-]+)\.([a-z]{2})\.md$/.exec(name) ?? [];
  const topic = TOPICS.find((known) => known === stem);
  return topic && isLanguage(language) ? { topic, language } : undefined;
}
