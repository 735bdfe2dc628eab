// Brings one delivery: in which chat, topic and language, and as which message. When, and how often, the courier says.

import { type Api, GrammyError } from 'grammy';
import type { Receipt } from '../desk/index.ts';
import type { Language } from '../language/index.ts';
import {
  deskAnswerScreen,
  deskCardScreen,
  deskNoticeScreen,
  type HeadedScreen,
  personMessageScreen,
  personNoticeScreen,
  type Screen,
  type ScreenContext,
  screenContext,
  topicName,
} from '../screens/index.ts';
import type { Delivery, Inquiry } from '../store/index.ts';
import type { BotParts } from './context.ts';
import { captionOf, editScreen, type Placement, sendScreenTo } from './show.ts';

/** What the carrier works with. */
export interface CarrierOptions {
  readonly api: Api;
  readonly parts: BotParts;
}

/** Brings deliveries to the desk and to persons; what Telegram or the store refuses, it throws. */
export class Carrier {
  private readonly options: CarrierOptions;
  /** Topics and cards that Telegram has made, until the store knows: on a full disk they must not be made again. */
  private readonly made = new Map<string, Receipt>();
  private forum: { readonly chat: number; readonly isForum: boolean } | undefined;

  constructor(options: CarrierOptions) {
    this.options = options;
  }

  /** The store knows what was made for the inquiry. */
  noteStored(number: string): void {
    this.made.delete(number);
  }

  /** The group may be another kind by now: it is asked again. */
  forgetGroup(): void {
    this.forum = undefined;
  }

  /** Brings a delivery to the desk's group `chat`. Returns where a card went. */
  async bringToDesk(inquiry: Inquiry, delivery: Delivery, chat: number): Promise<Receipt | undefined> {
    const { api } = this.options;
    const { content } = delivery;
    const screens = await this.screensOf(chat, inquiry.language);
    const desk = this.made.get(inquiry.number) ?? inquiry.desk;
    const known: Inquiry = desk?.chat === chat ? { ...inquiry, desk } : withoutDesk(inquiry);
    const hasCard = known.desk?.card !== undefined;
    if (content.kind === 'card' && hasCard) return this.made.get(inquiry.number);
    if (content.kind === 'card') return this.bringCard(known, chat, screens);
    // The person erased it before the desk had seen it.
    if (!hasCard && known.erased) return undefined;
    if (!hasCard) {
      const receipt = await this.bringCard(known, chat, screens);
      await this.options.parts.desk.change(inquiry.number, (one) => ({ ...one, desk: receipt }));
      this.made.delete(inquiry.number);
      return this.bringToDesk({ ...inquiry, desk: receipt }, delivery, chat);
    }
    const place = placeIn(known);
    switch (content.kind) {
      case 'refresh':
        return this.refreshCard(known, chat, screens);
      case 'text':
        await sendScreenTo(api, chat, personMessageScreen(known, content.text, screens), place);
        return undefined;
      case 'copy':
        await this.copy(content, personMessageScreen(known, content.caption ?? '', screens), { chat, place });
        return undefined;
      case 'notice': {
        const screen = deskNoticeScreen(content.notice, known.number, screens);
        if (screen) await sendScreenTo(api, chat, screen, place);
        return undefined;
      }
    }
  }

  private async bringCard(inquiry: Inquiry, chat: number, screens: ScreenContext): Promise<Receipt> {
    const { api } = this.options;
    let thread = inquiry.desk?.thread;
    if (thread === undefined && (await this.isForum(chat))) {
      thread = (await api.createForumTopic(chat, topicName(inquiry))).message_thread_id;
      await this.noteMade(inquiry.number, { chat, thread });
    }
    const inThread = thread === undefined ? {} : { message_thread_id: thread };
    const card = await sendScreenTo(api, chat, deskCardScreen(inquiry, screens), inThread);
    const receipt = { chat, card: card.message_id, ...(thread !== undefined && { thread }) };
    this.made.set(inquiry.number, receipt);
    return receipt;
  }

  /** At once: a kill before the card must not leave a second topic. */
  private async noteMade(number: string, desk: Receipt): Promise<void> {
    this.made.set(number, desk);
    await this.options.parts.desk.change(number, (one) => ({ ...one, desk }));
  }

  private async refreshCard(
    inquiry: Inquiry,
    chat: number,
    screens: ScreenContext,
  ): Promise<Receipt | undefined> {
    const { api } = this.options;
    const { card, thread } = inquiry.desk ?? {};
    const shown = deskCardScreen(inquiry, screens);
    // The topic's name has the company in it.
    if (inquiry.erased && thread !== undefined)
      await renameTopic(api, { chat, thread, name: inquiry.number });
    const isEdited = card !== undefined && (await editScreen(api, { chat, message: card }, shown));
    return isEdited || inquiry.erased ? undefined : this.bringCard(inquiry, chat, screens);
  }

  /** Brings a delivery to the inquiry's person. */
  async bringToPerson(inquiry: Inquiry, { content }: Delivery): Promise<Receipt | undefined> {
    const { chat, number } = inquiry;
    const screens = await this.screensOf(chat, inquiry.language);
    if (content.kind === 'copy') {
      await this.copy(content, deskAnswerScreen(number, content.caption ?? '', screens), { chat, place: {} });
      return undefined;
    }
    const screen = personScreen(content, number, screens);
    if (screen) await sendScreenTo(this.options.api, chat, screen);
    return undefined;
  }

  /** Copies a message with its words; where they don't fit below it, they go before it, and below it what it is about. */
  private async copy(
    { chat: from, message, isBare }: CopyContent,
    words: HeadedScreen,
    { chat, place }: { readonly chat: number; readonly place: Placement },
  ): Promise<void> {
    const { api } = this.options;
    const whole = isBare ? undefined : captionOf(words);
    if (!whole) await sendScreenTo(api, chat, words, place);
    const caption = isBare ? undefined : (whole ?? captionOf({ html: words.head, keyboard: [] }));
    await api.copyMessage(chat, from, message, { ...caption, ...place });
  }

  /** In the language that the chat has chosen; else in the inquiry's. */
  private async screensOf(chat: number, otherwise: Language): Promise<ScreenContext> {
    const { store, phrases, catalog } = this.options.parts;
    const state = await store.readChat(chat);
    return screenContext(state?.language ?? otherwise, phrases(), catalog());
  }

  private async isForum(chat: number): Promise<boolean> {
    if (this.forum?.chat !== chat) {
      const known = await this.options.api.getChat(chat);
      this.forum = { chat, isForum: 'is_forum' in known && known.is_forum === true };
    }
    return this.forum.isForum;
  }
}

type CopyContent = Delivery['content'] & { readonly kind: 'copy' };

function withoutDesk({ desk: _, ...inquiry }: Inquiry): Inquiry {
  return inquiry;
}

/** Where the bot may no longer rename it, the card says that it is erased. */
async function renameTopic(
  api: Api,
  { chat, thread, name }: { readonly chat: number; readonly thread: number; readonly name: string },
): Promise<void> {
  try {
    await api.editForumTopic(chat, thread, { name });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}

function personScreen(
  content: Delivery['content'],
  number: string,
  screens: ScreenContext,
): Screen | undefined {
  if (content.kind === 'text') return deskAnswerScreen(number, content.text, screens);
  return content.kind === 'notice' ? personNoticeScreen(content.notice, number, screens) : undefined;
}

/** In the inquiry's topic; in a plain group as a reply to its card. */
function placeIn({ desk }: Inquiry) {
  if (desk?.thread !== undefined) return { message_thread_id: desk.thread };
  if (desk?.card === undefined) return {};
  return { reply_parameters: { message_id: desk.card, allow_sending_without_reply: true } };
}
