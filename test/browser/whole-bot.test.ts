// The started process in a real Chromium: a newcomer asks in three languages, taps through topics, switches language.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTorap, type TorapProcess } from '../e2e/process.ts';
import { type ChatPage, openChatPage } from './chat-page.ts';
import { launchChromium } from './chromium.ts';

let torap: TorapProcess;
let browser: Browser;

beforeAll(async () => {
  [torap, browser] = await Promise.all([startTorap(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await torap.close();
});

async function withPage(act: (view: ChatPage) => Promise<void>): Promise<void> {
  const view = await openChatPage(browser, torap.url);
  try {
    await act(view);
    expect(view.problems).toEqual([]);
  } finally {
    await view.close();
  }
}

describe('the bot in the browser', () => {
  it.each([
    {
      person: 'Айгүл',
      greeting: 'Сәлеметсіз бе',
      question: 'Қорғас қайда?',
      title: '«Қорғас» хабы',
      topic: 'Нысандар',
    },
    {
      person: 'Сергей',
      greeting: 'Здравствуйте',
      question: 'что строят в порту Курык',
      title: 'Порт Курык',
      topic: 'Обзор',
    },
    {
      person: 'Emma',
      greeting: 'Hello',
      question: 'where is Khorgos',
      title: 'Khorgos hub',
      topic: 'Facilities',
    },
  ])(
    'greets $person, answers, and moves between topics in place',
    async ({ person, greeting, question, title, topic }) => {
      await withPage(async (view) => {
        await view.choose(person);
        await view.start();
        expect(await view.answer().textContent()).toContain(greeting);
        await view.say(question);
        expect(await view.answer().textContent()).toContain(title);
        const before = await view.answer().textContent();
        const count = await view.page.locator('.message.bot').count();
        await view.press(topic);
        expect(await view.answer().textContent()).not.toBe(before);
        expect(await view.page.locator('.message.bot').count()).toBe(count);
      });
    },
  );

  it('switches the language under an answer, says so, and shows the place', async () => {
    await withPage(async (view) => {
      await view.choose('Сергей');
      await view.say('where is Khorgos');
      await view.press('Switch to English');
      await view.page.getByText('I speak English now.').waitFor();
      await view.press('📍 On the map');
      expect(await view.answer().textContent()).toContain('44.22');
    });
  });
});
