// The content pages' way to their server: the JSON API under /preview/content/, and news of reloads.

import { fetchAnswer, post } from './server.js';

/** @typedef {import('../preview-content.ts').ContentOverview} Overview */
/** @typedef {import('../preview-content.ts').ContentStanding} Standing */
/** @typedef {import('../preview-content.ts').ContentProblem} Problem */
/** @typedef {import('../preview-content.ts').ShownAnswer} ShownAnswer */
/** @typedef {import('../preview-content.ts').EditedFile} EditedFile */
/** @typedef {{ file: EditedFile, standing: Standing }} FileAnswer */
/** @typedef {{ stamp: string, version: number, errors: number }} News errors: how many */

/** The server answered that it will not; `reason` says why, `file` what the file holds now. */
export class ContentRefusal extends Error {
  /** @param {{ error: string, reason?: string, file?: EditedFile }} answer */
  constructor({ error, reason, file }) {
    super(error);
    this.reason = reason;
    this.file = file;
  }
}

/** @returns {Promise<Overview>} */
export function readOverview() {
  return ask('overview');
}

/**
 * @param {string} id
 * @returns {Promise<ShownAnswer>}
 */
export function readAnswer(id) {
  return ask(`answer?id=${encodeURIComponent(id)}`);
}

/**
 * @param {string} path
 * @returns {Promise<FileAnswer>}
 */
export function readFile(path) {
  return ask(`file?path=${encodeURIComponent(path)}`);
}

/**
 * @param {{ path: string, text: string, basedOn: string }} draft
 * @returns {Promise<FileAnswer>}
 */
export function saveFile(draft) {
  return ask('save', post(draft));
}

/**
 * Makes the files of a new entry.
 * @param {{ kind: string, slug: string }} wish
 * @returns {Promise<{ id: string }>}
 */
export function createEntry(wish) {
  return ask('entries', post(wish));
}

/**
 * @param {string} path
 * @param {RequestInit} [request]
 */
async function ask(path, request) {
  const { ok, answer } = await fetchAnswer(`content/${path}`, request);
  if (ok) return answer;
  throw new ContentRefusal(answer);
}

/** How long to wait before asking for news again, when the browser has given up. */
const AGAIN_MS = 3000;

/**
 * Listens for reloads while the page can be seen: a browser holds six connections to a server at most,
 * and tabs in the background must leave them to the one in front.
 * @param {(news: News) => void} onNews called at once, and after each look at the files
 * @param {() => void} [onGone] the server does not answer; it is asked again and again
 */
export function listenForNews(onNews, onGone) {
  /** @type {EventSource | undefined} */
  let source;
  const stop = () => {
    source?.close();
    source = undefined;
  };
  const start = () => {
    if (source || document.visibilityState !== 'visible') return;
    const opened = new EventSource('/preview/content/events');
    source = opened;
    opened.addEventListener('standing', ({ data }) => onNews(JSON.parse(data)));
    opened.addEventListener('error', () => {
      // The browser connects again by itself, save where it takes the answer for final.
      if (source !== opened) return;
      onGone?.();
      if (opened.readyState !== EventSource.CLOSED) return;
      stop();
      setTimeout(start, AGAIN_MS);
    });
  };
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'visible' ? start() : stop(),
  );
  window.addEventListener('pagehide', stop);
  window.addEventListener('pageshow', start);
  start();
}
