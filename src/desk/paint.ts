// SVG → PNG, with letters that are brought along: a server often has none, and Kazakh ones more seldom still.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';
import { readLetterWidths } from './font-widths.ts';
import type { Measure } from './svg.ts';

const REGULAR = fontFile('DejaVuSans.ttf');
const BOLD = fontFile('DejaVuSans-Bold.ttf');

function fontFile(name: string): string {
  return fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}`));
}

/** Measures texts in the letters that pictures are drawn with; reads the fonts' files. */
export function loadMeasure(): Measure {
  const [regular, bold] = [REGULAR, BOLD].map((file) => readLetterWidths(readFileSync(file)));
  return (text, { size, isBold = false }) => {
    const widthOf = isBold ? bold : regular;
    let width = 0;
    for (const letter of text) width += widthOf?.(letter) ?? 0;
    return width * size;
  };
}

/** Draws an SVG of ours as a PNG file's bytes, in a thread of its own. */
export async function renderPng(svg: string): Promise<Uint8Array> {
  const font = { loadSystemFonts: false, fontFiles: [REGULAR, BOLD], defaultFontFamily: 'DejaVu Sans' };
  return (await renderAsync(svg, { font })).asPng();
}
