import { BotError, GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { describeError, isGone, isWrongToken } from '../../src/bot/errors.ts';

function refusal(error_code: number, description: string): GrammyError {
  const payload = { chat_id: 1, text: 'the words of a person' };
  return new GrammyError('Call failed', { ok: false, error_code, description }, 'sendMessage', payload);
}

describe('errors of the Telegram face', () => {
  it('are described without the words of a person', () => {
    const described = describeError(refusal(400, 'Bad Request: message is too long'));
    expect(described).toEqual({
      error: 'refused',
      method: 'sendMessage',
      code: 400,
      reason: 'Bad Request: message is too long',
    });
  });

  it('are described without the token that a network error holds', () => {
    const cause = Object.assign(new Error('request to https://x/bot1:SECRET/getMe failed'), {
      code: 'ECONNRESET',
    });
    expect(describeError(new HttpError('failed', cause))).toEqual({ error: 'network', reason: 'ECONNRESET' });
  });

  it.each([
    [403, 'Forbidden: bot was blocked by the user', true],
    [400, 'Bad Request: chat not found', true],
    [400, 'Bad Request: message is too long', false],
    [429, 'Too Many Requests: retry after 3', false],
  ])('count %i %s as gone: %s', (code, description, gone) => {
    expect(isGone(refusal(code, description))).toBe(gone);
  });

  it.each([
    [401, true],
    [404, true],
    [409, false],
  ])('know a refused token by its code %i: %s', (code, wrong) => {
    expect(isWrongToken(refusal(code, 'Unauthorized'))).toBe(wrong);
    expect(isWrongToken(new BotError(refusal(code, 'Unauthorized'), undefined as never))).toBe(wrong);
  });
});
