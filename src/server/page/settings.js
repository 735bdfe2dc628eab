// Which person and which languages the visitor chose last, kept by the browser across reloads.
// A browser that keeps nothing (private mode, full disk) only means that the choice is made again.

const KEY = 'torap-preview';

/**
 * @typedef {object} Settings
 * @property {number} [person]
 * @property {Record<string, string>} languages by the person's id
 * @property {string} [page] the language of the content pages
 */

/** @returns {Settings} */
export function loadSettings() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return {
      person: Number(kept.person),
      languages: { ...kept.languages },
      ...(typeof kept.page === 'string' && { page: kept.page }),
    };
  } catch {
    return { languages: {} };
  }
}

/** @param {Settings} settings */
export function saveSettings(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Nothing kept: see above.
  }
}
