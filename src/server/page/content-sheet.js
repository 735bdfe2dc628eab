// The sheet on which a file is edited: a plain text field over a copy of its lines that can't be seen.
// The copy gives the sheet its height, its line numbers, and the marks of lines of which the check speaks.

import { find, make } from './dom.js';

/** Makes the sheet from its elements in content-file.html. */
export function createSheet() {
  const field = find('text', HTMLTextAreaElement);
  const lines = find('lines', HTMLElement);
  /** @type {readonly string[]} */
  let shown = [];
  /** From 1. @type {ReadonlySet<number>} */
  let marked = new Set();

  const draw = () => {
    const now = field.value.split('\n');
    // Only what differs is made anew: a file may have thousands of lines, and one types in one of them.
    let start = 0;
    while (start < now.length && start < shown.length && now[start] === shown[start]) start += 1;
    let kept = 0;
    const most = Math.min(now.length, shown.length) - start;
    while (kept < most && now[now.length - 1 - kept] === shown[shown.length - 1 - kept]) kept += 1;
    for (let extra = shown.length - start - kept; extra > 0; extra -= 1) lines.children[start]?.remove();
    const made = now
      .slice(start, now.length - kept)
      .map((line) => make('div', {}, make('span', {}, line || ' ')));
    const after = lines.children[start];
    for (const line of made) lines.insertBefore(line, after ?? null);
    shown = now;
    mark();
  };
  const mark = () => {
    for (const line of lines.querySelectorAll('.marked')) line.classList.remove('marked');
    for (const number of marked) lines.children[number - 1]?.classList.add('marked');
  };
  field.addEventListener('input', draw);

  return {
    field,
    text: () => field.value,
    /** @param {string} text */
    setText(text) {
      // The place in the text stays, as far as there is one.
      const { selectionStart, selectionEnd } = field;
      field.value = text;
      field.setSelectionRange(selectionStart, selectionEnd);
      draw();
    },
    /** @param {readonly number[]} numbers of lines, from 1 */
    markLines(numbers) {
      marked = new Set(numbers);
      mark();
    },
    /**
     * Leads to a line: selects it, and brings it into view.
     * @param {number} number from 1
     */
    goTo(number) {
      const before = shown.slice(0, number - 1);
      const start = before.reduce((length, line) => length + line.length + 1, 0);
      const end = start + (shown[number - 1]?.length ?? 0);
      field.focus({ preventScroll: true });
      field.setSelectionRange(Math.min(start, field.value.length), Math.min(end, field.value.length));
      lines.children[Math.min(number, shown.length) - 1]?.scrollIntoView({ block: 'center' });
    },
  };
}
