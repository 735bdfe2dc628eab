// A plain HTTP request for the server's tests; unlike fetch it sends any Host and Origin it is told to.

import { request as httpRequest } from 'node:http';

/** What to send; the path is asked at the server's own address. */
export interface Asking {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is when a string, otherwise as JSON with its content type. */
  readonly body?: unknown;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The text parsed as JSON, when it is some. */
  readonly json: unknown;
}

/** Sends one request to the server at `url`, on a connection of its own. */
export function request(url: string, asking: Asking): Promise<Answer> {
  const { path, body } = asking;
  const method = asking.method ?? (body === undefined ? 'GET' : 'POST');
  const isText = typeof body === 'string';
  const type = isText || body === undefined ? {} : { 'Content-Type': 'application/json' };
  return new Promise((resolve, reject) => {
    const options = { method, agent: false, headers: { ...type, ...asking.headers } };
    const sent = httpRequest(new URL(path, url), options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece) => {
        text += piece;
      });
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parse(text) });
      });
    });
    sent.on('error', reject);
    sent.end(isText || body === undefined ? body : JSON.stringify(body));
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
