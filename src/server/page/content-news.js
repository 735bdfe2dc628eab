// What the chat page says of content: a quiet link to its pages, and that it has changed or has mistakes.

import { listenForNews } from './content-server.js';
import { CONTENT_STRINGS, fill } from './content-words.js';

/** @typedef {import('./content-server.js').News} News */

/**
 * Makes the news from the link in index.html; nothing is shown or asked before `listen`.
 * @param {HTMLElement} link
 */
export function createContentNews(link) {
  /** @type {import('./strings.js').PageLanguage} */
  let language = 'en';
  /** What answered when the page was opened. @type {number | undefined} */
  let first;
  /** @type {News | undefined} */
  let news;

  const show = () => {
    if (news === undefined) return;
    const text = describe(news, first !== news.version, CONTENT_STRINGS[language]);
    link.classList.toggle('bad', news.errors > 0);
    link.hidden = false;
    if (link.textContent !== text) link.textContent = text;
  };

  return {
    /** @param {import('./strings.js').PageLanguage} chosen */
    useLanguage(chosen) {
      language = chosen;
      show();
    },
    listen() {
      listenForNews((found) => {
        first ??= found.version;
        news = found;
        show();
      });
    },
  };
}

/**
 * @param {News} news
 * @param {boolean} hasChanged
 * @param {import('./content-words.js').ContentStrings} strings
 */
function describe({ version, errors }, hasChanged, strings) {
  if (errors > 0) return strings.contentBroken;
  return hasChanged ? fill(strings.contentChanged, { version }) : strings.contentLink;
}
