// A stand-in for Telegram inside the process, for the browser preview: the bot's calls are caught by a grammY
// transformer and kept as the messages that a person would see. The bot itself notices no difference.

import type { InputFile, Transformer } from 'grammy';
import type { z } from 'zod';
import type { SeenButton, SeenContact, SeenFile, SeenMessage, SeenReplyKeyboard, SeenToast } from './seen.ts';
import { PAYLOADS, type SeenMarkup } from './stand-in-payloads.ts';

/** Telegram as one process sees it: chats by number. */
export interface StandIn {
  /** Give it to the bot; no call passes it. */
  readonly transformer: Transformer;
  readonly messages: (chat: number) => readonly SeenMessage[];
  /** The keyboard in place of the letters, as it is now. */
  readonly replyKeyboard: (chat: number) => SeenReplyKeyboard | undefined;
  /** Adds a message of the person's, or changes one; returns it. */
  readonly write: (chat: number, text: string) => SeenMessage;
  readonly share: (chat: number, contact: SeenContact) => SeenMessage;
  readonly rewrite: (chat: number, message: number, text: string) => SeenMessage | undefined;
  /** What the bot answered the callback query with that number with. */
  readonly toast: (query: string) => SeenToast | undefined;
  readonly file: (name: string) => SeenFile | undefined;
  readonly forget: (chat: number) => void;
}

/**
 * Creates the stand-in.
 * @param now milliseconds since 1970 UTC; dates the messages
 */
export function createStandIn(now: () => number): StandIn {
  const telegram = new InProcessTelegram(now);
  const transformer: Transformer = async (_previous, method, payload) => {
    const outcome = await telegram.answer(method, payload);
    // The type of a result depends on the method; which one it is, only this switch of methods knows.
    return outcome as never;
  };
  return {
    transformer,
    messages: (chat) => telegram.messages(chat),
    replyKeyboard: (chat) => telegram.replyKeyboards.get(chat),
    write: (chat, text) => {
      telegram.useReplyKeyboard(chat, (button) => button.text === text);
      return telegram.add(chat, { from: 'person', text });
    },
    share: (chat, contact) => {
      telegram.useReplyKeyboard(chat, (button) => button.asksContact === true);
      return telegram.add(chat, { from: 'person', contact });
    },
    rewrite: (chat, message, text) => telegram.change(chat, message, { text }),
    toast: (query) => telegram.toasts.get(query),
    file: (name) => telegram.files.get(name),
    forget: (chat) => telegram.forget(chat),
  };
}

type NewMessage = Omit<SeenMessage, 'id' | 'date' | 'edited'>;

type ReplyButton = SeenReplyKeyboard['rows'][number][number];
type Sent<Method extends keyof typeof PAYLOADS> = z.output<(typeof PAYLOADS)[Method]>;

class InProcessTelegram {
  readonly toasts = new Map<string, SeenToast>();
  /** By the name that it is served by, which is its file_id too. */
  readonly files = new Map<string, SeenFile>();
  readonly replyKeyboards = new Map<number, SeenReplyKeyboard>();
  private readonly chats = new Map<number, Map<number, SeenMessage>>();
  private readonly now: () => number;
  private lastMessage = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  messages(chat: number): SeenMessage[] {
    return [...(this.chats.get(chat)?.values() ?? [])];
  }

  forget(chat: number): void {
    this.chats.delete(chat);
    this.replyKeyboards.delete(chat);
  }

  add(chat: number, message: NewMessage): SeenMessage {
    this.lastMessage += 1;
    const added = { ...message, id: this.lastMessage, date: Math.floor(this.now() / 1000), edited: false };
    const messages = this.chats.get(chat) ?? new Map<number, SeenMessage>();
    this.chats.set(chat, messages.set(added.id, added));
    return added;
  }

  change(chat: number, id: number, change: Partial<NewMessage>): SeenMessage | undefined {
    const messages = this.chats.get(chat);
    const message = messages?.get(id);
    if (!messages || !message) return undefined;
    const { keyboard: _gone, ...kept } = message;
    const changed = { ...kept, ...change, edited: true };
    messages.set(id, changed);
    return changed;
  }

  /** Takes a keyboard away that is for one use, when one of its buttons is used. */
  useReplyKeyboard(chat: number, isUsed: (button: ReplyButton) => boolean): void {
    const keyboard = this.replyKeyboards.get(chat);
    if (keyboard?.isOneTime && keyboard.rows.flat().some(isUsed)) this.replyKeyboards.delete(chat);
  }

  /** Answers a call as the Bot API would: https://core.telegram.org/bots/api#making-requests. */
  async answer(method: string, payload: unknown): Promise<object> {
    switch (method) {
      case 'sendMessage': {
        const { text, ...to } = PAYLOADS.sendMessage.parse(payload);
        return this.send(to, { html: text });
      }
      case 'editMessageText': {
        const { text, ...to } = PAYLOADS.editMessageText.parse(payload);
        return this.edit(to, { html: text });
      }
      case 'editMessageReplyMarkup':
        return this.edit(PAYLOADS.editMessageReplyMarkup.parse(payload), {});
      case 'deleteMessage': {
        const { chat_id, message_id } = PAYLOADS.deleteMessage.parse(payload);
        const isGone = this.chats.get(chat_id)?.delete(message_id) ?? false;
        return isGone ? { ok: true, result: true } : refused('Bad Request: message to delete not found');
      }
      case 'copyMessage':
        return this.copy(PAYLOADS.copyMessage.parse(payload));
      case 'sendVenue': {
        const { title, address, latitude, longitude, ...to } = PAYLOADS.sendVenue.parse(payload);
        return this.send(to, { venue: { title, address, latitude, longitude } });
      }
      case 'sendPhoto': {
        const { photo, ...to } = PAYLOADS.sendPhoto.parse(payload);
        return this.sendPicture(photo, to);
      }
      case 'sendDocument': {
        const { document, ...to } = PAYLOADS.sendDocument.parse(payload);
        return this.sendDocument(document, to);
      }
      case 'answerCallbackQuery': {
        const { callback_query_id, text, show_alert } = PAYLOADS.answerCallbackQuery.parse(payload);
        if (text !== undefined) this.toasts.set(callback_query_id, { text, alert: show_alert ?? false });
        return { ok: true, result: true };
      }
      default:
        return refused(`Bad Request: the preview does not show ${method}`);
    }
  }

  private send(to: To, content: Omit<NewMessage, 'from'>): object {
    const { chat_id, reply_markup: { buttons, reply } = {} } = to;
    if (reply === 'removed') this.replyKeyboards.delete(chat_id);
    else if (reply) this.replyKeyboards.set(chat_id, reply);
    return sent(chat_id, this.add(chat_id, { from: 'bot', ...content, ...withKeyboard(buttons) }));
  }

  private edit(
    { chat_id, message_id, reply_markup }: Sent<'deleteMessage'>,
    change: Partial<NewMessage>,
  ): object {
    const changed = this.change(chat_id, message_id, { ...change, ...withKeyboard(reply_markup?.buttons) });
    return changed ? sent(chat_id, changed) : refused('Bad Request: message to edit not found');
  }

  /** A copy has the content, and neither sender nor buttons. */
  private copy({ from_chat_id, message_id, caption, ...to }: Sent<'copyMessage'>): object {
    const message = this.chats.get(from_chat_id)?.get(message_id);
    if (!message) return refused('Bad Request: message to copy not found');
    const {
      id: _id,
      from: _from,
      date: _date,
      edited: _edited,
      keyboard: _keyboard,
      html,
      ...content
    } = message;
    const isCaptioned = content.picture !== undefined || content.document !== undefined;
    return this.send(to, { ...content, ...withText(isCaptioned ? (caption ?? html) : html) });
  }

  private async sendPicture(given: InputFile | string, { caption, ...to }: Captioned): Promise<object> {
    const file = await this.keep(given, (bytes) => ({ bytes, type: 'image/png' }));
    return file === undefined ? UNKNOWN_FILE : this.send(to, { picture: { file }, ...withText(caption) });
  }

  private async sendDocument(given: InputFile | string, { caption, ...to }: Captioned): Promise<object> {
    const file = await this.keep(given, (bytes, name) => ({ bytes, type: 'application/octet-stream', name }));
    const kept = file === undefined ? undefined : this.files.get(file);
    if (file === undefined || !kept) return UNKNOWN_FILE;
    const document = { file, name: kept.name ?? file, bytes: kept.bytes.length };
    return this.send(to, { document, ...withText(caption) });
  }

  /** Keeps an uploaded file under a name of its own; gives the name of one that is kept already. */
  private async keep(given: InputFile | string, describe: (bytes: Uint8Array, name: string) => SeenFile) {
    if (typeof given === 'string') return this.files.has(given) ? given : undefined;
    const raw = await given.toRaw();
    const chunks: Uint8Array[] = [];
    if (raw instanceof Uint8Array) chunks.push(raw);
    else for await (const chunk of raw) chunks.push(chunk);
    const name = `file-${this.files.size + 1}`;
    this.files.set(name, describe(Buffer.concat(chunks), given.filename ?? name));
    return name;
  }
}

interface To {
  readonly chat_id: number;
  readonly reply_markup?: SeenMarkup | undefined;
}

interface Captioned extends To {
  readonly caption?: string | undefined;
}

const UNKNOWN_FILE = refused(
  'Bad Request: wrong remote file identifier specified: Wrong character in the string',
);

function withText(html: string | undefined): { readonly html?: string } {
  return html === undefined || html === '' ? {} : { html };
}

function withKeyboard(keyboard: readonly (readonly SeenButton[])[] | undefined) {
  return keyboard && keyboard.length > 0 ? { keyboard } : {};
}

/** A sent message as far as the preview knows it; a file goes by the name that it is served by. */
function sent(chat: number, { id, date, document, picture }: SeenMessage): object {
  const named = (file: string) => ({ file_id: file, file_unique_id: file });
  const message = {
    message_id: id,
    date,
    chat: { id: chat, type: 'private' },
    ...(document && {
      document: { ...named(document.file), file_name: document.name, file_size: document.bytes },
    }),
    ...(picture && { photo: [{ ...named(picture.file), width: 1, height: 1 }] }),
  };
  return { ok: true, result: message };
}

function refused(description: string): object {
  return { ok: false, error_code: 400, description };
}
