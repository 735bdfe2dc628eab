// An HTTP request → a call as it came: /bot<token>/<method> with its parameters in the address, as JSON,
// as a form or as multipart (https://core.telegram.org/bots/api#making-requests).

import type { IncomingMessage } from 'node:http';
import { readMultipart, UploadedFile } from './multipart.ts';
import { isRecord } from './published-kinds.ts';
import { malformed, Refusal } from './refusal.ts';

/** A parameter as it travelled. */
export type RawValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'json'; readonly value: unknown };

/** A call before anything about it is checked. */
export interface RawCall {
  readonly token: string;
  /** As written in the address. */
  readonly method: string;
  readonly values: ReadonlyMap<string, RawValue>;
  /** Files by the name of their part. */
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** What is odd about the request itself. */
  readonly oddities: readonly string[];
}

interface Parts {
  readonly values: Map<string, RawValue>;
  readonly files: Map<string, UploadedFile>;
  readonly oddities: string[];
}

/**
 * Reads a request to its end.
 * @throws Refusal for another address than /bot<token>/<method>, another HTTP method, or an unreadable body
 */
export async function readCall(request: IncomingMessage): Promise<RawCall> {
  const body = await readAll(request);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://telegram.invalid');
  const [, token, method] = /^\/bot([^/]*)\/([^/]*)$/.exec(pathname) ?? [];
  if (token === undefined || method === undefined) {
    throw new Refusal('Not Found', { code: 404, isMalformed: true });
  }
  if (request.method !== 'GET' && request.method !== 'POST') {
    throw malformed(`HTTP method ${request.method} is not supported`);
  }
  const parts: Parts = { values: new Map(), files: new Map(), oddities: [] };
  for (const [name, text] of searchParams) parts.values.set(name, { kind: 'text', text });
  if (body.length > 0) readBody(body, request.headers['content-type'] ?? '', parts);
  return { token: decodeURIComponent(token), method, ...parts };
}

/** By events: an iterator takes longer than the rest of the request. @throws Error when it was cut off */
function readAll(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

function readBody(body: Buffer, contentType: string, parts: Parts): void {
  if (/^application\/json\b/i.test(contentType)) {
    readJson(body, parts);
  } else if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
    for (const [name, text] of new URLSearchParams(body.toString())) {
      parts.values.set(name, { kind: 'text', text });
    }
  } else if (/^multipart\/form-data\b/i.test(contentType)) {
    readForm(body, contentType, parts);
  } else {
    parts.oddities.push(
      `the body's content type "${contentType}" is none that Telegram reads: it is ignored`,
    );
  }
}

function readJson(body: Buffer, { values, oddities }: Parts): void {
  const content = parseJson(body.toString());
  if (!isRecord(content)) throw malformed('JSON object expected');
  for (const [name, value] of Object.entries(content)) {
    if (value === null) oddities.push(`${name} is null: leave out what is not set`);
    else values.set(name, { kind: 'json', value });
  }
}

/** JSON, or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readForm(body: Buffer, contentType: string, { values, files }: Parts): void {
  const parts = readMultipart(body, contentType);
  if (!parts) throw malformed("can't parse the multipart body");
  for (const part of parts) {
    if (part.fileName !== undefined) files.set(part.name, new UploadedFile(part));
    else values.set(part.name, { kind: 'text', text: part.content.toString() });
  }
}
