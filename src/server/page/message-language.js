// Guesses the language of a message, so that a screen reader reads it with the right voice.
// The bot answers in the question's language, which need not be the page's.

const KAZAKH_LETTER = /[әғқңөұүһі]/i;
const CYRILLIC_LETTER = /[а-яё]/i;

/**
 * Above which share of Cyrillic words with a Kazakh letter a text is Kazakh: Kazakh texts have about half,
 * Russian ones that name Kazakh places («Жетісу») a few in a hundred, but a short text can have any.
 */
const KAZAKH_SHARE = { kk: 0.12, other: 0.3 };

/**
 * @param {string} text
 * @param {string} chatLanguage tips the scales for short texts
 * @returns {'kk' | 'ru' | 'en'}
 */
export function guessLanguage(text, chatLanguage) {
  const words = text.match(/\p{Letter}+/gu) ?? [];
  const cyrillic = words.filter((word) => CYRILLIC_LETTER.test(word) || KAZAKH_LETTER.test(word));
  if (cyrillic.length * 2 < words.length) return 'en';
  const kazakh = cyrillic.filter((word) => KAZAKH_LETTER.test(word));
  const share = chatLanguage === 'kk' ? KAZAKH_SHARE.kk : KAZAKH_SHARE.other;
  return kazakh.length > cyrillic.length * share ? 'kk' : 'ru';
}
