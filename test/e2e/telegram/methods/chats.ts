// The methods that tell of chats and their members: https://core.telegram.org/bots/api#getchat

import type { AcceptedGiftTypes, ChatFullInfo, ChatMember, User } from 'grammy/types';
import { refused } from '../refusal.ts';
import type { AnyChat, MemberStatus } from '../world.ts';
import type { Handlers } from './context.ts';

/** Does what getChat, getChatMember and leaveChat do. */
export const chats: Handlers<'getChat' | 'getChatMember' | 'leaveChat'> = {
  getChat: ({ chat_id }, { telegram }) => describeChat(telegram.world.find(chat_id).chat),

  getChatMember: ({ chat_id, user_id }, { telegram }) => {
    const { world } = telegram;
    const known = world.findWritable(chat_id);
    const user = user_id === world.bot.id ? world.bot : world.users.get(user_id);
    if (!user) throw refused('user not found');
    const isOther = known.chat.type === 'private' && user.id !== known.chat.id && user.id !== world.bot.id;
    if (isOther) throw refused('member not found');
    const status = known.members.get(user_id) ?? (known.chat.type === 'private' ? 'member' : 'left');
    return asMember(user, status);
  },

  leaveChat: ({ chat_id }, { telegram }) => {
    const known = telegram.world.findWritable(chat_id);
    if (known.chat.type === 'private') throw refused("chat member status can't be changed in private chats");
    known.standing = 'left';
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

function describeChat(chat: AnyChat): ChatFullInfo {
  const shared = { accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: NO_GIFTS };
  switch (chat.type) {
    case 'private':
      return { ...chat, ...shared };
    case 'group':
      return { ...chat, ...shared };
    case 'supergroup':
      return { ...chat, ...shared };
  }
}

/** A member as getChatMember and the updates about members show one. */
export function asMember(user: User, status: MemberStatus): ChatMember {
  switch (status) {
    case 'creator':
      return { status, user, is_anonymous: false };
    case 'administrator':
      return { status, user, ...ADMINISTRATOR_RIGHTS };
    case 'kicked':
      return { status, user, until_date: 0 };
    case 'member':
    case 'left':
      return { status, user };
  }
}

const ADMINISTRATOR_RIGHTS = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
};
