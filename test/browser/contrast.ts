// Measures how well the texts of a page stand out, by WCAG 2.2's formula on the computed colours.
// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio

import type { Page } from 'playwright-core';

/** One text of the page with its contrast, from 1 (unreadable) to 21. */
export interface Measured {
  readonly text: string;
  readonly contrast: number;
}

/** Runs in the page: each visible text with its colour and the colours behind it, nearest first. */
const COLOURS = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim();
    if (text === '' || !element.checkVisibility() || getComputedStyle(element).visibility === 'hidden' || element.closest('.visually-hidden, .skip, .spoiler, :disabled, option, script, noscript')) continue;
    const grounds = [];
    for (let behind = element; behind; behind = behind.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(behind);
      grounds.push(...(backgroundImage.match(/rgba?\\([^)]*\\)|color\\([^)]*\\)/g) ?? []).slice(0, 1), backgroundColor);
    }
    found.push({ text, colour: getComputedStyle(element).color, grounds });
  }
  return found;
})()`;

interface Coloured {
  readonly text: string;
  readonly colour: string;
  readonly grounds: readonly string[];
}

/** Measures all texts that can be seen, in the order of the page. */
export async function measureContrast(page: Page): Promise<Measured[]> {
  const found = await page.evaluate<Coloured[]>(COLOURS);
  return found.map(({ text, colour, grounds }) => {
    const ground = grounds.map(parseColour).find(({ alpha }) => alpha === 1);
    return { text, contrast: contrastOf(luminanceOf(parseColour(colour)), luminanceOf(ground ?? WHITE)) };
  });
}

interface Colour {
  /** Red, green and blue from 0 to 1. */
  readonly channels: readonly number[];
  readonly alpha: number;
}

const WHITE: Colour = { channels: [1, 1, 1], alpha: 1 };

function parseColour(text: string): Colour {
  const numbers = (text.match(/-?[\d.]+/g) ?? []).map(Number);
  const scale = text.startsWith('color(') ? 1 : 255;
  return { channels: numbers.slice(0, 3).map((value) => value / scale), alpha: numbers[3] ?? 1 };
}

function luminanceOf({ channels }: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
