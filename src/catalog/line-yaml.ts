// The YAML of a front matter → its value, line by line: keys with a text, or with a list of texts. Nearly all of
// content's lines are example questions, which need no parser. Where there is any other line, all is left to one.

/** Read as something else than a text. */
const NO_TEXT = '[Tt]rue|TRUE|[Ff]alse|FALSE|[Nn]ull|NULL';

/**
 * A text without quotes that is one beyond doubt: it begins with a Latin or Cyrillic letter or «, or is a date with its
 * month, or begins with a figure and goes on after a space. A colon stands within a word, if at all.
 */
const UNQUOTED = String.raw`(?!(?:${NO_TEXT})$)(?:[A-Za-z\u0400-\u0481\u048a-\u04ff«]|\d{4}-\d\d|\d[^\n :#]* )(?:[^\n:#]|:(?=[^ \n]))*(?<! )`;

/** A text in one line; in quotes it holds nothing that is written otherwise there. */
const TEXT = String.raw`(?:"([^"\\\n]*)"|'([^'\n]*)'|(${UNQUOTED}))`;

/** `key:` or `key: text`; and `  - text`. */
const KEY = new RegExp(`^(?!(?:${NO_TEXT}):)([a-z]+):(?: ${TEXT})?$`, 'ym');
const ITEM = new RegExp(`^( +)- ${TEXT}$`, 'ym');

/** Signs that some parsers take for the end of a line, for a space, or for none at all. */
const ODD_SIGNS = /[^\n -~\u00a1-\u1fff\u2010-\u2027\u2030-\u2fff\u3001-\ud7ff]/;

/** Reads YAML that holds nothing but such lines; undefined where there is any other. */
export function readLineYaml(text: string): Readonly<Record<string, string | readonly string[]>> | undefined {
  if (text === '' || ODD_SIGNS.test(text)) return undefined;
  const value: Record<string, string | string[]> = {};
  for (let place = 0; place < text.length; ) {
    KEY.lastIndex = place;
    const found = KEY.exec(text);
    const [line = '', key = ''] = found ?? [];
    if (!found || Object.hasOwn(value, key)) return undefined;
    place += line.length + 1;
    const single = textOf(found);
    if (single !== undefined) value[key] = single;
    else {
      const list = readItems(text, place);
      // A key without anything below it stands for nothing, which is no list.
      if (list.texts.length === 0) return undefined;
      value[key] = list.texts;
      place = list.end;
    }
  }
  return value;
}

/** Reads the list that begins at a place; all of its lines are as far in as the first. */
function readItems(text: string, start: number): { readonly texts: string[]; readonly end: number } {
  const texts: string[] = [];
  let end = start;
  let indent: string | undefined;
  for (;;) {
    ITEM.lastIndex = end;
    const found = ITEM.exec(text);
    indent ??= found?.[1];
    if (!found || found[1] !== indent) return { texts, end };
    texts.push(textOf(found) ?? '');
    end += found[0].length + 1;
  }
}

function textOf([, , doubleQuoted, singleQuoted, unquoted]: RegExpExecArray): string | undefined {
  return doubleQuoted ?? singleQuoted ?? unquoted;
}
