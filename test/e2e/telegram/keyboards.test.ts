// Buttons and their addresses: what Telegram takes, refuses and lets pass with a remark.

import type { InlineKeyboardButton } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { checkMarkup } from './keyboards.ts';
import { checkLink } from './links.ts';

const check = (...buttons: InlineKeyboardButton[]) => checkMarkup({ inline_keyboard: [buttons] });

describe('checkMarkup', () => {
  it('takes callback data of 64 bytes and no more', () => {
    expect(check({ text: 'a', callback_data: 'қ'.repeat(32) }).remarks).toEqual([]);
    expect(() => check({ text: 'a', callback_data: 'қ'.repeat(33) })).toThrow(
      'Bad Request: BUTTON_DATA_INVALID',
    );
    expect(() => check({ text: 'a', callback_data: '' })).toThrow(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  });

  it('refuses a button without a text', () => {
    expect(() => check({ text: ' ', callback_data: 'a' })).toThrow(
      'inline keyboard button text must be non-empty',
    );
  });

  it.each([
    ['http://localhost/', "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL"],
    ['ftp://a.kz', "inline keyboard button URL 'ftp://a.kz' is invalid: Unsupported URL protocol"],
    ['https://', "inline keyboard button URL 'https://' is invalid: URL host is empty"],
    [
      'https://a b.kz',
      "inline keyboard button URL 'https://a b.kz' is invalid: Disallowed character in URL host",
    ],
    ['http://127.0.0.1:8080/', 'BUTTON_URL_INVALID'],
  ])('refuses the address %s', (url, reason) => {
    expect(() => check({ text: 'a', url })).toThrow(`Bad Request: ${reason}`);
  });

  it('takes addresses of the web, of Telegram, and of a person', () => {
    const urls = [
      'https://qoldau.kz/kk?x=1#y',
      'https://қазпошта.қаз/',
      'tg://user?id=42',
      'tg://resolve?domain=a',
    ];
    for (const url of urls) expect(check({ text: 'a', url }).remarks).toEqual([]);
  });

  it('remarks on a button that is two things, on empty rows and on more than fits', () => {
    const both = { text: 'a', callback_data: 'a', url: 'https://a.kz' };
    expect(check(both).remarks).toEqual(['the button "a" has url and callback_data: exactly one is allowed']);
    expect(check({ text: 'a', url: 'qoldau.kz' }).remarks).toEqual([
      'the button "a" has an address without a scheme',
    ]);
    expect(checkMarkup({ inline_keyboard: [[]] }).remarks).toEqual(['a row of the keyboard is empty']);
    const nine = Array.from({ length: 9 }, (_, place) => ({ text: String(place), callback_data: 'a' }));
    expect(check(...nine).remarks).toEqual(['a row has more than 8 buttons']);
  });

  it('refuses more than the server takes of all buttons together', () => {
    const rows = Array.from({ length: 99 }, () => [{ text: 'қ'.repeat(40), callback_data: 'a' }]);
    expect(() => checkMarkup({ inline_keyboard: rows })).toThrow('Bad Request: reply markup is too long');
  });

  it('keeps no keyboard where there are no buttons', () => {
    expect(checkMarkup({ inline_keyboard: [] }).inline).toBeUndefined();
    expect(checkMarkup(undefined)).toMatchObject({ inline: undefined, isInline: true, remarks: [] });
  });
});

describe('checkLink', () => {
  it.each([
    ['qoldau.kz', 'http://qoldau.kz/'],
    ['mailto:a@b.kz', 'http://mailto:a@b.kz/'],
    ['HTTPS://Qoldau.KZ/Kk?a b', 'https://qoldau.kz/Kk?a%20b'],
    ['https://a.kz?x', 'https://a.kz/?x'],
    ['https://a.kz:8443/x', 'https://a.kz:8443/x'],
    ['tg:resolve?domain=x', 'tg://resolve?domain=x'],
  ])('writes %s as %s', (link, url) => {
    expect(checkLink(link)).toEqual({ ok: true, url });
  });

  it.each(['', 'nodot', 'https://a.kz:0/', 'https://a.kz:99999/', 'javascript:alert(1)'])(
    'refuses %j',
    (link) => {
      expect(checkLink(link).ok).toBe(false);
    },
  );
});
