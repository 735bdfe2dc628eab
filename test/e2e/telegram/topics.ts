// A forum's topics (https://core.telegram.org/bots/api#forumtopic): each begins with a service message, whose
// number is the topic's message_thread_id. What is in none of them is in the topic "General", which has no number.

import type { ForumTopicCreated, Message, User } from 'grammy/types';
import { canManageTopics } from './members.ts';
import { refused } from './refusal.ts';
import { asRepliedTo, type KnownChat, type MessageContent, type World } from './world.ts';

/** A topic as the forum shows it now. */
export interface Topic {
  readonly threadId: number;
  readonly name: string;
  readonly iconColor: ForumTopicCreated['icon_color'];
  readonly isClosed: boolean;
  /** Who made it may change it without any right. */
  readonly creator: number;
}

/** A new topic's name and colour. */
export interface NewTopic {
  readonly name: string;
  readonly iconColor?: ForumTopicCreated['icon_color'];
}

const LONGEST_NAME = 128;
const DEFAULT_COLOR = 0x6fb9f0;

/** Tells whether a chat has topics. */
export function isForum({ chat }: KnownChat): boolean {
  return chat.type === 'supergroup' && chat.is_forum === true;
}

/** Begins a topic. Returns it with its service message. */
export function addTopic({ known, from, world }: Act, { name, iconColor = DEFAULT_COLOR }: NewTopic) {
  const created = { name, icon_color: iconColor };
  const added = world.add(known, from, { forum_topic_created: created, is_topic_message: true });
  const threadId = added.message_id;
  const message = world.replace(known, { ...added, message_thread_id: threadId });
  const topic: Topic = { threadId, name, iconColor, isClosed: false, creator: from.id };
  known.topics.set(threadId, topic);
  return { topic, message };
}

/** Renames, closes or reopens a topic. Returns the service message. @throws Refusal when nothing changes */
export function changeTopic({ known, from, world }: Act, change: TopicChange): Message {
  const { topic, name = topic.name, isClosed = topic.isClosed } = change;
  if (name === topic.name && isClosed === topic.isClosed) throw refused('TOPIC_NOT_MODIFIED');
  known.topics.set(topic.threadId, { ...topic, name, isClosed });
  const said: MessageContent =
    name !== topic.name
      ? { forum_topic_edited: { name } }
      : isClosed
        ? { forum_topic_closed: {} }
        : { forum_topic_reopened: {} };
  return world.add(known, from, { ...inTopic(known, topic.threadId), ...said });
}

/** Who does something in which chat. */
export interface Act {
  readonly known: KnownChat;
  readonly from: User;
  readonly world: World;
}

interface TopicChange {
  readonly topic: Topic;
  readonly name?: string;
  readonly isClosed?: boolean;
}

/** The fields of a message in a topic; one that replies to nothing replies to the topic's beginning. */
export function inTopic(known: KnownChat, threadId: number | undefined): MessageContent {
  if (threadId === undefined) return {};
  const beginning = known.messages.get(threadId);
  return {
    message_thread_id: threadId,
    is_topic_message: true,
    ...(beginning && { reply_to_message: asRepliedTo(beginning) }),
  };
}

type Where = Omit<Act, 'from'>;

/** The topic that a bot's message goes to. @throws Refusal when there is none, or it is closed to the bot */
export function findThread({ known, world }: Where, threadId: number): number {
  const topic = known.topics.get(threadId);
  if (!topic) throw refused('message thread not found');
  if (topic.isClosed && !mayChange(known, topic, world)) throw refused('TOPIC_CLOSED');
  return threadId;
}

/** A topic that the bot may change. @throws Refusal; `change` ends its words: "edit the topic" */
export function findChangeable({ known, world }: Where, threadId: number, change: string): Topic {
  if (!isForum(known)) throw refused('the chat is not a forum');
  const topic = known.topics.get(threadId);
  if (!topic) throw refused('TOPIC_ID_INVALID');
  if (!mayChange(known, topic, world)) throw refused(`not enough rights to ${change}`);
  return topic;
}

/** The name as Telegram keeps it. @throws Refusal when it is empty */
export function readTopicName(name: string): string {
  const kept = [...name.trim().replaceAll(/\s+/g, ' ')].slice(0, LONGEST_NAME).join('').trimEnd();
  if (kept === '') throw refused('name must be non-empty');
  return kept;
}

function mayChange(known: KnownChat, { creator }: Topic, world: World): boolean {
  return creator === world.bot.id || canManageTopics(world.botIn(known));
}
