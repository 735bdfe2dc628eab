import { get } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPreviewRoutes, isLoopback, type RunningServer, startServer } from '../../src/server/index.ts';
import { createFakeChat } from './fake-chat.ts';
import { createFakeContent, type FakeContent } from './fake-content.ts';
import { type Answer, type Asking, request } from './request.ts';

let content: FakeContent;
let server: RunningServer;
let closing: AbortController;
let errors: unknown[];

beforeEach(async () => {
  content = createFakeContent();
  closing = new AbortController();
  errors = [];
  const options = { host: '127.0.0.1', content, closing: closing.signal };
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    health: () => ({ ok: true }),
    preview: createPreviewRoutes(createFakeChat(), options),
    onError: (error) => errors.push(error),
  });
});

afterEach(() => {
  closing.abort();
  return server.close();
});

const ask = (asking: Asking): Promise<Answer> => request(server.url, asking);
const save = (body: unknown): Promise<Answer> => ask({ path: '/preview/content/save', body });
const DRAFT = { path: 'content/x.yaml', text: 'x: 2\n', basedOn: 'abc' };

/** Events as they come, over a connection that is closed when the server closes. */
function listen(): {
  readonly text: () => string;
  readonly ended: Promise<void>;
  readonly leave: () => void;
} {
  let text = '';
  const asking = get(new URL('/preview/content/events', server.url), { agent: false });
  asking.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    asking.on('response', (response) => {
      response.setEncoding('utf8');
      response.on('data', (piece) => {
        text += piece;
      });
      response.on('close', resolve);
    });
  });
  return { text: () => text, ended, leave: () => asking.destroy() };
}

describe('the content pages', () => {
  it.each([
    ['/content', 'content-overview.js'],
    ['/content/answers/hubs/khorgos/about', 'content-answer.js'],
    ['/content/files/content/hubs/khorgos/about.ru.md', 'content-file.js'],
  ])('%s is a page without inline code', async (path, script) => {
    const answer = await ask({ path });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
    expect(answer.text).toContain(`<script type="module" src="/preview/page/${script}"></script>`);
    expect(answer.text.replace(/<script[^>]*><\/script>/, '')).not.toMatch(
      /<script|<style|\son\w+=|\sstyle=/,
    );
  });

  it('name only files that are there', async () => {
    for (const path of ['/content', '/content/answers/x', '/content/files/x']) {
      const { text } = await ask({ path });
      for (const [, name] of text.matchAll(/(?:href|src)="(\/preview\/page\/[^"#]+)/g)) {
        expect((await ask({ path: name ?? '' })).status, name).toBe(200);
      }
    }
  });

  it('are told to the chat page', async () => {
    expect((await ask({ path: '/preview/people' })).json).toMatchObject({ hasContent: true });
  });

  it.each([
    { path: '/content' },
    { path: '/preview/content/overview' },
    { path: '/preview/content/file?path=content/x.yaml' },
    { path: '/preview/content/events' },
    { path: '/preview/content/save', body: DRAFT },
  ])('are kept from other pages: $path', async (asking) => {
    for (const headers of [
      { Host: 'evil.example' },
      { Origin: 'http://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      expect((await ask({ ...asking, headers })).status).toBe(403);
    }
    expect(content.saved).toEqual([]);
    expect(content.listeners()).toBe(0);
  });

  it('are not there without content', async () => {
    const bare = await startServer({
      host: '127.0.0.1',
      port: 0,
      health: () => ({ ok: true }),
      preview: createPreviewRoutes(createFakeChat(), { host: '127.0.0.1' }),
      onError: (error) => errors.push(error),
    });
    for (const path of ['/content', '/preview/content/overview', '/preview/content/events']) {
      expect((await request(bare.url, { path })).status).toBe(404);
    }
    expect((await request(bare.url, { path: '/preview/content/save', body: DRAFT })).status).toBe(404);
    await bare.close();
  });
});

describe('a host', () => {
  it.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])(
    '%s is this machine alone',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );

  it.each([
    '0.0.0.0',
    '::',
    '192.168.0.1',
    'bot.example',
    '127.0.0.1.evil.example',
    'localhost.example',
    '127',
  ])('%s may be reached from elsewhere', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});

describe('reading', () => {
  it('gives the overview, fresh each time', async () => {
    const answer = await ask({ path: '/preview/content/overview' });
    expect(answer.json).toMatchObject({ standing: { version: 6 }, files: ['content/x.yaml'] });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('gives a file, or says why not', async () => {
    const answer = await ask({ path: '/preview/content/file?path=content%2Fx.yaml' });
    expect(answer.json).toMatchObject({ file: { text: 'x: 1\n', hash: 'abc' }, standing: { version: 6 } });
    const refused = await ask({ path: '/preview/content/file?path=../.env' });
    expect(refused.status).toBe(403);
    expect(refused.json).toMatchInlineSnapshot(`
      {
        "error": "Only .md and .yaml files of content/ and .json files of locales/ can be edited here.",
        "reason": "not-content",
      }
    `);
  });

  it('says that an answer is not there', async () => {
    const answer = await ask({ path: '/preview/content/answer?id=hubs/nowhere/about' });
    expect([answer.status, answer.json]).toEqual([
      404,
      { error: 'There is no such answer in what answers now.' },
    ]);
  });

  it.each(['answer', 'file', 'answer?id=', `file?path=${'x'.repeat(300)}`])('refuses %s', async (path) => {
    expect([400, 403, 404]).toContain((await ask({ path: `/preview/content/${path}` })).status);
    expect(errors).toEqual([]);
  });
});

describe('saving', () => {
  it('saves, and tells how content stands then', async () => {
    const answer = await save(DRAFT);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ file: { hash: 'def' }, standing: { version: 7 } });
    expect(content.saved).toEqual([{ path: 'content/x.yaml', text: 'x: 2\n' }]);
  });

  it('refuses what was changed meanwhile, and shows what the file holds', async () => {
    const answer = await save({ ...DRAFT, basedOn: 'old' });
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({ reason: 'changed', file: { text: 'x: 1\n', hash: 'abc' } });
    expect(content.saved).toEqual([]);
  });

  it.each([
    ['link', 403],
    ['too-large', 413],
  ])('says why: %s', async (reason, status) => {
    const answer = await save({ ...DRAFT, basedOn: reason });
    expect([answer.status, answer.json]).toEqual([status, { error: expect.any(String), reason }]);
  });

  it('takes 256 KB of text, and no body much larger', async () => {
    const largest = '"\n'.repeat(128 * 1024);
    expect((await save({ ...DRAFT, text: largest })).status).toBe(200);
    const answer = await save({ ...DRAFT, text: 'x'.repeat(700 * 1024) });
    expect([answer.status, answer.json]).toMatchObject([413, { reason: 'too-large' }]);
  });

  it.each([
    {},
    { ...DRAFT, text: 1 },
    { path: DRAFT.path, text: '' },
    { ...DRAFT, path: 'x'.repeat(300) },
    { ...DRAFT, more: true },
    'no JSON',
  ])('refuses the body %j', async (body) => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await ask({ path: '/preview/content/save', body, headers });
    expect(answer.status).toBe(400);
    expect(content.saved).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('a new entry', () => {
  const create = (body: unknown) => ask({ path: '/preview/content/entries', body });

  it('is made, or refused in words', async () => {
    const made = await create({ kind: 'guides', slug: 'new' });
    expect([made.status, made.json]).toEqual([200, { id: 'guides/new' }]);
    const refused = await create({ kind: 'guides', slug: 'taken' });
    expect([refused.status, refused.json]).toEqual([409, { error: 'It is taken.' }]);
  });

  it.each([{}, { kind: 'guides' }, { kind: 1, slug: 'x' }, { kind: 'guides', slug: 'x'.repeat(100) }])(
    'is not made of %j',
    async (body) => {
      expect((await create(body)).status).toBe(400);
    },
  );
});

describe('the events', () => {
  it('tell how content stands, at once and after each look at the files', async () => {
    const events = listen();
    await expect.poll(events.text).toContain('data: {"stamp":"6-0","version":6,"errors":0}');
    content.reload();
    await expect.poll(events.text).toContain('"version":7');
    events.leave();
    await expect.poll(content.listeners).toBe(0);
  });

  it('end when the server is about to close, so that it closes at once', async () => {
    const events = listen();
    await expect.poll(events.text).toContain('"version":6');
    const start = performance.now();
    closing.abort();
    await Promise.all([events.ended, server.close()]);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(content.listeners()).toBe(0);
  });
});
