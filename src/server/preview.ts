// The browser preview over HTTP: the page, and a small JSON API that its script talks to.
// It only passes on: what is said goes to a PreviewChat, and the whole transcript comes back each time.

import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { createContentRoutes } from './content-routes.ts';
import type { PreviewChat, PreviewFile, PreviewPerson } from './preview-chat.ts';
import type { PreviewContent } from './preview-content.ts';
import { createPreviewGuard } from './preview-guard.ts';
import { readPageFiles } from './preview-page.ts';
import { answerRequestProblems, checkValue, RequestProblem, readBody, sendFile } from './preview-requests.ts';

export type {
  PreviewButton,
  PreviewChat,
  PreviewCommand,
  PreviewContact,
  PreviewDocument,
  PreviewFile,
  PreviewMessage,
  PreviewPerson,
  PreviewReplyButton,
  PreviewReplyKeyboard,
  PreviewToast,
  PreviewVenue,
} from './preview-chat.ts';

/** How the preview is served. */
export interface PreviewOptions {
  /** The configured HOST: the one name beside localhost by which the preview may be asked. */
  readonly host: string;
  /** Content for its editors; default: no content pages. Give it only to a server on loopback. */
  readonly content?: PreviewContent | undefined;
  /** Aborted when the server is about to close: what is kept open for news ends then. */
  readonly closing?: AbortSignal | undefined;
}

/** A text of 4096 characters, each of them written as an escape of 12 bytes, and the rest of the body. */
const BODY_LIMIT_BYTES = 64 * 1024;

const language = z
  .string()
  .max(35, 'is too long')
  .regex(/^[a-z]{2,3}(-[a-z0-9]+)*$/i, 'must be a language code such as "kk"');
/** https://core.telegram.org/bots/api#sendmessage */
const text = z
  .string()
  .max(4096, 'must have 4096 characters at most')
  .refine((value) => value.trim() !== '', 'must not be empty');
const messageId = z.number().int().positive('must be the number of a message');
/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const data = z
  .string()
  .refine(
    (value) => Buffer.byteLength(value) >= 1 && Buffer.byteLength(value) <= 64,
    'must have 1 to 64 bytes',
  );

const body = {
  say: z.strictObject({ language, text }),
  edit: z.strictObject({ language, messageId, text }),
  press: z.strictObject({ language, messageId, data }),
  contact: z.strictObject({ language }),
  restart: z.strictObject({}),
};

/**
 * Builds the preview's routes: `GET /`, `/preview/page/…`, `/preview/files/…` and the JSON API under `/preview/`.
 * Its guard covers every path, so mount it last, after routes that others may ask.
 * @throws Error when the page's files can't be read
 */
export function createPreviewRoutes(chat: PreviewChat, options: PreviewOptions): Hono {
  const routes = new Hono();
  routes.use(createPreviewGuard(options.host));
  routes.use(
    '/preview/chats/*',
    bodyLimit({
      maxSize: BODY_LIMIT_BYTES,
      onError: (context) =>
        context.json({ error: `The body is larger than ${BODY_LIMIT_BYTES} bytes.` }, 413),
    }),
  );
  const pageFiles = readPageFiles();
  addPage(routes, pageFiles);
  const { content, closing } = options;
  if (content) routes.route('/', createContentRoutes({ content, pageFiles, closing }));
  routes.get('/preview/people', (context) =>
    context.json({ people: chat.people, hasContent: content !== undefined }),
  );
  addReading(routes, chat);
  addWriting(routes, chat);
  answerRequestProblems(routes);
  return routes;
}

function addPage(routes: Hono, files: ReadonlyMap<string, PreviewFile>): void {
  routes.get('/', (context) => sendFile(context, files.get('index.html')));
  routes.get('/preview/page/:name', (context) => sendFile(context, files.get(context.req.param('name'))));
}

function addReading(routes: Hono, chat: PreviewChat): void {
  routes.get('/preview/files/:name', (context) => sendFile(context, chat.file(context.req.param('name'))));
  routes.get('/preview/chats/:person', (context) => sendTranscript(context, chat));
  routes.get('/preview/chats/:person/commands', (context) => {
    const person = findPerson(context, chat);
    const code = checkValue(language, context.req.query('language') ?? person.language, 'language');
    return context.json({ commands: chat.commands(person.id, code) });
  });
}

function addWriting(routes: Hono, chat: PreviewChat): void {
  routes.post('/preview/chats/:person/say', async (context) => {
    const person = findPerson(context, chat);
    const said = await readBody(context, body.say);
    await chat.say(person.id, said.language, said.text);
    return sendTranscript(context, chat);
  });
  routes.post('/preview/chats/:person/contact', async (context) => {
    const person = findPerson(context, chat);
    const shared = await readBody(context, body.contact);
    const isAsked = chat
      .replyKeyboard(person.id)
      ?.rows.flat()
      .some(({ asksContact }) => asksContact === true);
    if (!isAsked) throw new RequestProblem(404, 'The chat asks for no contact: read the chat again.');
    await chat.shareContact(person.id, shared.language);
    return sendTranscript(context, chat);
  });
  routes.post('/preview/chats/:person/edit', async (context) => {
    const person = findPerson(context, chat);
    const edited = await readBody(context, body.edit);
    requireMessage(chat, { person, id: edited.messageId, from: 'person' });
    await chat.edit(person.id, edited.language, edited.messageId, edited.text);
    return sendTranscript(context, chat);
  });
  routes.post('/preview/chats/:person/press', async (context) => {
    const person = findPerson(context, chat);
    const pressed = await readBody(context, body.press);
    requireMessage(chat, { person, id: pressed.messageId, from: 'bot' });
    const toast = await chat.press(person.id, pressed.language, pressed.messageId, pressed.data);
    return context.json({ ...describeChat(chat, person), toast });
  });
  routes.post('/preview/chats/:person/restart', async (context) => {
    const person = findPerson(context, chat);
    await readBody(context, body.restart);
    await chat.restart(person.id);
    return sendTranscript(context, chat);
  });
}

function sendTranscript(context: Context, chat: PreviewChat): Response {
  context.header('Cache-Control', 'no-store');
  return context.json(describeChat(chat, findPerson(context, chat)));
}

function describeChat(chat: PreviewChat, { id }: PreviewPerson) {
  return { messages: chat.transcript(id), replyKeyboard: chat.replyKeyboard(id) };
}

function findPerson(context: Context, chat: PreviewChat): PreviewPerson {
  const given = context.req.param('person');
  const person = chat.people.find(({ id }) => String(id) === given);
  if (person === undefined) throw new RequestProblem(404, 'There is no such person: ask /preview/people.');
  return person;
}

interface WantedMessage {
  readonly person: PreviewPerson;
  readonly id: number;
  readonly from: 'person' | 'bot';
}

function requireMessage(chat: PreviewChat, { person, id, from }: WantedMessage): void {
  const message = chat.transcript(person.id).find((candidate) => candidate.id === id);
  if (message?.from === from) return;
  throw new RequestProblem(404, `The chat has no message ${id} of the ${from}: read the chat again.`);
}
