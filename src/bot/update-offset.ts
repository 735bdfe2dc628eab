// Which updates are done? Telegram forgets all below the offset of the next fetch
// (core.telegram.org/bots/api#getupdates), so the offset stays behind the oldest that is not done.

/** Keeps count of updates by their numbers. */
export interface UpdateOffset {
  /** Marks an update as begun. Returns false for one that was begun before: a fetch brought it again. */
  readonly begin: (update: number) => boolean;
  readonly finish: (update: number) => void;
  /** The offset for the next fetch: the oldest unfinished update, else the one after the newest. */
  readonly next: () => number;
}

/** Starts counting; before the first update the offset is 0, which asks for all that Telegram keeps. */
export function createUpdateOffset(): UpdateOffset {
  const unfinished = new Set<number>();
  const finished = new Set<number>();
  let newest = -1;
  const next = (): number => (unfinished.size > 0 ? Math.min(...unfinished) : newest + 1);
  return {
    begin: (update) => {
      if (unfinished.has(update) || finished.has(update)) return false;
      unfinished.add(update);
      newest = Math.max(newest, update);
      return true;
    },
    finish: (update) => {
      unfinished.delete(update);
      finished.add(update);
      // What lies below the offset never comes again.
      const offset = next();
      for (const done of finished) if (done < offset) finished.delete(done);
    },
    next,
  };
}
