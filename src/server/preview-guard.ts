// Keeps other web pages out of the preview, which anybody's browser can reach on this machine.
// Host stops DNS rebinding, Origin and Sec-Fetch-Site stop cross-site requests, the headers stop framing.

import type { Context, MiddlewareHandler } from 'hono';

/** The `host` part of a Host header: a name or an address (IPv6 in brackets), then perhaps a port. */
const HOST_HEADER = /^(\[[0-9a-f:.]+\]|[^:/@[\]]+)(?::\d{1,5})?$/i;

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** No inline code, nothing from elsewhere, no frame around it: https://www.w3.org/TR/CSP3/ */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * Middleware that lets only the preview's own page in; others get 403 and one sentence.
 * @param host the configured HOST, a name or an address, accepted beside the names of this machine
 */
export function createPreviewGuard(host: string): MiddlewareHandler {
  const names = new Set([...LOCAL_NAMES, hostnameOf(host)]);
  return async function previewGuard(context, next) {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    const reason = findReasonToRefuse(context, names);
    return reason === undefined ? next() : context.json({ error: reason }, 403);
  };
}

/**
 * Tells whether who listens on this host can be reached from this machine only. The guard sees what a request says
 * of itself; a program on another machine may say anything, so what writes files must not listen to it at all.
 */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

function hostnameOf(host: string): string {
  const name = host.toLowerCase();
  return name.includes(':') && !name.startsWith('[') ? `[${name}]` : name;
}

function findReasonToRefuse(context: Context, names: ReadonlySet<string>): string | undefined {
  const host = context.req.header('Host')?.toLowerCase() ?? '';
  const name = HOST_HEADER.exec(host)?.[1];
  if (name === undefined || !names.has(name)) {
    return 'The preview answers only as localhost: open it by the address printed at start, or set HOST to the name you use.';
  }
  const origin = context.req.header('Origin');
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
    return 'The preview takes requests from its own page only.';
  }
  if (comesFromElsewhere(context)) return 'The preview takes requests from its own page only.';
  if (context.req.method === 'POST' && !isJson(context.req.header('Content-Type'))) {
    return 'The preview takes JSON only: send Content-Type: application/json.';
  }
  return undefined;
}

/** https://www.w3.org/TR/fetch-metadata/ – a link from another site may open the page, nothing else. */
function comesFromElsewhere(context: Context): boolean {
  const site = context.req.header('Sec-Fetch-Site');
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  const opensThePage =
    context.req.method === 'GET' &&
    context.req.path === '/' &&
    context.req.header('Sec-Fetch-Mode') === 'navigate' &&
    context.req.header('Sec-Fetch-Dest') === 'document';
  return !opensThePage;
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}
