// Who can use the content pages: by keyboard, in dark, on a narrow phone.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useContentPages } from './content-pages.ts';
import { measureContrast } from './contrast.ts';

const { open, change } = useContentPages();

/** A loaded machine reads all files slowly. */
const SOON = { timeout: 30_000 };

/** In the list of what needs work, or in the table where nothing does. */
const ANSWER_LINK = '#main a[href^="/content/answers/"]';

const PAGES = [
  ['/content', '.texts'],
  ['/content/answers/facilities/aktau-port/about', '.in-language'],
  ['/content/files/content/facilities/aktau-port/about.ru.md', '#check > *'],
] as const;

async function openReady(path: string, ready: string, options = {}): Promise<Page> {
  const page = await open(path, options);
  await page.locator(ready).first().waitFor();
  return page;
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

describe('by keyboard', () => {
  it('one goes from the overview to an answer, to its file, changes it and saves', async () => {
    const page = await openReady('/content', '.texts');
    await tabTo(page, '.skip');
    await page.keyboard.press('Enter');
    await tabTo(page, ANSWER_LINK);
    await page.keyboard.press('Enter');
    await page.locator('.in-language').first().waitFor();
    await tabTo(page, '.main-button');
    await page.keyboard.press('Enter');
    await page.locator('#check > *').first().waitFor();
    await tabTo(page, '#text');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' ');
    await page.keyboard.press('Control+KeyS');
    await expect.poll(() => page.locator('#state').textContent(), SOON).toContain('Saved and live');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).not.toBe('text');
  });

  it('one stays where one is while a reload redraws the page', async () => {
    const page = await openReady('/content', '.texts');
    await tabTo(page, ANSWER_LINK);
    const before = await page.evaluate('document.activeElement.href');
    const standing = await page.locator('#standing').textContent();
    await change('content/stopwords.yaml', (yaml) => `${yaml}\n`);
    await expect.poll(() => page.locator('#standing').textContent(), SOON).not.toBe(standing);
    expect(await page.evaluate('document.activeElement.href')).toBe(before);
  });
});

describe.each(PAGES)('%s', (path, ready) => {
  it.each(['light', 'dark'] as const)('has a contrast of 4.5 or more in %s', async (colorScheme) => {
    const page = await openReady(path, ready, { colorScheme, reducedMotion: 'reduce' });
    const found = await measureContrast(page);
    expect(found.length).toBeGreaterThan(8);
    expect(found.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
  });

  it.each(['kk', 'ru', 'en'])('is no wider than a phone of 360 pixels in %s', async (locale) => {
    const page = await openReady(path, ready, { viewport: { width: 360, height: 640 }, locale });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});

describe('mistakes', () => {
  it.each(['light', 'dark'] as const)('can be read in %s, and on a phone', async (colorScheme) => {
    await change('content/facilities/kuryk-port/about.ru.md', (markdown) =>
      markdown.replace('questions:', 'qestions:'),
    );
    const file = '/content/files/content/facilities/kuryk-port/about.ru.md';
    for (const [path, ready] of [
      ['/content', '#standing .note.bad'],
      [file, '#check li'],
    ] as const) {
      const page = await openReady(path, ready, { colorScheme, viewport: { width: 360, height: 640 } });
      expect((await measureContrast(page)).filter(({ contrast }) => contrast < 4.5)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    }
  });
});
