// The few shapes that our pictures are made of, as SVG, and how wide a text is in them.

/** How a text stands. */
export interface TextLook {
  readonly size: number;
  readonly color: string;
  readonly isBold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A place: x to the right, y downwards, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its corner at the top left. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A line of text; `at` is where its base line begins, ends or has its middle. */
export function svgText(
  text: string,
  at: Point,
  { size, color, isBold = false, anchor = 'start' }: TextLook,
): string {
  const weight = isBold ? ' font-weight="bold"' : '';
  return `<text x="${round(at.x)}" y="${round(at.y)}" font-size="${round(size)}" fill="${color}" text-anchor="${anchor}"${weight}>${escapeXml(text)}</text>`;
}

/** A filled rectangle with round corners. */
export function svgBox({ x, y, width, height }: Box, color: string, radius = 0): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${color}"/>`;
}

/** A whole picture on a ground of one colour. */
export function svgPicture(
  size: { readonly width: number; readonly height: number },
  color: string,
  shapes: readonly string[],
): string {
  const { width, height } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans">`,
    svgBox({ x: 0, y: 0, width, height }, color),
    ...shapes,
    '</svg>',
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** XML has no place for control characters and halves of pairs, escaped or not. */
function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Tells how wide a text is, in pixels. */
export type Measure = (text: string, look: Pick<TextLook, 'size' | 'isBold'>) => number;

/** A text and how it stands, so that it fits. */
export interface FittedText {
  readonly text: string;
  readonly look: TextLook;
}

/** Makes a text fit into a width: smaller, to `least` of its size, then shorter. */
export function fitText(
  text: string,
  { width, look, least }: { readonly width: number; readonly look: TextLook; readonly least: number },
  measure: Measure,
): FittedText {
  const share = width / measure(text, look);
  if (share >= 1) return { text, look };
  const smaller = { ...look, size: look.size * Math.max(share, least) };
  if (share >= least) return { text, look: smaller };
  const letters = [...text];
  while (letters.length > 1 && measure(`${letters.join('')}…`, smaller) > width) letters.pop();
  return { text: `${letters.join('').trimEnd()}…`, look: smaller };
}

/** Breaks a text between words so that each line but the last fits into a width; `lines` at most. */
export function wrapText(
  text: string,
  { width, look, lines }: { readonly width: number; readonly look: TextLook; readonly lines: number },
  measure: Measure,
): string[] {
  const wrapped: string[] = [];
  for (const word of text.split(' ')) {
    const last = wrapped.at(-1);
    const longer = `${last} ${word}`;
    if (last === undefined || (measure(longer, look) > width && wrapped.length < lines)) wrapped.push(word);
    else wrapped[wrapped.length - 1] = longer;
  }
  return wrapped;
}
