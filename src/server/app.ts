// All HTTP routes of the process in one Hono app; each part is there only if the caller gives it.
// The order matters: the preview's guard covers every path, so the preview comes last.

import { Hono } from 'hono';

/** How the process is; `ok: false` tells load balancers to keep away. Other fields are shown as they are. */
export interface Health {
  readonly ok: boolean;
  readonly [detail: string]: unknown;
}

/** A webhook: Telegram's requests to `path` (such as `/telegram`) are answered by `handle`. */
export interface Webhook {
  readonly path: string;
  handle(request: Request): Promise<Response>;
}

/** The parts of the app. */
export interface AppParts {
  /** Asked on each `GET /health`; must be quick. */
  readonly health: () => Health;
  /** The routes made by `createPreviewRoutes`. Default: no preview, `/` is not found. */
  readonly preview?: Hono | undefined;
  /** Default: no webhook. */
  readonly webhook?: Webhook | undefined;
  /** Told of each error that a route didn't expect; the asker gets only a plain 500. */
  readonly onError: (error: unknown) => void;
}

/** Builds the app: `GET /health` (200, or 503 when not ok), the webhook, the preview. */
export function createApp({ health, preview, webhook, onError }: AppParts): Hono {
  const app = new Hono();
  app.get('/health', (context) => {
    const state = health();
    context.header('Cache-Control', 'no-store');
    return context.json(state, state.ok ? 200 : 503);
  });
  if (webhook !== undefined) app.post(webhook.path, (context) => webhook.handle(context.req.raw));
  if (preview !== undefined) app.route('/', preview);
  app.notFound((context) => context.json({ error: 'There is nothing here.' }, 404));
  app.onError((error, context) => {
    onError(error);
    return context.json({ error: 'Something broke on the server; its log says what.' }, 500);
  });
  return app;
}
