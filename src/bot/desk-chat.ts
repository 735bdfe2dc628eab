// The desk's group: replies to what Torap wrote there go to the inquiry's person; buttons take, close and reopen.

import { Composer, type MiddlewareFn } from 'grammy';
import type { Message, User } from 'grammy/types';
import { close, reopen, take, writeToPerson } from '../desk/index.ts';
import type { Action, DeskStep } from '../screens/index.ts';
import type { Staff } from '../store/index.ts';
import { screensIn, type TorapContext } from './context.ts';
import type { Changed, InquiryChange } from './desk-line.ts';
import { describeError, isStoreError } from './errors.ts';
import { repliedNumber, writtenIn } from './requests.ts';
import { sendScreen } from './show.ts';

/** Handles what staff write in the desk's group about inquiries; lets everything else through. */
export function deskChat(): MiddlewareFn<TorapContext> {
  const inDesk = new Composer<TorapContext>();
  inDesk.on('message:migrate_to_chat_id', ({ msg, parts }) => parts.desk.move(msg.migrate_to_chat_id));
  inDesk.on('message', async (context, next) => {
    const number = numberOf(context);
    if (number === undefined || context.msg.text?.startsWith('/')) return next();
    await passOn(number, context);
  });
  inDesk.on('edited_message', async (context, next) => {
    const number = numberOf(context);
    if (number === undefined) return next();
    await say('toDesk.edited', number, context);
  });
  const answer = inDesk.middleware();
  return (context, next) => (context.chat?.id === context.parts.desk.chat() ? answer(context, next) : next());
}

/** The inquiry that a reply is about; a copied sticker and the like don't name it, but lie in its topic. */
function numberOf(context: TorapContext): string | undefined {
  const { msg, me, parts } = context;
  const named = repliedNumber(context);
  const replied = msg?.reply_to_message;
  // In a topic, what replies to nothing comes as a reply to the topic's own beginning.
  if (named !== undefined || replied?.from?.id !== me.id || replied.forum_topic_created) return named;
  const thread = msg?.is_topic_message ? msg.message_thread_id : undefined;
  if (thread === undefined) return undefined;
  return parts.store.inquiries.list().find((inquiry) => inquiry.thread === thread)?.number;
}

async function passOn(number: string, context: TorapContext): Promise<void> {
  const { msg, parts } = context;
  const by = msg && authorOf(msg);
  if (!msg || !by) return;
  try {
    const written = writtenIn(msg);
    const changed = await parts.desk.change(number, (inquiry, moment) =>
      writeToPerson(inquiry, { by, written }, moment),
    );
    if (!changed) await say('toDesk.gone', number, context);
    else if (changed.after.state === 'withdrawn') await say('toDesk.over', number, context);
  } catch (error) {
    if (!isStoreError(error)) throw error;
    parts.log.error({ inquiry: number, ...describeError(error) }, "the desk's answer could not be stored");
    await say('toDesk.notSaved', number, context);
  }
}

async function say(key: string, number: string, context: TorapContext): Promise<void> {
  const { state, parts } = context;
  const language = state.language ?? (await parts.store.inquiries.read(number))?.language;
  const { phrase } = screensIn(language ?? 'ru', context).speech;
  await sendScreen({ html: phrase(key, { number }), keyboard: [] }, context);
}

const CHANGES: Readonly<Record<DeskStep, (by: Staff) => InquiryChange>> = {
  take: (by) => (inquiry, moment) => take(inquiry, by, moment),
  close: () => close,
  reopen: () => reopen,
};

/** Does what a button under an inquiry's card says; returns what the one who pressed it reads. */
export async function actAtDesk(
  { step, number, language }: Action & { kind: 'desk' },
  context: TorapContext,
): Promise<string> {
  const { from, chat, parts } = context;
  const { phrase } = screensIn(language, context).speech;
  // The card may have been forwarded: only the group itself may decide.
  if (!from || chat?.id !== parts.desk.chat()) return phrase('oldButton');
  const changed = await parts.desk.change(number, CHANGES[step](staffOf(from)));
  if (!changed) return phrase('toDesk.gone', { number });
  if (changed.before !== changed.after) return phrase(DONE[step]);
  return phrase(...refusalOf(step, changed, from));
}

const DONE: Readonly<Record<DeskStep, string>> = {
  take: 'toDesk.took',
  close: 'toDesk.closed',
  reopen: 'toDesk.reopened',
};

/** Two pressed at once, and the other one was first. */
function refusalOf(step: DeskStep, { after }: Changed, from: User): [key: string, values?: { name: string }] {
  if (step === 'reopen') return [after.state === 'withdrawn' ? 'toDesk.notOpen' : 'toDesk.notClosed'];
  if (step === 'take' && after.takenBy?.id === from.id) return ['toDesk.took'];
  if (step === 'take' && after.takenBy) return ['toDesk.tookOther', { name: after.takenBy.name }];
  return ['toDesk.notOpen'];
}

/** Who wrote it; an administrator who remains anonymous writes in the group's own name. Other bots are nobody. */
function authorOf({ from, sender_chat, chat, author_signature }: Message): Staff | undefined {
  if (sender_chat?.id === chat.id) {
    return {
      id: chat.id,
      name: author_signature ?? ('title' in chat ? chat.title : undefined) ?? String(chat.id),
    };
  }
  return from && !from.is_bot ? staffOf(from) : undefined;
}

function staffOf({ id, first_name, last_name }: User): Staff {
  return { id, name: [first_name, last_name].filter(Boolean).join(' ') };
}
