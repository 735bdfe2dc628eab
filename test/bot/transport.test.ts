// Calls through the transport, against a Telegram of a few lines that answers what the test lets it answer.

import { createServer, type RequestListener } from 'node:http';
import { Bot, GrammyError, HttpError, InputFile } from 'grammy';
import { afterEach, describe, expect, it } from 'vitest';
import { createTransport } from '../../src/bot/transport.ts';

const TOKEN = '7:secret';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Asked {
  readonly path: string | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

/** A bot, and what Telegram is asked by it. */
async function start(respond: RequestListener, limitMs = 10_000) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    asked.push({ path: request.url, type: request.headers['content-type'], body });
    respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  closing.push(close);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const apiRoot = `http://127.0.0.1:${port}/telegram`;
  const bot = new Bot(TOKEN, { client: { apiRoot } });
  bot.api.config.use(createTransport({ token: TOKEN, apiRoot, limitMs }));
  return { api: bot.api, asked, close };
}

const done: RequestListener = (_request, response) => {
  response.end(JSON.stringify({ ok: true, result: { message_id: 5 } }));
};

describe('the transport', () => {
  it('brings a call as JSON, and its result back', async () => {
    const { api, asked } = await start(done);
    expect(await api.sendMessage(3, 'Хоргос', { reply_markup: { inline_keyboard: [] } })).toEqual({
      message_id: 5,
    });
    expect(asked).toMatchObject([{ path: `/telegram/bot${TOKEN}/sendMessage`, type: 'application/json' }]);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      chat_id: 3,
      text: 'Хоргос',
      reply_markup: { inline_keyboard: [] },
    });
  });

  it('brings a file as a form', async () => {
    const { api, asked } = await start(done);
    await api.sendDocument(3, new InputFile(Buffer.from('what is kept'), 'kept.json'), { caption: 'All' });
    expect(asked).toMatchObject([{ path: `/telegram/bot${TOKEN}/sendDocument` }]);
    expect(asked[0]?.type).toMatch(/^multipart\/form-data/);
    expect(asked[0]?.body).toContain('what is kept');
  });

  it('tells a refusal of Telegram as one', async () => {
    const refusal = { ok: false, error_code: 429, description: 'Too Many', parameters: { retry_after: 3 } };
    const { api } = await start((_request, response) => {
      response.writeHead(429).end(JSON.stringify(refusal));
    });
    const error = await api.sendMessage(3, 'a').catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(GrammyError);
    expect(error).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
  });

  it('tells an answer that is not of Telegram as a broken network', async () => {
    const { api } = await start((_request, response) => {
      response.writeHead(502).end('<html>Bad Gateway</html>');
    });
    await expect(api.sendMessage(3, 'a')).rejects.toBeInstanceOf(HttpError);
  });

  it('tells it without the token where nobody is there', async () => {
    const { api, close } = await start(done);
    await close();
    const error = await api.sendMessage(3, 'a').catch((failed: unknown) => failed);
    expect(error).toBeInstanceOf(HttpError);
    expect(String(error)).not.toContain(TOKEN);
    expect(error).toMatchObject({ error: { code: 'ECONNREFUSED' } });
  });

  it('gives a call up that is not answered', async () => {
    const { api } = await start(() => undefined, 1_000);
    await expect(api.sendMessage(3, 'a')).rejects.toMatchObject({
      error: { code: 'UND_ERR_HEADERS_TIMEOUT' },
    });
  });

  it('gives a call up when its signal says so', async () => {
    const stop = new AbortController();
    const { api } = await start(() => stop.abort());
    const signal = stop.signal as unknown as NonNullable<Parameters<typeof api.getMe>[0]>;
    await expect(api.getMe(signal)).rejects.toBeInstanceOf(HttpError);
  });
});
