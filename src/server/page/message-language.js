// Guesses the language of a message, so that a screen reader reads it with the right voice.
// The bot answers in the question's language, which need not be the page's.

const KAZAKH_LETTER = /[әғқңөұүһі]/i;
const CYRILLIC_LETTER = /[а-яё]/i;

/** Russian texts name Kazakh places («Жетісу»), but seldom in one of three words. */
const KAZAKH_SHARE = 0.3;

/**
 * @param {string} text
 * @param {string} chatLanguage decides where the text itself leaves it open
 * @returns {'kk' | 'ru' | 'en'}
 */
export function guessLanguage(text, chatLanguage) {
  const words = text.match(/\p{Letter}+/gu) ?? [];
  const cyrillic = words.filter((word) => CYRILLIC_LETTER.test(word) || KAZAKH_LETTER.test(word));
  if (cyrillic.length * 2 < words.length) return 'en';
  const kazakh = cyrillic.filter((word) => KAZAKH_LETTER.test(word));
  if (kazakh.length > cyrillic.length * KAZAKH_SHARE) return 'kk';
  return kazakh.length > 0 && chatLanguage === 'kk' ? 'kk' : 'ru';
}
