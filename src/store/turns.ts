// Work of one key follows one another; work of different keys overlaps.

/** Runs work when all earlier work of the same key is over, however that ended. */
export type Turns<Key> = <Value>(key: Key, work: () => Promise<Value>) => Promise<Value>;

/** Makes turns of their own; a key is forgotten when nothing waits for it. */
export function createTurns<Key>(): Turns<Key> {
  const last = new Map<Key, Promise<void>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work);
    const over = turn.then(ignore, ignore).then(() => {
      if (last.get(key) === over) last.delete(key);
    });
    last.set(key, over);
    return turn;
  };
}

const ignore = (): void => undefined;
