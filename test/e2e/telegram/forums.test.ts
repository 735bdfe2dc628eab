// Forums: topics made, changed and closed, and which messages are in which.

import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startTelegramDouble } from './double.ts';

async function start() {
  const double = await startTelegramDouble();
  onTestFinished(() => double.close());
  const person = double.user({ id: 42, first_name: 'Айдос' });
  const forum = double.forum(-1002, 'Кеңсе');
  const api = new Api(double.token, { apiRoot: double.apiRoot });
  const updates = (): Promise<Update[]> => api.getUpdates();
  return { double, forum, staff: person.in(forum), api, updates };
}

async function startWithTopic() {
  const started = await start();
  started.forum.promote(started.double.bot.id, { can_manage_topics: true });
  const topic = await started.api.createForumTopic(-1002, 'T-2411-0042');
  await started.updates();
  const thread = topic.message_thread_id;
  const only = async () => (await started.api.getUpdates({ offset: -1 }))[0]?.message;
  return { ...started, thread, only, inTopic: { message_thread_id: thread } };
}

describe('a forum', () => {
  it('says that it is one', async () => {
    const { api, staff } = await start();
    expect(await api.getChat(-1002)).toMatchObject({ type: 'supergroup', is_forum: true });
    expect(staff.say('a').message.chat).toMatchObject({ is_forum: true });
  });

  it('lets only administrators with that right make topics', async () => {
    const { double, forum, api } = await start();
    const reason = '400: Bad Request: not enough rights to create a topic';
    await expect(api.createForumTopic(-1002, 'a')).rejects.toThrow(reason);
    forum.promote(double.bot.id);
    await expect(api.createForumTopic(-1002, 'a')).rejects.toThrow(reason);
    forum.promote(double.bot.id, { can_manage_topics: true });
    expect(await api.createForumTopic(-1002, ' T-2411-0042 ')).toEqual({
      message_thread_id: expect.any(Number),
      name: 'T-2411-0042',
      icon_color: 0x6fb9f0,
    });
    expect(forum.topics).toMatchObject([{ name: 'T-2411-0042', isClosed: false }]);
    expect(double.violations).toEqual([]);
  });

  it('is the only kind of chat with topics', async () => {
    const { double, api } = await start();
    double.group(-5, 'Логистика').promote(double.bot.id, { can_manage_topics: true });
    await expect(api.createForumTopic(-5, 'a')).rejects.toThrow('400: Bad Request: the chat is not a forum');
    await api.sendMessage(-5, 'a', { message_thread_id: 3 });
    expect(double.takeViolations()).toHaveLength(1);
    double.user({ id: 43, first_name: 'Дана' }).say('a');
    await expect(api.sendMessage(43, 'a', { message_thread_id: 3 })).rejects.toThrow(
      '400: Bad Request: message thread not found',
    );
    expect(() => double.forum(-6, 'a')).toThrow('Forums are supergroups');
  });
});

describe('a topic', () => {
  it('holds what is sent to it, as a reply to its beginning or to one of its messages', async () => {
    const { double, forum, thread, inTopic, api } = await startWithTopic();
    const sent = await api.sendMessage(-1002, 'a', inTopic);
    expect(sent).toMatchObject({
      message_thread_id: thread,
      is_topic_message: true,
      reply_to_message: { message_id: thread, forum_topic_created: { name: 'T-2411-0042' } },
    });
    const reply = await api.sendMessage(-1002, 'b', { reply_parameters: { message_id: sent.message_id } });
    expect(reply).toMatchObject({ ...inTopic, reply_to_message: { text: 'a' } });
    const general = await api.sendMessage(-1002, 'c');
    expect(general).not.toHaveProperty('message_thread_id');
    expect(forum.answersIn(thread).map(({ text }) => text)).toEqual(['a', 'b']);
    expect(forum.answersIn(undefined)).toEqual([general]);
    // The service message of its beginning is in the chat, but nothing that the bot wrote.
    expect(forum.answers).toHaveLength(3);
    expect(await forum.next()).toEqual(sent);
    expect(double.violations).toEqual([]);
  });

  it('is named by what people write in it', async () => {
    const { staff, thread, inTopic, only, api } = await startWithTopic();
    const member = staff.inTopic(thread);
    member.say('a');
    expect(await only()).toMatchObject({
      text: 'a',
      ...inTopic,
      is_topic_message: true,
      reply_to_message: { message_id: thread, forum_topic_created: {} },
    });
    const sent = await api.sendMessage(-1002, 'b', inTopic);
    member.sendDocument('price.pdf', { replyTo: sent });
    expect(await only()).toMatchObject({
      document: { file_name: 'price.pdf' },
      ...inTopic,
      reply_to_message: { text: 'b' },
    });
    staff.say('c', { replyTo: sent });
    expect(await only()).toMatchObject(inTopic);
    staff.say('d');
    expect(await only()).not.toHaveProperty('is_topic_message');
    expect(() => staff.inTopic(5)).toThrow('There is no topic 5');
  });

  it('is renamed, closed and reopened, each once', async () => {
    const { double, forum, thread, api } = await startWithTopic();
    expect(await api.editForumTopic(-1002, thread, { name: 'b' })).toBe(true);
    expect(await api.closeForumTopic(-1002, thread)).toBe(true);
    expect(forum.topics).toMatchObject([{ name: 'b', isClosed: true }]);
    const again = '400: Bad Request: TOPIC_NOT_MODIFIED';
    await expect(api.editForumTopic(-1002, thread, { name: 'b' })).rejects.toThrow(again);
    await expect(api.closeForumTopic(-1002, thread)).rejects.toThrow(again);
    await api.sendMessage(-1002, 'who may close it may write', { message_thread_id: thread });
    expect(await api.reopenForumTopic(-1002, thread)).toBe(true);
    expect(forum.messages.map((message) => Object.keys(message).at(-1))).toEqual([
      'message_thread_id',
      'forum_topic_edited',
      'forum_topic_closed',
      'text',
      'forum_topic_reopened',
    ]);
    await expect(api.closeForumTopic(-1002, 5)).rejects.toThrow('400: Bad Request: TOPIC_ID_INVALID');
    await expect(api.editForumTopic(-1002, thread, { name: ' ' })).rejects.toThrow('name must be non-empty');
    expect(double.violations).toEqual([]);
  });

  it('of somebody else is out of reach without the right', async () => {
    const { double, forum, staff, only, api } = await startWithTopic();
    const { threadId } = staff.createTopic('Тақырып');
    expect(await only()).toMatchObject({ forum_topic_created: { name: 'Тақырып' }, from: { id: 42 } });
    forum.demote(double.bot.id);
    const { updateId } = staff.changeTopic(threadId, { isClosed: true });
    expect((await api.getUpdates({ offset: -1 }))[0]).toMatchObject({
      update_id: updateId,
      message: { forum_topic_closed: {}, message_thread_id: threadId },
    });
    await expect(api.sendMessage(-1002, 'a', { message_thread_id: threadId })).rejects.toThrow(
      'TOPIC_CLOSED',
    );
    await expect(api.reopenForumTopic(-1002, threadId)).rejects.toThrow(
      '400: Bad Request: not enough rights to close or open the topic',
    );
    await expect(api.editForumTopic(-1002, threadId, { name: 'a' })).rejects.toThrow(
      '400: Bad Request: not enough rights to edit the topic',
    );
  });

  it('that is deleted is not found', async () => {
    const { forum, staff, thread, inTopic, api } = await startWithTopic();
    await api.sendMessage(-1002, 'a', inTopic);
    staff.deleteTopic(thread);
    await expect(api.sendMessage(-1002, 'b', inTopic)).rejects.toThrow('message thread not found');
    await expect(api.sendMessage(-1002, 'b', { message_thread_id: 1 })).rejects.toThrow(
      'message thread not found',
    );
    await expect(api.closeForumTopic(-1002, thread)).rejects.toThrow('TOPIC_ID_INVALID');
    expect(forum.messages).toEqual([]);
  });
});
