// What leads to a person is taken out of a question before it is kept: addresses, names on Telegram, links to chats,
// phone numbers, numbers of papers, cards and accounts. Figures that people ask about stay.

import { maskNumbers } from './mask-numbers.ts';

/** Stands where something was taken out. */
export const MASK = '[…]';

/** "name@mail.kz", "@name", "name (at) mail.kz", «имя собака мейл.ру»: whatever is written around an at. */
const AROUND_AT = /[\p{L}\p{N}._%+'-]{0,64}(?: ?@ ?|@)[\p{L}\p{N}._-]{1,253}/gu;
const SPELT_AT =
  /[\p{L}\p{N}._%+-]{1,64} ?(?:[([{] ?(?:at|собака|ит) ?[)\]}]| (?:собака|собачка) ) ?[\p{L}\p{N}_-]{1,63}(?: ?(?:\.|[([{]dot[)\]}]|точка) ?\p{L}{2,24}){1,4}/giu;

/** Links that open a chat or somebody's page. */
const PERSONAL_LINK =
  /(?:https?:\/\/)?(?:www\.)?(?:(?:t|telegram)\.me|telegram\.dog|wa\.me|(?:api|chat)\.whatsapp\.com|viber\.me|vk\.(?:com|me)|instagram\.com|facebook\.com|fb\.me|m\.me|linkedin\.com\/in|line\.me|u\.wechat\.com)\/[^\s<>«»"')\]]{1,200}|(?:tg|whatsapp|viber|tel|mailto|weixin|skype):[^\s<>«»"')\]]{1,200}/giu;

/** What a Telegram name follows when it has no @: «мой телеграм ivan_petrov», "wechat id: lihua88". */
const NAMED_ACCOUNT =
  /((?<!\p{L})(?:телеграмм?|телега|тг|telegram|wechat|weixin|вичат|skype|скайп|instagram|инстаграмм?|инста|微信)(?: ?(?:id|ник|nick|логин|аккаунт))?(?: ?[:=-] ?| ))([a-z][\w.-]{3,31})(?![\w.-]*\.(?:kz|ru|com)\b)/giu;

/** International account numbers (ISO 13616). */
const ACCOUNT = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;

/** Something of this is in all that leads to a person, and in few questions in Cyrillic; to look for each takes long. */
const LEADING = /[a-z\d@([{]|соба[кч]/iu;

/** Masks in a text what leads to a person. Digits of other scripts become 0 to 9; the rest of the text stays as it is. */
export function maskPersonal(text: string): string {
  const plain = plainDigits(text);
  if (!LEADING.test(plain)) return plain;
  const masked = maskAround(plain.replace(PERSONAL_LINK, MASK))
    .replace(NAMED_ACCOUNT, (whole, lead: string, name: string) => (isName(name) ? lead + MASK : whole))
    .replace(ACCOUNT, (found) => ((found.match(/\d/g)?.length ?? 0) >= 8 ? MASK : found));
  return maskNumbers(masked, MASK);
}

/** Most questions have no at in any spelling; to look for what stands around one takes long. */
function maskAround(text: string): string {
  if (!/[@([{]|соба[кч]/iu.test(text)) return text;
  return text
    .replace(SPELT_AT, MASK)
    .replace(AROUND_AT, (found) => (/[\p{L}\p{N}]/u.test(found) ? MASK : found));
}

/** Somebody's account rather than a word after «телеграм»: it has a digit or an underscore. */
function isName(word: string): boolean {
  return /[\d_]/.test(word);
}

/** Writes what stands for a digit, a plus or an at in another script as itself. No letter does. */
function plainDigits(text: string): string {
  return text.replace(/[^\p{ASCII}\p{L}\p{M}]/gu, (character) => {
    const plain = character.normalize('NFKC');
    if (/^[\d+@]$/.test(plain)) return plain;
    return /^\p{Nd}$/u.test(character) ? String(digitOf(character)) : character;
  });
}

/** Digits stand in tens, 0 first, each script's on their own (Unicode, ch. 4.6): the run before tells which it is. */
function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (code - first < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return code - first;
}
