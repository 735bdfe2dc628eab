// Drives the preview's page as a person would: by what is seen and pressed, not by its code.
// Works on any server that has the preview, be it a fake chat or the whole started process.

import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** The page, and what people do on it. */
export interface ChatPage {
  readonly page: Page;
  /** What went wrong in the page: errors of scripts, and what the browser refused to load. */
  readonly problems: readonly string[];
  /** Presses the big Start button and waits for the answer. */
  start(): Promise<void>;
  /** Types a text, sends it by Enter and waits for the answer. */
  say(text: string): Promise<void>;
  /** The bot's last message, with its keyboard. */
  answer(): Locator;
  /** The person's last message. */
  question(): Locator;
  /** Presses the button of this name under the bot's last message that has it, and waits. */
  press(name: string): Promise<void>;
  /** Chooses a person or a language of the side panel by name. */
  choose(name: string): Promise<void>;
  /** Waits until nothing is under way. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the page in a fresh profile and waits until it has its chat. */
export async function openChatPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<ChatPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(url);
  await page.locator('#start, #field').filter({ visible: true }).waitFor();
  return { page, problems, ...createActs(page), close: () => context.close() };
}

function createActs(page: Page): Omit<ChatPage, 'page' | 'problems' | 'close'> {
  // Both come at once with the act, so waiting for their end can't be too early.
  const settle = async (): Promise<void> => {
    await page.locator('#typing').waitFor({ state: 'hidden' });
  };
  const choose = async (name: string): Promise<void> => {
    await page.locator('#panel label').filter({ hasText: name }).click();
    await page
      .locator('#panel label', { hasText: name })
      .locator('input:checked')
      .waitFor({ state: 'attached' });
    await page.locator('#start, #field').filter({ visible: true }).waitFor();
  };
  return {
    settle,
    choose,
    start: async () => {
      await page.locator('#start').click();
      await settle();
    },
    say: async (text) => {
      await page.locator('#field').fill(text);
      await page.locator('#field').press('Enter');
      await settle();
    },
    answer: () => page.locator('.message.bot').last(),
    question: () => page.locator('.message.person').last(),
    press: async (name) => {
      await page.locator('.message.bot').getByRole('button', { name, exact: true }).last().click();
      await settle();
    },
  };
}
