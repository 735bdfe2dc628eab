// Texts and captions: what Telegram keeps of them, and their limits.

import { describe, expect, it } from 'vitest';
import { CAPTION_LIMIT, MESSAGE_LIMIT, readText } from './text.ts';

const read = (text: string) => readText({ text, parse_mode: 'HTML' }, MESSAGE_LIMIT);

describe('readText', () => {
  it('measures what is left when the markup is parsed, in UTF-16 units', () => {
    expect(read(`<b>${'қ'.repeat(4096)}</b>`).text).toHaveLength(4096);
    expect(() => read('қ'.repeat(4097))).toThrow('Bad Request: message is too long');
    expect(read('😀'.repeat(2048)).text).toHaveLength(4096);
    expect(() => read('😀'.repeat(2049))).toThrow('Bad Request: message is too long');
    expect(read('&amp;'.repeat(4096)).text).toHaveLength(4096);
  });

  it('refuses what the server reads no further', () => {
    expect(() => read('&amp;'.repeat(7000))).toThrow('Bad Request: text is too long');
  });

  it.each([
    ['', 'Bad Request: message text is empty'],
    [' \n ', 'Bad Request: text must be non-empty'],
    ['<b></b>', 'Bad Request: text must be non-empty'],
    ['\u200b\u00a0', 'Bad Request: text must be non-empty'],
  ])('refuses %j, which shows nothing', (text, reason) => {
    expect(() => read(text)).toThrow(reason);
  });

  it('takes a caption of 1024 units or none', () => {
    expect(readText({ text: '' }, CAPTION_LIMIT).text).toBe('');
    expect(readText({ text: 'a'.repeat(1024) }, CAPTION_LIMIT).text).toHaveLength(1024);
    expect(() => readText({ text: 'a'.repeat(1025) }, CAPTION_LIMIT)).toThrow(
      'Bad Request: message caption is too long',
    );
  });

  it('cuts white space off, moves the entities along, and keeps what an entity covers', () => {
    expect(read('\n <b>a</b> \n')).toMatchObject({ text: 'a', entities: [{ offset: 0, length: 1 }] });
    expect(read('<b> a </b> ')).toMatchObject({ text: ' a', entities: [{ offset: 0, length: 2 }] });
    expect(read('a\r\n<i>b\u202a</i>c')).toMatchObject({
      text: 'a\nbc',
      entities: [{ offset: 2, length: 1 }],
    });
  });

  it('finds commands, mentions, hashtags and addresses', () => {
    const { text, entities } = read(
      '/start@torap_bot #қорғас @somebody https://qoldau.kz/a. me@qoldau.kz a/b',
    );
    expect(entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)])).toEqual([
      ['bot_command', '/start@torap_bot'],
      ['hashtag', '#қорғас'],
      ['mention', '@somebody'],
      ['url', 'https://qoldau.kz/a'],
      ['email', 'me@qoldau.kz'],
    ]);
  });

  it('takes entities instead of markup, and refuses those outside of the text', () => {
    const bold = (offset: number, length: number) => [{ type: 'bold' as const, offset, length }];
    expect(readText({ text: '<b>', entities: bold(0, 3) }, MESSAGE_LIMIT)).toMatchObject({ text: '<b>' });
    expect(() => readText({ text: 'a', entities: bold(0, 2) }, MESSAGE_LIMIT)).toThrow('outside of the text');
  });

  it('refuses half a character', () => {
    expect(() => read('a\ud83d')).toThrow('Bad Request: strings must be encoded in UTF-8');
  });

  it('remarks on more entities than Telegram keeps', () => {
    expect(read('<b>a</b> '.repeat(101)).remarks).toEqual(['101 entities: Telegram keeps the first 100']);
  });
});
