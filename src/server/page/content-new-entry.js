// The form for a new entry: its files are made as drafts, then the first of them is opened.

import { fileAddress } from './content-page.js';
import { ContentRefusal, createEntry } from './content-server.js';
import { find, make } from './dom.js';

/**
 * Makes the form work.
 * @param {(task: () => Promise<void>) => Promise<void>} reaching does what needs the server, and says when it is gone
 */
export function makeNewEntryForm(reaching) {
  const form = find('new-entry', HTMLFormElement);
  const kind = find('new-kind', HTMLSelectElement);
  const slug = find('new-slug', HTMLInputElement);
  const refusal = find('new-refusal', HTMLElement);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    refusal.hidden = true;
    reaching(async () => {
      try {
        const { id } = await createEntry({ kind: kind.value, slug: slug.value });
        location.assign(fileAddress(`content/${id}/entry.yaml`));
      } catch (error) {
        if (!(error instanceof ContentRefusal)) throw error;
        refusal.textContent = error.message;
        refusal.hidden = false;
      }
    });
  });
}

/**
 * Shows the kinds of which a new entry may be.
 * @param {import('./content-page.js').ContentStrings} strings
 */
export function showNewEntryKinds({ kinds }) {
  const kind = find('new-kind', HTMLSelectElement);
  const chosen = kind.value || 'facilities';
  const { all: _all, ...known } = kinds;
  kind.replaceChildren(...Object.entries(known).map(([value, name]) => make('option', { value }, name)));
  kind.value = chosen;
}
