// Health of the running service, against a Telegram of a few lines that answers what the test lets it answer.

import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { startTelegramService, type TelegramService } from '../../src/bot/index.ts';
import { ChatHarness } from './chat-harness.ts';

const ME = { id: 1, is_bot: true, first_name: 'Torap', username: 'torap_test_bot' };
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Starts the service; `hangs` names the methods that are never answered. */
async function start(hangs: Set<string>, updates: object[]) {
  const server: Server = createServer((request, response: ServerResponse) => {
    const method = request.url?.split('/').at(-1) ?? '';
    if (hangs.has(method)) return;
    const result = method === 'getMe' ? ME : method === 'getUpdates' ? updates.splice(0) : true;
    // Not at once: the service would ask without a pause.
    setTimeout(() => response.end(JSON.stringify({ ok: true, result })), 20);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const chat = new ChatHarness();
  const connection = { token: '1:test', apiRoot: `http://127.0.0.1:${port}` };
  const service: TelegramService = startTelegramService(chat.parts, connection, { kind: 'polling' });
  closing.push(() => service.close());
  return { chat, service };
}

describe('the health of the service', () => {
  it('is ill when it is up but fetches nothing', async () => {
    const hangs = new Set<string>();
    const { chat, service } = await start(hangs, []);
    await expect.poll(() => service.health().ok, { timeout: 10_000 }).toBe(true);
    hangs.add('getUpdates');
    chat.now += 90_001;
    await expect.poll(() => service.health().ok).toBe(false);
  });

  it('is ill when an update has been under way for five minutes', async () => {
    const message = {
      message_id: 1,
      date: 0,
      chat: { id: 7, type: 'private', first_name: 'A' },
      text: '/help',
    };
    const { chat, service } = await start(new Set(['sendMessage']), [{ update_id: 5, message }]);
    await expect.poll(() => service.health().underWay, { timeout: 10_000 }).toBe(1);
    chat.now += 300_000;
    await expect.poll(() => service.health()).toMatchObject({ ok: true, oldestSeconds: 300, spooled: 1 });
    chat.now += 1;
    expect(service.health().ok).toBe(false);
  }, 30_000);
});
