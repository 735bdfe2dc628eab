// What a language has written once: content writes dates and figures in a few ways, and i18next takes its time.

import type { Speech } from './phrases.ts';

const MEMORIES = new WeakMap<Speech, Map<string, string>>();

/** Gives what `write` wrote for this key in this language before; else calls it. */
export function remember(speech: Speech, key: string, write: () => string): string {
  const memory = MEMORIES.get(speech) ?? new Map<string, string>();
  MEMORIES.set(speech, memory);
  const known = memory.get(key);
  if (known !== undefined) return known;
  const text = write();
  memory.set(key, text);
  return text;
}
