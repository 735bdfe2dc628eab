// Files, copies of messages, and reactions.

import { Api, InputFile } from 'grammy';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startTelegramDouble } from './double.ts';

async function start() {
  const double = await startTelegramDouble();
  onTestFinished(() => double.close());
  const person = double.user({ id: 42, first_name: 'Айдос' });
  double.group(-1002, 'Кеңсе');
  const { message: question } = person.say('Сәлем');
  return { double, person, question, api: new Api(double.token, { apiRoot: double.apiRoot }) };
}

describe('a document', () => {
  it('is sent from a file, and again by its file_id', async () => {
    const { double, person, api } = await start();
    const sent = await api.sendDocument(42, new InputFile(Buffer.from('a;b'), 'сұрақтар.csv'), {
      caption: '<b>Деректер</b>',
      parse_mode: 'HTML',
    });
    expect(sent).toMatchObject({
      document: { file_name: 'сұрақтар.csv', mime_type: 'text/csv', file_size: 3 },
      caption: 'Деректер',
      caption_entities: [{ type: 'bold', offset: 0, length: 8 }],
    });
    const again = await api.sendDocument(42, sent.document.file_id);
    expect(again.document).toEqual(sent.document);
    expect(person.answers).toEqual([sent, again]);
    expect(Buffer.from(double.file(sent.document.file_id) ?? []).toString()).toBe('a;b');
    expect(double.violations).toEqual([]);
  });

  it('comes from people too', async () => {
    const { person, api } = await start();
    person.sendDocument('invoice.pdf', { caption: 'Шот' });
    const [, update] = await api.getUpdates();
    expect(update?.message).toMatchObject({
      document: { file_name: 'invoice.pdf', mime_type: 'application/pdf' },
      caption: 'Шот',
    });
    await api.sendDocument(42, update?.message?.document?.file_id ?? '');
  });

  it('is refused when it is empty, unknown, or was sent as something else', async () => {
    const { person, api } = await start();
    await expect(api.sendDocument(42, new InputFile(Buffer.alloc(0), 'a.txt'))).rejects.toThrow(
      '400: Bad Request: file must be non-empty',
    );
    await expect(api.sendDocument(42, 'x')).rejects.toThrow('wrong remote file identifier specified');
    const photo = person.sendPhoto().message.photo?.[0]?.file_id ?? '';
    await expect(api.sendDocument(42, photo)).rejects.toThrow("can't use file of type Photo as Document");
    const document = person.sendDocument('a.pdf').message.document?.file_id ?? '';
    await expect(api.sendPhoto(42, document)).rejects.toThrow("can't use file of type Document as Photo");
    await api.sendPhoto(42, photo);
  });
});

describe('a copy', () => {
  it('has the content, and neither sender, buttons nor reply', async () => {
    const { double, person, question, api } = await start();
    person.say('Қорғас https://a.kz', { replyTo: question });
    const [, { message } = {}] = await api.getUpdates();
    const { message_id } = await api.copyMessage(-1002, 42, message?.message_id ?? 0);
    const group = double.group(-1002, 'Кеңсе');
    expect(group.answers).toEqual([
      {
        message_id,
        from: expect.objectContaining({ is_bot: true }),
        chat: expect.objectContaining({ id: -1002 }),
        date: expect.any(Number),
        text: 'Қорғас https://a.kz',
        entities: [{ type: 'url', offset: 7, length: 12 }],
      },
    ]);
    expect(double.violations).toEqual([]);
  });

  it('of a photo or a document keeps its caption or gets another', async () => {
    const { double, person, api } = await start();
    const photo = person.sendPhoto('Қойма').message;
    const document = person.sendDocument('a.pdf', { caption: 'Шот' }).message;
    await api.copyMessage(-1002, 42, photo.message_id);
    await api.copyMessage(-1002, 42, document.message_id, { caption: '<i>b</i>', parse_mode: 'HTML' });
    await api.copyMessage(-1002, 42, document.message_id, { caption: '' });
    const [first, second, third] = double.group(-1002, 'Кеңсе').answers;
    expect(first).toMatchObject({ photo: photo.photo, caption: 'Қойма' });
    expect(second).toMatchObject({ document: document.document, caption: 'b', caption_entities: [{}] });
    expect(third).not.toHaveProperty('caption');
  });

  it('is refused for what is gone, what nobody wrote, what is protected, and out of a chat that is shut', async () => {
    const { double, person, question, api } = await start();
    const { message: joined } = person.in(double.group(-1002, 'Кеңсе')).join();
    const shut = await api.sendMessage(42, 'a', { protect_content: true });
    person.delete(question.message_id);
    await expect(api.copyMessage(-1002, 42, question.message_id)).rejects.toThrow(
      '400: Bad Request: message to copy not found',
    );
    const uncopied = "400: Bad Request: the message can't be copied";
    await expect(api.copyMessage(42, -1002, joined.message_id)).rejects.toThrow(uncopied);
    await expect(api.copyMessage(-1002, 42, shut.message_id)).rejects.toThrow(uncopied);
    await expect(api.copyMessage(-1002, 99, 1)).rejects.toThrow('400: Bad Request: chat not found');
    const { message } = person.say('b');
    person.block();
    // Reading is not writing.
    await api.copyMessage(-1002, 42, message.message_id);
    await expect(api.copyMessage(42, 42, message.message_id)).rejects.toThrow('bot was blocked by the user');
  });
});

describe('a reaction', () => {
  it('is one of those that Telegram has, set and taken away', async () => {
    const { double, person, question, api } = await start();
    await api.setMessageReaction(42, question.message_id, [{ type: 'emoji', emoji: '👀' }]);
    expect(person.reactionsTo(question.message_id)).toEqual([{ type: 'emoji', emoji: '👀' }]);
    await api.setMessageReaction(42, question.message_id, []);
    expect(person.reactionsTo(question.message_id)).toEqual([]);
    await expect(api.setMessageReaction(42, 5, [])).rejects.toThrow('message to react not found');
    expect(double.violations).toEqual([]);
    const reaction = await fetch(
      `${double.apiRoot}/bot${double.token}/setMessageReaction?chat_id=42&message_id=${question.message_id}&reaction=${encodeURIComponent('[{"type":"emoji","emoji":"✅"}]')}`,
    );
    expect(await reaction.json()).toMatchObject({ description: 'Bad Request: REACTION_INVALID' });
  });
});
