// What the preview makes of the bot's messages: Telegram HTML, places, pictures; and hostile HTML, inert.

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../server/sample-answers.ts';
import { usePreviews } from './fixture.ts';

const openPreview = usePreviews();

describe('Telegram HTML', () => {
  it('is shown with all its styles', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('styles');
    expect(await view.answer().locator('.text').innerHTML()).toMatchInlineSnapshot(`
      "<strong>bold</strong> <em>italic</em> <u>under</u> <s>gone</s> <code>a &lt; b</code>
      <pre>one
        two</pre><blockquote>said once</blockquote><span class="spoiler" role="button" tabindex="0" aria-label="Жасырын мәтінді көрсету">hidden</span> <a href="https://example.kz/x?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">link</a> 👍
      <blockquote class="folded">first
      second
      third
      fourth
      fifth <a href="https://example.kz/" target="_blank" rel="noopener noreferrer">sixth</a></blockquote><button type="button" class="unfold" aria-expanded="false">Толық көрсету</button>end"
    `);
    expect(view.problems).toEqual([]);
  });

  it('keeps line breaks', async () => {
    const { view } = await openPreview();
    await view.start();
    const title = view.answer().locator('.text strong');
    const textHeight = await view
      .answer()
      .locator('.text')
      .evaluate((text) => text.clientHeight);
    const lineHeight = await title.evaluate((line) => line.getClientRects()[0].height);
    // Title, empty line, two lines or more, empty line, one line or more.
    expect(textHeight / lineHeight).toBeGreaterThan(5.5);
    expect(await view.answer().locator('.text').textContent()).toContain('хаб\n\nСәлеметсіз бе!');
  });

  it('hides a spoiler until it is asked for, by keyboard too', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('styles');
    await view.answer().getByRole('button', { name: 'Жасырын мәтінді көрсету' }).press('Enter');
    expect(await view.answer().locator('.spoiler').count()).toBe(0);
    expect(await view.answer().locator('.text').textContent()).toContain('hidden');
  });

  it('folds a long quotation and unfolds it', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('styles');
    const quotation = view.answer().locator('blockquote').last();
    const folded = await quotation.evaluate((quotation) => quotation.clientHeight);
    await view.answer().getByRole('button', { name: 'Толық көрсету' }).click();
    expect(await quotation.evaluate((quotation) => quotation.clientHeight)).toBeGreaterThan(Number(folded));
    expect(await view.answer().getByRole('button', { name: 'Жию' }).getAttribute('aria-expanded')).toBe(
      'true',
    );
  });

  it('unfolds a quotation for who comes to its link by keyboard', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('styles');
    await view.page.keyboard.press('Shift+Tab');
    await view.answer().getByRole('link', { name: 'sixth' }).focus();
    expect(await view.answer().locator('.folded').count()).toBe(0);
  });

  it('does not fold a quotation that is short', async () => {
    const { chat, view } = await openPreview();
    chat.tell(1, '<blockquote expandable>Sources: two</blockquote>');
    await view.page.reload();
    await view.answer().waitFor();
    expect(await view.answer().locator('.folded, .unfold').count()).toBe(0);
  });

  it('makes commands in a text pressable', async () => {
    const { chat, view } = await openPreview();
    await view.start();
    await view.say('weather?');
    await view.press('/help');
    expect(chat.asked.at(-1)).toBe('1 kk say /help');
  });

  it('comes out inert when it is hostile', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('hostile');
    expect(await view.answer().locator('.text').innerHTML()).toMatchInlineSnapshot(
      `"<strong>bold</strong> bad link data link <a href="https://example.kz/" target="_blank" rel="noopener noreferrer">good link</a>"`,
    );
    const key = view.answer().getByRole('button', { name: 'bad key' });
    expect(await key.isDisabled()).toBe(true);
    expect(await view.page.evaluate('window.hacked')).toBeUndefined();
    expect(await view.page.locator('body').isVisible()).toBe(true);
    // Chromium reports what its parser sees, though nothing of it gets into the page.
    expect(view.problems.filter((problem) => !problem.includes('Content Security Policy'))).toEqual([]);
  });

  it("shows the person's own words as they were typed", async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('<b onclick="window.hacked = 1">Khorgos</b> & /help');
    expect(await view.question().locator('.text').innerHTML()).toBe(
      '&lt;b onclick="window.hacked = 1"&gt;Khorgos&lt;/b&gt; &amp; /help',
    );
  });
});

describe('the language of a text', () => {
  const TEXTS: readonly [text: string, chatLanguage: string, language: string][] = [
    ['Құрық портында не салынып жатыр?', 'kk', 'kk'],
    ['Что строят в порту Курык?', 'kk', 'ru'],
    ['Хаб находится в области Жетісу, рядом с городом Хоргос в Китае.', 'kk', 'ru'],
    ['Где находится Қорғас?', 'ru', 'kk'],
    ['How can my company join the Қорғас zone?', 'ru', 'en'],
    ['/start', 'kk', 'en'],
    [SAMPLES.kk.greeting, 'en', 'kk'],
    [SAMPLES.ru.about, 'kk', 'ru'],
    [SAMPLES.en.about, 'kk', 'en'],
  ];

  it('is guessed from its letters, in doubt from the chat', async () => {
    const { view } = await openPreview();
    const guesses = await view.page.evaluate(
      `import('/preview/page/message-language.js').then(({ guessLanguage }) =>
        ${JSON.stringify(TEXTS)}.map(([text, chatLanguage]) => [text, chatLanguage, guessLanguage(text, chatLanguage)]))`,
    );
    expect(guesses).toEqual(TEXTS);
  });
});

describe('a place', () => {
  it('is a card with a link to the map', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('Khorgos');
    await view.press('📍 See on the map');
    const card = view.answer().locator('.venue');
    expect(await card.locator('strong').textContent()).toBe('Khorgos hub');
    expect(await card.textContent()).toContain('Panfilov district, Zhetisu region, Kazakhstan');
    expect(await card.locator('.coordinates').textContent()).toBe('44.2200, 80.3800');
    expect(await card.getByRole('link').getAttribute('href')).toBe(
      'https://www.openstreetmap.org/?mlat=44.22&mlon=80.38#map=12/44.22/80.38',
    );
  });
});

describe('a document', () => {
  it('is downloaded under its name', async () => {
    const { view } = await openPreview();
    await view.choose('English');
    await view.start();
    await view.say('document');
    const link = view.answer().getByRole('link', { name: 'деректер «а».csv Download · 1.5 KB' });
    const [download] = await Promise.all([view.page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('деректер «а».csv');
    expect(await readFile(await download.path(), 'utf8')).toBe('a;b');
    expect(await view.answer().locator('.text strong').textContent()).toBe('kept');
    expect(view.problems).toEqual([]);
  });
});

describe('a picture', () => {
  it('is loaded and described by its caption', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('picture');
    const image = view.answer().getByRole('img', { name: 'Қорғас арқылы өтетін бағыт' });
    await expect.poll(() => image.evaluate((image) => image.naturalWidth)).toBe(640);
    expect(await view.answer().locator('.text strong').textContent()).toBe('Қорғас');
    expect(view.problems).toEqual([]);
  });
});
