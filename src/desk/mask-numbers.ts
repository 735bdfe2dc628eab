// Which digits of a text lead to a person? Phone numbers are written in many ways, and so are the figures that people
// ask about: numbers of digits, how they are grouped and the words around them tell one from the other. Where that
// stays open, a number is rather masked: a lost figure costs less than a kept phone number.

import { isValidPhoneNumber } from 'libphonenumber-js';

/** Digits without anything in between. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Consecutive groups, with what stands around them. */
interface Run {
  readonly groups: readonly Group[];
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** How many digits each group has: "1-3-3-2-2". */
  readonly shape: string;
  /** What stands between the groups. */
  readonly joints: readonly string[];
  /** A plus stands before it. */
  readonly hasPlus: boolean;
}

/** A text's digits, as they are looked at. */
interface Context {
  readonly text: string;
  /** What the words before say that it is. */
  readonly cue: Cue;
}

type Cue = 'phone' | 'paper' | 'goods' | undefined;

/** Spaces, marks, invisible characters, and words by which people dictate them; not what parts a list. */
const JOINT =
  /^(?!,\s)(?:[\s().,\-\u2010-\u2015\u2212/\\_*·•|[\]\p{Cf}]|тире|дефис|минус|сызықша|скобк[аи]|dash|hyphen|plus|плюс){1,12}$/iu;

/** Masks personal numbers in a text whose digits are 0 to 9. */
export function maskNumbers(text: string, mask: string): string {
  const spans: (readonly [start: number, end: number])[] = [];
  let cuedUntil = Number.NEGATIVE_INFINITY;
  const runs = findRuns(text);
  for (let place = 0; place < runs.length; place += 1) {
    const run = runs[place];
    if (!run) continue;
    const cue = cueBefore(text, run.start) ?? (run.start - cuedUntil <= NEXT_NUMBER ? 'phone' : undefined);
    const spoken = findSpoken(runs.slice(place, place + MOST_PARTS), { text, cue });
    const found = spoken.length > 0 ? spoken : findPersonal(run, { text, cue });
    spans.push(...found.map(({ start, end }) => [start, end] as const));
    if (spoken.length > 1) place += spoken.length - 1;
    const last = found.at(-1);
    if (last && (cue === 'phone' || cue === 'paper')) cuedUntil = last.end;
  }
  return cutOut(text, spans, mask);
}

/** So many characters after a cued number, one more is still cued: «… или 123456». */
const NEXT_NUMBER = 12;

function cutOut(text: string, spans: readonly (readonly [number, number])[], mask: string): string {
  let written = '';
  let from = 0;
  for (const [start, end] of spans) {
    written += text.slice(from, start) + mask;
    from = end;
  }
  return written + text.slice(from);
}

function findRuns(text: string): Run[] {
  const runs: Group[][] = [];
  for (const match of text.matchAll(/\d+/g)) {
    const group = { start: match.index, end: match.index + match[0].length, digits: match[0] };
    const open = runs.at(-1);
    const before = open?.at(-1);
    if (open && before && JOINT.test(text.slice(before.end, group.start))) open.push(group);
    else runs.push([group]);
  }
  return runs.map((groups) => makeRun(joinSingles(groups), text));
}

/** So many digits in a row, each apart, are one number: «8 - 7 0 1 - 1 2 3 …». */
const FEWEST_SINGLES = 7;

function joinSingles(groups: readonly Group[]): Group[] {
  const joined: Group[][] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    if (last && group.digits.length === 1 && last[0]?.digits.length === 1) last.push(group);
    else joined.push([group]);
  }
  return joined.flatMap((singles) => {
    const [first] = singles;
    if (!first || singles.length < FEWEST_SINGLES) return singles;
    const digits = singles.map((single) => single.digits).join('');
    return [{ start: first.start, end: singles.at(-1)?.end ?? first.end, digits }];
  });
}

function makeRun(groups: readonly Group[], text: string): Run {
  const start = groups[0]?.start ?? 0;
  const lead =
    /(?:\+|плюс|plus|қосу)[\s(]{0,2}$|\($/iu.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? '';
  return {
    groups,
    start: start - lead.length,
    end: groups.at(-1)?.end ?? start,
    digits: groups.map(({ digits }) => digits).join(''),
    shape: groups.map(({ digits }) => digits.length).join('-'),
    joints: groups.slice(1).map((group, before) => text.slice(groups[before]?.end, group.start)),
    hasPlus: /[^(]/.test(lead),
  };
}

/** A card number has the most groups. */
const MOST_GROUPS = 8;
const MOST_DIGITS = 19;
const FEWEST_DIGITS = 5;

/** The parts of a run that are personal: first what is a phone number for sure, so that no neighbour takes digits of it. */
function findPersonal(run: Run, context: Context): Run[] {
  if (isFigure(run, context)) return [];
  const found: Run[] = [];
  const taken = new Set<Group>();
  for (const isWanted of [isMobile, isPersonal]) {
    for (const part of partsOf(run, context.text)) {
      if (part.groups.some((group) => taken.has(group))) continue;
      if (!isWanted(part, context) || isFigure(part, context)) continue;
      found.push(part);
      for (const group of part.groups) taken.add(group);
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

/** The parts of a run that may be a number of a person's, from each group on the longest first. */
function* partsOf({ groups }: Run, text: string): Generator<Run> {
  for (let from = 0; from < groups.length; from += 1) {
    for (let to = Math.min(groups.length, from + MOST_GROUPS); to > from; to -= 1) {
      const part = groups.slice(from, to);
      const count = part.reduce((sum, { digits }) => sum + digits.length, 0);
      if (count >= FEWEST_DIGITS && count <= MOST_DIGITS) yield makeRun(part, text);
    }
  }
}

/** A phone number with its plus, or as Kazakhstan and Russia write it. */
function isMobile({ digits, groups, hasPlus }: Run): boolean {
  const count = digits.length;
  if (hasPlus && count >= 7 && count <= 15) return true;
  return count === 11 && /^[78][03-9]/.test(digits) && groups[0]?.digits.length !== 3;
}

/** Years, dates, codes of goods, numbers in thousands, numbers with a unit. */
function isFigure(run: Run, { text, cue }: Context): boolean {
  const { groups, digits, shape, joints } = run;
  if (cue === 'goods') return digits.length <= 10;
  if (groups.every((group) => isYear(group.digits))) return true;
  if (isDate(run)) return true;
  if (cue === 'phone' || cue === 'paper') return false;
  if (run.hasPlus && digits.length >= 10) return false;
  const isRound = digits.length < 10 || (digits.endsWith('000000') && !MOBILE_CODE.test(digits));
  if (hasUnit(run, text) && (isRound || isThousands(run))) return true;
  if (isThousands(run)) return true;
  return GOODS_SHAPE.test(shape) && joints.every((joint) => joint === ' ' || joint === '.');
}

const MOBILE_CODE = /^[78](?:7[0-7]|9\d)\d/;

/** Codes of goods as customs writes them: 8703 23, 8703 23 198 1, 870323 198 1. */
const GOODS_SHAPE = /^(?:4-2|4-2-2|4-2-3|4-2-3-1|4-2-4|6-2|6-3-1|6-4)$/;

function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}

function isDate({ shape, joints, digits }: Run): boolean {
  const [joint = '', other = joint] = joints;
  if (joints.length !== 2 || joint !== other || !/^[./-]$/.test(joint)) return false;
  if (shape === '4-2-2') return isYear(digits.slice(0, 4));
  if (!/^[12]-[12]-[24]$/.test(shape)) return false;
  const [day = 0, month = 0] = shape.split('-').map((length, part, all) => {
    const start = part === 0 ? 0 : Number(all[0]);
    return Number(digits.slice(start, start + Number(length)));
  });
  return Math.min(day, month) <= 12 && Math.max(day, month) <= 31 && Math.min(day, month) > 0;
}

function isThousands({ shape, joints, digits }: Run): boolean {
  const [joint = ''] = joints;
  const isOneKind = joints.every((other) => other === joint) && /^[\s.,]$/u.test(joint);
  return isOneKind && /^[1-3](?:-3)+$/.test(shape) && !digits.startsWith('0');
}

const UNIT_AFTER =
  /^\s{0,2}(?:тонн|тн(?!\p{L})|т(?!\p{L})|кг|км|метр|м(?!\p{L})|м[²³23]|куб|га(?!\p{L})|гектар|тенге|теңге|тг(?!\p{L})|руб|юан|доллар|евро|еуро|kzt|usd|rub|eur|cny|rmb|tenge|roub|rub|yuan|dollar|euro|[₸₽$€¥%]|процент|пайыз|percent|млн|млрд|тыс|мың|million|billion|thousand|mln|ton|kg|km|teu|дфэ|контейнер|container|вагон|wagon|фур|машин|truck|car|дн|день|күн|day|час|сағат|hour|год|лет|жыл|year|шт|дана|pcs|людей|человек|адам|people)/iu;

function hasUnit({ end, start }: Run, text: string): boolean {
  return (
    UNIT_AFTER.test(text.slice(end, end + 20)) ||
    /[$€₸₽¥£]\s?$/u.test(text.slice(Math.max(0, start - 2), start))
  );
}

/** Ten digits that people write in these groups are a phone number with its area's code; codes of goods never are. */
const NATIONAL_SHAPE =
  /^(?:3-3-2-2|3-3-4|3-7|3-2-2-3|3-2-3-2|3-2-5|4-2-2-2|4-3-3|4-6|5-1-2-2|5-5|5-2-3|5-3-2|10)$/;
/** Country codes of Central Asia, the Caucasus, Belarus and Ukraine, which people write without the plus as well. */
const NEIGHBOUR = /^(?:99[2-68]|37[45]|380)/;
const CHINESE_SHAPE = /^(?:3-4-4|3-8|7-4|3-4-2-2|3-3-5|4-3-4|11)$/;
const PAPER_SHAPE = /^(?:12|6-6|4-4-4|6-3-3|2-2-2-6|6-4-2|3-3-6)$/;
const CARD_SHAPE = /^(?:1[3-9]|4-4-4-[1-4]|4-6-[45]|4-4-4-4-[1-3]|8-8)$/;
const LOCAL_SHAPE = /^(?:3-2-2|3-4)$/;

/** Where Torap's people are; numbers that begin with 0 are written so at home. */
const HOME_COUNTRIES = ['DE', 'FR', 'GB', 'IT', 'TR', 'UA', 'AZ', 'GE', 'AT', 'BE', 'NL', 'CN'] as const;

function isPersonal(run: Run, { text, cue }: Context): boolean {
  const { digits, shape } = run;
  const count = digits.length;
  if (cue === 'phone') return count >= 5 && !(count < 9 && hasUnit(run, text));
  if (cue === 'paper') return count >= 6;
  if (count < 7) return false;
  if (/^00[1-9]/.test(digits) && count >= 11 && count <= 17) return true;
  if (count === 14 && /^8107/.test(digits)) return true;
  if (NEIGHBOUR.test(digits) && count >= 11 && isValidPhoneNumber(`+${digits}`)) return true;
  if (count === 11 && /^1[3-9]/.test(digits) && CHINESE_SHAPE.test(shape)) return true;
  if (count === 12 && PAPER_SHAPE.test(shape)) return true;
  if (count >= 13 && CARD_SHAPE.test(shape)) return true;
  if (count === 7 && LOCAL_SHAPE.test(shape)) return isLocal(run);
  if (digits.startsWith('0')) return isEuropean(run);
  return count === 10 && NATIONAL_SHAPE.test(shape) && isNational(run);
}

function isLocal({ joints }: Run): boolean {
  return joints.length === 1
    ? /^[-\u2010-\u2015]$/.test(joints[0] ?? '')
    : joints.every((joint) => /^[-\s\u2010-\u2015]$/u.test(joint));
}

function isNational({ digits, groups, joints }: Run): boolean {
  if (!/^[3-9]/.test(digits)) return false;
  const known = isValidPhoneNumber(`+7${digits}`);
  // In one piece, what begins otherwise is rather a code of goods: 8703231981.
  if (groups.length === 1) return known && /^(?:7[0-7]|9)/.test(digits) && !digits.endsWith('0000');
  // «8703 23 19 41» may be a code of goods; a phone number's last pairs rather have hyphens.
  return known || joints.some((joint) => /[-()]/.test(joint));
}

/** Without spaces, most codes of goods end in 0, and phone numbers seldom. */
function isEuropean({ digits, groups }: Run): boolean {
  if (digits.length < 9 || digits.length > 12) return false;
  if (groups.length === 1 && digits.length <= 10 && digits.endsWith('0')) return false;
  return HOME_COUNTRIES.some((country) => isValidPhoneNumber(digits, country));
}

const PHONE_CUE =
  /(?:(?<!\p{L})(?:тел(?:ефон\p{L}*)?|моб(?:ильн\p{L}*)?|сот(?:ов\p{L}*|ка)|вацап|ватс?ап\p{L}*|вотс?ап\p{L}*|уатсап\p{L}*|вайбер|whats?app|viber|wechat|вичат|звони\p{L}*|по?звони\p{L}*|перезвони\p{L}*|набери\p{L}*|мой номер|мои номера|номер мой|наш номер|нөмірім\p{L}*|номерім\p{L}*|телефоным\p{L}*|қоңырау\p{L}*|хабарлас\p{L}*|байланыс нөмірі|ұялы|phone|mobile|cell|tel|mob|call me|call|my number|text me|手机|电话)|☎|📞|📱)[^\d\n!?]{0,30}$/iu;
const PAPER_CUE =
  /(?<!\p{L})(?:иин|бин|жсн|бсн|инн|iin|bin|паспорт\p{L}*|удостоверени\p{L}*|уд\.? ?личности|жеке куәлі\p{L}*|төлқұжат\p{L}*|passport|id card|iban|иик)[^\d\n!?]{0,20}$/iu;
const GOODS_CUE =
  /(?<!\p{L})(?:тн ?вэд\p{L}*|тнвэд\p{L}*|вэд|сэқ ?тн|hs|код(?:ы|а|ом|ы товара|а товара)? товара|код|коды|кодом|тауар коды|customs code|tariff code)[ :№#-]{0,3}(?:code|код|еаэс|еаэқ)?[ :№#-]{0,3}$/iu;

/** How many characters before a number are looked at for what it is. */
const CUE_REACH = 60;

function cueBefore(text: string, start: number): Cue {
  const before = text.slice(Math.max(0, start - CUE_REACH), start);
  if (GOODS_CUE.test(before)) return 'goods';
  if (PHONE_CUE.test(before)) return 'phone';
  return PAPER_CUE.test(before) ? 'paper' : undefined;
}

/** A number with words between has few parts. */
const MOST_PARTS = 5;
/** The most characters that stand between its parts. */
const WORDS_BETWEEN = 24;

/** A phone number with other words between its parts, after a cue or a mobile code: «8 701 это билайн 123 45 67». */
function findSpoken(runs: readonly Run[], { text, cue }: Context): readonly Run[] {
  const [first] = runs;
  if (!first || cue === 'goods' || cue === 'paper') return [];
  if (cue === undefined && !/^[78](?:70\d|747|77[15-8]|9\d\d)$/.test(first.digits)) return [];
  let digits = '';
  for (const [place, run] of runs.entries()) {
    const before = runs[place - 1];
    const between = before ? text.slice(before.end, run.start) : '';
    if (between.length > WORDS_BETWEEN || /[!?\n]|\. /.test(between) || hasUnit(run, text)) return [];
    digits += run.digits;
    if (digits.length > 12) return [];
    const isWhole = digits.length === 11 ? /^[78]/.test(digits) : digits.length === 10 && cue === 'phone';
    if (place > 0 && isWhole) return runs.slice(0, place + 1);
  }
  return [];
}
