// What is said beside the chat: a toast that passes, a dialog that is closed, and that the server is gone.

import { find } from './dom.js';

/** Long enough to read 200 characters, the most that Telegram shows. */
const TOAST_MS = 7000;

/** Makes the notices from their elements in index.html. */
export function createNotices() {
  const toast = find('toast', HTMLElement);
  const dialog = find('dialog', HTMLDialogElement);
  const gone = find('gone', HTMLElement);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let passing;
  find('dialog-close', HTMLButtonElement).addEventListener('click', () => dialog.close());

  return {
    /** @param {string} text */
    toast(text) {
      clearTimeout(passing);
      toast.textContent = text;
      passing = setTimeout(() => toast.replaceChildren(), TOAST_MS);
    },
    /** @param {string} text */
    alert(text) {
      find('dialog-text', HTMLElement).textContent = text;
      dialog.showModal();
    },
    /** @param {boolean} isGone */
    serverGone(isGone) {
      gone.hidden = !isGone;
    },
  };
}
