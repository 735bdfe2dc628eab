// multipart/form-data (RFC 7578), read as leniently as Telegram does: a file's name may stand without quotes,
// which the parser of Node's own fetch refuses.

/** One part of a form. */
export interface FormPart {
  readonly name: string;
  /** A part with a file name is a file; undefined for all others. */
  readonly fileName: string | undefined;
  readonly content: Buffer;
}

/** A file that came with a call. */
export class UploadedFile {
  readonly bytes: Uint8Array;
  readonly name: string;

  constructor({ content, fileName = '' }: FormPart) {
    this.bytes = new Uint8Array(content);
    this.name = fileName;
  }
}

/** Reads a form's parts. Returns undefined when the body is no such form. */
export function readMultipart(body: Buffer, contentType: string): FormPart[] | undefined {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return undefined;
  // One character a byte, and the first delimiter written as the others are.
  const pieces = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`);
  const end = pieces.pop();
  if (pieces.length === 0 || !end?.startsWith('--')) return undefined;
  const parts = pieces.slice(1).map(readPart);
  return parts.some((part) => part === undefined) ? undefined : parts.filter((part) => part !== undefined);
}

function readPart(piece: string): FormPart | undefined {
  const border = piece.indexOf('\r\n\r\n');
  const head = Buffer.from(piece.slice(0, border), 'latin1').toString();
  const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(head)?.[1];
  const [, quoted, plain] = /;\s*name=(?:"([^"]*)"|([^;\s]*))/i.exec(disposition ?? '') ?? [];
  const name = quoted ?? plain;
  if (border < 0 || name === undefined) return undefined;
  return {
    name,
    fileName: readFileName(disposition ?? ''),
    content: Buffer.from(piece.slice(border + 4), 'latin1'),
  };
}

/** `filename*` (RFC 5987) is how names beyond ASCII may come. */
function readFileName(disposition: string): string | undefined {
  const encoded = /;\s*filename\*=utf-8''([^;\s]*)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  const [, quoted, plain] = /;\s*filename=(?:"([^"]*)"|([^;\s]*))/i.exec(disposition) ?? [];
  return quoted ?? plain;
}
