// What end-to-end tests begin with: everything ends with its test, and broken rules fail it.

import { describe, expect, it } from 'vitest';
import { assertNoViolations, setUpEndToEnd } from './setup.ts';

const { startTelegram } = setUpEndToEnd();

describe('setUpEndToEnd', () => {
  const addresses: string[] = [];

  it('lets a test start things', async () => {
    const double = await startTelegram();
    addresses.push(double.apiRoot);
    expect((await fetch(`${double.apiRoot}/bot${double.token}/getMe`)).status).toBe(200);
  });

  it('has ended them before the next test', async () => {
    const [address = ''] = addresses;
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  });
});

describe('assertNoViolations', () => {
  it('says what the bot did against the rules, until a test takes it', async () => {
    const double = await startTelegram();
    assertNoViolations(double);
    await fetch(`${double.apiRoot}/bot${double.token}/getMe?a=b`);
    expect(() => assertNoViolations(double)).toThrowErrorMatchingInlineSnapshot(`
      [Error: The bot broke rules of the Bot API.
      The last calls of 1:
        getMe: 200 ok
      Violations:
        getMe: getMe has no parameter "a"]
    `);
    expect(double.takeViolations()).toHaveLength(1);
    assertNoViolations(double);
  });
});
