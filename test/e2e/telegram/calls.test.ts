// A call from its HTTP form to its checked parameters, whatever the method.

import { Api, InputFile } from 'grammy';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type DoubleOptions, startTelegramDouble } from './double.ts';
import { callJson, send } from './test-bot.ts';

async function start(options?: DoubleOptions) {
  const double = await startTelegramDouble(options);
  onTestFinished(() => double.close());
  const person = double.user({ id: 42, first_name: 'Айдос', language_code: 'kk' });
  person.say('Сәлем');
  return { double, person, api: new Api(double.token, { apiRoot: double.apiRoot }) };
}

/** A PNG's first bytes: all that is looked at. */
function png(width: number, height: number): Uint8Array {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(16);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return new Uint8Array(Buffer.concat([head, size]));
}

describe('a call', () => {
  it('is refused with the wrong token', async () => {
    const { double } = await start();
    const response = await fetch(`${double.apiRoot}/bot1:wrong/getMe`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
  });

  it('is refused when there is no such method', async () => {
    const { double } = await start();
    expect(await callJson(double, 'sendNothing')).toMatchObject({
      status: 404,
      description: 'Not Found: method not found',
    });
    expect(double.takeViolations()).toMatchObject([{ method: 'sendNothing' }]);
    expect((await fetch(`${double.apiRoot}/elsewhere`)).status).toBe(404);
    expect(double.takeViolations()).toMatchObject([{ method: '(unreadable)', problem: 'Not Found' }]);
  });

  it('comes in every form that Telegram reads, and means the same', async () => {
    const { double } = await start();
    const keyboard = { inline_keyboard: [[{ text: 'Қорғас', callback_data: 'a' }]] };
    const payload = { chat_id: 42, text: 'Сәлем', disable_notification: true, reply_markup: keyboard };
    const texts = {
      ...payload,
      chat_id: '42',
      disable_notification: 'true',
      reply_markup: JSON.stringify(keyboard),
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(texts)) form.set(name, value);
    await callJson(double, 'sendMessage', payload);
    await callJson(double, 'sendMessage', { ...payload, reply_markup: JSON.stringify(keyboard) });
    await send(double, `sendMessage?${new URLSearchParams(texts)}`);
    await send(double, 'sendMessage', { method: 'POST', body: new URLSearchParams(texts) });
    await send(double, 'sendMessage', { method: 'POST', body: form });
    expect(double.violations).toEqual([]);
    for (const { response, payload: read } of double.calls) {
      expect(response).toMatchObject({ ok: true, result: { text: 'Сәлем', reply_markup: keyboard } });
      expect(read).toEqual(payload);
    }
    expect(double.calls).toHaveLength(5);
  });

  it('with what is not published is done, and recorded as a violation', async () => {
    const { double } = await start();
    const response = await callJson(double, 'sendMessage', {
      chat_id: 42,
      text: 'a',
      disable_web_page_preview: true,
      link_preview_options: { is_off: true },
      protect_content: null,
    });
    expect(response.ok).toBe(true);
    expect(double.takeViolations().map(({ problem }) => problem)).toEqual([
      'protect_content is null: leave out what is not set',
      'sendMessage has no parameter "disable_web_page_preview"',
      'link_preview_options.is_off is not published',
    ]);
  });

  it.each([
    [{ text: 'a' }, 'chat_id is empty'],
    [{ chat_id: 42 }, 'message text is empty'],
    [{ chat_id: 42, text: 5 }, 'text must be of type String, not 5'],
    [
      { chat_id: 42, text: 'a', disable_notification: 'true' },
      'disable_notification must be of type Boolean, not "true"',
    ],
    [
      { chat_id: 42, text: 'a', parse_mode: 'html' },
      'parse_mode must be of type "HTML" or "Markdown" or "MarkdownV2", not "html"',
    ],
    [
      { chat_id: 42, text: 'a', reply_markup: '{' },
      "can't parse reply keyboard markup JSON object: reply_markup must be of type",
    ],
    [
      { chat_id: 42, text: 'a', reply_markup: {} },
      "can't parse reply keyboard markup JSON object: reply_markup must be of type",
    ],
    [
      { chat_id: 42, text: 'a', reply_markup: { inline_keyboard: [[{ callback_data: 'a' }]] } },
      `can't find field "text" in reply_markup.inline_keyboard[0][0]`,
    ],
    [
      { chat_id: 42, text: 'a', message_effect_id: '1' },
      'message_effect_id is published, but unknown to this double',
    ],
  ])('%j is refused', async (payload, reason) => {
    const { double } = await start();
    const response = await callJson(double, 'sendMessage', payload);
    expect(response).toMatchObject({ status: 400, ok: false, error_code: 400 });
    expect(response.description).toContain(`Bad Request: ${reason}`);
    expect(double.takeViolations().map(({ problem }) => problem)).toEqual([`400: ${response.description}`]);
  });

  it('with a body that nobody can read is refused', async () => {
    const { double } = await start();
    const headers = { 'content-type': 'application/json' };
    expect(await send(double, 'getMe', { method: 'POST', headers, body: '{' })).toMatchObject({
      status: 400,
      description: 'Bad Request: JSON object expected',
    });
    expect(double.takeViolations()).toHaveLength(1);
    await send(double, 'getMe', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' });
    expect(double.takeViolations()[0]?.problem).toContain('content type "text/plain"');
  });

  it('written in another case is done, and recorded as a violation', async () => {
    const { double } = await start();
    expect((await callJson(double, 'getme')).ok).toBe(true);
    expect(double.takeViolations()[0]?.problem).toBe('the method is written getme, not getMe');
  });

  it('of grammY works, with a file too', async () => {
    const { double, api, person } = await start();
    expect(await api.getMe()).toEqual(double.bot);
    const sent = await api.sendPhoto(42, new InputFile(png(800, 600), 'map.png'), {
      caption: '<b>Карта</b>',
      parse_mode: 'HTML',
    });
    expect(sent).toMatchObject({
      caption: 'Карта',
      caption_entities: [{ type: 'bold', offset: 0, length: 5 }],
      photo: [{ width: 800, height: 600 }],
    });
    const again = await api.sendPhoto(42, sent.photo[0]?.file_id ?? '');
    expect(again.photo).toEqual(sent.photo);
    expect(person.answers).toHaveLength(2);
    expect(double.violations).toEqual([]);
  });

  it.each([
    [new Uint8Array([1, 2, 3]), 'IMAGE_PROCESS_FAILED'],
    [png(9000, 2000), 'PHOTO_INVALID_DIMENSIONS'],
    [png(2100, 100), 'PHOTO_INVALID_DIMENSIONS'],
  ])('with a file that is no photo is refused', async (file, reason) => {
    const { api } = await start();
    await expect(api.sendPhoto(42, new InputFile(file))).rejects.toThrow(reason);
  });
});
