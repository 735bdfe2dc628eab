// Word → runs of three and four letters. They meet across typos and inflection where whole words don't.

/** The 3- and 4-grams of a folded word, its ends marked: "порт" gives ^по, пор, орт, рт$, ^пор, порт, орт$. */
export function gramsOf(folded: string): string[] {
  const marked = `^${folded}$`;
  // Cutting a string is far quicker than joining letters, and nearly all words allow it.
  if (!/[\ud800-\udfff]/.test(marked)) return runsOf(marked.length, (start, end) => marked.slice(start, end));
  const letters = [...marked];
  return runsOf(letters.length, (start, end) => letters.slice(start, end).join(''));
}

function runsOf(length: number, cut: (start: number, end: number) => string): string[] {
  const runs: string[] = [];
  for (const size of [3, 4]) {
    for (let start = 0; start + size <= length; start += 1) runs.push(cut(start, start + size));
  }
  return runs;
}
