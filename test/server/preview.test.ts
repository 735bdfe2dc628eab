// The preview over HTTP: who is let in, what the JSON API takes and gives, how it says no.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPreviewRoutes, type RunningServer, startServer } from '../../src/server/index.ts';
import { createFakeChat, type FakeChat } from './fake-chat.ts';
import { type Answer, type Asking, request } from './request.ts';
import { SAMPLES } from './sample-answers.ts';

let chat: FakeChat;
let server: RunningServer;
let errors: unknown[];

beforeEach(async () => {
  chat = createFakeChat();
  errors = [];
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    health: () => ({ ok: true }),
    preview: createPreviewRoutes(chat, { host: 'preview.example' }),
    onError: (error) => errors.push(error),
  });
});

afterEach(() => server.close());

const ask = (asking: Asking): Promise<Answer> => request(server.url, asking);

describe("the preview's guard", () => {
  it.each([
    'localhost',
    'localhost:8080',
    'LOCALHOST',
    '127.0.0.1:1',
    '[::1]',
    '[::1]:8080',
    'preview.example:80',
  ])('lets in a request to %s', async (host) => {
    expect((await ask({ path: '/', headers: { Host: host } })).status).toBe(200);
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:8080',
    '127.0.0.1.evil.example',
    '192.168.0.1',
    '[::2]',
    'localhost:evil',
    'evil@localhost',
  ])('refuses a request to %s', async (host) => {
    const answer = await ask({ path: '/', headers: { Host: host } });
    expect([400, 403]).toContain(answer.status);
    expect(answer.text).not.toContain('<html');
  });

  it('says in one sentence how to open it', async () => {
    const answer = await ask({ path: '/preview/people', headers: { Host: 'evil.example' } });
    expect(answer.status).toBe(403);
    expect(answer.json).toMatchInlineSnapshot(`
      {
        "error": "The preview answers only as localhost: open it by the address printed at start, or set HOST to the name you use.",
      }
    `);
  });

  it.each(['http://evil.example', 'null', 'http://localhost:1', 'https://localhost.evil.example'])(
    'refuses the origin %s',
    async (origin) => {
      const headers = { Host: 'localhost:8080', Origin: origin };
      const answer = await ask({
        path: '/preview/chats/1/say',
        headers,
        body: { language: 'kk', text: '/start' },
      });
      expect(answer.status).toBe(403);
      expect(chat.asked).toEqual([]);
    },
  );

  it('lets in its own origin', async () => {
    const headers = {
      Host: 'localhost:8080',
      Origin: 'http://localhost:8080',
      'Sec-Fetch-Site': 'same-origin',
    };
    const answer = await ask({
      path: '/preview/chats/1/say',
      headers,
      body: { language: 'kk', text: '/start' },
    });
    expect(answer.status).toBe(200);
  });

  it.each(['cross-site', 'same-site'])('refuses what a %s page loads', async (site) => {
    const headers = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' };
    for (const path of ['/', '/preview/page/chat.js', '/preview/people', '/preview/files/route.svg']) {
      expect((await ask({ path, headers })).status).toBe(403);
    }
  });

  it('opens the page by a link of another site, and nothing else', async () => {
    const headers = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    };
    expect((await ask({ path: '/', headers })).status).toBe(200);
    expect((await ask({ path: '/preview/people', headers })).status).toBe(403);
    expect((await ask({ path: '/', headers: { ...headers, 'Sec-Fetch-Dest': 'iframe' } })).status).toBe(403);
    expect((await ask({ path: '/', method: 'POST', headers })).status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'text/plain; x=application/json', ''])(
    'refuses a body of the type "%s"',
    async (type) => {
      const answer = await ask({
        path: '/preview/chats/1/say',
        headers: { 'Content-Type': type },
        body: '{"language":"kk","text":"/start"}',
      });
      expect(answer.status).toBe(403);
      expect(chat.asked).toEqual([]);
    },
  );

  it('takes JSON with a charset', async () => {
    const headers = { 'Content-Type': 'application/json; charset=utf-8' };
    const answer = await ask({ path: '/preview/chats/1/restart', headers, body: '{}' });
    expect(answer.status).toBe(200);
  });

  it('refuses a body that is too large', async () => {
    const answer = await ask({
      path: '/preview/chats/1/say',
      body: { language: 'kk', text: 'я'.repeat(40_000) },
    });
    expect(answer.status).toBe(413);
    expect(answer.json).toEqual({ error: 'The body is larger than 65536 bytes.' });
  });

  it('sends its headers with every answer, good or bad', async () => {
    const answers = await Promise.all([
      ask({ path: '/' }),
      ask({ path: '/preview/people' }),
      ask({ path: '/preview/files/route.svg' }),
      ask({ path: '/nowhere' }),
      ask({ path: '/', headers: { Host: 'evil.example' } }),
      ask({ path: '/preview/chats/1/say', body: {} }),
      ask({ path: '/preview/chats/1/say', body: { language: 'kk', text: 'fail' } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 403, 400, 500]);
    for (const { headers } of answers) {
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
  });
});

describe("the preview's page", () => {
  it('has nothing inline and nothing from elsewhere, and all that it names', async () => {
    const { text, headers } = await ask({ path: '/' });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).not.toMatch(/<style|<script(?![^>]* src=)| style=| on[a-z]+=/);
    const named = [...text.matchAll(/(?:src|href)="([^"#]+)/g)].map(([, name]) => String(name));
    // The link to the content pages is hidden where there are none.
    const names = named.filter((name) => name !== '/content');
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      expect(name).toMatch(/^\/preview\/page\//);
      expect((await ask({ path: name })).status).toBe(200);
    }
  });

  it.each(['tsconfig.json', 'nothing.js', '..%2Fpreview.ts', '%2e%2e%2fserver.ts', '..%5cserver.ts'])(
    'serves no %s',
    async (name) => {
      expect((await ask({ path: `/preview/page/${name}` })).status).toBe(404);
    },
  );
});

describe("the preview's API", () => {
  const say = (text: string, language = 'kk') =>
    ask({ path: '/preview/chats/1/say', body: { language, text } });

  it('tells who there is', async () => {
    expect((await ask({ path: '/preview/people' })).json).toEqual({ people: chat.people, hasContent: false });
  });

  it("lists the commands in a language, the person's own by default", async () => {
    const russian = await ask({ path: '/preview/chats/1/commands?language=ru' });
    expect(russian.json).toEqual({ commands: SAMPLES.ru.commands });
    const own = await ask({ path: '/preview/chats/1/commands' });
    expect(own.json).toEqual({ commands: SAMPLES.kk.commands });
  });

  it('says a text and answers with the whole chat', async () => {
    await say('/start');
    const answer = await say('Қорғас қайда?');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json).toEqual({ messages: chat.transcript(1) });
    expect(chat.transcript(1)).toHaveLength(4);
    expect((await ask({ path: '/preview/chats/1' })).json).toEqual(answer.json);
    expect((await ask({ path: '/preview/chats/2' })).json).toEqual({ messages: [] });
  });

  it('tells of the keyboard beside the field, and shares a contact only where it asks for one', async () => {
    const share = () => ask({ path: '/preview/chats/1/contact', body: { language: 'kk' } });
    expect((await share()).json).toEqual({ error: 'The chat asks for no contact: read the chat again.' });
    expect((await say('phone')).json).toMatchObject({
      replyKeyboard: {
        rows: [[{ asksContact: true }], [{ text: 'back' }, {}]],
        placeholder: 'Phone or e-mail',
      },
    });
    expect((await ask({ path: '/preview/chats/2' })).json).not.toHaveProperty('replyKeyboard');
    const shared = await share();
    expect(shared.json).toEqual({ messages: chat.transcript(1) });
    expect(chat.transcript(1).at(-2)).toMatchObject({ contact: { phone: '77000000101' } });
    expect(chat.asked.at(-1)).toBe('1 kk contact');
  });

  it('edits a message, presses a button, forgets the chat', async () => {
    await say('Khorgos', 'en');
    const [question, answer] = chat.transcript(1);
    await ask({
      path: '/preview/chats/1/edit',
      body: { language: 'en', messageId: question?.id, text: 'Where is Khorgos?' },
    });
    const pressed = await ask({
      path: '/preview/chats/1/press',
      body: { language: 'en', messageId: answer?.id, data: 'saved' },
    });
    expect(pressed.json).toEqual({
      messages: chat.transcript(1),
      toast: { text: SAMPLES.en.toast, alert: false },
    });
    expect((await ask({ path: '/preview/chats/1/restart', body: {} })).json).toEqual({ messages: [] });
    expect(chat.asked).toEqual([
      '1 en say Khorgos',
      '1 en edit Where is Khorgos?',
      '1 en press saved',
      '1 restart',
    ]);
  });

  it.each([
    ['say', { language: 'kk', text: ' \n' }, 'text: must not be empty.'],
    ['say', { language: 'kk', text: 'a'.repeat(4097) }, 'text: must have 4096 characters at most.'],
    ['say', { language: 'Kazakh!', text: 'a' }, 'language: must be a language code such as "kk".'],
    ['say', { text: 'a' }, 'language: Invalid input: expected string, received undefined.'],
    ['say', { language: 'kk', text: 'a', extra: 1 }, 'The body: Unrecognized key: "extra".'],
    ['say', [], 'The body: Invalid input: expected object, received array.'],
    ['say', '{"language":', 'The body is no valid JSON.'],
    [
      'edit',
      { language: 'kk', messageId: '7', text: 'a' },
      'messageId: Invalid input: expected number, received string.',
    ],
    ['edit', { language: 'kk', messageId: 0, text: 'a' }, 'messageId: must be the number of a message.'],
    ['press', { language: 'kk', messageId: 1, data: '' }, 'data: must have 1 to 64 bytes.'],
    ['press', { language: 'kk', messageId: 1, data: 'ә'.repeat(33) }, 'data: must have 1 to 64 bytes.'],
    ['contact', { language: 'kk', phone: '1' }, 'The body: Unrecognized key: "phone".'],
    ['restart', { person: 1 }, 'The body: Unrecognized key: "person".'],
  ])('refuses a wrong body to %s, case %#, and says why', async (action, body, error) => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await ask({ path: `/preview/chats/1/${action}`, headers, body });
    expect([answer.status, answer.json]).toEqual([400, { error }]);
    expect(chat.asked).toEqual([]);
  });

  it('takes a text of 4096 characters, whatever they are', async () => {
    expect((await say('\u0001'.repeat(4096))).status).toBe(200);
  });

  it.each(['4', '01', 'x', '1%20'])('knows no person %s', async (person) => {
    const answer = await ask({ path: `/preview/chats/${person}/say`, body: { language: 'kk', text: 'a' } });
    expect(answer.status).toBe(404);
    expect(answer.json).toEqual({ error: 'There is no such person: ask /preview/people.' });
  });

  it("edits only the person's messages and presses only the bot's", async () => {
    await say('Khorgos', 'en');
    const [question, answer] = chat.transcript(1);
    const edited = await ask({
      path: '/preview/chats/1/edit',
      body: { language: 'en', messageId: answer?.id, text: 'a' },
    });
    const pressed = await ask({
      path: '/preview/chats/1/press',
      body: { language: 'en', messageId: question?.id, data: 'saved' },
    });
    expect([edited.status, pressed.status]).toEqual([404, 404]);
    expect(edited.json).toEqual({
      error: `The chat has no message ${answer?.id} of the person: read the chat again.`,
    });
  });

  it('tells the log, not the page, what broke in the bot', async () => {
    const answer = await say('fail');
    expect(answer.status).toBe(500);
    expect(answer.json).toEqual({ error: 'Something broke on the server; its log says what.' });
    expect(errors).toEqual([new Error('The fake was told to fail.')]);
  });

  it("serves the bot's files", async () => {
    const answer = await ask({ path: '/preview/files/route.svg' });
    expect(answer.headers['content-type']).toBe('image/svg+xml');
    expect(answer.text).toContain('Қорғас');
    expect(answer.headers).not.toHaveProperty('content-disposition');
    const table = await ask({ path: '/preview/files/file-2' });
    expect(table.text).toBe('a;b');
    expect(table.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''%D0%B4%D0%B5%D1%80%D0%B5%D0%BA%D1%82%D0%B5%D1%80%20%C2%AB%D0%B0%C2%BB.csv",
    );
    expect((await ask({ path: '/preview/files/other.png' })).json).toEqual({
      error: 'There is no such file.',
    });
  });
});
