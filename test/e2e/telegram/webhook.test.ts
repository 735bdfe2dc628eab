// The webhook: order, repetition until 2xx, and its exclusion of getUpdates.

import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startTelegramDouble } from './double.ts';
import { callJson } from './test-bot.ts';

interface Delivery {
  readonly update: Update;
  readonly headers: IncomingHttpHeaders;
  readonly respond: (status: number, body?: object) => void;
}

/** A bot's side of a webhook; the test answers each delivery itself. */
async function startReceiver() {
  const deliveries: Delivery[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const respond = (status: number, answer?: object) => {
      const headers = answer ? { 'content-type': 'application/json' } : {};
      response.writeHead(status, headers).end(answer && JSON.stringify(answer));
    };
    deliveries.push({ update: JSON.parse(body), headers: request.headers, respond });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const delivery = async (place: number): Promise<Delivery> => {
    await expect.poll(() => deliveries.length, { timeout: 10_000 }).toBeGreaterThan(place);
    const found = deliveries[place];
    if (!found) throw new Error(`There is no delivery ${place}.`);
    return found;
  };
  return { url: `http://127.0.0.1:${port}/telegram`, deliveries, delivery };
}

async function start() {
  const double = await startTelegramDouble({ webhookPauseUnitMs: 1 });
  onTestFinished(() => double.close());
  const receiver = await startReceiver();
  const person = double.user({ id: 42, first_name: 'Айдос' });
  const set = (more: object = {}) =>
    callJson(double, 'setWebhook', { url: receiver.url, secret_token: 'sixteen_or_more-1', ...more });
  return { double, receiver, person, set };
}

describe('a webhook', () => {
  it('gets each update with the secret, and confirms it with 2xx', async () => {
    const { double, receiver, person, set } = await start();
    const { updateId } = person.say('before');
    expect(await set()).toMatchObject({ ok: true, result: true });
    const first = await receiver.delivery(0);
    expect(first.update).toMatchObject({ update_id: updateId, message: { text: 'before' } });
    expect(first.headers).toMatchObject({
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': 'sixteen_or_more-1',
    });
    expect(double.unconfirmed()).toHaveLength(1);
    first.respond(204);
    await expect.poll(() => double.unconfirmed()).toEqual([]);
    expect(double.violations).toEqual([]);
  });

  it('gets the updates of a chat one after the other, those of others meanwhile', async () => {
    const { double, receiver, person, set } = await start();
    const other = double.user({ id: 43, first_name: 'Дана' });
    await set();
    person.say('one');
    person.say('two');
    other.say('three');
    const texts = async (count: number) => {
      await receiver.delivery(count - 1);
      return receiver.deliveries.map(({ update }) => update.message?.text);
    };
    expect(await texts(2)).toEqual(['one', 'three']);
    (await receiver.delivery(1)).respond(200);
    (await receiver.delivery(0)).respond(200);
    expect(await texts(3)).toEqual(['one', 'three', 'two']);
  });

  it('gets presses beside the messages of the same chat, as from Telegram', async () => {
    const { receiver, person, set } = await start();
    await set();
    const { message } = person.say('one');
    person.press(message, { data: 'x' });
    expect((await receiver.delivery(1)).update.callback_query?.data).toBe('x');
  });

  it('gets an update again until it takes it, and what follows only then', async () => {
    const { double, receiver, person, set } = await start();
    await set();
    const { updateId } = person.say('one');
    person.say('two');
    for (const [place, status] of [500, 503, 404].entries()) (await receiver.delivery(place)).respond(status);
    const fourth = await receiver.delivery(3);
    expect(receiver.deliveries.map(({ update }) => update.message?.text)).toEqual([
      'one',
      'one',
      'one',
      'one',
    ]);
    fourth.respond(200);
    expect((await receiver.delivery(4)).update.message?.text).toBe('two');
    expect(double.deliveries.map(({ status }) => status)).toEqual([500, 503, 404, 200]);
    expect(double.deliveries[0]?.updateId).toBe(updateId);
    const info = await callJson(double, 'getWebhookInfo');
    expect(info.result).toMatchObject({
      url: receiver.url,
      pending_update_count: 1,
      max_connections: 40,
      last_error_message: 'Wrong response from the webhook: 404 Not Found',
    });
  });

  it('may answer with a call', async () => {
    const { double, receiver, person, set } = await start();
    await set();
    person.say('one');
    (await receiver.delivery(0)).respond(200, { method: 'sendMessage', chat_id: 42, text: 'two' });
    expect((await person.next()).text).toBe('two');
    expect(double.violations).toEqual([]);
  });

  it('excludes getUpdates, and ends one that waits', async () => {
    const { double, set } = await start();
    const waiting = callJson(double, 'getUpdates', { timeout: 30 });
    await expect.poll(() => double.calls.length).toBe(1);
    await set();
    expect(await waiting).toMatchObject({
      status: 409,
      description: 'Conflict: terminated by setWebhook request',
    });
    expect(await callJson(double, 'getUpdates')).toMatchObject({
      status: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
    expect((await callJson(double, 'deleteWebhook')).ok).toBe(true);
    expect((await callJson(double, 'getWebhookInfo')).result).toMatchObject({ url: '' });
    expect((await callJson(double, 'getUpdates', { offset: 1 })).ok).toBe(true);
  });

  it('can be set once a second', async () => {
    const { set } = await start();
    await set();
    expect(await set()).toMatchObject({ status: 429, parameters: { retry_after: 1 } });
  });

  it.each([
    [{ url: 'telegram.org' }, 'invalid webhook URL specified'],
    [{ secret_token: 'a b' }, 'secret token contains unallowed characters'],
    [{ secret_token: 'a'.repeat(257) }, 'secret token is too long'],
  ])('is refused with %j', async (settings, reason) => {
    const { double, set } = await start();
    expect((await set(settings)).description).toBe(`Bad Request: ${reason}`);
    expect(double.takeViolations()).toHaveLength(1);
  });

  it('can begin with nothing that waits', async () => {
    const { double, person, set } = await start();
    person.say('one');
    await set({ drop_pending_updates: true, allowed_updates: ['message'] });
    expect(double.unconfirmed()).toEqual([]);
    expect((await callJson(double, 'getWebhookInfo')).result).toMatchObject({ allowed_updates: ['message'] });
  });
});
