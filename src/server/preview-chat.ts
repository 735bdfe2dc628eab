// What the browser preview needs of the bot: people to be, and a chat to read and write.
// Types only, so that the page's scripts can be checked against them without Node.

/** One of the demo people a preview visitor can be. */
export interface PreviewPerson {
  readonly id: number;
  readonly name: string;
  /** Telegram's `language_code` of this person to begin with; the visitor can change it. */
  readonly language: string;
}

/** One button under a message: with `data` it is pressed, with `url` it opens a page. */
export interface PreviewButton {
  readonly text: string;
  readonly data?: string;
  readonly url?: string;
}

/** A place that the bot has sent. */
export interface PreviewVenue {
  readonly title: string;
  readonly address: string;
  /** Degrees, north positive. */
  readonly latitude: number;
  /** Degrees, east positive. */
  readonly longitude: number;
}

/** One message of a chat as it stands now, edits applied. */
export interface PreviewMessage {
  readonly id: number;
  readonly from: 'person' | 'bot';
  /** When it was sent, in Unix seconds. */
  readonly date: number;
  readonly edited: boolean;
  /** Telegram HTML of the bot's messages, and of the captions of its pictures. */
  readonly html?: string;
  /** Plain text of the person's messages. */
  readonly text?: string;
  /** Rows of buttons. */
  readonly keyboard?: readonly (readonly PreviewButton[])[];
  readonly venue?: PreviewVenue;
  /** A picture, served as `GET /preview/files/<file>`. */
  readonly picture?: { readonly file: string };
  readonly document?: PreviewDocument;
  readonly contact?: PreviewContact;
}

/** A file to be downloaded, served as `GET /preview/files/<file>`. */
export interface PreviewDocument {
  readonly file: string;
  /** What it is to be saved as. */
  readonly name: string;
  readonly bytes: number;
}

/** The person's own contact, which they shared. */
export interface PreviewContact {
  readonly name: string;
  readonly phone: string;
}

/** A keyboard beside the message field: each button sends its text, or the person's own contact. */
export interface PreviewReplyKeyboard {
  readonly rows: readonly (readonly PreviewReplyButton[])[];
  /** What the empty message field says meanwhile. */
  readonly placeholder?: string;
}

/** One button of a keyboard beside the message field. */
export interface PreviewReplyButton {
  readonly text: string;
  readonly asksContact?: true;
}

/** What the bot says to a pressed button without a message: in passing, or as a dialog to be closed. */
export interface PreviewToast {
  readonly text: string;
  readonly alert: boolean;
}

/** A command as the person's Telegram would list it; `command` has no slash. */
export interface PreviewCommand {
  readonly command: string;
  readonly description: string;
}

/** A file that the bot has sent. */
export interface PreviewFile {
  readonly bytes: Uint8Array;
  /** Media type, such as `image/png`. */
  readonly type: string;
  /** Of what is to be downloaded and not shown: what it is to be saved as. */
  readonly name?: string;
}

/**
 * The chats of the demo people with the bot, side by side.
 * The promises resolve when the bot has handled the update, and reject when it failed to.
 */
export interface PreviewChat {
  readonly people: readonly PreviewPerson[];
  commands(personId: number, languageCode: string): readonly PreviewCommand[];
  /** All messages of one person's chat, oldest first; none before the first message. */
  transcript(personId: number): readonly PreviewMessage[];
  /** The keyboard beside this person's message field; undefined while there is none. */
  replyKeyboard(personId: number): PreviewReplyKeyboard | undefined;
  /** Shares this person's own contact. */
  shareContact(personId: number, languageCode: string): Promise<void>;
  /** Sends a text (or a command) as this person. */
  say(personId: number, languageCode: string, text: string): Promise<void>;
  /** Edits a message that this person has sent. */
  edit(personId: number, languageCode: string, messageId: number, text: string): Promise<void>;
  /** Presses the button with `data` under the bot's message; gives what the bot answers the press with. */
  press(
    personId: number,
    languageCode: string,
    messageId: number,
    data: string,
  ): Promise<PreviewToast | undefined>;
  /** Forgets the chat, as when a chat is deleted in Telegram. */
  restart(personId: number): Promise<void>;
  /** A picture or document of the bot's by name. */
  file(name: string): PreviewFile | undefined;
}
