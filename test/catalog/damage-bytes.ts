// Damages that any file can suffer, whatever it holds: cut off, torn, wrongly encoded, too large.

import type { Random } from '../random.ts';

/** Makes a damaged file of a whole one; undefined where it can't be damaged so. */
export type ByteDamage = (bytes: Buffer, random: Random) => Uint8Array | string | undefined;

/** Text of more than this is no content; sources.yaml and the like may have more (src/catalog/folder.ts). */
const LIMIT_BYTES = 256 * 1024;

/** By what is told of them when a test fails. */
export const BYTE_DAMAGES: Readonly<Record<string, ByteDamage>> = {
  'cut off': (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'cut off in a character': (bytes, random) => {
    const inside = [...bytes.keys()].filter((at) => isContinuation(bytes[at]));
    return inside.length > 0 ? bytes.subarray(0, random.pick(inside)) : undefined;
  },
  emptied: () => '',
  'a piece lost': (bytes, random) => {
    const start = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + 1 + random.below(80))]);
  },
  'a piece written twice': (bytes, random) => {
    const start = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, start + 1 + random.below(200)), bytes.subarray(start)]);
  },
  'one bit turned': (bytes, random) => {
    const torn = Buffer.from(bytes);
    const at = random.below(torn.length);
    torn.writeUInt8(torn.readUInt8(at) ^ (1 << random.below(8)), at);
    return torn;
  },
  'noise in the middle': (bytes, random) => {
    const noise = Buffer.from(Array.from({ length: 40 }, () => random.below(256)));
    return insert(bytes, noise, random);
  },
  'lines swapped': (bytes, random) => {
    const lines = bytes.toString().split('\n');
    const [one, other] = [random.below(lines.length), random.below(lines.length)];
    return lines.map((line, at) => lines[at === one ? other : at === other ? one : at] ?? line).join('\n');
  },
  'a line lost': (bytes, random) => {
    const lines = bytes.toString().split('\n');
    return lines.toSpliced(random.below(lines.length), 1).join('\n');
  },
  'a line twice': (bytes, random) => {
    const lines = bytes.toString().split('\n');
    const at = random.below(lines.length);
    return lines.toSpliced(at, 0, lines[at] ?? '').join('\n');
  },
  'a merge not ended': (bytes, random) => {
    const lines = bytes.toString().split('\n');
    const at = random.below(lines.length);
    const line = lines[at] ?? '';
    return lines.toSpliced(at, 1, '<<<<<<< HEAD', line, '=======', line, '>>>>>>> other').join('\n');
  },
  'Windows-1251': (bytes) => Buffer.from([...bytes.toString()].map(toWindows1251)),
  'UTF-16 with a mark': (bytes) => Buffer.from(`\uFEFF${bytes}`, 'utf16le'),
  'UTF-16 without a mark': (bytes) => Buffer.from(bytes.toString(), 'utf16le'),
  'UTF-16, big end first': (bytes) => Buffer.from(`\uFEFF${bytes}`, 'utf16le').swap16(),
  'UTF-8 with a mark': (bytes) => `\uFEFF${bytes}`,
  'a byte that begins nothing': (bytes, random) =>
    insert(bytes, Buffer.from([0x80 + random.below(64)]), random),
  'a slash in two bytes': (bytes, random) => insert(bytes, Buffer.from([0xc0, 0xaf]), random),
  'half of a pair': (bytes, random) => insert(bytes, Buffer.from([0xed, 0xa0, 0x80]), random),
  'letters taken apart': (bytes) => bytes.toString().normalize('NFD'),
  'encoded twice': (bytes) => Buffer.from(bytes.toString('latin1')),
  'lines of Windows': (bytes) => bytes.toString().replaceAll('\n', '\r\n'),
  'lines of an old Mac': (bytes) => bytes.toString().replaceAll('\n', '\r'),
  'a control character': (bytes, random) =>
    insert(
      bytes,
      random.pick(['\0', '\u0007', '\u001B[31m', '\u007F', '\u0085', '\u202E', '\u2066', '\uFFFD']),
      random,
    ),
  'too large by a byte': (bytes) => fillUp(bytes, LIMIT_BYTES + 1, '\n'),
  'as large as may be': (bytes) => fillUp(bytes, LIMIT_BYTES, '\n'),
  'as large as may be, in one line': (bytes) => fillUp(bytes, LIMIT_BYTES, 'a'),
  'nothing but zeros': (bytes) => Buffer.alloc(bytes.length),
};

function fillUp(bytes: Buffer, size: number, filling: string): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, size - bytes.length), filling)]);
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Puts something between two characters, so that it is what is wrong. */
function insert(bytes: Buffer, inserted: Buffer | string, random: Random): Buffer {
  const starts = [...bytes.keys()].filter((at) => !isContinuation(bytes[at]));
  const at = random.pick(starts);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(inserted), bytes.subarray(at)]);
}

function toWindows1251(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x410 && code <= 0x44f) return code - 0x350;
  return code < 0x80 ? code : 0x3f;
}
