// A stand-in for Telegram inside the process, for the browser preview: the bot's calls are caught by a grammY
// transformer and kept as the messages that a person would see. The bot itself notices no difference.

import { InputFile, type Transformer } from 'grammy';
import { z } from 'zod';

/** A message as the person sees it, edits applied. */
export interface SeenMessage {
  readonly id: number;
  readonly from: 'person' | 'bot';
  /** Unix seconds. */
  readonly date: number;
  readonly edited: boolean;
  /** Telegram HTML, of the bot's messages. */
  readonly html?: string;
  /** Plain text, of the person's messages. */
  readonly text?: string;
  readonly keyboard?: readonly (readonly SeenButton[])[];
  readonly venue?: z.output<typeof venuePayload>;
  readonly picture?: { readonly file: string };
}

/** A button under a message. */
export interface SeenButton {
  readonly text: string;
  readonly data?: string;
  readonly url?: string;
}

/** What the bot answers a pressed button with. */
export interface SeenToast {
  readonly text: string;
  readonly alert: boolean;
}

/** A picture that the bot sent. */
export interface SeenFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** Telegram as one process sees it: chats by number. */
export interface StandIn {
  /** Give it to the bot; no call passes it. */
  readonly transformer: Transformer;
  readonly messages: (chat: number) => readonly SeenMessage[];
  /** Adds a message of the person's, or changes one; returns it. */
  readonly write: (chat: number, text: string) => SeenMessage;
  readonly rewrite: (chat: number, message: number, text: string) => SeenMessage | undefined;
  /** What the bot answered the callback query with that number with. */
  readonly toast: (query: string) => SeenToast | undefined;
  readonly file: (name: string) => SeenFile | undefined;
  readonly forget: (chat: number) => void;
}

const button = z
  .looseObject({ text: z.string(), callback_data: z.string().optional(), url: z.string().optional() })
  .transform(
    ({ text, callback_data, url }): SeenButton => ({
      text,
      ...(callback_data !== undefined && { data: callback_data }),
      ...(url !== undefined && { url }),
    }),
  );
const markup = z
  .looseObject({ inline_keyboard: z.array(z.array(button)).optional() })
  .transform(({ inline_keyboard }) => inline_keyboard)
  .optional();
const chatPayload = z.looseObject({ chat_id: z.number(), reply_markup: markup });
const textPayload = chatPayload.extend({ text: z.string() });
const markupPayload = chatPayload.extend({ message_id: z.number() });
const editPayload = textPayload.extend({ message_id: z.number() });
const venuePayload = z.object({
  title: z.string(),
  address: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});
const photoPayload = chatPayload.extend({ photo: z.instanceof(InputFile), caption: z.string().optional() });
const toastPayload = z.looseObject({
  callback_query_id: z.string(),
  text: z.string().optional(),
  show_alert: z.boolean().optional(),
});

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
    write: (chat, text) => telegram.add(chat, { from: 'person', text }),
    rewrite: (chat, message, text) => telegram.change(chat, message, { text }),
    toast: (query) => telegram.toasts.get(query),
    file: (name) => telegram.files.get(name),
    forget: (chat) => telegram.forget(chat),
  };
}

type NewMessage = Omit<SeenMessage, 'id' | 'date' | 'edited'>;

class InProcessTelegram {
  readonly toasts = new Map<string, SeenToast>();
  readonly files = new Map<string, SeenFile>();
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

  /** Answers a call as the Bot API would: https://core.telegram.org/bots/api#making-requests. */
  async answer(method: string, payload: unknown): Promise<object> {
    switch (method) {
      case 'sendMessage': {
        const { chat_id, text, reply_markup } = textPayload.parse(payload);
        return sent(chat_id, this.add(chat_id, { from: 'bot', html: text, ...withKeyboard(reply_markup) }));
      }
      case 'editMessageText': {
        const { chat_id, message_id, text, reply_markup } = editPayload.parse(payload);
        const changed = this.change(chat_id, message_id, { html: text, ...withKeyboard(reply_markup) });
        return changed ? sent(chat_id, changed) : refused('Bad Request: message to edit not found');
      }
      case 'editMessageReplyMarkup': {
        const { chat_id, message_id, reply_markup } = markupPayload.parse(payload);
        const changed = this.change(chat_id, message_id, withKeyboard(reply_markup));
        return changed ? sent(chat_id, changed) : refused('Bad Request: message to edit not found');
      }
      case 'sendVenue': {
        const { chat_id, reply_markup } = chatPayload.parse(payload);
        const venue = venuePayload.parse(payload);
        return sent(chat_id, this.add(chat_id, { from: 'bot', venue, ...withKeyboard(reply_markup) }));
      }
      case 'sendPhoto':
        return this.addPicture(photoPayload.parse(payload));
      case 'answerCallbackQuery': {
        const { callback_query_id, text, show_alert } = toastPayload.parse(payload);
        if (text !== undefined) this.toasts.set(callback_query_id, { text, alert: show_alert ?? false });
        return { ok: true, result: true };
      }
      default:
        return refused(`Bad Request: the preview does not show ${method}`);
    }
  }

  private async addPicture({ chat_id, photo, caption, reply_markup }: z.output<typeof photoPayload>) {
    const raw = await photo.toRaw();
    const chunks: Uint8Array[] = [];
    if (raw instanceof Uint8Array) chunks.push(raw);
    else for await (const chunk of raw) chunks.push(chunk);
    const file = `picture-${this.files.size + 1}.png`;
    this.files.set(file, { bytes: Buffer.concat(chunks), type: 'image/png' });
    const picture = { from: 'bot', picture: { file }, ...withKeyboard(reply_markup) } as const;
    return sent(chat_id, this.add(chat_id, caption === undefined ? picture : { ...picture, html: caption }));
  }
}

function withKeyboard(keyboard: readonly (readonly SeenButton[])[] | undefined) {
  return keyboard && keyboard.length > 0 ? { keyboard } : {};
}

function sent(chat: number, { id, date }: SeenMessage): object {
  return { ok: true, result: { message_id: id, date, chat: { id: chat, type: 'private' } } };
}

function refused(description: string): object {
  return { ok: false, error_code: 400, description };
}
