// Starting, stopping and the routes beside the preview.

import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createPreviewRoutes,
  ListenError,
  type RunningServer,
  type ServerOptions,
  startServer,
} from '../../src/server/index.ts';
import { createFakeChat } from './fake-chat.ts';
import { request } from './request.ts';

let servers: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    health: () => ({ ok: true }),
    onError: () => {},
    ...options,
  });
  servers.push(server);
  return server;
}

/** A webhook whose answers come when they are let go. */
function createGate() {
  let open = (): void => {};
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const handle = async (): Promise<Response> => {
    arrive();
    await opened;
    return new Response('done');
  };
  return { arrived, open, webhook: { path: '/telegram', handle } };
}

describe('startServer', () => {
  it('takes a free port and tells where it is', async () => {
    const server = await start();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
    expect((await request(server.url, { path: '/health' })).status).toBe(200);
  });

  it('names localhost when it listens everywhere', async () => {
    expect((await start({ host: '0.0.0.0' })).url).toMatch(/^http:\/\/localhost:\d+$/);
  });

  it('rejects with one sentence that names PORT when the port is in use', async () => {
    const { port } = new URL((await start()).url);
    const failure = await start({ port: Number(port) }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ListenError);
    expect(String(failure).replaceAll(port, '8080')).toMatchInlineSnapshot(
      `"ListenError: PORT: port 8080 on 127.0.0.1 is used by another program. Stop it, or let us take any free port: PORT=0"`,
    );
  });

  it('rejects with one sentence that names HOST when the address is of another machine', async () => {
    await expect(start({ host: '192.0.2.1' })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[ListenError: HOST: 192.0.2.1 is no address of this machine. Set it like this: HOST=127.0.0.1]`,
    );
  });
});

describe('close', () => {
  it('may be called twice, and then nobody is answered', async () => {
    const server = await start();
    await Promise.all([server.close(), server.close()]);
    await server.close();
    await expect(request(server.url, { path: '/health' })).rejects.toThrow('ECONNREFUSED');
  });

  it('waits for a request under way', async () => {
    const gate = createGate();
    const server = await start({ webhook: gate.webhook });
    const answer = request(server.url, { path: '/telegram', body: {} });
    await gate.arrived;
    const closed = server.close();
    gate.open();
    expect((await answer).text).toBe('done');
    await closed;
  });

  it('cuts off a request that takes too long', async () => {
    const gate = createGate();
    const server = await start({ webhook: gate.webhook, closeTimeoutMs: 20 });
    const answer = request(server.url, { path: '/telegram', body: {} });
    await gate.arrived;
    const [cut] = await Promise.allSettled([answer, server.close()]);
    expect(cut.status).toBe('rejected');
  });

  it('does not wait for connections that ask nothing, such as browsers open in advance', async () => {
    const server = await start({ closeTimeoutMs: 2_000_000_000 });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await once(socket, 'connect');
    await request(server.url, { path: '/health' });
    await Promise.all([once(socket.resume(), 'close'), server.close()]);
  });
});

describe('the app', () => {
  it('shows health as 200 or 503, to whoever asks', async () => {
    let ok = true;
    const preview = createPreviewRoutes(createFakeChat(), { host: '127.0.0.1' });
    const server = await start({ health: () => ({ ok, answers: 120 }), preview });
    const headers = { Host: 'balancer.example' };
    const healthy = await request(server.url, { path: '/health', headers });
    ok = false;
    const ill = await request(server.url, { path: '/health', headers });
    expect([healthy.status, healthy.json]).toEqual([200, { ok: true, answers: 120 }]);
    expect([ill.status, ill.json]).toEqual([503, { ok: false, answers: 120 }]);
  });

  it('hands the webhook what is posted to its path, whatever the Host', async () => {
    const server = await start({
      preview: createPreviewRoutes(createFakeChat(), { host: '127.0.0.1' }),
      webhook: {
        path: '/telegram',
        handle: async (received) =>
          new Response(`${received.method} ${await received.text()}`, { status: 202 }),
      },
    });
    const answer = await request(server.url, {
      path: '/telegram',
      headers: { Host: 'bot.example' },
      body: { update_id: 1 },
    });
    expect([answer.status, answer.text]).toEqual([202, 'POST {"update_id":1}']);
    expect((await request(server.url, { path: '/telegram' })).status).toBe(404);
  });

  it('has no page without the preview', async () => {
    const server = await start();
    for (const path of ['/', '/preview/people', '/telegram']) {
      expect((await request(server.url, { path })).json).toEqual({ error: 'There is nothing here.' });
    }
  });

  it('tells the caller of an error and the asker only that there was one', async () => {
    const errors: unknown[] = [];
    const server = await start({
      health: () => {
        throw new Error('secret');
      },
      onError: (error) => errors.push(error),
    });
    const answer = await request(server.url, { path: '/health' });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('secret');
    expect(errors).toEqual([new Error('secret')]);
  });
});
