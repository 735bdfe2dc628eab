// A raw call → the parameters that the Bot API publishes for the method, each of its published type.
// The one place where what came over the wire becomes typed.

import type { Opts } from 'grammy/types';
import type { UploadedFile } from './multipart.ts';
import { type Finding, type Kind, string } from './published-kinds.ts';
import { type Method, PUBLISHED_METHODS } from './published-methods.ts';
import { parseJson, type RawCall, type RawValue } from './raw-call.ts';
import { malformed, type Refusal } from './refusal.ts';

/** A method's checked parameters. */
export type Payload<M extends Method> = M extends 'sendPhoto'
  ? Omit<Opts<M>, 'photo'> & { readonly photo: GivenFile }
  : M extends 'sendDocument'
    ? Omit<Opts<M>, 'document'> & { readonly document: GivenFile }
    : Opts<M>;

/** A file that is sent along, or the file_id of one that was sent before. */
export type GivenFile = string | UploadedFile;

/** A call's parameters by name, as they were understood. */
export type Values = Readonly<Record<string, unknown>>;

/** What was read, and all that is wrong with it. */
export interface ReadPayload {
  readonly values: Values;
  /** What the call has that is not published: Telegram ignores it. */
  readonly oddities: readonly string[];
  /** The first thing that makes Telegram refuse the call. */
  readonly refusal: Refusal | undefined;
}

/** Reads the parameters of a method and looks for what is wrong; refuses nothing itself. */
export function readPayload(method: Method, call: RawCall): ReadPayload {
  const fields = PUBLISHED_METHODS[method];
  const findings: Finding[] = call.oddities.map((problem) => ({ problem, isFatal: false }));
  const values: Record<string, unknown> = {};
  for (const [name, raw] of call.values) {
    const kind = fields[name]?.kind;
    values[name] = kind ? readValue(raw, kind, call) : readValue(raw, string, call);
    if (kind) findings.push(...kind.inspect(values[name], name));
    else findings.push({ problem: `${method} has no parameter "${name}"`, isFatal: false });
  }
  for (const name of call.files.keys()) {
    if (!isAttached(name, call)) {
      if (name in fields) values[name] = call.files.get(name);
      else findings.push({ problem: `the file "${name}" belongs to no parameter`, isFatal: false });
    }
  }
  return {
    values,
    oddities: findings.filter(({ isFatal }) => !isFatal).map(({ problem }) => problem),
    refusal: findMissing(method, values) ?? findFatal(findings),
  };
}

/** The checked parameters of a method, typed. @throws Refusal when something is wrong with them */
export function decodePayload<M extends Method>(_method: M, { values, refusal }: ReadPayload): Payload<M> {
  if (refusal) throw refusal;
  // Each parameter has been inspected against the published table of this very type.
  return values as Payload<M>;
}

function readValue(raw: RawValue, kind: Kind, call: RawCall): unknown {
  if (raw.kind === 'json') {
    // "A JSON-serialized object" may come as that object or as text.
    return kind.isJson && typeof raw.value === 'string' ? (parseJson(raw.value) ?? raw.value) : raw.value;
  }
  if (kind.isJson) return parseJson(raw.text) ?? raw.text;
  const [, attached] = /^attach:\/\/(.*)$/.exec(raw.text) ?? [];
  return (attached !== undefined && call.files.get(attached)) || kind.fromText(raw.text);
}

function isAttached(name: string, { values }: RawCall): boolean {
  return [...values.values()].some((raw) => raw.kind === 'text' && raw.text === `attach://${name}`);
}

/** The server's own words for what is missing; it reads an empty text as missing. */
const MISSING: Readonly<Record<string, string>> = {
  chat_id: 'chat_id is empty',
  text: 'message text is empty',
  photo: 'there is no photo in the request',
  document: 'there is no document in the request',
  latitude: 'latitude is empty',
  longitude: 'longitude is empty',
  message_id: 'message identifier is not specified',
};

/** An empty address takes the webhook away. */
const MAY_BE_EMPTY = new Set(['setWebhook.url']);

function findMissing(method: Method, values: Values): Refusal | undefined {
  const fields = Object.entries(PUBLISHED_METHODS[method]);
  const missing = fields.find(([name, { isRequired }]) => {
    if (!isRequired) return false;
    const value = values[name];
    return value === undefined || (value === '' && !MAY_BE_EMPTY.has(`${method}.${name}`));
  });
  return missing && malformed(MISSING[missing[0]] ?? `parameter "${missing[0]}" is required`);
}

/** The server's own words for objects that it can't read. */
const UNREADABLE: Readonly<Record<string, string>> = {
  reply_markup: "can't parse reply keyboard markup JSON object",
  reply_parameters: "can't parse reply parameters JSON object",
  link_preview_options: "can't parse link preview options JSON object",
  commands: "can't parse commands JSON object",
  scope: "can't parse BotCommandScope JSON object",
  menu_button: "can't parse menu button JSON object",
};

function findFatal(findings: readonly Finding[]): Refusal | undefined {
  const fatal = findings.find(({ isFatal }) => isFatal);
  if (!fatal) return undefined;
  const [, name = ''] = /^([a-z_]+) must be/.exec(fatal.problem) ?? [];
  return malformed(UNREADABLE[name] ? `${UNREADABLE[name]}: ${fatal.problem}` : fatal.problem);
}
