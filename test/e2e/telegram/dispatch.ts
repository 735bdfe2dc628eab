// One call from its raw form to its response: token, method, parameters, the method itself, in this order.

import type { CallLog, OpenCall } from './call-log.ts';
import { type Fault, type Faults, takesEffect } from './faults.ts';
import { type CallContext, HANDLERS, type Telegram } from './methods/index.ts';
import { decodePayload, type ReadPayload, readPayload } from './payload.ts';
import { findMethod, type Method } from './published-methods.ts';
import type { RawCall } from './raw-call.ts';
import { Refusal, tooManyRequests } from './refusal.ts';

/** A response as it is written, or none at all. */
export type Outcome =
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly body: object;
      readonly delayMs: number;
      /** The header Retry-After, in seconds. */
      readonly retryAfter?: number;
    }
  | { readonly kind: 'html'; readonly status: number; readonly body: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' };

/** What dispatching works with. */
export interface DispatchOptions {
  readonly token: string;
  readonly telegram: Telegram;
  readonly faults: Faults;
  readonly log: CallLog;
  readonly now: () => number;
}

/** Does one call. @param gone aborts when the caller hangs up */
export async function dispatch(
  call: RawCall,
  { token, telegram, faults, log, now }: DispatchOptions,
  gone: AbortSignal,
): Promise<Outcome> {
  const method = findMethod(call.method);
  const read = method ? readPayload(method, call) : { values: {}, oddities: [], refusal: undefined };
  const name = method ?? call.method;
  const fault = faults.take(name, read.values);
  const open = log.begin({ method: name, payload: read.values, time: now(), fault: fault?.kind });
  const run = async (): Promise<unknown> => {
    if (call.token !== token) throw unauthorized(call.token);
    if (!method) throw new Refusal('Not Found: method not found', { code: 404, isMalformed: true });
    if (method !== call.method) open.violate(`the method is written ${call.method}, not ${method}`);
    read.oddities.forEach(open.violate);
    return runMethod(method, read, { telegram, gone, remark: open.violate });
  };
  if (!fault) return respond(run, open, 0);
  const delayMs = fault.kind === 'delay' ? fault.delayMs : 0;
  const proper = takesEffect(fault) ? await respond(run, open, delayMs) : undefined;
  return spoil(fault, open) ?? proper ?? { kind: 'hang' };
}

async function runMethod<M extends Method>(
  method: M,
  read: ReadPayload,
  context: CallContext,
): Promise<unknown> {
  return HANDLERS[method](decodePayload(method, read), context);
}

async function respond(run: () => Promise<unknown>, open: OpenCall, delayMs: number): Promise<Outcome> {
  try {
    const result = await run();
    open.respond({ status: 200, ok: true, result });
    return { kind: 'json', status: 200, body: { ok: true, result }, delayMs };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.isMalformed) open.violate(`${error.code}: ${error.message}`);
    return refuse(error, open, delayMs);
  }
}

function refuse(refusal: Refusal, open: OpenCall, delayMs = 0): Outcome {
  const { code, message, parameters } = refusal;
  open.respond({ status: code, ok: false, description: message });
  const body = {
    ok: false,
    error_code: code,
    description: message,
    ...(parameters && { parameters }),
  };
  const retryAfter = parameters?.retry_after;
  return { kind: 'json', status: code, body, delayMs, ...(retryAfter !== undefined && { retryAfter }) };
}

/** Real tokens have a number, a colon and a secret. */
function unauthorized(token: string): Refusal {
  const isToken = /^[1-9]\d*:[\w-]+$/.test(token);
  return new Refusal(isToken ? 'Unauthorized' : 'Unauthorized: invalid token specified', {
    code: 401,
    isMalformed: false,
  });
}

/** The answer that a fault puts in place of the proper one; undefined when the proper one stays. */
function spoil(fault: Fault, open: OpenCall): Outcome | undefined {
  switch (fault.kind) {
    case 'flood':
      return refuse(tooManyRequests(fault.retryAfter), open);
    case 'error': {
      const description = fault.description ?? 'Internal Server Error';
      return refuse(new Refusal(description, { code: fault.status, isMalformed: false }), open);
    }
    case 'bad gateway': {
      const body = '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body></body>\r\n</html>\r\n';
      open.respond({ status: 502, ok: false, description: 'Bad Gateway' });
      return { kind: 'html', status: 502, body };
    }
    case 'reset':
      return { kind: 'reset' };
    case 'hang':
      return { kind: 'hang' };
    case 'delay':
      return undefined;
  }
}
