// Which updates are done? Telegram forgets all below the offset of the next fetch
// (core.telegram.org/bots/api#getupdates), so the offset stays behind the oldest that is not done.

/** Keeps count of updates by their numbers. */
export interface UpdateOffset {
  /** Marks an update as begun. Returns false for one that was begun before: a fetch brought it again. */
  readonly begin: (update: number) => boolean;
  readonly finish: (update: number) => void;
  /** The offset for the next fetch, which is taken to be sent now: the oldest unfinished, else after the newest. */
  readonly next: () => number;
  /** How many of the updates that the next fetch may bring are known already. */
  readonly known: () => number;
  /** How many are done behind the oldest unfinished one, which Telegram brings again all the same. */
  readonly doneAhead: () => number;
}

/** Starts counting; before the first update the offset is 0, which asks for all that Telegram keeps. */
export function createUpdateOffset(): UpdateOffset {
  const unfinished = new Set<number>();
  const finished = new Set<number>();
  let newest = -1;
  let asked = 0;
  const oldest = (): number => (unfinished.size > 0 ? Math.min(...unfinished) : newest + 1);
  return {
    begin: (update) => {
      if (unfinished.has(update) || finished.has(update)) return false;
      // After a week without any, Telegram numbers anew, perhaps from lower (core.telegram.org/bots/api#update).
      const isNumberedAnew = update < asked && unfinished.size === 0;
      newest = isNumberedAnew ? update : Math.max(newest, update);
      unfinished.add(update);
      return true;
    },
    finish: (update) => {
      unfinished.delete(update);
      finished.add(update);
    },
    next: () => {
      asked = oldest();
      // What lies below never comes again. Not sooner: a fetch under way may still bring what is done meanwhile.
      for (const done of finished) if (done < asked) finished.delete(done);
      return asked;
    },
    known: () => Math.max(0, newest + 1 - oldest()),
    doneAhead: () => {
      const first = oldest();
      return [...finished].filter((update) => update > first).length;
    },
  };
}
