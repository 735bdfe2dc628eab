// The stand-in for Telegram in the browser preview: what the bot's calls become for the person, and how it refuses.

import { Api, InlineKeyboard, InputFile, Keyboard } from 'grammy';
import { describe, expect, it } from 'vitest';
import { createStandIn } from '../../src/bot/stand-in.ts';

function start() {
  const standIn = createStandIn(() => 1_700_000_000_000);
  const api = new Api('preview');
  api.config.use(standIn.transformer);
  const last = () => standIn.messages(7).at(-1);
  return { standIn, api, last };
}

describe('a document', () => {
  it('is kept with its name, and can be sent again', async () => {
    const { standIn, api, last } = start();
    const file = new InputFile(Buffer.from('{"a":1}'), 'деректер.json');
    const sent = await api.sendDocument(7, file, { caption: '<b>All</b>' });
    expect(last()).toMatchObject({ document: { name: 'деректер.json', bytes: 7 }, html: '<b>All</b>' });
    const kept = standIn.file(last()?.document?.file ?? '');
    expect(Buffer.from(kept?.bytes ?? []).toString()).toBe('{"a":1}');
    expect(kept).toMatchObject({ name: 'деректер.json', type: 'application/octet-stream' });
    await api.sendDocument(7, sent.document.file_id);
    expect(last()?.document).toEqual(standIn.messages(7)[0]?.document);
    await expect(api.sendDocument(7, 'unknown')).rejects.toThrow('wrong remote file identifier specified');
  });
});

describe('a reply keyboard', () => {
  const asking = () => new Keyboard().requestContact('Share').row().text('Back').placeholder('Phone');

  it('stands until another comes or it is removed', async () => {
    const { standIn, api, last } = start();
    await api.sendMessage(7, 'a', { reply_markup: asking() });
    expect(last()).not.toHaveProperty('keyboard');
    expect(standIn.replyKeyboard(7)).toEqual({
      rows: [[{ text: 'Share', asksContact: true }], [{ text: 'Back' }]],
      isOneTime: false,
      placeholder: 'Phone',
    });
    await api.sendMessage(7, 'b', { reply_markup: new InlineKeyboard().text('x', 'x') });
    expect(last()?.keyboard).toEqual([[{ text: 'x', data: 'x' }]]);
    standIn.write(7, 'Back');
    expect(standIn.replyKeyboard(7)).toBeDefined();
    await api.sendMessage(7, 'c', { reply_markup: { remove_keyboard: true } });
    expect(standIn.replyKeyboard(7)).toBeUndefined();
  });

  it('for one use goes with it, and any goes with the chat', async () => {
    const { standIn, api } = start();
    await api.sendMessage(7, 'a', { reply_markup: asking().oneTime() });
    standIn.write(7, 'something else');
    expect(standIn.replyKeyboard(7)).toBeDefined();
    standIn.share(7, { name: 'Emma', phone: '447700900103' });
    expect(standIn.replyKeyboard(7)).toBeUndefined();
    await api.sendMessage(7, 'a', { reply_markup: asking() });
    standIn.forget(7);
    expect(standIn.replyKeyboard(7)).toBeUndefined();
  });
});

describe('a copy', () => {
  it('has the content without buttons; a caption takes the place of another', async () => {
    const { standIn, api, last } = start();
    const own = standIn.write(7, 'a < b');
    await api.copyMessage(7, 7, own.id);
    expect(last()).toMatchObject({ from: 'bot', text: 'a < b' });
    const file = new InputFile(Buffer.from('x'), 'a.txt');
    const sent = await api.sendDocument(7, file, {
      caption: 'one',
      reply_markup: new InlineKeyboard().text('x', 'x'),
    });
    await api.copyMessage(7, 7, sent.message_id, { caption: 'two' });
    expect(last()).toMatchObject({ document: { name: 'a.txt' }, html: 'two' });
    expect(last()).not.toHaveProperty('keyboard');
    await expect(api.copyMessage(7, 7, 99)).rejects.toThrow('400: Bad Request: message to copy not found');
  });
});

describe('a deleted message', () => {
  it('is gone, once', async () => {
    const { standIn, api } = start();
    const { message_id } = await api.sendMessage(7, 'a');
    await api.deleteMessage(7, message_id);
    expect(standIn.messages(7)).toEqual([]);
    await expect(api.deleteMessage(7, message_id)).rejects.toThrow('message to delete not found');
  });
});
