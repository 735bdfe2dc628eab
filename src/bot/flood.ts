// How much one person may ask at a time. Who sends hundreds of messages a second would fill the memory and wait
// for their own answers; beyond the budget, messages are not answered one by one.

/** What becomes of an update: handled; answered with one sentence for all that follow; or left at that. */
export type FloodVerdict = 'admit' | 'tell' | 'drop';

/** So many at once … */
export const AT_ONCE = 60;
/** … and one more each second. */
const REFILL_MS = 1_000;
/** After a quiet minute the sentence is said again. */
const QUIET_MS = 60_000;
/** How many people's budgets are remembered; the one seen longest ago is forgotten. */
const REMEMBERED = 10_000;

interface Budget {
  readonly left: number;
  readonly at: number;
  /** When something was last refused. */
  readonly refusedAt: number;
}

/**
 * Creates the budgets. The function takes one update of a person (`key`) sent at a time (milliseconds since
 * 1970 UTC). The time of sending, not of arrival: after an outage an hour's messages arrive at once.
 */
export function createFloodBudgets(): (key: string, at: number) => FloodVerdict {
  const budgets = new Map<string, Budget>();
  return (key, at) => {
    const before = budgets.get(key);
    const { budget, verdict } = takeOne(before ?? { left: AT_ONCE, at, refusedAt: -QUIET_MS }, at);
    // Anew at the end: the first of the map is the one seen longest ago.
    budgets.delete(key);
    budgets.set(key, budget);
    const [oldest] = budgets.keys();
    if (budgets.size > REMEMBERED && oldest !== undefined) budgets.delete(oldest);
    return verdict;
  };
}

function takeOne({ left, at, refusedAt }: Budget, time: number): { budget: Budget; verdict: FloodVerdict } {
  const now = Math.max(at, time);
  const filled = Math.min(AT_ONCE, left + (now - at) / REFILL_MS);
  if (filled >= 1) return { budget: { left: filled - 1, at: now, refusedAt }, verdict: 'admit' };
  const verdict = now - refusedAt >= QUIET_MS ? 'tell' : 'drop';
  return { budget: { left: filled, at: now, refusedAt: now }, verdict };
}
