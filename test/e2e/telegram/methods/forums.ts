// The methods of forums: https://core.telegram.org/bots/api#createforumtopic and its like.

import { canManageTopics } from '../members.ts';
import { malformed, refused } from '../refusal.ts';
import { addTopic, changeTopic, findChangeable, isForum, readTopicName } from '../topics.ts';
import type { Handlers } from './context.ts';

/** Published: https://core.telegram.org/bots/api#createforumtopic */
const LONGEST_NAME = 128;
const COLORS: readonly number[] = [0x6fb9f0, 0xffd67e, 0xcb86db, 0x8eee98, 0xff93b2, 0xfb6f5f];

/** Does what the methods of forums do. */
export const forums: Handlers<
  'createForumTopic' | 'editForumTopic' | 'closeForumTopic' | 'reopenForumTopic'
> = {
  createForumTopic: ({ chat_id, name: given, icon_color }, { telegram: { world }, remark }) => {
    const known = world.findWritable(chat_id);
    if (!isForum(known)) throw refused('the chat is not a forum');
    if (!canManageTopics(world.botIn(known))) throw refused('not enough rights to create a topic');
    if (given.length > LONGEST_NAME)
      remark(`the topic's name has ${given.length} characters: 1–${LONGEST_NAME}`);
    if (icon_color !== undefined && !COLORS.includes(icon_color)) throw malformed('TOPIC_ICON_COLOR_INVALID');
    const name = readTopicName(given);
    const colored = { name, ...(icon_color !== undefined && { iconColor: icon_color }) };
    const { topic } = addTopic({ known, from: world.botAsUser(), world }, colored);
    return { message_thread_id: topic.threadId, name, icon_color: topic.iconColor };
  },

  editForumTopic: ({ chat_id, message_thread_id, name: given }, { telegram: { world }, remark }) => {
    const known = world.findWritable(chat_id);
    const topic = findChangeable({ known, world }, message_thread_id, 'edit the topic');
    if (given === undefined || given === '') return true;
    if (given.length > LONGEST_NAME)
      remark(`the topic's name has ${given.length} characters: 0–${LONGEST_NAME}`);
    changeTopic({ known, from: world.botAsUser(), world }, { topic, name: readTopicName(given) });
    return true;
  },

  closeForumTopic: ({ chat_id, message_thread_id }, { telegram: { world } }) => {
    const known = world.findWritable(chat_id);
    const topic = findChangeable({ known, world }, message_thread_id, 'close or open the topic');
    changeTopic({ known, from: world.botAsUser(), world }, { topic, isClosed: true });
    return true;
  },

  reopenForumTopic: ({ chat_id, message_thread_id }, { telegram: { world } }) => {
    const known = world.findWritable(chat_id);
    const topic = findChangeable({ known, world }, message_thread_id, 'close or open the topic');
    changeTopic({ known, from: world.botAsUser(), world }, { topic, isClosed: false });
    return true;
  },
};
