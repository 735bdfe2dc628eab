// Word → runs of three and four letters. They meet across typos and inflection where whole words don't.

/**
 * A run goes by a number that holds its letters, seven bits each: making and looking up numbers is far quicker than
 * cutting strings, and an index meets hundreds of thousands of runs.
 */
const LETTERS = '^$0123456789abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъьэюя';
const LETTER_BITS = 7;
const EDGE = 1;
const THREE_LETTERS = 2 ** (3 * LETTER_BITS) - 1;
const FOUR_LETTERS = 2 ** (4 * LETTER_BITS) - 1;

/** The number of each letter, by its code. */
const LETTER_NUMBERS: readonly (number | undefined)[] = Array.from({ length: 0x500 }, (_, code) => {
  const place = LETTERS.indexOf(String.fromCharCode(code));
  return place < 0 ? undefined : place + 1;
});

/** Letters of other scripts share the numbers that are left. */
function numberOf(code: number): number {
  const others = 2 ** LETTER_BITS - 1 - LETTERS.length;
  return LETTER_NUMBERS[code] ?? LETTERS.length + 1 + (code % others);
}

/** The 3- and 4-grams of a folded word, its ends marked: "порт" gives ^по, пор, ^пор, орт, порт, рт$, орт$. */
export function gramsOf(folded: string): number[] {
  const grams: number[] = [];
  let run = EDGE;
  for (let place = 0; place <= folded.length; place += 1) {
    const letter = place < folded.length ? numberOf(folded.charCodeAt(place)) : EDGE + 1;
    run = (run << LETTER_BITS) | letter;
    if (place >= 1) grams.push(run & THREE_LETTERS);
    if (place >= 2) grams.push(run & FOUR_LETTERS);
  }
  return grams;
}
