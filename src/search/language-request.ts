// "In English, please": a message that asks for another language and for nothing else.

import { LANGUAGES, type Language } from '../language/index.ts';
import { foldLetters, splitWords } from './words.ts';

/** How each language is called in the three, in folded letters. */
const CALLED: Readonly<Record<Language, ReadonlySet<string>>> = {
  kk: wordSet('қазақша қазақшаға қазақ казахша казахский казахском казахски kazakh kazakhsha qazaqsha qazaq'),
  ru: wordSet('орысша орысшаға орыс русский русском русски russian oryssha orys russki'),
  en: wordSet('ағылшынша ағылшыншаға ағылшын английский английском английски english agylshynsha angliski'),
};

/** What stands around it, in folded letters. */
const AROUND = wordSet(
  'тіл тілі тілінде тіліне ал ше болсын болса бола болама мүмкін ма ба айтшы айтыңыз айтыңызшы жазшы жазыңыз жазыңызшы ' +
    'сөйле сөйлеші сөйлеңіз ауыс ауысайық жауап бер берші беріңіз беріңізші өтініш өтінем өтінемін ' +
    'а и на по язык языке давай давайте можно можешь можете лучше пожалуйста ответь ответьте отвечай отвечайте напиши ' +
    'напишите пиши пишите скажи скажите говори говорите переведи переведите перейди перейдём теперь ' +
    'in to into and now please can could you we answer reply say tell it this that write speak switch translate language me ' +
    'the same есть версия version айт бар is there',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(foldLetters));
}

/** The language that a message asks to be spoken; undefined where it asks for something else, too. */
export function languageAsked(text: string): Language | undefined {
  const words = splitWords(text).map(({ folded }) => folded);
  const named = LANGUAGES.filter((language) => words.some((word) => CALLED[language].has(word)));
  const [language] = named;
  if (language === undefined || named.length > 1) return undefined;
  return words.every((word) => CALLED[language].has(word) || AROUND.has(word)) ? language : undefined;
}
