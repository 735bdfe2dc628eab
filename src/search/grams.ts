// Word → runs of three and four letters. They meet across typos and inflection where whole words don't.

/**
 * A run goes by a number that holds its letters, seven bits each: making and looking up numbers is far quicker than
 * cutting strings, and an index meets hundreds of thousands of runs.
 */
const LETTERS = '^$0123456789abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъьэюя';
const LETTER_BITS = 7;
const EDGE = 1;

const LETTER_NUMBERS: ReadonlyMap<string, number> = new Map(
  [...LETTERS].map((letter, place) => [letter, place + 1]),
);

/** Letters of other scripts share the numbers that are left. */
function numberOf(letter: string): number {
  const others = 2 ** LETTER_BITS - 1 - LETTERS.length;
  return LETTER_NUMBERS.get(letter) ?? LETTERS.length + 1 + (letter.charCodeAt(0) % others);
}

/** The 3- and 4-grams of a folded word, its ends marked: "порт" gives ^по, пор, орт, рт$, ^пор, порт, орт$. */
export function gramsOf(folded: string): number[] {
  const letters = [EDGE];
  for (let place = 0; place < folded.length; place += 1) letters.push(numberOf(folded.charAt(place)));
  if (letters.length === 1) return [];
  letters.push(EDGE + 1);
  const grams: number[] = [];
  for (const size of [3, 4]) {
    for (let start = 0; start + size <= letters.length; start += 1) {
      let gram = 0;
      for (let place = start; place < start + size; place += 1) {
        gram = (gram << LETTER_BITS) | (letters[place] ?? 0);
      }
      grams.push(gram);
    }
  }
  return grams;
}
