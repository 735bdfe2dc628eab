// The field in which the visitor changes a message of their own, in the message's place.
// Enter saves, Escape leaves everything as it was.

import { make } from './dom.js';

/**
 * @param {string} text what the message says now
 * @param {import('./strings.js').Strings} strings
 * @param {(changed: string | undefined) => void} onEnd gets the new text; nothing when it stays as it was
 */
export function makeEditor(text, strings, onEnd) {
  const field = make('textarea', { rows: '2', maxlength: '4096', 'aria-label': strings.editField });
  const save = make('button', { type: 'submit', class: 'small main' }, strings.save);
  const cancel = make('button', { type: 'button', class: 'small' }, strings.cancel);
  const editor = make('form', { class: 'editor' }, field, make('div', { class: 'editor-end' }, cancel, save));
  field.value = text;
  const end = () => {
    const changed = field.value.trim();
    onEnd(changed === '' || changed === text ? undefined : changed);
  };
  editor.addEventListener('submit', (event) => {
    event.preventDefault();
    end();
  });
  cancel.addEventListener('click', () => onEnd(undefined));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onEnd(undefined);
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    end();
  });
  return editor;
}
