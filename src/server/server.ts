// Starts and stops listening: one HTTP server of Node that answers with the app.
// Stopping is bounded, so that a browser's open connection never holds the process back.

import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type AppParts, createApp } from './app.ts';

/** Where to listen, and the parts of the app. */
export interface ServerOptions extends AppParts {
  /** Name or address to listen on; `0.0.0.0` is every IPv4 address of the machine. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** How long `close` waits for requests under way before it cuts them off. Default: 5000. */
  readonly closeTimeoutMs?: number;
}

/** A server that listens. */
export interface RunningServer {
  /** Address to open on this machine, without a slash at the end. */
  readonly url: string;
  /**
   * Stops taking requests, lets those under way finish for `closeTimeoutMs`, then cuts them off.
   * Calling it again gives the same promise.
   */
  close(): Promise<void>;
}

/** The server can't listen as configured; the message is one line that names the setting to change. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

const CLOSE_TIMEOUT_MS = 5000;

/**
 * Serves the app over HTTP.
 * @throws ListenError when HOST and PORT can't be listened on, such as a port in use
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, closeTimeoutMs = CLOSE_TIMEOUT_MS, ...parts } = options;
  const app = createApp(parts);
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const closeIdleConnections = watchIdleConnections(server);
  await listen(server, host, port);
  let closing: Promise<void> | undefined;
  return {
    url: `http://${nameToOpen(host)}:${portOf(server)}`,
    close: () => {
      closing ??= close(server, closeIdleConnections, closeTimeoutMs);
      return closing;
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(new ListenError(describeFailure(cause, host, port), { cause }));
    });
    server.listen({ host, port }, resolve);
  });
}

function describeFailure(cause: NodeJS.ErrnoException, host: string, port: number): string {
  switch (cause.code) {
    case 'EADDRINUSE':
      return `PORT: port ${port} on ${host} is used by another program. Stop it, or let us take any free port: PORT=0`;
    case 'EACCES':
      return `PORT: the system does not let us listen on port ${port}. Choose one above 1023: PORT=8080`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST: ${host} is no address of this machine. Set it like this: HOST=127.0.0.1`;
    default:
      return `HOST and PORT: can't listen on ${host}, port ${port}: ${cause.message}`;
  }
}

function nameToOpen(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server has no port after listening.');
  return address.port;
}

/**
 * Keeps account of the connections without a request under way, so that closing need not wait for them.
 * Node's own closeIdleConnections leaves out those that never had a request, and browsers open such in advance.
 * @returns a function that closes them, now and whenever one becomes idle later
 */
function watchIdleConnections(server: Server): () => void {
  const idle = new Set<Socket>();
  let closing = false;
  const markIdle = (socket: Socket): void => {
    if (closing) socket.destroySoon();
    else idle.add(socket);
  };
  server.on('connection', (socket) => {
    markIdle(socket);
    socket.once('close', () => idle.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) markIdle(socket);
    });
  });
  return () => {
    closing = true;
    for (const socket of idle) socket.destroySoon();
  };
}

function close(server: Server, closeIdleConnections: () => void, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), timeoutMs);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    closeIdleConnections();
  });
}
