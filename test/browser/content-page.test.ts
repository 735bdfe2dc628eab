// Staff at the content pages: they look, break a file and mend it, while the bot goes on answering.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useContentPages } from './content-pages.ts';

const { open, change, read, remove, expectStatus } = useContentPages();

/** A loaded machine reads all files slowly. */
const SOON = { timeout: 30_000 };

const text = (page: Page, selector: string) => page.locator(selector).textContent();
const field = (page: Page) => page.locator('#text');
const state = (page: Page) => page.locator('#state');

const SELECTED = `(() => {
  const { value, selectionStart, selectionEnd } = document.querySelector('#text');
  return value.slice(selectionStart, selectionEnd);
})()`;

async function openFile(path: string, options = {}): Promise<Page> {
  const page = await open(`/content/files/${path}`, options);
  await page.locator('#check > *').first().waitFor();
  return page;
}

async function edit(page: Page, before: string, after: string): Promise<void> {
  const value = await field(page).inputValue();
  if (!value.includes(before)) throw new Error(`The file does not hold "${before}".`);
  await field(page).fill(value.replace(before, () => after));
}

/** Adds a line at the end of the text. */
async function add(page: Page, line: string): Promise<void> {
  await field(page).fill(`${await field(page).inputValue()}\n${line}\n`);
}

describe('the overview', () => {
  it('says what answers, lists entries by need and every text by language', async () => {
    const page = await open('/content');
    await page.locator('.texts').waitFor();
    expect(await text(page, '#standing')).toMatch(/in order: the bot answers.*Version \d+ answers/);
    expect(await page.locator('.group h3').allTextContents()).not.toEqual([]);
    const all = await page.locator('.texts tbody tr').count();
    await page.locator('#kind').selectOption('hubs');
    const hubs = page.locator('.texts tbody tr');
    await expect.poll(() => hubs.count(), SOON).toBe(40);
    expect(all).toBeGreaterThan(90);
    expect(await hubs.first().locator('td').count()).toBe(5);
  });

  it('speaks the language that is chosen, and remembers it', async () => {
    const page = await open('/content', { locale: 'kk' });
    await page.locator('.texts').waitFor();
    expect(await text(page, 'h1')).toBe('Торап не біледі');
    await page.locator('#page-language').selectOption('ru');
    expect(await text(page, 'h1')).toBe('Что знает Торап');
    await page.reload();
    await page.locator('.texts').waitFor();
    expect(await text(page, 'h1')).toBe('Что знает Торап');
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
  });
});

describe('an answer', () => {
  it('stands in three languages side by side, with its questions and inert buttons', async () => {
    const page = await open('/content/answers/hubs/khorgos/about');
    const columns = page.locator('.in-language');
    await columns.first().waitFor();
    expect(await columns.locator('h2').allTextContents()).toEqual(['Қазақша', 'Русский', 'English']);
    const tops = await columns.evaluateAll((all) => all.map((column) => column.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    expect(await columns.nth(0).locator('.text').textContent()).toContain('«Қорғас» хабы');
    expect(await columns.nth(1).locator('.text').textContent()).toContain('Хаб «Хоргос»');
    expect(await columns.nth(2).locator('.text').textContent()).toContain('Khorgos hub');
    expect(await columns.nth(2).locator('.key').first().textContent()).toBe('Facilities');
    expect(await columns.locator('.keyboard :is(a, button)').count()).toBe(0);
    await columns.nth(1).locator('summary').click();
    expect(await columns.nth(1).locator('.questions li').count()).toBeGreaterThan(9);
    await columns.nth(1).getByRole('link', { name: 'Edit the text' }).click();
    await page.locator('#check > *').first().waitFor();
    expect(await text(page, '#file-name')).toBe('content/hubs/khorgos/about.ru.md');
  });

  it('that is not there is told in words', async () => {
    expectStatus(404);
    const page = await open('/content/answers/hubs/nowhere/about');
    await page.getByText('What answers now has no such answer.').waitFor();
  });

  it('shows a figure that another program has changed, without a touch', async () => {
    const page = await open('/content/answers/hubs/khorgos/about');
    await page.locator('.in-language').first().waitFor();
    await change('content/hubs/khorgos/entry.yaml', (yaml) => yaml.replace('value: 295,', 'value: 297,'));
    await expect.poll(() => text(page, '.in-language:nth-child(3) .text'), SOON).toMatch(/297\skm/);
    expect(await text(page, '.in-language:nth-child(1) .text')).toMatch(/297\sкм/);
  });
});

describe('the editor', () => {
  const PATH = 'content/hubs/caspian/about.en.md';

  it('says what is wrong with a saved file, where, and that the bot goes on; then that it is mended', async () => {
    const page = await openFile(PATH);
    const overview = await open('/content');
    const chat = await open('/');
    const before = await field(page).inputValue();
    await edit(page, '{', '{no-');
    expect(await state(page).textContent()).toBe('Not saved');
    await page.keyboard.press('Control+s');
    await expect
      .poll(() => state(page).textContent(), SOON)
      .toMatch(/^Saved, not live: .* goes on answering with version \d+\.$/);
    expect(await text(page, '#check')).toContain('is not in entry.yaml');
    await page.locator('#check button').first().click();
    const selected = await page.evaluate<string>(SELECTED);
    expect(selected).toContain('{no-');
    expect(selected).not.toContain('\n');

    await overview.locator('#standing .note.bad').waitFor();
    expect(await text(overview, '#standing .note.bad')).toContain('the last good version');
    expect(await overview.locator('#standing .note.bad a').first().getAttribute('href')).toContain(
      `/content/files/${PATH}?line=`,
    );
    expect(await overview.locator('.need-error .card').first().textContent()).toContain('Caspian');

    await chat.getByText('Материалдарда қате бар').or(chat.getByText('Content has mistakes')).waitFor();
    await chat.locator('#start').click();
    await chat.locator('.message.bot').first().waitFor();
    await chat.locator('#field').fill('where is the Caspian hub');
    await chat.locator('#field').press('Enter');
    await expect.poll(() => chat.locator('.message.bot').last().textContent(), SOON).toContain('Caspian');

    await page.locator('#restore').click();
    await page.locator('#save').click();
    await expect.poll(() => state(page).textContent(), SOON).toMatch(/^Saved and live as version \d+\.$/);
    expect(await read(PATH)).toBe(before);
    await expect.poll(() => text(overview, '#standing'), SOON).toContain('in order');
    // The file is as it was, so the version is the one that answered all the time.
    await expect.poll(() => text(chat, '#content-link'), SOON).toMatch(/^(?:Content|Материалдар)$/);
  });

  it('shows what another program has saved, as long as nothing is unsaved', async () => {
    const path = 'content/hubs/zhambyl/trade.en.md';
    const page = await openFile(path);
    await change(path, (markdown) => `${markdown}\nNew words.\n`);
    await expect.poll(() => field(page).inputValue(), SOON).toContain('New words.');
    expect(await state(page).textContent()).toContain('changed in another program');
  });

  it('never writes over what somebody else has saved, and loses no text', async () => {
    expectStatus(409);
    const path = 'content/hubs/zhambyl/progress.en.md';
    const [one, other] = [await openFile(path), await openFile(path)];
    await add(one, 'One way.');
    await add(other, 'Another way.');
    await one.locator('#save').click();
    await expect.poll(() => state(one).textContent(), SOON).toContain('live');
    await other.locator('#save').click();
    await other.locator('#conflict').waitFor();
    expect(await text(other, '#conflict')).toContain('Your text is not saved.');
    expect(await read(path)).toContain('One way.');
    await other.locator('#theirs').click();
    expect(await field(other).inputValue()).toContain('One way.');
    await other.locator('#back').click();
    expect(await field(other).inputValue()).toContain('Another way.');
    await other.locator('#save').click();
    await expect.poll(() => state(other).textContent(), SOON).toContain('live');
    expect(await read(path)).toContain('Another way.');
  });

  it('asks before unsaved text is left', async () => {
    const page = await openFile('content/hubs/zhambyl/regime.en.md');
    await field(page).press('End');
    await page.keyboard.type('x');
    const asked = new Promise<string>((resolve) => {
      page.on('dialog', async (dialog) => {
        resolve(dialog.type());
        await dialog.dismiss();
      });
    });
    await page.locator('.home').click();
    expect(await asked).toBe('beforeunload');
    expect(await state(page).textContent()).toBe('Not saved');
  });

  it('says in words why a file is not opened', async () => {
    expectStatus(403);
    const page = await open('/content/files/content/schemas/entry.schema.json');
    await page.locator('#refusal').waitFor();
    expect(await text(page, '#refusal')).toContain('can’t be edited here');
    expect(await page.locator('#editor').isVisible()).toBe(false);
  });

  it('makes a text that is still to be written', async () => {
    const page = await openFile('content/hubs/zhambyl/notes.md');
    expect(await state(page).textContent()).toContain('Saving makes it');
    await field(page).fill('notes\n');
    await page.locator('#save').click();
    await expect.poll(() => text(page, '#check'), SOON).toContain('neither entry.yaml nor an answer');
    expect(await read('content/hubs/zhambyl/notes.md')).toBe('notes\n');
    await remove('content/hubs/zhambyl/notes.md');
  });

  it('shows hostile text as text, and runs none of it', async () => {
    const path = 'content/hubs/zhambyl/contacts.en.md';
    const hostile = '<img src=x onerror=window.hacked=true><script>x</script>';
    const page = await openFile(path);
    const title = /^title: .*$/m.exec(await field(page).inputValue())?.[0] ?? '';
    await edit(page, title, `title: '${hostile}'`);
    await page.locator('#save').click();
    await expect.poll(() => state(page).textContent(), SOON).toContain('Saved and live');
    await page.reload();
    await page.locator('#check > *').first().waitFor();
    expect(await field(page).inputValue()).toContain(hostile);
    expect(await page.locator('.lines img, .lines script, #check img').count()).toBe(0);
    const answer = await open('/content/answers/hubs/zhambyl/contacts');
    await answer.locator('.in-language').first().waitFor();
    expect(await text(answer, '.in-language:nth-child(3) .text')).toContain(hostile);
    expect(await answer.locator('#answer img, #answer script').count()).toBe(0);
    for (const shown of [page, answer]) expect(await shown.evaluate('window.hacked')).toBeUndefined();
  });

  it('breaks lines where the field does, so that numbers stand at their lines', async () => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 360, height: 640 },
    ]) {
      const page = await openFile('content/hubs/khorgos/take-part.kk.md', { viewport });
      const heights = await page.evaluate<number[]>(
        "[document.querySelector('#text').scrollHeight, document.querySelector('.sheet').clientHeight]",
      );
      expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeLessThan(4);
    }
  });
});

describe('a new entry', () => {
  it('is made as a draft and opened in the editor; a taken id is told in words', async () => {
    expectStatus(409);
    const page = await open('/content');
    await page.locator('.texts').waitFor();
    await page.locator('#new-kind').selectOption('guides');
    await page.locator('#new-slug').fill('border-queue');
    await page.locator('#new-entry button').click();
    await page.locator('#new-refusal').waitFor();
    expect(await text(page, '#new-refusal')).toContain('already');
    await page.locator('#new-slug').fill('new-guide');
    await page.locator('#new-slug').press('Enter');
    await page.locator('#check > *').first().waitFor();
    expect(await text(page, '#file-name')).toBe('content/guides/new-guide/entry.yaml');
    expect(await field(page).inputValue()).toContain('✎');
    expect(await page.locator('#check li').count()).toBeGreaterThan(0);
  });
});
