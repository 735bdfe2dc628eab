// What was made once and is asked for again and again: a date's wording, what a word of a question comes to.

const MEMORIES = new WeakMap<object, Map<string, unknown>>();

/** What people type has no end: when an owner's memory holds as much, it begins anew. */
const MAX_REMEMBERED = 20_000;

/**
 * Gives what `make` made for this key before; else calls it. A memory goes with its owner.
 * @param owner what the value rests on; one owner's keys must each stand for values of one type
 */
export function remember<T>(owner: object, key: string, make: () => T): T {
  const memory = memoryOf(owner);
  // The key says which type it is: see above.
  if (memory.has(key)) return memory.get(key) as T;
  if (memory.size >= MAX_REMEMBERED) memory.clear();
  const value = make();
  memory.set(key, value);
  return value;
}

function memoryOf(owner: object): Map<string, unknown> {
  const known = MEMORIES.get(owner);
  if (known) return known;
  const memory = new Map<string, unknown>();
  MEMORIES.set(owner, memory);
  return memory;
}
