// Plain YAML → its value, fast: js-yaml reads ten times as much a second as the parser that knows where each thing
// stands, which is asked only when there is something to say. Whatever is out of the ordinary is left to that one.

import { FAILSAFE_SCHEMA, load, type Schema, Type } from 'js-yaml';
import { readLineYaml } from './line-yaml.ts';

/**
 * Anchors, aliases, tags, keys of several lines or without a name: content holds none, and who writes one must be told.
 * And numbers that are written otherwise: one look for both, for it goes through all of content.
 */
const OUT_OF_THE_ORDINARY =
  /(?:^|[\s,[{])(?:[&*!]\S|\?(?:\s|$)|(?:~|null)?:(?:\s|$)|0[ox]|[-+]?\.(?:inf|nan)|[-+]?[.0-9]+e[-+]?[0-9])/i;

/** The scalars of YAML's core schema, to the letter (yaml.org/spec/1.2.2/#103-core-schema). */
const CORE_SCHEMA: Schema = FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar('null', /^(?:~|null|Null|NULL|)$/, () => null),
    scalar('bool', /^(?:true|True|TRUE|false|False|FALSE)$/, (text) => text.toLowerCase() === 'true'),
    scalar('int', /^[-+]?[0-9]+$/, Number),
    scalar('float', /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/, Number),
  ],
});

/**
 * Reads plain YAML.
 * Returns undefined where the text is no valid YAML, or holds what needs a closer look.
 */
export function loadPlainYaml(text: string): { readonly value: unknown } | undefined {
  const lines = readLineYaml(text);
  if (lines) return { value: lines };
  if (OUT_OF_THE_ORDINARY.test(text)) return undefined;
  try {
    const value: unknown = load(text, { schema: CORE_SCHEMA });
    return typeof value === 'object' ? { value } : undefined;
  } catch {
    return undefined;
  }
}

function scalar(name: string, pattern: RegExp, construct: (text: string) => unknown): Type {
  return new Type(`tag:yaml.org,2002:${name}`, {
    kind: 'scalar',
    resolve: (text: unknown) => pattern.test(typeof text === 'string' ? text : ''),
    construct,
  });
}
