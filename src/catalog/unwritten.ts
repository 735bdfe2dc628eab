// What is still to be written: a sign before words that say what belongs there. `torap new` writes it,
// and an editor may: in a draft it is a reminder, in anything that answers it is a mistake.

import type { TextFile } from './folder.ts';
import type { Problem } from './problem.ts';

/** Stands before words that tell what is to be written in their place. */
export const UNWRITTEN_MARK = '✎';

/** Reports each line of a file that holds the mark. */
export function findUnwritten({ file, text }: TextFile, isDraft: boolean): Problem[] {
  if (!text.includes(UNWRITTEN_MARK)) return [];
  return text.split('\n').flatMap((line, index) => {
    const start = line.indexOf(UNWRITTEN_MARK);
    if (start < 0) return [];
    const [wish = ''] = line.slice(start + UNWRITTEN_MARK.length).split(/["✎]/);
    const message =
      wish.trim() === '' ? 'this is still to be written.' : `still to be written: ${withStop(wish.trim())}`;
    const remedy = isDraft
      ? `Write it and remove the ${UNWRITTEN_MARK}.`
      : `Write it and remove the ${UNWRITTEN_MARK}, or make the topic a draft.`;
    return [{ file, line: index + 1, message, remedy }];
  });
}

function withStop(sentence: string): string {
  return /[.?!:]$/.test(sentence) ? sentence : `${sentence}.`;
}
