// Reads the settings, wires the parts, starts and stops them. The only file that knows every part.

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import { type Logger, pino } from 'pino';
import {
  type BotParts,
  createDemoChats,
  createDeskLine,
  describeError,
  isWrongToken,
  startTelegramService,
  type UpdateSource,
} from './bot/index.ts';
import { describeProblem } from './catalog/index.ts';
import { type Config, ConfigError, type Folders, type Intake, readConfig } from './config.ts';
import { expectationText } from './desk/index.ts';
import { createContentDesk } from './editor/index.ts';
import {
  type ContentState,
  createLiveContent,
  createLoader,
  type LiveContent,
  LoaderClosedError,
  readGitCommit,
  type WhyLook,
  watchFolders,
} from './live/index.ts';

import type { ContentReport } from './screens/index.ts';
import { createPreviewRoutes, isLoopback, ListenError, startServer } from './server/index.ts';

import { DataFolderError, openEmbeddedStore, prepareDataFolder, type Store } from './store/index.ts';

/** What runs, and how to stop it. */
interface Running {
  /** Never resolves; rejects when Torap can't go on. */
  readonly failed: Promise<never>;
  readonly close: () => Promise<void>;
}

/** Content that can't be served: told in plain lines, without a stack. */
class ContentError extends Error {
  override readonly name = 'ContentError';
}

/** Content that answers, and how to stop keeping it up to date. */
interface UpToDateContent {
  readonly live: LiveContent;
  readonly close: () => Promise<void>;
}

/** Loads content, and reloads it when files are saved and on SIGHUP. */
async function startContent({ folders }: Config, log: Logger): Promise<UpToDateContent> {
  const onError = (error: unknown) => {
    if (error instanceof LoaderClosedError) return;
    log.error(describeError(error), 'content could not be watched or loaded');
  };
  let live: LiveContent | undefined;
  const onChange = (why: WhyLook) => {
    if (live) void reload(live, why, log).catch(onError);
  };
  const watched = [folders.contentDir, folders.localesDir];
  const watch = await watchFolders(watched, { onChange, onError, quietMs: QUIET_MS });
  const loader = createLoader(folders);
  const loaded = await loader.load();
  if (loaded.kind !== 'loaded') {
    await watch.close();
    await loader.close();
    const errors = loaded.kind === 'refused' ? loaded.errors.map(describeProblem) : [];
    const [only] = errors;
    throw new ContentError(
      errors.length === 1 && only ? only : `Content has mistakes:\n${errors.join('\n')}`,
    );
  }
  const { changes } = watch;
  live = createLiveContent(loaded, { loader, changes, now: Date.now, onError });
  if (changes() > 0) watch.touch();
  process.on('SIGHUP', watch.touch);
  return {
    live,
    close: async () => {
      process.off('SIGHUP', watch.touch);
      await watch.close();
      await loader.close();
    },
  };
}

/** A program that saves a file pauses for less than this. */
const QUIET_MS = 100;

async function reload(live: LiveContent, why: WhyLook, log: Logger): Promise<void> {
  const before = live.state();
  const state = await live.reload();
  if (state !== before && (why === 'changed' || isNews(state, before))) logReload(state, log);
}

/** Whether a look found another version, or other mistakes, than the one before. */
function isNews(state: ContentState, before: ContentState): boolean {
  return state.version !== before.version || !isDeepStrictEqual(state.errors, before.errors);
}

function logReload({ version, errors, warnings }: ContentState, log: Logger): void {
  if (errors.length === 0) {
    log.info({ version, warnings: warnings.length }, 'content was reloaded');
    return;
  }
  const problems = errors.slice(0, LOGGED_PROBLEMS).map(describeProblem);
  log.error(
    { version, problems, count: errors.length },
    'content has mistakes; the last good version goes on answering',
  );
}

/** More of them make a log line that nobody reads. */
const LOGGED_PROBLEMS = 20;

async function reportContent(live: LiveContent, { contentDir }: Folders): Promise<ContentReport> {
  const { version, loadedAt, errors, warnings } = live.state();
  return {
    version,
    loadedAt,
    commit: await readGitCommit(contentDir),
    errors: errors.map(describeProblem),
    warnings: warnings.map(describeProblem),
  };
}

async function openStore({ folders, intake }: Config, log: Logger): Promise<Store> {
  // The preview's demo people must not meet the chats of real ones.
  const dataDir = intake.kind === 'preview' ? join(folders.dataDir, 'preview') : folders.dataDir;
  await prepareDataFolder(dataDir);
  return openEmbeddedStore(dataDir, {
    now: Date.now,
    onDamaged: (file, cause) => log.error({ file, ...describeError(cause) }, 'a damaged file was set aside'),
  });
}

interface Ground {
  readonly live: LiveContent;
  readonly store: Store;
  readonly log: Logger;
}

/** As many that no id comes twice, and so few that buttons (64 bytes) have room for one beside an answer's id. */
const ID_BYTES = 9;

function prepareParts({ folders, adminIds, staffChat }: Config, { live, store, log }: Ground): BotParts {
  return {
    catalog: () => live.current().catalog,
    phrases: () => live.current().phrases,
    contentReport: () => reportContent(live, folders),
    adminIds,
    store,
    desk: createDeskLine({ store, staffChat, now: Date.now }),
    newId: () => randomBytes(ID_BYTES).toString('base64url'),
    expectation: (speech) => {
      const { desk } = live.current().catalog;
      return desk && expectationText(Date.now(), desk, speech);
    },
    now: Date.now,
    log,
  };
}

async function startPreview(
  { host, port, folders }: Config,
  live: LiveContent,
  { parts, log }: { readonly parts: BotParts; readonly log: Logger },
): Promise<Running> {
  const closing = new AbortController();
  const content = isLoopback(host) ? createContentDesk({ live, folders, now: Date.now }) : undefined;
  const server = await startServer({
    host,
    port,
    health: () => ({ ok: true, intake: 'preview', answers: parts.catalog().answers.size }),
    preview: createPreviewRoutes(createDemoChats(parts), { host, content, closing: closing.signal }),
    onError: (error) => log.error(describeError(error), 'a request failed'),
  });
  log.info({ url: server.url }, 'listening');
  process.stdout.write(`
Open ${server.url} to talk to Torap. To run it in Telegram, set BOT_TOKEN.
${content ? `Open ${server.url}/content to see what Torap knows, and to change it.` : 'What Torap knows can be seen and changed with HOST=127.0.0.1 only.'}

`);
  return {
    failed: new Promise(() => {}),
    close: () => {
      closing.abort();
      return server.close();
    },
  };
}

type TelegramIntake = Exclude<Intake, { kind: 'preview' }>;

async function startTelegram(
  { host, port }: Config,
  intake: TelegramIntake,
  { parts, log }: { readonly parts: BotParts; readonly log: Logger },
): Promise<Running> {
  const { token, apiRoot } = intake;
  const source: UpdateSource = intake.kind === 'webhook' ? intake : { kind: 'polling' };
  const service = startTelegramService(parts, { token, apiRoot }, source);
  const { webhook } = service;
  const server = await startServer({
    host,
    port,
    health: () => ({ ...service.health(), answers: parts.catalog().answers.size }),
    ...(webhook &&
      intake.kind === 'webhook' && { webhook: { path: new URL(intake.url).pathname, handle: webhook } }),
    // Longer than updates are given to finish: Telegram must hear that they are done.
    closeTimeoutMs: 8_500,
    onError: (error) => log.error(describeError(error), 'a request failed'),
  });
  log.info({ url: server.url }, 'listening');
  return {
    failed: service.failed,
    close: async () => {
      // Webhook requests under way are answered when their updates are done, so the two close together.
      await Promise.all([service.close(), server.close()]);
    },
  };
}

async function main(): Promise<void> {
  const signalled = new Promise<string>((resolve) => {
    // Under npm one Ctrl-C comes twice, from the terminal and from npm; the second must not kill what finishes.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve(signal));
  });
  if (existsSync('.env')) loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  if (config.unused.length > 0)
    log.warn({ settings: config.unused }, 'these settings do nothing in this version');
  // First: a second process on the same folder is refused at once.
  const store = await openStore(config, log);
  const content = await startContent(config, log);
  const parts = prepareParts(config, { live: content.live, store, log });
  const { intake } = config;
  const running =
    intake.kind === 'preview'
      ? await startPreview(config, content.live, { parts, log })
      : await startTelegram(config, intake, { parts, log });
  const signal = await Promise.race([signalled, running.failed]);
  log.info({ signal }, 'stopping');
  await content.close();
  await running.close();
  await store.close();
  log.info('stopped');
}

const MENDABLE = [ConfigError, ListenError, ContentError, DataFolderError];

/** What the operator can mend is told in one line; anything else with its stack. */
function describeFailure(error: unknown): string {
  if (isWrongToken(error)) {
    return 'BOT_TOKEN: Telegram does not know this token. Copy it from @BotFather: BOT_TOKEN=123456:AAH…';
  }
  if (MENDABLE.some((kind) => error instanceof kind) && error instanceof Error) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(2);
}
