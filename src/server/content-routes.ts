// The content pages over HTTP: three pages, a small JSON API under /preview/content/, and events of reloads.
// It decodes what is asked and passes it on to a PreviewContent; the preview's guard stands before it.

import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { PreviewFile } from './preview-chat.ts';
import type { ContentStanding, FileRefusal, PreviewContent } from './preview-content.ts';
import { checkValue, RequestProblem, readBody, sendFile } from './preview-requests.ts';

/** What the content routes work with. */
export interface ContentRoutesParts {
  readonly content: PreviewContent;
  /** The page's files by name. */
  readonly pageFiles: ReadonlyMap<string, PreviewFile>;
  /** Ends the events when the server is about to close; default: they end when the browser leaves. */
  readonly closing?: AbortSignal | undefined;
}

/** A file of 256 KB of which each character is escaped, and the rest of the body. */
const BODY_LIMIT_BYTES = 600 * 1024;

const path = z.string().max(250, 'is too long');
const answer = z.string().max(120, 'is too long');
const draft = z.strictObject({
  path,
  text: z.string(),
  basedOn: z.string().max(64, 'is no mark of a file'),
});

const wish = z.strictObject({
  kind: z.string().max(20, 'is too long'),
  slug: z.string().max(60, 'is too long'),
});

const PAGES = [
  ['/content', 'content.html'],
  ['/content/answers/*', 'content-answer.html'],
  ['/content/files/*', 'content-file.html'],
] as const;

/** Builds the routes of the content pages. */
export function createContentRoutes({ content, pageFiles, closing }: ContentRoutesParts): Hono {
  const routes = new Hono();
  for (const [address, page] of PAGES) {
    routes.get(address, (context) => sendFile(context, pageFiles.get(page)));
  }
  routes.use('/preview/content/*', async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });
  addReading(routes, content);
  addWriting(routes, content);
  routes.get('/preview/content/events', (context) => sendEvents(context, content, closing));
  return routes;
}

function addReading(routes: Hono, content: PreviewContent): void {
  routes.get('/preview/content/overview', async (context) => context.json(await content.overview()));
  routes.get('/preview/content/answer', (context) => {
    const found = content.answer(checkValue(answer, context.req.query('id'), 'id'));
    if (!found) throw new RequestProblem(404, 'There is no such answer in what answers now.');
    return context.json(found);
  });
  routes.get('/preview/content/file', async (context) => {
    const opening = await content.open(checkValue(path, context.req.query('path'), 'path'));
    if (opening.kind === 'refused') return refuse(context, opening.reason);
    return context.json({ file: opening.file, standing: content.standing() });
  });
}

function addWriting(routes: Hono, content: PreviewContent): void {
  const limit = bodyLimit({
    maxSize: BODY_LIMIT_BYTES,
    onError: (context) => refuse(context, 'too-large'),
  });
  routes.post('/preview/content/entries', limit, async (context) => {
    const creation = await content.create(await readBody(context, wish));
    if (!creation.ok) return context.json({ error: creation.reason }, 409);
    return context.json({ id: creation.id });
  });
  routes.post('/preview/content/save', limit, async (context) => {
    const saving = await content.save(await readBody(context, draft));
    switch (saving.kind) {
      case 'saved':
        return context.json({ file: saving.file, standing: content.standing() });
      case 'changed': {
        const error = 'The file was changed meanwhile; nothing was saved. Look at what it holds now.';
        return context.json({ error, reason: 'changed', file: saving.file }, 409);
      }
      case 'refused':
        return refuse(context, saving.reason);
    }
  });
}

const REFUSALS: Readonly<
  Record<FileRefusal, { readonly status: 400 | 403 | 404 | 413; readonly error: string }>
> = {
  'not-content': {
    status: 403,
    error: 'Only .md and .yaml files of content/ and .json files of locales/ can be edited here.',
  },
  link: { status: 403, error: 'The path leads over a symbolic link; edit what it leads to.' },
  missing: { status: 404, error: 'There is no such folder.' },
  'too-large': { status: 413, error: 'The file is larger than 256 KB, the most that content may have.' },
  'not-text': { status: 400, error: 'The file is no UTF-8 text. Save it as UTF-8 in another program.' },
  'no-access': { status: 403, error: 'The system does not let us read or write this file.' },
};

function refuse(context: Context, reason: FileRefusal): Response {
  const { status, error } = REFUSALS[reason];
  return context.json({ error, reason }, status);
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html – one event at once, then one a look at the files. */
function sendEvents(context: Context, content: PreviewContent, closing: AbortSignal | undefined): Response {
  return streamSSE(
    context,
    (stream) =>
      new Promise<void>((resolve) => {
        const send = () => void stream.writeSSE({ event: 'standing', data: writeEvent(content.standing()) });
        const stop = content.onChange(send);
        const end = () => {
          stop();
          closing?.removeEventListener('abort', end);
          resolve();
        };
        stream.onAbort(end);
        closing?.addEventListener('abort', end);
        send();
        if (closing?.aborted) end();
      }),
  );
}

function writeEvent({ stamp, version, errors }: ContentStanding): string {
  return JSON.stringify({ stamp, version, errors: errors.length });
}
