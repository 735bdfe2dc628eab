// Photos: what Telegram takes for one (https://core.telegram.org/bots/api#sendphoto) and how it names it.

import type { PhotoSize } from 'grammy/types';
import type { GivenFile } from './payload.ts';
import { malformed } from './refusal.ts';
import type { World } from './world.ts';

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS_AROUND = 10_000;
const MOST_STRETCHED = 20;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A photo as a message shows it, from a file (PNG or JPEG), or from the file_id of one sent before.
 * @throws Refusal for anything else; this double fetches nothing from addresses
 */
export function readPicture(photo: GivenFile, world: World): PhotoSize[] {
  if (typeof photo === 'string') {
    if (/^https?:/i.test(photo)) throw malformed('this double fetches no photos from addresses');
    return world.findFile(photo, 'Photo').sizes;
  }
  const { bytes } = photo;
  if (bytes.length > MOST_BYTES) throw malformed('file is too big');
  const size = readSize(Buffer.from(bytes));
  if (!size) throw malformed('IMAGE_PROCESS_FAILED');
  const { width, height } = size;
  const isStretched = Math.max(width / height, height / width) > MOST_STRETCHED;
  if (width + height > MOST_PIXELS_AROUND || isStretched) throw malformed('PHOTO_INVALID_DIMENSIONS');
  return keepPicture({ width, height, file_size: bytes.length }, world);
}

/** Names a picture, so that it can be sent again. */
export function keepPicture(size: Size & { readonly file_size: number }, world: World): PhotoSize[] {
  const sizes: PhotoSize[] = [{ ...world.nameFile(), ...size }];
  for (const { file_id } of sizes) world.files.set(file_id, { kind: 'Photo', sizes });
  return sizes;
}

function readSize(file: Buffer): Size | undefined {
  const isPng = file.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n' && file.length >= 24;
  if (isPng) return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
  return file.subarray(0, 2).toString('latin1') === '\xff\xd8' ? readJpegSize(file) : undefined;
}

/** Walks a JPEG's segments to the frame header, which holds the size. */
function readJpegSize(file: Buffer): Size | undefined {
  for (let at = 2; at + 9 < file.length; ) {
    const marker = file.readUInt16BE(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    at += 2 + file.readUInt16BE(at + 2);
  }
  return undefined;
}
