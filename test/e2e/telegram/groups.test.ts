// Groups: what the bot is in them, what it may do, and what it is told; and a group that becomes a supergroup.

import { Api, GrammyError } from 'grammy';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startTelegramDouble } from './double.ts';

async function start(id: number) {
  const double = await startTelegramDouble();
  onTestFinished(() => double.close());
  const group = double.group(id, 'Логистика');
  const member = double.user({ id: 42, first_name: 'Айдос' }).in(group);
  const api = new Api(double.token, { apiRoot: double.apiRoot });
  return { double, group, member, api };
}

describe('the bot in a group', () => {
  it('is told what it becomes', async () => {
    const { double, group, api } = await start(-1007);
    group.promote(double.bot.id, { can_manage_topics: true });
    group.demote(double.bot.id);
    group.restrictBot();
    group.unrestrictBot();
    group.kickBot();
    await expect(api.getChat(-1007)).rejects.toThrow(
      '403: Forbidden: bot was kicked from the supergroup chat',
    );
    group.addBot();
    const changes = (await api.getUpdates()).map(({ my_chat_member }) => my_chat_member);
    expect(changes[0]).toMatchObject({
      chat: { id: -1007 },
      old_chat_member: { status: 'member' },
      new_chat_member: { status: 'administrator', can_manage_topics: true, user: { id: double.bot.id } },
    });
    const statuses = ['administrator', 'member', 'restricted', 'member', 'kicked', 'member'];
    expect(changes.map((change) => change?.new_chat_member.status)).toEqual(statuses);
    await api.sendMessage(-1007, 'a');
  });

  it.each([-1007, -7])('%i may be forbidden to write', async (id) => {
    const { double, group, member, api } = await start(id);
    group.restrictBot();
    const { message } = member.sendDocument('a.pdf');
    await expect(api.sendMessage(id, 'a')).rejects.toThrow(
      '400: Bad Request: not enough rights to send text messages to the chat',
    );
    await expect(api.copyMessage(id, id, message.message_id)).rejects.toThrow(
      'not enough rights to send documents to the chat',
    );
    await expect(api.sendVenue(id, 44, 80, 'a', 'b')).rejects.toThrow('not enough rights to send venues');
    group.unrestrictBot();
    await api.sendMessage(id, 'a');
    expect(double.violations).toEqual([]);
  });

  it('may always write to a plain group that it helps to run', async () => {
    const { double, group, api } = await start(-7);
    group.restrictBot();
    expect(await api.getChat(-7)).toMatchObject({ permissions: { can_send_messages: false } });
    group.promote(double.bot.id);
    await api.sendMessage(-7, 'a');
  });

  it("deletes members' messages only with that right", async () => {
    const { double, group, member, api } = await start(-1007);
    const { message } = member.say('a');
    group.promote(double.bot.id, { can_delete_messages: false });
    await expect(api.deleteMessage(-1007, message.message_id)).rejects.toThrow("message can't be deleted");
    group.promote(double.bot.id);
    await api.deleteMessage(-1007, message.message_id);
  });

  it('learns who runs it', async () => {
    const { double, group, api } = await start(-1007);
    group.promote(42);
    group.promote(double.bot.id);
    const administrators = await api.getChatAdministrators(-1007);
    expect(administrators.map(({ status, user }) => [status, user.id])).toEqual([
      ['creator', 700_000_001],
      ['administrator', double.bot.id],
      ['administrator', 42],
    ]);
    double.user({ id: 43, first_name: 'Дана' }).say('a');
    await expect(api.getChatAdministrators(43)).rejects.toThrow(
      '400: Bad Request: there are no administrators in the private chat',
    );
    // The same group again is the group as it is.
    double.group(-1007, 'Логистика');
    expect(await api.getChatMember(-1007, double.bot.id)).toMatchObject({ status: 'administrator' });
  });
});

describe('a group that becomes a supergroup', () => {
  it('says so in both chats, and is refused from then on', async () => {
    const { double, group, api } = await start(-7);
    group.promote(double.bot.id, { can_manage_topics: true });
    const sent = await api.sendMessage(-7, 'a');
    await api.getUpdates({ offset: -1 });
    const forum = group.upgrade(-1009, { isForum: true });
    const [, old, fresh] = await api.getUpdates();
    expect(old?.message).toMatchObject({ chat: { id: -7, type: 'group' }, migrate_to_chat_id: -1009 });
    expect(fresh?.message).toMatchObject({
      chat: { id: -1009, type: 'supergroup', title: 'Логистика', is_forum: true },
      migrate_from_chat_id: -7,
    });
    const refusal = await api.sendMessage(-7, 'b').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(GrammyError);
    expect(refusal).toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -1009 },
    });
    await expect(api.editMessageText(-7, sent.message_id, 'b')).rejects.toThrow('was upgraded');
    expect(await api.getChat(-7)).toMatchObject({ type: 'group' });
    await api.createForumTopic(-1009, 'T-2411-0042');
    expect(forum.topics).toHaveLength(1);
    expect(() => forum.upgrade(-10010)).toThrow('is no plain group');
    expect(double.violations).toEqual([]);
  });
});
