// The double's HTTP side: a server on loopback that can go down and come up again on the same port.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outcome } from './dispatch.ts';
import { type RawCall, readCall } from './raw-call.ts';
import { Refusal } from './refusal.ts';

/** Who does the calls. */
export interface CallHandler {
  readonly handle: (call: RawCall, gone: AbortSignal) => Promise<Outcome>;
  /** Told of a request that is no call, and of mistakes of the double's own. */
  readonly onFailure: (description: string) => void;
}

/** A running server. */
export interface HttpServer {
  /** Such as http://127.0.0.1:40123 */
  readonly url: string;
  /** Stops listening and cuts every connection: the bot meets "connection refused". */
  readonly down: () => Promise<void>;
  /** Listens again on the same port. */
  readonly up: () => Promise<void>;
}

/** Starts listening on a free port of 127.0.0.1. */
export async function startHttpServer(handler: CallHandler): Promise<HttpServer> {
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => {
    void answer({ request, response, timers }, handler);
  });
  // A test that takes long is no reason to hang up on a bot that keeps its connection.
  server.keepAliveTimeout = 0;
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    down: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      return close(server);
    },
    up: async () => {
      if (!server.listening) await listen(server, port);
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly timers: Set<NodeJS.Timeout>;
}

async function answer(exchange: Exchange, { handle, onFailure }: CallHandler): Promise<void> {
  const { request, response } = exchange;
  const gone = new AbortController();
  response.on('close', () => {
    // An answer that went out is waited for by nobody; aborting all the same would take a tenth of a call's time.
    if (!response.writableFinished) gone.abort();
  });
  try {
    write(exchange, await handle(await readCall(request), gone.signal));
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    const code = error instanceof Refusal ? error.code : 500;
    const description = error instanceof Refusal ? error.message : `The double itself failed: ${error}`;
    onFailure(description);
    const body = { ok: false, error_code: code, description };
    write(exchange, { kind: 'json', status: code, body, delayMs: 0 });
  }
}

function write({ request, response, timers }: Exchange, outcome: Outcome): void {
  switch (outcome.kind) {
    case 'hang':
      return;
    case 'reset':
      request.socket.destroy();
      return;
    case 'html':
      response.writeHead(outcome.status, { 'content-type': 'text/html' }).end(outcome.body);
      return;
    case 'json':
      writeLater(outcome, { request, response, timers });
  }
}

function writeLater(outcome: Outcome & { readonly kind: 'json' }, { response, timers }: Exchange): void {
  const { status, body, delayMs, retryAfter } = outcome;
  const send = () => {
    const text = JSON.stringify(body);
    response.writeHead(status, {
      'content-type': 'application/json',
      // Without it the answer would go out in pieces.
      'content-length': Buffer.byteLength(text),
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    });
    response.end(text);
  };
  if (delayMs === 0) {
    send();
    return;
  }
  const timer = setTimeout(() => {
    timers.delete(timer);
    send();
  }, delayMs);
  timers.add(timer);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
