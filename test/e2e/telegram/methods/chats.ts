// The methods that tell of chats and their members: https://core.telegram.org/bots/api#getchat

import type { AcceptedGiftTypes, ChatFullInfo, ChatPermissions } from 'grammy/types';
import { asMember, isAdministrator, MEMBER, type Member } from '../members.ts';
import { refused } from '../refusal.ts';
import type { KnownChat } from '../world.ts';
import type { Handlers } from './context.ts';

/** Does what getChat, getChatMember, getChatAdministrators and leaveChat do. */
export const chats: Handlers<'getChat' | 'getChatMember' | 'getChatAdministrators' | 'leaveChat'> = {
  getChat: ({ chat_id }, { telegram }) => describeChat(telegram.world.findReadable(chat_id)),

  getChatMember: ({ chat_id, user_id }, { telegram }) => {
    const { world } = telegram;
    const known = world.findWritable(chat_id);
    const user = user_id === world.bot.id ? world.bot : world.users.get(user_id);
    if (!user) throw refused('user not found');
    const isOther = known.chat.type === 'private' && user.id !== known.chat.id && user.id !== world.bot.id;
    if (isOther) throw refused('member not found');
    const stranger: Member = known.chat.type === 'private' ? MEMBER : { status: 'left' };
    return asMember(user, known.members.get(user_id) ?? stranger, known.chat.type);
  },

  getChatAdministrators: ({ chat_id }, { telegram: { world } }) => {
    const { chat, members } = world.findWritable(chat_id);
    if (chat.type === 'private') throw refused('there are no administrators in the private chat');
    return [...members].flatMap(([id, member]) => {
      const user = id === world.bot.id ? world.botAsUser() : world.users.get(id);
      const shown = user && isAdministrator(member) ? asMember(user, member, chat.type) : undefined;
      return shown?.status === 'creator' || shown?.status === 'administrator' ? [shown] : [];
    });
  },

  leaveChat: ({ chat_id }, { telegram }) => {
    const known = telegram.world.findWritable(chat_id);
    if (known.chat.type === 'private') throw refused("chat member status can't be changed in private chats");
    known.standing = 'left';
    known.members.set(telegram.world.bot.id, { status: 'left' });
    return true;
  },
};

const NO_GIFTS: AcceptedGiftTypes = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

function describeChat({ chat, areMembersMuted }: KnownChat): ChatFullInfo {
  const shared = { accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: NO_GIFTS };
  switch (chat.type) {
    case 'private':
      return { ...chat, ...shared };
    case 'group':
      return { ...chat, ...shared, permissions: describePermissions(areMembersMuted) };
    case 'supergroup':
      return { ...chat, ...shared, permissions: describePermissions(areMembersMuted) };
  }
}

/** What those may do who are no administrators. */
function describePermissions(areMembersMuted: boolean): ChatPermissions {
  return {
    can_send_messages: !areMembersMuted,
    can_send_documents: !areMembersMuted,
    can_send_photos: !areMembersMuted,
    can_send_other_messages: !areMembersMuted,
    can_manage_topics: false,
  };
}
