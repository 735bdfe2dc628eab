// What somebody is in a chat, and what that lets them do (https://core.telegram.org/bots/api#chatmember).

import type { ChatMember, User } from 'grammy/types';
import type { AnyChat } from './world.ts';

/** What an administrator may do, by its published names; what is left out takes the double's default. */
export interface AdministratorRights {
  /** true by default. */
  readonly can_delete_messages?: boolean;
  /** Making, renaming, closing and reopening topics; false by default, as in Telegram's own form. */
  readonly can_manage_topics?: boolean;
  /** true by default. */
  readonly can_pin_messages?: boolean;
}

/** Somebody in a chat. */
export type Member =
  | { readonly status: 'creator' | 'member' | 'restricted' | 'left' | 'kicked' }
  | { readonly status: 'administrator'; readonly rights: AdministratorRights };

/** Somebody without any special part in it. */
export const MEMBER: Member = { status: 'member' };

/** Tells whether somebody may make and change topics. */
export function canManageTopics(member: Member): boolean {
  if (member.status === 'creator') return true;
  return member.status === 'administrator' && member.rights.can_manage_topics === true;
}

/** Tells whether somebody may delete what others wrote. */
export function canDeleteMessages(member: Member): boolean {
  if (member.status === 'creator') return true;
  return member.status === 'administrator' && member.rights.can_delete_messages !== false;
}

/** Tells whether somebody runs the chat, alone or with others. */
export function isAdministrator({ status }: Member): boolean {
  return status === 'creator' || status === 'administrator';
}

/** A member as getChatMember and the updates about members show one. */
export function asMember(user: User, member: Member, type: AnyChat['type']): ChatMember {
  switch (member.status) {
    case 'creator':
      return { status: member.status, user, is_anonymous: false };
    case 'administrator':
      return asAdministrator(user, member.rights, type);
    case 'restricted':
      return { status: member.status, user, ...RESTRICTIONS };
    case 'kicked':
      return { status: member.status, user, until_date: 0 };
    case 'member':
    case 'left':
      return { status: member.status, user };
  }
}

function asAdministrator(
  user: User,
  { can_delete_messages = true, can_manage_topics = false, can_pin_messages = true }: AdministratorRights,
  type: AnyChat['type'],
): ChatMember {
  return {
    status: 'administrator',
    user,
    ...ADMINISTRATOR_RIGHTS,
    can_delete_messages,
    can_pin_messages,
    ...(type === 'supergroup' && { can_manage_topics }),
  };
}

const ADMINISTRATOR_RIGHTS = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
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

/** May read, and nothing else, for ever. */
const RESTRICTIONS = {
  is_member: true,
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_send_videos: false,
  can_send_video_notes: false,
  can_send_voice_notes: false,
  can_send_polls: false,
  can_send_other_messages: false,
  can_add_web_page_previews: false,
  can_react_to_messages: false,
  can_change_info: false,
  can_invite_users: false,
  can_edit_tag: false,
  can_pin_messages: false,
  can_manage_topics: false,
  until_date: 0,
};
