// The preview in a real Chromium: a chat from Start to the last button, as a visitor has it.

import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../server/sample-answers.ts';
import { servePreview, usePreviews } from './fixture.ts';

const openPreview = usePreviews();
const focusedText = 'document.activeElement.textContent';

describe('the chat', () => {
  it('begins with a Start button that sends /start, and survives a reload', async () => {
    const { chat, view } = await openPreview();
    expect(await view.page.locator('#field').isVisible()).toBe(false);
    await view.start();
    expect(chat.asked).toEqual(['1 kk say /start']);
    expect(await view.answer().textContent()).toContain('Сәлеметсіз бе!');
    expect(await view.page.evaluate('document.activeElement.id')).toBe('field');
    await view.page.reload();
    await view.answer().waitFor();
    expect(await view.answer().textContent()).toContain('Сәлеметсіз бе!');
    expect(view.problems).toEqual([]);
  });

  it.each([
    ['Қорғас қайда орналасқан?', 'kk', 'Дереккөз'],
    ['Где находится Хоргос?', 'ru', 'Источник'],
    ['Where is Khorgos?', 'en', 'Source'],
  ])('asks «%s» and marks the answer as %s', async (question, language, word) => {
    const { view } = await openPreview();
    await view.start();
    await view.say(question);
    expect(await view.question().locator('.text').textContent()).toBe(question);
    expect(await view.answer().locator('.text').getAttribute('lang')).toBe(language);
    expect(await view.answer().textContent()).toContain(word);
    expect(view.problems).toEqual([]);
  });

  it('shows at once what was said, and that the bot is typing, and keeps the order', async () => {
    const { chat, view } = await openPreview();
    await view.start();
    for (const text of ['slow', 'Khorgos']) {
      await view.page.locator('#field').fill(text);
      await view.page.locator('#field').press('Enter');
    }
    expect(await view.page.locator('.unsent .text').allTextContents()).toEqual(['slow', 'Khorgos']);
    expect(await view.page.locator('#typing').isVisible()).toBe(true);
    await expect.poll(() => chat.asked.at(-1)).toBe('1 kk say slow');
    chat.release();
    await view.settle();
    expect(await view.page.locator('.unsent').count()).toBe(0);
    expect(await view.page.locator('.person .text').allTextContents()).toEqual(['/start', 'slow', 'Khorgos']);
    expect(await view.answer().textContent()).toContain('ICBC');
  });

  it('changes a message of the person, and the answer follows', async () => {
    const { chat, view } = await openPreview();
    await view.start();
    await view.say('Хоргос где?');
    await view.question().hover();
    await view.question().getByRole('button').click();
    await view.page.keyboard.press('Escape');
    expect(await view.question().locator('.text').textContent()).toBe('Хоргос где?');
    await view.question().getByRole('button').press('Enter');
    await view.question().locator('textarea').fill('Where is Khorgos?');
    await view.page.keyboard.press('Enter');
    await view.settle();
    expect(chat.asked.slice(1)).toEqual(['1 kk say Хоргос где?', '1 kk edit Where is Khorgos?']);
    expect(await view.question().locator('.text').textContent()).toBe('Where is Khorgos?');
    expect(await view.question().locator('.edited').textContent()).toBe('өзгертілді');
    expect(await view.answer().textContent()).toContain('Panfilov district');
    expect(await view.page.evaluate('document.activeElement.className')).toBe('pencil');
  });

  it('shows what the bot wrote meanwhile when one comes back to the page', async () => {
    const { chat, view } = await openPreview();
    await view.start();
    chat.tell(1, 'Your inquiry was <b>answered</b>.');
    await view.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await expect.poll(() => view.answer().locator('.text').textContent()).toBe('Your inquiry was answered.');
  });

  it('starts over', async () => {
    const { chat, view } = await openPreview();
    await view.start();
    await view.page.locator('#restart').click();
    await view.page.locator('#start').waitFor();
    expect(await view.page.locator('.message').count()).toBe(0);
    expect(chat.asked.at(-1)).toBe('1 restart');
  });
});

describe('buttons', () => {
  it('stand in rows under their message', async () => {
    const { view } = await openPreview();
    await view.start();
    const rows = view.answer().locator('.keyboard-row');
    expect(await rows.evaluateAll((rows) => rows.map((row) => row.children.length))).toEqual([2, 2, 1]);
  });

  it('change their message in place', async () => {
    const { chat, view } = await openPreview();
    await view.start();
    await view.say('Қорғас');
    await view.press('Нысандар');
    expect(chat.asked.at(-1)).toBe('1 kk press facilities');
    expect(await view.page.locator('.message.bot').count()).toBe(2);
    expect(await view.answer().textContent()).toContain('Құрғақ порт');
    expect(await view.answer().locator('.edited').textContent()).toBe('өзгертілді');
    // The pressed button is gone, so its message has the focus.
    expect(await view.page.evaluate(focusedText)).toContain('Құрғақ порт');
  });

  it('keep the focus when they still exist after the edit', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('old');
    await view.press('Again');
    expect(await view.answer().locator('.text').textContent()).toBe('An old answer, again.');
    expect(await view.page.evaluate(focusedText)).toBe('Again');
  });

  it('open pages of other sites in a tab of their own', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('Khorgos');
    const link = view.answer().getByRole('link', { name: 'Official site' });
    expect(await link.getAttribute('href')).toBe('https://khorgos.kz/');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  it('say something in passing', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('Khorgos');
    await view.press('Change language');
    expect(await view.page.locator('#toast').textContent()).toBe(SAMPLES.en.toast);
    expect(await view.page.locator('#toast').getAttribute('role')).toBe('status');
  });

  it('say something that must be closed', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('old');
    await view.press('Old button');
    const dialog = view.page.getByRole('dialog');
    expect(await dialog.locator('p').textContent()).toBe(SAMPLES.kk.alert);
    await view.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await view.page.evaluate(focusedText)).toBe('Old button');
  });
});

describe('people and languages', () => {
  it('have a chat each, and the page speaks the language of who is chosen', async () => {
    const { chat, view } = await openPreview();
    await view.start();
    await view.choose('Сергей');
    await view.start();
    expect(await view.page.locator('html').getAttribute('lang')).toBe('ru');
    expect(await view.page.locator('h1').textContent()).toBe('Торап');
    expect(await view.answer().textContent()).toContain('Здравствуйте!');
    await view.choose('Айгерім');
    await view.answer().filter({ hasText: 'Сәлеметсіз бе!' }).waitFor();
    expect(await view.page.locator('.message.bot').count()).toBe(1);
    expect(chat.asked).toEqual(['1 kk say /start', '2 ru say /start']);
  });

  it('change the language of one person, also after a reload', async () => {
    const { chat, view } = await openPreview();
    await view.choose('English');
    expect(await view.page.locator('#start').textContent()).toBe('Start');
    await view.page.reload();
    await view.start();
    expect(chat.asked).toEqual(['1 en say /start']);
    expect(await view.page.locator('html').getAttribute('lang')).toBe('en');
    expect(await view.page.locator('h1').textContent()).toBe('Torap');
    await view.choose('Сергей');
    await expect.poll(() => view.page.locator('html').getAttribute('lang')).toBe('ru');
  });

  it('offer a language that Torap does not speak to who has it', async () => {
    const { chat, view } = await openPreview();
    await view.choose('Emma');
    const names = await view.page.locator('#languages label').allTextContents();
    expect(names).toEqual(['Қазақша', 'Русский', 'English', 'Deutsch']);
    await view.start();
    expect(chat.asked).toEqual(['3 de say /start']);
    expect(await view.page.locator('html').getAttribute('lang')).toBe('en');
  });
});

describe('when something fails', () => {
  it('says that the server is gone, keeps what was said, and sends it once on retry', async () => {
    const { chat, server, view } = await openPreview();
    await view.start();
    await server.close();
    await view.page.locator('#field').fill('Khorgos');
    await view.page.locator('#field').press('Enter');
    const alert = view.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('Бот сервері жауап бермей тұр');
    expect(await view.question().locator('.text').textContent()).toBe('Khorgos');
    const again = await servePreview(chat, Number(new URL(server.url).port));
    try {
      await alert.getByRole('button').click();
      await alert.waitFor({ state: 'hidden' });
      await view.settle();
      expect(chat.asked).toEqual(['1 kk say /start', '1 kk say Khorgos']);
      expect(await view.answer().textContent()).toContain('ICBC');
    } finally {
      await again.close();
    }
  });

  it('says that something did not work, and goes on', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.say('fail');
    expect(await view.page.locator('#toast').textContent()).toBe('Болмады. Қайталап көріңізші.');
    await view.say('Khorgos');
    expect(await view.page.locator('.person .text').allTextContents()).toEqual(['/start', 'Khorgos']);
  });
});
