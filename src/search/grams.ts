// Word → runs of three and four letters. They meet across typos and inflection where whole words don't.

/** The 3- and 4-grams of a folded word, its ends marked: "порт" gives ^по, пор, орт, рт$, ^пор, порт, орт$. */
export function gramsOf(folded: string): string[] {
  const marked = [...`^${folded}$`];
  const grams: string[] = [];
  for (const size of [3, 4]) {
    for (let start = 0; start + size <= marked.length; start += 1) {
      grams.push(marked.slice(start, start + size).join(''));
    }
  }
  return grams;
}
