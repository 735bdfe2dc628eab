// Clean questions → what people make of them: typos, other letters, other keyboards, talk around the question.
// Seeded: the same question and seed give the same noise.

import type { Language } from '../src/language/index.ts';
import type { Random } from '../test/random.ts';

/** One way of spoiling a question; undefined where a language has no such thing. */
export type Noise = (text: string, language: Language, random: Random) => string | undefined;

/** A seed for a text. */
export function seedOf(text: string): number {
  let seed = 0;
  for (const letter of text) seed = (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return seed;
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'әіңғүұқөһ'];

function neighbourOf(letter: string, random: Random): string {
  const row = ROWS.find((keys) => keys.includes(letter));
  if (row === undefined) return letter;
  const place = row.indexOf(letter);
  return random.pick([row[place - 1], row[place + 1]].filter((key) => key !== undefined));
}

/** One slip: a letter left out, doubled, swapped with the next, or hit beside. The first letter stays. */
function slip(word: string, random: Random): string {
  const place = 1 + random.below(word.length - 2);
  const [before, letter = '', after] = [word.slice(0, place), word[place], word.slice(place + 1)];
  switch (random.below(4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + after.slice(0, 1) + letter + after.slice(1);
    default:
      return before + neighbourOf(letter, random) + after;
  }
}

/** One or two of the longest words get a slip, long ones two. */
const typo: Noise = (text, _language, random) => {
  const words = text.split(' ');
  const long = words.map((word, place) => ({ word, place })).filter(({ word }) => /^\p{L}{5,}/u.test(word));
  if (long.length === 0) return undefined;
  const chosen = long.sort(() => random.below(2) - 0.5).slice(0, long.length > 3 ? 2 : 1);
  for (const { word, place } of chosen) {
    const once = slip(word, random);
    words[place] = word.length > 9 && random.below(2) === 0 ? slip(once, random) : once;
  }
  return words.join(' ');
};

const FOLDED = new Map(Object.entries({ қ: 'к', ғ: 'г', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', ә: 'а', һ: 'х' }));

const folded: Noise = (text, language, random) => {
  if (language !== 'kk') return undefined;
  // і is typed as и by some and as ы by others.
  const short = random.below(2) === 0 ? 'и' : 'ы';
  return rewrite(text.toLowerCase(), (letter) => (letter === 'і' ? short : FOLDED.get(letter)));
};

const RUSSIAN_LATIN = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'yo',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'sch',
    ъ: '',
    ы: 'y',
    ь: '',
    э: 'e',
    ю: 'yu',
    я: 'ya',
  }),
);

/** What people type who have no Kazakh letters at hand. */
const KAZAKH_INFORMAL = new Map([
  ...RUSSIAN_LATIN,
  ...Object.entries({
    ә: 'a',
    ғ: 'gh',
    қ: 'q',
    ң: 'n',
    ө: 'o',
    ұ: 'u',
    ү: 'u',
    һ: 'h',
    і: 'i',
    ж: 'zh',
    й: 'i',
  }),
]);

/** The alphabet of 2021. */
const KAZAKH_2021 = new Map([
  ...RUSSIAN_LATIN,
  ...Object.entries({
    ә: 'ä',
    ғ: 'ğ',
    қ: 'q',
    ң: 'ñ',
    ө: 'ö',
    ұ: 'ū',
    ү: 'ü',
    һ: 'h',
    і: 'i',
    ж: 'j',
    й: 'i',
    и: 'i',
    у: 'u',
    ш: 'ş',
    ы: 'y',
  }),
]);

const latin: Noise = (text, language) =>
  language === 'en' ? undefined : writeIn(text, language === 'ru' ? RUSSIAN_LATIN : KAZAKH_INFORMAL);

const latin2021: Noise = (text, language) => (language === 'kk' ? writeIn(text, KAZAKH_2021) : undefined);

function writeIn(text: string, letters: ReadonlyMap<string, string>): string {
  return rewrite(text.toLowerCase(), (letter) => letters.get(letter));
}

function rewrite(text: string, to: (letter: string) => string | undefined): string {
  return [...text].map((letter) => to(letter) ?? letter).join('');
}

const LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.2345890-=";
const CYRILLIC_KEYS = 'ёйцукенгшщзхъфывапролджэячсмитьбюәіңғүұқөһ';

const keyboard: Noise = (text, language) => {
  const [from, to] =
    language === 'en' ? [LATIN_KEYS.slice(0, 33), CYRILLIC_KEYS] : [CYRILLIC_KEYS, LATIN_KEYS];
  return rewrite(text.toLowerCase(), (letter) => {
    const place = from.indexOf(letter);
    return place < 0 ? undefined : to[place];
  });
};

const caps: Noise = (text) => text.toUpperCase();

const withoutSigns = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '');

const bare: Noise = withoutSigns;

const EMOJI = ['🙏', '🚛', '😊', '🤔', '‼️', '🇰🇿', '👍', '📦'];

const emoji: Noise = (text, _language, random) =>
  `${random.pick(EMOJI)} ${text} ${random.pick(EMOJI)}${random.pick(EMOJI)}`;

/** What is said before and after a question. */
type Surroundings = Readonly<Record<Language, readonly (readonly [before: string, after: string])[]>>;

const POLITE: Surroundings = {
  kk: [
    ['Сәлеметсіз бе! ', ' Алдын ала рақмет'],
    ['Қайырлы күн, айтыңызшы, ', ', рахмет сізге'],
    ['Ассалаумағалейкум, бір сұрақ бар еді: ', ''],
  ],
  ru: [
    ['Здравствуйте, подскажите пожалуйста, ', ' Заранее спасибо!'],
    ['Добрый день! Есть вопрос: ', ', буду благодарен за ответ'],
    ['Привет, а можете сказать ', '? спс'],
  ],
  en: [
    ['Hello, could you please tell me ', ' Thank you in advance!'],
    ['Good afternoon, I have a question: ', ' thanks a lot'],
    ['Hi there! ', ' cheers'],
  ],
};

const polite: Noise = (text, language, random) => {
  const [before, after] = random.pick(POLITE[language]);
  return before + text + after;
};

const SPOKEN: Surroundings = {
  kk: [
    ['иә сонымен мынау енді мен айтайын деп едім ', ' соны білгім келіп тұр енді'],
    ['алло естіп тұрсыз ба мен сұрайын деп едім ', ' сол жағын айтып жіберсеңіз'],
  ],
  ru: [
    ['алло короче такой вопрос ну в общем я хотел узнать ', ' вот это вот хотелось бы понять'],
    ['так слушай меня интересует ', ' ну ты понял да'],
  ],
  en: [
    ['okay so um I was just wondering like ', ' you know what I mean'],
    ['hey listen so basically what I want to ask is ', ' yeah that is it'],
  ],
};

/** As a phone writes down what was said: fillers, no stops. */
const spoken: Noise = (text, language, random) => {
  const [before, after] = random.pick(SPOKEN[language]);
  return before + withoutSigns(text) + after;
};

/** Everyday words of trade in three languages, as people mix them. */
const MIXED: readonly Readonly<Record<Language, string>>[] = [
  { kk: 'кеден', ru: 'таможня', en: 'customs' },
  { kk: 'қойма', ru: 'склад', en: 'warehouse' },
  { kk: 'құжат', ru: 'документы', en: 'documents' },
  { kk: 'шекара', ru: 'граница', en: 'border' },
  { kk: 'кезек', ru: 'очередь', en: 'queue' },
  { kk: 'салық', ru: 'налог', en: 'tax' },
  { kk: 'жеңілдік', ru: 'льготы', en: 'benefits' },
  { kk: 'байланыс', ru: 'контакты', en: 'contacts' },
  { kk: 'контейнер', ru: 'контейнер', en: 'container' },
  { kk: 'паром', ru: 'паром', en: 'ferry' },
  { kk: 'теміржол', ru: 'железная дорога', en: 'railway' },
  { kk: 'рұқсат', ru: 'разрешение', en: 'permit' },
  { kk: 'сертификат', ru: 'сертификат', en: 'certificate' },
  { kk: 'қанша', ru: 'сколько', en: 'how much' },
  { kk: 'қайда', ru: 'где', en: 'where' },
  { kk: 'қалай', ru: 'как', en: 'how' },
  { kk: 'Қытай', ru: 'Китай', en: 'China' },
  { kk: 'Ресей', ru: 'Россия', en: 'Russia' },
];

const ASIDES: Readonly<Record<Language, readonly string[]>> = {
  kk: ['тез айтыңызшы', 'өтінем'],
  ru: ['срочно надо', 'подскажите пж', 'короче'],
  en: ['please help', 'asap', 'pls'],
};

/** Kazakh is mixed with Russian and some English, Russian with Kazakh and English, English with Russian. */
function otherLanguage(language: Language, random: Random): Language {
  if (language === 'en') return 'ru';
  if (language === 'kk') return random.below(10) < 7 ? 'ru' : 'en';
  return random.below(2) === 0 ? 'kk' : 'en';
}

/** A word or two in another language. */
const mixed: Noise = (text, language, random) => {
  const other = otherLanguage(language, random);
  const translate = (word: string): string | undefined => {
    const plain = word.toLowerCase().replace(/[^\p{L}]/gu, '');
    return MIXED.find((entry) => entry[language].toLowerCase() === plain)?.[other];
  };
  const words = text.split(' ');
  const place = words.findIndex((word) => translate(word) !== undefined);
  const mixedWords = words.map((word, number) => (number === place ? (translate(word) ?? word) : word));
  return `${mixedWords.join(' ')} ${random.pick(ASIDES[other])}`;
};

/** All kinds of noise, by name. */
export const NOISES: Readonly<Record<string, Noise>> = {
  typo,
  folded,
  latin,
  latin2021,
  keyboard,
  mixed,
  caps,
  bare,
  emoji,
  polite,
  spoken,
};
