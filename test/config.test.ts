import { describe, expect, it } from 'vitest';
import { ConfigError, type Environment, readConfig, readFolders } from '../src/config.ts';

const TOKEN = '123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const WEBHOOK = {
  BOT_TOKEN: TOKEN,
  WEBHOOK_URL: 'https://bot.example.kz/telegram',
  WEBHOOK_SECRET: 'sixteen-or-more_Letters',
};

/** The message with which a wrong environment is refused. */
function complaintOf(environment: Environment): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the environment was accepted');
}

describe('readConfig', () => {
  it('needs nothing: a browser preview on this machine', () => {
    expect(readConfig({})).toEqual({
      intake: { kind: 'preview' },
      folders: { contentDir: './content', localesDir: './locales', dataDir: './data' },
      host: '127.0.0.1',
      port: 8080,
      logLevel: 'info',
      adminIds: [],
      staffChat: undefined,
      unused: [],
    });
  });

  it('polls when it has a token', () => {
    expect(readConfig({ BOT_TOKEN: TOKEN }).intake).toEqual({
      kind: 'polling',
      token: TOKEN,
      apiRoot: 'https://api.telegram.org',
    });
  });

  it('serves a webhook when it has an address and a secret as well', () => {
    expect(readConfig(WEBHOOK).intake).toEqual({
      kind: 'webhook',
      token: TOKEN,
      apiRoot: 'https://api.telegram.org',
      url: 'https://bot.example.kz/telegram',
      secret: 'sixteen-or-more_Letters',
    });
  });

  it.each<[string, Environment, object]>([
    [
      'TELEGRAM_API_ROOT',
      { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/' },
      { intake: { apiRoot: 'http://127.0.0.1:8081' } },
    ],
    ['HOST', { HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    ['HOST', { HOST: '::1' }, { host: '::1' }],
    ['HOST', { HOST: 'localhost' }, { host: 'localhost' }],
    ['PORT', { PORT: '0' }, { port: 0 }],
    ['PORT', { PORT: '65535' }, { port: 65_535 }],
    ['LOG_LEVEL', { LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
    ['CONTENT_DIR', { CONTENT_DIR: '/srv/content' }, { folders: { contentDir: '/srv/content' } }],
    ['LOCALES_DIR', { LOCALES_DIR: '/srv/locales' }, { folders: { localesDir: '/srv/locales' } }],
    ['DATA_DIR', { DATA_DIR: '/srv/data' }, { folders: { dataDir: '/srv/data' } }],
    ['STAFF_CHAT_ID', { STAFF_CHAT_ID: '-1001234567890' }, { staffChat: -1001234567890, unused: [] }],
    ['ADMIN_IDS', { ADMIN_IDS: '11, 22,33' }, { adminIds: [11, 22, 33], unused: [] }],
    ['METRICS', { METRICS: 'on' }, { unused: ['METRICS'] }],
  ])('reads %s from %j', (_, environment, expected) => {
    expect(readConfig(environment)).toMatchObject(expected);
  });

  it('passes over white space around a value', () => {
    expect(readConfig({ PORT: ' 9000\n' }).port).toBe(9000);
  });

  it('takes an empty value for none', () => {
    const names = [
      ...['BOT_TOKEN', 'TELEGRAM_API_ROOT', 'WEBHOOK_URL', 'WEBHOOK_SECRET', 'PORT', 'HOST', 'LOG_LEVEL'],
      ...['CONTENT_DIR', 'LOCALES_DIR', 'DATA_DIR', 'DATABASE_URL', 'STAFF_CHAT_ID', 'ADMIN_IDS', 'METRICS'],
    ];
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}));
  });
});

describe('a wrong value', () => {
  it.each([
    ['BOT_TOKEN', 'SECRET-without-a-number', '123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'],
    ['BOT_TOKEN', '123456:short', '123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'],
    ['TELEGRAM_API_ROOT', 'telegram.example.kz', 'https://api.telegram.org'],
    ['TELEGRAM_API_ROOT', 'ftp://api.telegram.org', 'https://api.telegram.org'],
    ['WEBHOOK_URL', 'bot.example.org/hook', 'https://bot.example.kz/telegram'],
    ['WEBHOOK_SECRET', 'too-short', 'sixteen-or-more_Letters-and-digits'],
    ['WEBHOOK_SECRET', 'sixteen letters with gaps', 'sixteen-or-more_Letters-and-digits'],
    ['PORT', '65536', '8080'],
    ['PORT', '-1', '8080'],
    ['PORT', '80.5', '8080'],
    ['PORT', 'http', '8080'],
    ['HOST', 'http://localhost', '127.0.0.1'],
    ['LOG_LEVEL', 'loud', 'info'],
    ['STAFF_CHAT_ID', '@desk', '-1001234567890'],
    ['ADMIN_IDS', '11;22', '11111111,22222222'],
    ['METRICS', 'maybe', 'on'],
  ])('of %s (%s) is refused in one line with an example and without the value', (name, value, example) => {
    expect(complaintOf({ [name]: value })).toBe(
      `${name} has a value that can't be right. Set it like this: ${name}=${example}`,
    );
  });

  it('of DATABASE_URL is any: this version keeps its own files', () => {
    const complaint = complaintOf({ DATABASE_URL: 'postgres://torap:hunter2@db/torap' });
    expect(complaint).toMatchInlineSnapshot(
      `"DATABASE_URL: PostgreSQL is not supported in this version. Unset it; DATA_DIR is used."`,
    );
    expect(complaint).not.toContain('hunter2');
  });

  it('is a webhook without a token', () => {
    expect(complaintOf({ ...WEBHOOK, BOT_TOKEN: undefined })).toMatchInlineSnapshot(
      `"WEBHOOK_URL is set but BOT_TOKEN is not. Set BOT_TOKEN=<the token from @BotFather> too."`,
    );
  });

  it('is a webhook without a secret', () => {
    expect(complaintOf({ ...WEBHOOK, WEBHOOK_SECRET: undefined })).toMatchInlineSnapshot(
      `"WEBHOOK_URL is set but WEBHOOK_SECRET is not. Set WEBHOOK_SECRET=<16 or more letters and digits> too."`,
    );
  });

  it('is told for the first variable, in the order of the settings', () => {
    expect(complaintOf({ METRICS: 'maybe', BOT_TOKEN: 'wrong' })).toContain('BOT_TOKEN');
  });
});

describe('readFolders', () => {
  it('reads where files are, whatever the other settings say', () => {
    expect(readFolders({ CONTENT_DIR: 'elsewhere', BOT_TOKEN: 'wrong' })).toEqual({
      contentDir: 'elsewhere',
      localesDir: './locales',
      dataDir: './data',
    });
  });
});
