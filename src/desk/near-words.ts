// Misspelt words among many: a rare word that is one slip away from a common one is taken for it. Words are found by
// what is left of them without one letter (Garbe's SymSpell), so that the time grows with their number only.

/** Shorter words are one letter away from too many others. */
const SHORTEST_WORD = 5;

/** How many times as common the word must be that another is taken for. */
const MORE_COMMON = 3;

/**
 * Finds the words that are one slip (a letter more, fewer, another, or two exchanged) away from a far more common one.
 * @param counts how often each word stands
 * @returns what each misspelt word is taken for
 */
export function findMisspelt(counts: ReadonlyMap<string, number>): Map<string, string> {
  const byTrace = new Map<string, string[]>();
  const misspelt = new Map<string, string>();
  const byCount = [...counts].sort(
    ([left, leftCount], [right, rightCount]) => rightCount - leftCount || (left < right ? -1 : 1),
  );
  for (const [word, count] of byCount) {
    if (word.length < SHORTEST_WORD || /\d{3}/.test(word)) continue;
    const traces = tracesOf(word);
    const meant = traces
      .flatMap((trace) => byTrace.get(trace) ?? [])
      .find((other) => (counts.get(other) ?? 0) >= MORE_COMMON * count && isOneSlip(word, other));
    if (meant !== undefined) {
      misspelt.set(word, meant);
      continue;
    }
    for (const trace of traces) {
      const known = byTrace.get(trace);
      if (known) known.push(word);
      else byTrace.set(trace, [word]);
    }
  }
  return misspelt;
}

/** A word, and what is left of it without each of its letters. */
function tracesOf(word: string): string[] {
  const places = Array.from({ length: word.length }, (_, place) => place);
  return [word, ...new Set(places.map((place) => word.slice(0, place) + word.slice(place + 1)))];
}

function isOneSlip(left: string, right: string): boolean {
  let first = 0;
  while (first < left.length && left[first] === right[first]) first += 1;
  const [a, b] = [left.slice(first), right.slice(first)];
  const isExchanged = a.charAt(0) === b.charAt(1) && a.charAt(1) === b.charAt(0) && a.slice(2) === b.slice(2);
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || isExchanged;
}
