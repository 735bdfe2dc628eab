// The kinds of value that the Bot API publishes for parameters and fields (https://core.telegram.org/bots/api):
// each knows how it is written as text, and finds what is wrong with a value.

import { UploadedFile } from './multipart.ts';

/** Something a call has that the Bot API does not publish, or has otherwise. */
export interface Finding {
  readonly problem: string;
  /** A wrong value ends the call; a field that nobody knows is ignored by Telegram, and recorded here. */
  readonly isFatal: boolean;
}

/** One kind of value. */
export interface Kind {
  /** As the Bot API's tables write it. */
  readonly label: string;
  /** Comes as JSON when all that travels is text. */
  readonly isJson: boolean;
  /** Reads the text of a form or an address; text that can't be read is returned as it is. */
  readonly fromText: (text: string) => unknown;
  /** What is wrong with a value; `path` names it, such as `reply_markup.inline_keyboard[0]`. */
  readonly inspect: (value: unknown, path: string) => readonly Finding[];
}

/** A parameter or field and whether it must be there. */
export interface Field<Required extends boolean = boolean> {
  readonly kind: Kind;
  readonly isRequired: Required;
}

/**
 * The fields of a published type, one for each of its keys, required where the type requires it:
 * a table of this type can neither lack a field nor have one too many.
 */
export type Fields<T> = {
  readonly [K in keyof T]-?: Field<object extends Pick<T, K> ? false : true>;
};

/** Any table of fields. */
export type FieldTable = Readonly<Record<string, Field>>;

/** A field that must be there. */
export function required(kind: Kind): Field<true> {
  return { kind, isRequired: true };
}

/** A field that may be left out. */
export function optional(kind: Kind): Field<false> {
  return { kind, isRequired: false };
}

function scalar(label: string, fits: (value: unknown) => boolean, fromText: (text: string) => unknown): Kind {
  const inspect = (value: unknown, path: string) => (fits(value) ? [] : [wrong(path, label, value)]);
  return { label, isJson: false, fromText, inspect };
}

function wrong(path: string, label: string, value: unknown): Finding {
  const found = JSON.stringify(value) ?? typeof value;
  const shown = found.length > 60 ? `${found.slice(0, 60)}…` : found;
  return { problem: `${path} must be of type ${label}, not ${shown}`, isFatal: true };
}

const asItIs = (text: string): unknown => text;
const numberFromText = (text: string): unknown =>
  /^\s*-?\d+(?:\.\d+)?(?:e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : text;

function booleanFromText(text: string): unknown {
  if (/^\s*(?:true|yes|1)\s*$/i.test(text)) return true;
  return /^\s*(?:false|no|0|)\s*$/i.test(text) ? false : text;
}

/** Any text. */
export const string = scalar('String', (value) => typeof value === 'string', asItIs);

/** A whole number. */
export const integer = scalar('Integer', (value) => Number.isSafeInteger(value), numberFromText);

/** Any number. */
export const float = scalar('Float', (value) => Number.isFinite(value), numberFromText);

/** true or false. */
export const boolean = scalar('Boolean', (value) => typeof value === 'boolean', booleanFromText);

/** A chat's number, or @name. */
export const chatId = scalar(
  'Integer or String',
  (value) => Number.isSafeInteger(value) || (typeof value === 'string' && /^@\w+$/.test(value)),
  numberFromText,
);

/** A file that is sent along, or the text that stands for one; files are put in by the payload's decoder. */
export const file = scalar(
  'InputFile or String',
  (value) => typeof value === 'string' || value instanceof UploadedFile,
  asItIs,
);

/** Published, but unknown to the double: whoever needs it teaches it here. */
export const unsupported: Kind = {
  label: 'published, but unknown to this double',
  isJson: false,
  fromText: asItIs,
  inspect: (_, path) => [{ problem: `${path} is published, but unknown to this double`, isFatal: true }],
};

/** One of a few words, written exactly so. */
export function oneOf(...words: readonly string[]): Kind {
  const label = words.map((word) => `"${word}"`).join(' or ');
  return scalar(label, (value) => typeof value === 'string' && words.includes(value), asItIs);
}

function fromJson(label: string, inspect: Kind['inspect']): Kind {
  return { label, isJson: true, fromText: asItIs, inspect };
}

/** A JSON array of one kind. */
export function list(item: Kind): Kind {
  const label = `Array of ${item.label}`;
  return fromJson(label, (value, path) =>
    Array.isArray(value)
      ? value.flatMap((element: unknown, place) => item.inspect(element, `${path}[${place}]`))
      : [wrong(path, label, value)],
  );
}

/** A JSON object with the fields of a table. */
export function object(label: string, fields: FieldTable): Kind {
  return fromJson(label, (value, path) =>
    isRecord(value) ? inspectFields(value, path, fields) : [wrong(path, label, value)],
  );
}

/** A JSON object of one of several types; `choose` tells by its fields which. */
export function union(label: string, choose: (value: Record<string, unknown>) => Kind | undefined): Kind {
  return fromJson(label, (value, path) => {
    const kind = isRecord(value) ? choose(value) : undefined;
    return kind ? kind.inspect(value, path) : [wrong(path, label, value)];
  });
}

function inspectFields(value: Record<string, unknown>, path: string, fields: FieldTable): Finding[] {
  const unknown = Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({ problem: `${path}.${name} is not published`, isFatal: false }));
  const known = Object.entries(fields).flatMap(([name, { kind, isRequired }]): readonly Finding[] => {
    const found = value[name];
    if (found !== undefined) return kind.inspect(found, `${path}.${name}`);
    return isRequired ? [{ problem: `Can't find field "${name}" in ${path}`, isFatal: true }] : [];
  });
  return [...unknown, ...known];
}

/** Tells whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
