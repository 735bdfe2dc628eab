// Groups with the bot in them: who is what there, and what the group itself does. What changes for the bot it is
// told as my_chat_member; its privacy mode is off, so it gets every message.

import type { Message, User } from 'grammy/types';
import { ChatView } from './chat-view.ts';
import { type AdministratorRights, asMember, type Member } from './members.ts';
import { Participant } from './people.ts';
import type { Topic } from './topics.ts';
import type { KnownChat, Standing } from './world.ts';

/** Who made every group of the double, and does in it what nobody else is said to do. */
export const OWNER: User = { id: 700_000_001, is_bot: false, first_name: 'Құрушы' };

/** What a supergroup is to be. */
export interface SupergroupOptions {
  readonly isForum?: boolean;
}

/** A group. */
export class Group extends ChatView {
  /** A person as a member of this group. */
  withMember(user: User): Participant {
    if (!this.known.members.has(user.id)) this.known.members.set(user.id, { status: 'member' });
    return new Participant(user, this.known, this.around);
  }

  /** A forum's topics as they are now, oldest first. */
  get topics(): readonly Topic[] {
    return [...this.known.topics.values()];
  }

  /** The bot's messages in one topic, oldest first; in "General" for undefined. */
  answersIn(threadId: number | undefined): readonly Message[] {
    return this.answers.filter((message) => message.message_thread_id === threadId);
  }

  /** Makes somebody an administrator; the bot with its own number. */
  promote(userId: number, rights: AdministratorRights = {}): void {
    this.setMember(userId, { status: 'administrator', rights });
  }

  /** Makes an administrator a member like all others. */
  demote(userId: number): void {
    this.setMember(userId, { status: 'member' });
  }

  /**
   * Forbids the bot to write: in a supergroup by restricting it; a plain group can only forbid it to all who are
   * no administrators, and the bot is not told.
   */
  restrictBot(): void {
    if (this.known.chat.type === 'supergroup') this.setMember(this.botId, { status: 'restricted' });
    else this.known.areMembersMuted = true;
  }

  /** Lets the bot write again. */
  unrestrictBot(): void {
    if (this.known.chat.type === 'supergroup') this.setMember(this.botId, { status: 'member' });
    else this.known.areMembersMuted = false;
  }

  /** Throws the bot out. */
  kickBot(): void {
    this.setMember(this.botId, { status: 'kicked' }, 'kicked');
  }

  /** Takes the bot in again, as a member. */
  addBot(): void {
    this.setMember(this.botId, { status: 'member' });
  }

  /**
   * Makes a plain group a supergroup with a new number, as happens when topics or a public name are wanted. The old
   * one says where it went and takes nothing any more; messages keep their numbers there only.
   */
  upgrade(newId: number, { isForum = false }: SupergroupOptions = {}): Group {
    const { chat, members } = this.known;
    if (chat.type !== 'group') throw new Error(`Chat ${chat.id} is no plain group: it can't be upgraded.`);
    const { world } = this.around.telegram;
    const fresh = world.open({
      id: newId,
      title: chat.title,
      type: 'supergroup',
      ...(isForum && { is_forum: true }),
    });
    for (const [id, member] of members) fresh.members.set(id, member);
    fresh.standing = this.known.standing;
    fresh.areMembersMuted = this.known.areMembersMuted;
    new Participant(OWNER, this.known, this.around).send({ migrate_to_chat_id: newId });
    new Participant(OWNER, fresh, this.around).send({ migrate_from_chat_id: chat.id });
    this.known.upgradedTo = newId;
    return new Group(fresh, this.around);
  }

  private get botId(): number {
    return this.around.telegram.world.bot.id;
  }

  private setMember(userId: number, member: Member, standing: Standing = 'open'): void {
    const { members } = this.known;
    const before: Member = members.get(userId) ?? { status: 'left' };
    members.set(userId, member);
    if (userId !== this.botId) return;
    this.known.standing = standing;
    this.tellOfBot(this.known, before);
  }

  private tellOfBot({ chat }: KnownChat, before: Member): void {
    const { world, intake } = this.around.telegram;
    const my_chat_member = {
      chat,
      from: OWNER,
      date: world.date(),
      old_chat_member: asMember(world.bot, before, chat.type),
      new_chat_member: asMember(world.bot, world.botIn(this.known), chat.type),
    };
    intake.queue.push({ my_chat_member }, `members ${chat.id}`);
  }
}
