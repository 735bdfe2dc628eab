// Environment → one checked, typed Config. Read once, at the start; a wrong value names its variable.

import { z } from 'zod';

/** Where Torap's files are. */
export interface Folders {
  readonly contentDir: string;
  readonly localesDir: string;
  readonly dataDir: string;
}

/** How updates reach the bot. */
export type Intake =
  | { readonly kind: 'preview' }
  | { readonly kind: 'polling'; readonly token: string; readonly apiRoot: string }
  | {
      readonly kind: 'webhook';
      readonly token: string;
      readonly apiRoot: string;
      readonly url: string;
      readonly secret: string;
    };

/** All settings, checked. */
export interface Config {
  readonly intake: Intake;
  readonly folders: Folders;
  /** Where the HTTP server listens; port 0 takes any free one. */
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  /** Telegram's numbers of those who may ask how content stands. */
  readonly adminIds: readonly number[];
  /** The number of the desk's group; undefined: inquiries are only kept. */
  readonly staffChat: number | undefined;
  /** Variables that are set but do nothing in this version. */
  readonly unused: readonly string[];
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** How much is logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting with a wrong value; the message is one line that names it and shows a right one. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const variable = {
  token: z.string().regex(/^\d+:[\w-]{20,}$/),
  address: z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, '')),
  webhook: z.url({ protocol: /^https?$/ }),
  secret: z.string().regex(/^[\w-]{16,256}$/),
  port: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value <= 65_535),
  host: z.string().regex(/^[\w.:-]+$/),
  logLevel: z.enum(LOG_LEVELS),
  chat: z.string().regex(/^-\d+$/),
  admins: z.string().regex(/^\d+(\s*,\s*\d+)*$/),
  flag: z.enum(['on', 'off', 'true', 'false', '1', '0']),
};

/**
 * Reads only what says where files are; the shell's commands need no more.
 * @throws ConfigError never today; folders are checked by those who read them
 */
export function readFolders(environment: Environment): Folders {
  return {
    contentDir: environment.CONTENT_DIR || './content',
    localesDir: environment.LOCALES_DIR || './locales',
    dataDir: environment.DATA_DIR || './data',
  };
}

/**
 * Reads and checks all settings.
 * @throws ConfigError for the first wrong value
 */
export function readConfig(environment: Environment): Config {
  const read = createReader(environment);
  const token = read('BOT_TOKEN', variable.token, '123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw');
  const apiRoot = read('TELEGRAM_API_ROOT', variable.address, 'https://api.telegram.org');
  const url = read('WEBHOOK_URL', variable.webhook, 'https://bot.example.kz/telegram');
  const secret = read('WEBHOOK_SECRET', variable.secret, 'sixteen-or-more_Letters-and-digits');
  const staffChat = read('STAFF_CHAT_ID', variable.chat, '-1001234567890');
  const admins = read('ADMIN_IDS', variable.admins, '11111111,22222222');
  const metrics = read('METRICS', variable.flag, 'on');
  if (environment.DATABASE_URL) {
    throw new ConfigError(
      'DATABASE_URL: PostgreSQL is not supported in this version. Unset it; DATA_DIR is used.',
    );
  }
  return {
    intake: chooseIntake({ token, apiRoot, url, secret }),
    folders: readFolders(environment),
    host: read('HOST', variable.host, '127.0.0.1') ?? '127.0.0.1',
    port: read('PORT', variable.port, '8080') ?? 8080,
    logLevel: read('LOG_LEVEL', variable.logLevel, 'info') ?? 'info',
    adminIds: (admins ?? '').split(',').filter(Boolean).map(Number),
    staffChat: staffChat === undefined ? undefined : Number(staffChat),
    unused: Object.entries({ METRICS: metrics })
      .filter(([, value]) => value !== undefined)
      .map(([name]) => name),
  };
}

function createReader(environment: Environment) {
  return <T>(name: string, rule: z.ZodType<T>, example: string): T | undefined => {
    const value = environment[name]?.trim();
    if (!value) return undefined;
    const checked = rule.safeParse(value);
    if (checked.success) return checked.data;
    // The value of a secret must not reach the log, so no value is shown.
    throw new ConfigError(`${name} has a value that can't be right. Set it like this: ${name}=${example}`);
  };
}

interface IntakeValues {
  readonly token: string | undefined;
  readonly apiRoot: string | undefined;
  readonly url: string | undefined;
  readonly secret: string | undefined;
}

function chooseIntake({ token, apiRoot = 'https://api.telegram.org', url, secret }: IntakeValues): Intake {
  if (token === undefined) {
    if (url === undefined) return { kind: 'preview' };
    throw new ConfigError(
      'WEBHOOK_URL is set but BOT_TOKEN is not. Set BOT_TOKEN=<the token from @BotFather> too.',
    );
  }
  if (url === undefined) return { kind: 'polling', token, apiRoot };
  if (secret === undefined) {
    throw new ConfigError(
      'WEBHOOK_URL is set but WEBHOOK_SECRET is not. Set WEBHOOK_SECRET=<16 or more letters and digits> too.',
    );
  }
  return { kind: 'webhook', token, apiRoot, url, secret };
}
