// Who can use the preview: by keyboard, by screen reader, in dark, on a narrow phone.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ChatPage } from './chat-page.ts';
import { measureContrast } from './contrast.ts';
import { usePreviews } from './fixture.ts';

const openPreview = usePreviews();

describe('by keyboard', () => {
  it('one starts, asks, walks to a button and presses it', async () => {
    const { chat, view } = await openPreview();
    const { keyboard } = view.page;
    await tabTo(view.page, '#start');
    await keyboard.press('Enter');
    await view.settle();
    await keyboard.type('Khorgos');
    await keyboard.press('Shift+Enter');
    await keyboard.type('where?');
    await keyboard.press('Enter');
    await view.settle();
    await tabTo(view.page, '[data-key="facilities"]', 'Shift+Tab');
    await keyboard.press('Enter');
    await view.settle();
    expect(chat.asked).toEqual(['1 kk say /start', '1 kk say Khorgos\nwhere?', '1 kk press facilities']);
    expect(await view.answer().textContent()).toContain('Dry port');
  });

  it('the focus is seen wherever it goes', async () => {
    const { view } = await openPreview();
    await view.start();
    const seen = new Set<string>();
    for (let step = 0; step < 12; step += 1) {
      await view.page.keyboard.press('Tab');
      seen.add(String(await view.page.evaluate(OUTLINE_OF_FOCUS)));
    }
    // After the last element the focus leaves the page: it is with the browser then.
    seen.delete('BODY none');
    expect(seen.size).toBeGreaterThan(6);
    expect([...seen].filter((outline) => !outline.endsWith(' solid'))).toEqual([]);
  });

  it('one skips to the message field', async () => {
    const { view } = await openPreview();
    await view.start();
    await view.page.evaluate('document.activeElement.blur()');
    await tabTo(view.page, '.skip');
    await view.page.keyboard.press('Enter');
    expect(await view.page.evaluate('document.activeElement.id')).toBe('field');
  });

  it('one finds a command by typing "/", and by its button', async () => {
    const { chat, view } = await openPreview();
    await view.start();
    const { keyboard } = view.page;
    const commands = view.page.locator('#commands button');
    await keyboard.type('/');
    expect(await commands.allTextContents()).toEqual([
      '/startБасынан бастау',
      '/helpҚалай қолдану керек',
      '/hubsБес хаб',
    ]);
    await keyboard.type('h');
    expect(await commands.count()).toBe(2);
    await keyboard.press('Escape');
    expect(await view.page.locator('#commands').isVisible()).toBe(false);
    await view.page.locator('#field').fill('');
    await view.page.locator('#slash').press('Enter');
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await view.settle();
    expect(chat.asked.at(-1)).toBe('1 kk say /help');
    expect(await view.page.evaluate('document.activeElement.id')).toBe('field');
  });

  it('one changes the person with the arrow keys', async () => {
    const { view } = await openPreview();
    await tabTo(view.page, '#people input');
    await view.page.keyboard.press('ArrowDown');
    await expect.poll(() => view.page.locator('#start').textContent()).toBe('Начать');
  });
});

describe('by screen reader', () => {
  it('everything has a role and a name', async () => {
    const { view } = await openPreview({ timezoneId: 'Asia/Almaty' });
    await view.choose('English');
    await view.start();
    await view.say('old');
    const tree = await view.page.locator('body').ariaSnapshot();
    expect(tree.replaceAll(/\d\d:\d\d/g, '12:00')).toMatchInlineSnapshot(`
      "- link "Skip to the message field":
        - /url: "#field"
      - banner:
        - heading "Torap" [level=1]
        - paragraph: Bot in your browser · you are Айгерім
        - status
      - complementary "Person and language":
        - heading "What is this?" [level=2]
        - paragraph: The very bot that answers in Telegram, shown in your browser. You need no Telegram account, and nothing you type goes there.
        - group "Who is writing":
          - text: Who is writing
          - radio "Айгерім" [checked]
          - text: Айгерім
          - radio "Сергей"
          - text: Сергей
          - radio "Emma"
          - text: Emma
        - group "Their language in Telegram":
          - text: Their language in Telegram
          - radio "Қазақша"
          - text: Қазақша
          - radio "Русский"
          - text: Русский
          - radio "English" [checked]
          - text: English
        - button "Start over"
        - paragraph: Forgets this chat, as if it were deleted in Telegram.
      - main:
        - status
        - region "Chat with Torap":
          - log:
            - paragraph: Today
            - article:
              - text: "You: /start"
              - button "Edit message"
              - time: 12:00
            - article:
              - text: "Torap:"
              - strong: "Torap: five hubs on Kazakhstan's borders"
              - text: "Hello! I answer questions about Kazakhstan's five cross-border hubs: what is there, how goods get through, and how a company takes part. Type a question in your own words or pick a hub."
              - time: 12:00
              - button "Khorgos"
              - button "Caspian"
              - button "Central Asia"
              - button "Eurasia"
              - button "Zhambyl complex"
            - article:
              - text: "You: old"
              - button "Edit message"
              - time: 12:00
            - article:
              - text: "Torap: An old answer."
              - time: 12:00
              - button "Old button"
              - button "Again"
        - button "Commands"
        - textbox "Ask a question"
        - button "Send""
    `);
  });

  it('the log reads out what comes, not the whole chat of the next person', async () => {
    const { view } = await openPreview();
    const log = view.page.getByRole('log');
    await view.start();
    await view.choose('Сергей');
    await view.start();
    await expect.poll(() => log.getAttribute('aria-live')).toBe('polite');
    await view.page.evaluate(WATCH_LOG);
    await view.choose('Айгерім');
    await view.answer().filter({ hasText: 'Сәлеметсіз бе!' }).waitFor();
    await expect.poll(() => log.getAttribute('aria-live')).toBe('polite');
    expect(await view.page.evaluate('whenAdded.splice(0)')).toEqual(['off']);
    await view.say('Қорғас');
    expect(new Set(await view.page.evaluate<string[]>('whenAdded'))).toEqual(new Set(['polite']));
  });
});

describe('to the eye', () => {
  it.each(['light', 'dark'] as const)(
    'every text has a contrast of 4.5 or more in %s',
    async (colorScheme) => {
      const { view } = await openPreview({ colorScheme, reducedMotion: 'reduce' });
      const found = await measureContrast(view.page);
      await fillChat(view);
      found.push(...(await measureContrast(view.page)));
      expect(found.length).toBeGreaterThan(40);
      expect(found.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
    },
  );

  it('dark is dark, light is light', async () => {
    const grounds = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const { view } = await openPreview({ colorScheme });
      await view.start();
      grounds.push(
        await view.page.evaluate("getComputedStyle(document.querySelector('.bot .bubble')).backgroundColor"),
      );
    }
    expect(grounds).toEqual(['rgb(255, 255, 255)', 'rgb(22, 42, 53)']);
  });

  it('nothing moves for who asked for that', async () => {
    const { view } = await openPreview({ reducedMotion: 'reduce' });
    await view.start();
    expect(await view.page.evaluate('document.getAnimations().length')).toBe(0);
  });
});

describe('on a phone of 360 pixels', () => {
  const phone = { viewport: { width: 360, height: 640 }, hasTouch: true };

  it('nothing is wider than the screen', async () => {
    const { view } = await openPreview(phone);
    await fillChat(view);
    await view.say('Электрондық-кедендік-декларациялау-жүйесі'.repeat(5));
    const { page } = view;
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.locator('#scroller').evaluate((x) => x.scrollWidth - x.clientWidth)).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(640);
  });

  it('the panel is a menu that a choice, a tap beside it, or Escape closes', async () => {
    const { view } = await openPreview(phone);
    const { page } = view;
    const panel = page.locator('#panel');
    const menu = page.locator('#menu');
    expect(await panel.isVisible()).toBe(false);
    await menu.click();
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    await view.choose('Сергей');
    await panel.waitFor({ state: 'hidden' });
    expect(await page.locator('#start').textContent()).toBe('Начать');
    await menu.click();
    await page.keyboard.press('Escape');
    expect(await panel.isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.id')).toBe('menu');
    await menu.click();
    await page.mouse.click(180, 20);
    expect(await panel.isVisible()).toBe(false);
  });
});

/** Notes how live the log is whenever something is added to it. */
const WATCH_LOG = `(() => {
  window.whenAdded = [];
  const log = document.querySelector('[role=log]');
  new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length > 0)) whenAdded.push(log.getAttribute('aria-live'));
  }).observe(log, { childList: true });
})()`;

const OUTLINE_OF_FOCUS = `(() => {
  const focused = document.activeElement.closest('.option') ?? document.activeElement;
  return [focused.id || focused.className || focused.tagName, getComputedStyle(focused).outlineStyle].join(' ');
})()`;

async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${selector}.`);
}

/** A chat with one of everything. */
async function fillChat(view: ChatPage): Promise<void> {
  await view.start();
  for (const text of ['Қорғас', 'styles', 'picture', 'document', 'phone', 'Что на Хоргосе?']) {
    await view.say(text);
  }
  await view.page.locator('#reply-keyboard').getByRole('button').first().click();
  await view.settle();
  await view.say('phone');
  await view.press('📍 Показать на карте');
  await view.press('Сменить язык');
  await view.question().hover();
  await view.question().getByRole('button').click();
}
