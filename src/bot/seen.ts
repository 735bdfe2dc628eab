// What a person sees of their chat with the bot in the browser preview.

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
  readonly venue?: SeenVenue;
  readonly picture?: { readonly file: string };
  readonly document?: SeenDocument;
  readonly contact?: SeenContact;
}

/** A place that the bot sent. */
export interface SeenVenue {
  readonly title: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A file to be downloaded. */
export interface SeenDocument {
  readonly file: string;
  /** As the person is to keep it. */
  readonly name: string;
  readonly bytes: number;
}

/** The person's own contact. */
export interface SeenContact {
  readonly name: string;
  readonly phone: string;
}

/** The keyboard in place of the letters: each button sends its text, or the person's own contact. */
export interface SeenReplyKeyboard {
  readonly rows: readonly (readonly { readonly text: string; readonly asksContact?: true }[])[];
  /** Goes once it is used. */
  readonly isOneTime: boolean;
  /** What the empty message field says meanwhile. */
  readonly placeholder?: string;
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

/** A file that the bot sent. */
export interface SeenFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Of a document: what it is to be saved as. */
  readonly name?: string;
}
