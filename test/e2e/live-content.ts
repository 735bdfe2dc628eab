// The started process on content of its own that a test may change, and what it may answer by the files as they are.

import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { readContent } from '../../src/live/index.ts';
import { replyScreen, screenContext } from '../../src/screens/index.ts';
import { ask as search } from '../../src/search/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { OutputLine, TorapProcess } from './process.ts';
import type { EndToEnd } from './setup.ts';
import { parseHtml } from './telegram/html.ts';
import type { Person } from './telegram/index.ts';

/** A copy of the project's content and interface strings, gone when the test is over. */
export interface ContentCopy {
  readonly contentDir: string;
  readonly localesDir: string;
}

/** Content as the process should answer from it; undefined where it should refuse it. */
export type WholeContent = NonNullable<Awaited<ReturnType<typeof readContent>>['whole']>;

/** Reads the files as the process does. */
export async function readWhole(folders: ContentCopy): Promise<WholeContent | undefined> {
  // What the process says of files that can't be read at all is seen in its log.
  const read = await readContent(folders, Date.now()).catch(() => undefined);
  return read?.whole;
}

/** The text that answers a Russian question. */
export function textOf(question: string, { catalog, phrases }: WholeContent): string {
  const found = search(question, { language: 'ru' }, catalog);
  const context = screenContext(found.language, phrases, catalog);
  const { html } = replyScreen(found, { now: Date.now(), chatLanguage: 'ru' }, context);
  return parseHtml(html).text.trim();
}

/** A process that answers from a copy, and a person who asks. */
export interface LiveTorap {
  readonly folders: ContentCopy;
  readonly torap: TorapProcess;
  /** Asks in a chat of its own, and resolves to the text of the answer. */
  readonly ask: (question: string) => Promise<string>;
  /** Begins to wait for what the process says of content from now on. */
  readonly listen: () => Listening;
}

/** What the process logs of a look at the files. */
export interface Listening {
  /** Resolves when it says that content was reloaded. */
  readonly reloaded: () => Promise<OutputLine>;
  /** Resolves when it says that content has mistakes, one of them such. */
  readonly refused: (isSuch?: (problem: string) => boolean) => Promise<OutputLine>;
}

/** A look takes a second; on a machine that is busy with other things, many. */
const LOOK_MS = 60_000;

/** Starts it all. */
export async function startLiveTorap({ startTelegram, startTorap }: EndToEnd): Promise<LiveTorap> {
  const folder = await temporaryFolder();
  const folders = { contentDir: join(folder, 'content'), localesDir: join(folder, 'locales') };
  await cp('content', folders.contentDir, { recursive: true });
  await cp('locales', folders.localesDir, { recursive: true });
  const telegram = await startTelegram({ deadlineMs: 40_000 });
  const places = { CONTENT_DIR: folders.contentDir, LOCALES_DIR: folders.localesDir };
  const torap = await startTorap({ env: { ...telegram.env, ...places } });
  let people = 0;
  // Each question comes from another chat: in one chat it might go on from the answer before.
  const ask = (question: string): Promise<string> => {
    people += 1;
    return askOne(telegram.user({ id: 700 + people, first_name: 'A', language_code: 'ru' }), question);
  };
  return { folders, torap, ask, listen: () => listenTo(torap) };
}

async function askOne(person: Person, question: string): Promise<string> {
  person.say(question);
  return (await person.next()).text ?? '';
}

function listenTo(torap: TorapProcess): Listening {
  const from = torap.lines.length;
  const wait = (matches: (fields: OutputLine['fields']) => boolean) =>
    torap.waitForLine((line) => torap.lines.indexOf(line) >= from && matches(line.fields), LOOK_MS);
  return {
    reloaded: () => wait(({ msg }) => msg === 'content was reloaded'),
    refused: (isSuch = () => true) =>
      wait(({ msg, problems }) => {
        const all: readonly unknown[] = Array.isArray(problems) ? problems : [];
        return (
          String(msg).startsWith('content has mistakes') && all.some((problem) => isSuch(String(problem)))
        );
      }),
  };
}
