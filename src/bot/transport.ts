// How calls reach Telegram: through undici, straight as JSON. grammY's own client, which calls through node-fetch, takes
// three times the processor's time for a call; it brings what carries a file.

import { HttpError, InputFile, type Transformer } from 'grammy';
import { Pool } from 'undici';

/** Where calls go, and in whose name. */
export interface TransportOptions {
  readonly token: string;
  /** Such as https://api.telegram.org, without a slash at its end. */
  readonly apiRoot: string;
  /** A call that is not answered by then has failed. */
  readonly limitMs: number;
}

const HEADERS = { 'content-type': 'application/json' };
/** A new connection costs the next reply several ways to Telegram and back. */
const IDLE_MS = 30_000;

/** Creates the way for calls; it must be the last that they pass. Connections are kept, as many as there are calls at once. */
export function createTransport({ token, apiRoot, limitMs }: TransportOptions): Transformer {
  const { origin, pathname } = new URL(`${apiRoot}/bot${token}/`);
  const pool = new Pool(origin, {
    headersTimeout: limitMs,
    bodyTimeout: limitMs,
    keepAliveTimeout: IDLE_MS,
  });
  return async (previous, method, payload, signal) => {
    if (Object.values(payload).some((value) => value instanceof InputFile)) {
      return previous(method, payload, signal);
    }
    const path = pathname + method;
    const body = JSON.stringify(payload);
    try {
      const answer = await pool.request({
        path,
        method: 'POST',
        headers: HEADERS,
        body,
        signal: signal ?? null,
      });
      // Telegram's own types are trusted from here on, as grammY trusts them.
      return (await answer.body.json()) as never;
    } catch (error) {
      throw new HttpError(`A call of ${method} was not answered`, error);
    }
  };
}
