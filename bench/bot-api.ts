// A small and fast Bot API for the benches, run in a process of its own: updates of many chats to fetch, and an
// answer to every call. It tells the parent when as many messages were sent as there were updates.

import { createServer, type IncomingMessage } from 'node:http';
import type { Update } from 'grammy/types';
import { readQuestions } from './questions.ts';

/** What the parent asks for: updates of many chats, one after the other. */
export interface Load {
  readonly updates: number;
  readonly chats: number;
  /** So many answers come before the time is taken. */
  readonly warmUp: number;
}

/** What the parent hears: first where the API is, then of each load. */
export type Told =
  | { readonly kind: 'listening'; readonly url: string }
  | { readonly kind: 'answered'; readonly milliseconds: number };

const BATCH = 100;
const LONG_POLL_MS = 1_000;
/** The server answers a repeat of an offset within this time with one update only. */
const SAME_OFFSET_MS = 500;
const FIRST_CHAT = 10_000;

const BOT = {
  id: 1,
  is_bot: true,
  first_name: 'Bench',
  username: 'bench_bot',
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
};

const questions = readQuestions().map(({ text }) => text);
const tell = (told: Told): void => void process.send?.(told);

let first = 1;
let load: Load = { updates: 0, chats: 1, warmUp: 0 };
let sent = 0;
let startedAt = 0;
let last = { offset: -1, at: 0 };

function updateAt(place: number): Update {
  const id = FIRST_CHAT + (place % load.chats);
  const person = { id, first_name: 'A', language_code: 'ru' };
  const update = {
    update_id: first + place,
    message: {
      message_id: first + place,
      date: Math.floor(Date.now() / 1000),
      chat: { ...person, type: 'private' },
      from: { ...person, is_bot: false },
      text: questions[place % questions.length] ?? '',
    },
  };
  return update as Update;
}

async function getUpdates({ offset = 0, limit = BATCH }): Promise<Update[]> {
  const now = performance.now();
  const most = offset === last.offset && now - last.at < SAME_OFFSET_MS ? 1 : limit;
  last = { offset, at: now };
  const from = Math.max(0, offset - first);
  const count = Math.min(most, Math.max(0, load.updates - from));
  if (count === 0) await new Promise((resolve) => setTimeout(resolve, LONG_POLL_MS));
  return Array.from({ length: count }, (_, place) => updateAt(from + place));
}

function sendMessage({ chat_id, text }: { chat_id?: number; text?: string }): object {
  sent += 1;
  if (sent === load.warmUp) startedAt = performance.now();
  if (sent === load.updates) tell({ kind: 'answered', milliseconds: performance.now() - startedAt });
  const date = Math.floor(Date.now() / 1000);
  return {
    message_id: 1_000_000 + sent,
    date,
    chat: { id: chat_id, type: 'private', first_name: 'A' },
    text,
  };
}

async function call(method: string, payload: object): Promise<unknown> {
  if (method === 'getMe') return BOT;
  if (method === 'getUpdates') return getUpdates(payload);
  if (method === 'sendMessage') return sendMessage(payload);
  return method.startsWith('getMy') ? {} : true;
}

async function read(request: IncomingMessage): Promise<object> {
  let body = '';
  for await (const part of request) body += part;
  return body.startsWith('{') ? JSON.parse(body) : {};
}

const server = createServer(async (request, response) => {
  const result = await call(request.url?.split('/').at(-1) ?? '', await read(request));
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ ok: true, result }));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  tell({ kind: 'listening', url: `http://127.0.0.1:${port}` });
});
process.on('message', (asked: Load) => {
  first += load.updates;
  load = asked;
  sent = 0;
});
process.on('disconnect', () => process.exit(0));
