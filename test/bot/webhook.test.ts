import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { createUpdateQueue } from '../../src/bot/update-queue.ts';
import { createWebhook } from '../../src/bot/webhook.ts';

const SECRET = 'a-secret-of-many-letters';

function post(body: string, secret = SECRET): Request {
  return new Request('http://127.0.0.1/telegram', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
  });
}

function webhookInto(handle: (update: Update) => Promise<void>) {
  return createWebhook(SECRET, createUpdateQueue(handle, 4).push);
}

describe('the webhook', () => {
  it('answers once the update is done', async () => {
    let finish = (): void => {};
    const webhook = webhookInto(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    let answered = false;
    const answer = webhook(post('{"update_id":1}')).then((response) => {
      answered = true;
      return response;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    finish();
    expect((await answer).status).toBe(200);
  });

  it('refuses who does not know the secret', async () => {
    const handled: number[] = [];
    const webhook = webhookInto(async ({ update_id }) => void handled.push(update_id));
    expect((await webhook(post('{"update_id":1}', 'wrong'))).status).toBe(401);
    expect(handled).toEqual([]);
  });

  it.each(['', 'no json', '[]', '{}', '{"update_id":"1"}', 'null'])(
    'refuses %j, which is no update',
    async (body) => {
      const webhook = webhookInto(async () => {});
      expect((await webhook(post(body))).status).toBe(400);
    },
  );

  it('runs an update once that Telegram brings again', async () => {
    const handled: number[] = [];
    const webhook = webhookInto(async ({ update_id }) => void handled.push(update_id));
    const responses = await Promise.all([webhook(post('{"update_id":7}')), webhook(post('{"update_id":7}'))]);
    await webhook(post('{"update_id":7}'));
    expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    expect(handled).toEqual([7]);
  });

  it('waits for the first, however many came since, when Telegram loses patience and repeats it', async () => {
    const handled: number[] = [];
    let finish = (): void => {};
    const webhook = createWebhook(SECRET, async ({ update_id }) => {
      handled.push(update_id);
      if (update_id === 1) await new Promise<void>((resolve) => (finish = resolve));
    });
    const first = webhook(post('{"update_id":1}'));
    for (let number = 2; number < 10_100; number += 1) await webhook(post(`{"update_id":${number}}`));
    const repeat = webhook(post('{"update_id":1}'));
    await new Promise((resolve) => setImmediate(resolve));
    finish();
    expect([(await first).status, (await repeat).status]).toEqual([200, 200]);
    expect(handled.filter((number) => number === 1)).toHaveLength(1);
  });
});
