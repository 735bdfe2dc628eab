// Which addresses Telegram takes for a link in a text or for a button: http and https with a dot in the host,
// and its own schemes tg:, ton: and tonsite:.

/** A link as Telegram keeps it, or what is wrong with it. */
export type CheckedLink =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly problem: string };

const OWN_SCHEME = /^(tg|ton|tonsite):(?:\/\/)?/i;
const HOST_LETTERS = /^(?:[\w.\-!$,~*'();&+=]|%[0-9a-f]{2}|[^\0-\x7f])+$/i;

/** Checks an address as a link. A missing scheme is http, a missing path is "/". */
export function checkLink(link: string): CheckedLink {
  const own = OWN_SCHEME.exec(link);
  return own ? checkOwn(own, link) : checkHttp(link);
}

/** Tells whether an address says what it is; without that, Telegram guesses http, even for mailto:a@b.kz. */
export function hasScheme(link: string): boolean {
  return /^(?:https?|tg|ton|tonsite):\/\//i.test(link);
}

/** The person that tg://user?id=… names, or undefined for any other address. */
export function findMentionedUser(link: string): number | undefined {
  const [, query] = /^tg:(?:\/\/)?user\/?\?([^#]*)/i.exec(link) ?? [];
  const id = query === undefined ? null : new URLSearchParams(query).get('id');
  return id !== null && /^[1-9]\d*$/.test(id) ? Number(id) : undefined;
}

function checkOwn([prefix, scheme = '']: RegExpExecArray, link: string): CheckedLink {
  const [, host = '', rest = ''] = /^([^/?#]*)(.*)$/s.exec(link.slice(prefix.length)) ?? [];
  if (host === '') return failure('URL host is empty');
  if (!/^[\w\-.]+$/.test(host)) return failure('Unallowed characters in URL host');
  return { ok: true, url: `${scheme.toLowerCase()}://${host.toLowerCase()}${escapeSpaces(rest)}` };
}

function checkHttp(link: string): CheckedLink {
  const [, scheme, afterScheme] = /^([^:/?#@[\]]*):\/\/(.*)$/s.exec(link) ?? [];
  if (scheme !== undefined && !/^https?$/i.test(scheme)) return failure('Unsupported URL protocol');
  const [, authority = '', rest = ''] = /^([^/?#]*)(.*)$/s.exec(afterScheme ?? link) ?? [];
  const [, user = '', host = '', port] = /^(?:(.*)@)?(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority) ?? [];
  if (port !== undefined && !isPort(port)) return failure('Wrong port number specified in the URL');
  if (host === '') return failure('URL host is empty');
  const isIpv6 = host.startsWith('[');
  if (!isIpv6 && !HOST_LETTERS.test(host)) return failure('Disallowed character in URL host');
  if (!isIpv6 && !host.includes('.')) return failure('Wrong HTTP URL');
  if (host === '.') return failure('Host is invalid');
  const place = `${user && `${user}@`}${host.toLowerCase()}${port === undefined ? '' : `:${Number(port)}`}`;
  const path = escapeSpaces(rest.trimEnd());
  return {
    ok: true,
    url: `${(scheme ?? 'http').toLowerCase()}://${place}${path.startsWith('/') ? path : `/${path}`}`,
  };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) <= 65_535;
}

function escapeSpaces(text: string): string {
  return [...text].map((letter) => (letter <= ' ' ? encodeURIComponent(letter) : letter)).join('');
}

function failure(problem: string): CheckedLink {
  return { ok: false, problem };
}
