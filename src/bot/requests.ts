// The inquiries that a chat has sent: listed, shown, added to, withdrawn, judged when they are closed.

import type { MiddlewareFn } from 'grammy';
import type { Message } from 'grammy/types';
import { judge, type Written, withdraw, writeToDesk } from '../desk/index.ts';
import {
  type Action,
  inquiryNotice,
  type RequestStep,
  requestScreen,
  requestsScreen,
  type Screen,
} from '../screens/index.ts';
import { INQUIRY_NUMBER, type Inquiry } from '../store/index.ts';
import { wordsOf } from './addressed.ts';
import { chatScreens, type TorapContext } from './context.ts';
import { describeError, isStoreError } from './errors.ts';
import { inquiriesOf } from './inquiry-records.ts';
import { sendScreen } from './show.ts';

/** The list of the chat's inquiries. */
export function requestList(context: TorapContext): Screen {
  const { chat, parts } = context;
  return requestsScreen(chat ? inquiriesOf(chat.id, parts.store) : [], chatScreens(context));
}

/** What a button about one inquiry asks for: a screen in place of its message, or a notice. */
export interface RequestReply {
  readonly screen?: Screen;
  readonly notice?: string;
}

/** Does what a button says about one of the chat's inquiries. */
export async function actOnRequest(
  { step, number }: Action & { kind: 'request' },
  context: TorapContext,
): Promise<RequestReply> {
  const screens = chatScreens(context);
  const { phrase } = screens.speech;
  const inquiry = await ownInquiry(number, context);
  if (!inquiry) return { notice: phrase('requests.gone') };
  if (step === 'write') {
    if (inquiry.state === 'withdrawn') return { notice: phrase('requests.over', { number }) };
    context.state = { ...context.state, writingTo: { number, at: context.parts.now() } };
    await sendScreen({ html: phrase('requests.writeNow', { number }), keyboard: [] }, context);
    return {};
  }
  const changed = await changeRequest(step, inquiry, context);
  const notice = changed === inquiry ? undefined : NOTICES[step];
  return { screen: requestScreen(changed, screens), ...(notice && { notice: phrase(notice) }) };
}

const NOTICES: Readonly<Partial<Record<RequestStep, string>>> = {
  withdraw: 'requests.withdrawn',
  solved: 'requests.thanks',
  unsolved: 'requests.again',
};

async function changeRequest(
  step: Exclude<RequestStep, 'write'>,
  inquiry: Inquiry,
  { parts }: TorapContext,
): Promise<Inquiry> {
  if (step === 'show') return inquiry;
  const changed = await parts.desk.change(inquiry.number, (one, moment) =>
    step === 'withdraw' ? withdraw(one, moment) : judge(one, step === 'solved', moment),
  );
  return changed && changed.before !== changed.after ? changed.after : inquiry;
}

/** Takes messages for the desk: replies to what the desk wrote, and what follows the button "add something". */
export function messagesToDesk(): MiddlewareFn<TorapContext> {
  return async (context, next) => {
    const { chat, message, editedMessage } = context;
    if (chat?.type !== 'private') return next();
    if (message) {
      const written = takeWritingTo(context);
      const number = repliedNumber(context) ?? written;
      if (number !== undefined && !message.text?.startsWith('/')) return passOn(number, message, context);
    }
    if (!editedMessage || repliedNumber(context) === undefined) return next();
    await sendScreen({ html: chatScreens(context).speech.phrase('requests.edited'), keyboard: [] }, context);
  };
}

/** The inquiry that a message of ours names, in its words or by its button, where this is a reply to it. */
export function repliedNumber({ msg, me }: TorapContext): string | undefined {
  const replied = msg?.reply_to_message;
  if (replied?.from?.id !== me.id) return undefined;
  const buttons = replied.reply_markup?.inline_keyboard.flat() ?? [];
  const data = buttons.map((button) => ('callback_data' in button ? button.callback_data : ''));
  return INQUIRY_NUMBER.exec([wordsOf(replied) ?? '', ...data].join(' '))?.[0];
}

/** The inquiry that the next message is for, if this is it. Whatever comes, it is for that message only, or its album. */
function takeWritingTo(context: TorapContext): string | undefined {
  const { writingTo, ...rest } = context.state;
  if (!writingTo) return undefined;
  const album = context.msg?.media_group_id;
  const isMeant =
    writingTo.album === undefined
      ? context.parts.now() - writingTo.at < WRITING_FOR_MS
      : writingTo.album === album;
  context.state = isMeant && album !== undefined ? { ...rest, writingTo: { ...writingTo, album } } : rest;
  return isMeant ? writingTo.number : undefined;
}

/** Who pressed the button a day ago no longer means this. */
const WRITING_FOR_MS = 24 * 60 * 60 * 1000;

async function passOn(number: string, message: Message, context: TorapContext): Promise<void> {
  const screens = chatScreens(context);
  const { phrase } = screens.speech;
  if (!(await ownInquiry(number, context))) {
    await sendScreen(inquiryNotice(phrase('requests.gone'), screens), context);
    return;
  }
  try {
    const changed = await context.parts.desk.change(number, (inquiry, moment) =>
      writeToDesk(inquiry, writtenIn(message), moment),
    );
    const isOver = changed?.after.state === 'withdrawn';
    const text = phrase(isOver ? 'requests.over' : 'requests.passedOn', { number });
    await sendScreen(isOver ? inquiryNotice(text, screens) : { html: text, keyboard: [] }, context);
  } catch (error) {
    if (!isStoreError(error)) throw error;
    context.parts.log.error({ inquiry: number, ...describeError(error) }, 'a message could not be stored');
    await sendScreen({ html: phrase('requests.notPassedOn'), keyboard: [] }, context);
  }
}

/** A message as the desk's room takes it in. */
export function writtenIn(message: Message): Written {
  const written = { source: message.message_id, text: withLinks(message) };
  if (message.text !== undefined) return written;
  const isBare = !WITH_WORDS.some((kind) => kind in message);
  return { ...written, copyFrom: message.chat.id, ...(isBare && { isBare }) };
}

/** What Telegram puts words below: core.telegram.org/bots/api#copymessage. */
const WITH_WORDS = ['photo', 'video', 'animation', 'audio', 'document', 'voice'];

/** The words, and below them the addresses that stand behind some of them. */
function withLinks(message: Message): string {
  const entities = message.entities ?? message.caption_entities ?? [];
  const links = entities.flatMap((entity) => (entity.type === 'text_link' ? [entity.url] : []));
  return [wordsOf(message) ?? '', ...links].join('\n').trim();
}

async function ownInquiry(number: string, { chat, parts }: TorapContext): Promise<Inquiry | undefined> {
  const inquiry = await parts.store.inquiries.read(number);
  return inquiry?.chat === chat?.id && !inquiry?.erased ? inquiry : undefined;
}
