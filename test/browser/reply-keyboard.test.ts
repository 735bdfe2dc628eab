// The keyboard beside the message field: who answers with it, by tap and by key, on a small screen too.

import { describe, expect, it } from 'vitest';
import type { ChatPage } from './chat-page.ts';
import { usePreviews } from './fixture.ts';

const openPreview = usePreviews();
const focusedId = 'document.activeElement.id';

const keyboardOf = ({ page }: ChatPage) => page.getByRole('group', { name: 'Suggested answers' });

async function openAsking(options?: Parameters<typeof openPreview>[0]) {
  const opened = await openPreview(options);
  const { view } = opened;
  // On a phone the panel is a menu.
  if (!(await view.page.locator('#panel').isVisible())) await view.page.locator('#menu').click();
  await view.choose('English');
  await view.start();
  await view.say('phone');
  await keyboardOf(view).waitFor();
  return opened;
}

describe('a reply keyboard', () => {
  it("sends a button's text as if it were typed, and goes when the bot takes it away", async () => {
    const { chat, view } = await openAsking();
    const field = view.page.locator('#field');
    expect(await field.getAttribute('placeholder')).toBe('Phone or e-mail');
    const tap = (name: string) => keyboardOf(view).getByRole('button', { name, exact: true }).click();
    await tap('Khorgos');
    await view.settle();
    expect(await view.question().locator('.text').textContent()).toBe('Khorgos');
    expect(await keyboardOf(view).isVisible()).toBe(true);
    await tap('back');
    await view.settle();
    await keyboardOf(view).waitFor({ state: 'hidden' });
    expect(await field.getAttribute('placeholder')).toBe('Ask a question');
    expect(chat.asked.slice(-2)).toEqual(['1 en say Khorgos', '1 en say back']);
    expect(view.problems).toEqual([]);
  });

  it("shares the person's contact by keyboard, and says beforehand that it does", async () => {
    const { chat, view } = await openAsking();
    const key = keyboardOf(view).getByRole('button', { name: 'Share my number (shares the phone number)' });
    await view.page.locator('#field').focus();
    // The send button lies between.
    await view.page.keyboard.press('Tab');
    await view.page.keyboard.press('Tab');
    expect(await key.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
    await view.page.keyboard.press('Enter');
    await view.settle();
    expect(chat.asked.at(-1)).toBe('1 en contact');
    expect(await view.question().textContent()).toContain('+77000000101');
    await keyboardOf(view).waitFor({ state: 'hidden' });
    expect(await view.page.evaluate(focusedId)).toBe('field');
  });

  it("is of one person's chat, and there again after a reload", async () => {
    const { view } = await openAsking();
    await view.page.reload();
    await keyboardOf(view).waitFor();
    await view.choose('Emma');
    expect(await keyboardOf(view).isVisible()).toBe(false);
  });

  it('leaves room for the chat on a phone of 360 pixels', async () => {
    const { view } = await openAsking({ viewport: { width: 360, height: 640 }, hasTouch: true });
    const { page } = view;
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(640);
    const box = await keyboardOf(view).boundingBox();
    expect(box?.height).toBeLessThan(640 * 0.4);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    for (const key of await keyboardOf(view).getByRole('button').all()) {
      expect((await key.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    // The question stays in sight above it.
    const endOf = async (selector: string) => {
      const place = await page.locator(selector).last().boundingBox();
      return (place?.y ?? 0) + (place?.height ?? 0);
    };
    await expect.poll(async () => (await endOf('.message.bot')) <= (await endOf('#scroller'))).toBe(true);
  });
});
