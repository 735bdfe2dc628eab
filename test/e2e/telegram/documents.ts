// Documents: files of any kind, kept by name (https://core.telegram.org/bots/api#senddocument).

import type { Document } from 'grammy/types';
import type { GivenFile } from './payload.ts';
import { malformed } from './refusal.ts';
import type { World } from './world.ts';

/** What a bot may upload: https://core.telegram.org/bots/api#sending-files */
const MOST_BYTES = 50 * 1024 * 1024;

/**
 * A document as a message shows it, from a file, or from the file_id of one sent before.
 * @throws Refusal for anything else; this double fetches nothing from addresses
 */
export function readDocument(given: GivenFile, world: World): Document {
  if (typeof given === 'string') {
    if (/^https?:/i.test(given)) throw malformed('this double fetches no documents from addresses');
    return world.findFile(given, 'Document').document;
  }
  const { bytes, name } = given;
  if (bytes.length === 0) throw malformed('file must be non-empty');
  if (bytes.length > MOST_BYTES) throw malformed('file is too big');
  return keepDocument({ name, bytes }, world);
}

/** Telegram goes by the name's ending, whatever the upload says. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

interface NewDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Names a document, so that it can be sent again. */
export function keepDocument({ name, bytes }: NewDocument, world: World): Document {
  const document: Document = {
    ...world.nameFile(),
    ...(name !== '' && { file_name: name }),
    mime_type: MIME_TYPES[/\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream',
    file_size: bytes.length,
  };
  world.files.set(document.file_id, { kind: 'Document', document, bytes });
  return document;
}
