// What was made once and is asked for again and again: a date's wording, what a word of a question comes to.

const MEMORIES = new WeakMap<object, Map<unknown, unknown>>();

/** What people type has no end: when an owner's memory holds as much, it begins anew. */
const MAX_REMEMBERED = 20_000;

/**
 * Gives what `make` made for this key before; else calls it. A memory goes with its owner.
 * @param owner what the value rests on; one owner's keys must each stand for values of one type
 * @param most how many values may be remembered; fewer where one takes much memory
 */
export function remember<T>(owner: object, key: unknown, make: () => T, most = MAX_REMEMBERED): T {
  const memory = memoryOf(owner);
  // The key says which type it is: see above.
  const known = memory.get(key);
  if (known !== undefined || memory.has(key)) return known as T;
  if (memory.size >= most) memory.clear();
  const value = make();
  memory.set(key, value);
  return value;
}

function memoryOf(owner: object): Map<unknown, unknown> {
  const known = MEMORIES.get(owner);
  if (known) return known;
  const memory = new Map<unknown, unknown>();
  MEMORIES.set(owner, memory);
  return memory;
}
