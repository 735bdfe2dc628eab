// What the preview's routes share: reading a request strictly, and refusing it in one sentence.
// Everything that comes over HTTP is decoded here, so that the routes only pass on.

import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { PreviewFile } from './preview-chat.ts';

/** Something that the asker did wrong; the message is told to them. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly status: 400 | 404;

  constructor(status: 400 | 404, message: string) {
    super(message);
    this.status = status;
  }
}

/** Lets these routes answer a `RequestProblem` with its status and sentence; other errors go on to the app. */
export function answerRequestProblems(routes: Hono): void {
  routes.onError((error, context) => {
    if (!(error instanceof RequestProblem)) throw error;
    return context.json({ error: error.message }, error.status);
  });
}

/**
 * Sends a file that is kept in memory.
 * @throws RequestProblem when there is none
 */
export function sendFile(context: Context, file: PreviewFile | undefined): Response {
  if (file === undefined) throw new RequestProblem(404, 'There is no such file.');
  // A copy, for Response takes no bytes that another thread could share.
  return context.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': file.type,
    'Cache-Control': 'no-cache',
    // RFC 6266: names beyond ASCII are written encoded.
    ...(file.name !== undefined && {
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeFileName(file.name)}`,
    }),
  });
}

/** RFC 8187: beyond what encodeURIComponent leaves, these are not allowed as they are. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
}

/**
 * Reads a request's JSON body.
 * @throws RequestProblem when it is no JSON or not as `rule` has it
 */
export async function readBody<T>(context: Context, rule: z.ZodType<T>): Promise<T> {
  const value: unknown = await context.req.json().catch(() => {
    throw new RequestProblem(400, 'The body is no valid JSON.');
  });
  return checkValue(rule, value, 'The body');
}

/**
 * Checks a value of a request.
 * @param name what to call the value where the rule names no part of it
 * @throws RequestProblem when it is not as `rule` has it
 */
export function checkValue<T>(rule: z.ZodType<T>, value: unknown, name: string): T {
  const checked = rule.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new RequestProblem(400, `${issue?.path.join('.') || name}: ${issue?.message ?? 'is wrong'}.`);
}
