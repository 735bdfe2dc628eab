// Which person and which language the visitor chose last, kept by the browser across reloads.
// A browser that keeps nothing (private mode, full disk) only means that the choice is made again.

const KEY = 'torap-preview';

/** @typedef {{ person?: number, languages: Record<string, string> }} Settings languages: by the person's id */

/** @returns {Settings} */
export function loadSettings() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return { person: Number(kept.person), languages: { ...kept.languages } };
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
