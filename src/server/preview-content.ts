// What the content pages of the preview need: how content stands, answers as the bot shows them, files to edit.
// Plain data only, so that the page's scripts can be checked against it without Node.

/** A language of content, as its file names have it. */
export type ContentLanguage = 'kk' | 'ru' | 'en';

/** A value for each language. */
export type ByLanguage<T> = Readonly<Record<ContentLanguage, T>>;

/** What the check says of a file. */
export interface ContentProblem {
  /** The file as the check names it. */
  readonly file: string;
  /** The file's path in the editor; undefined for what the editor doesn't open. */
  readonly path: string | undefined;
  /** From 1. */
  readonly line: number | undefined;
  readonly message: string;
  readonly remedy: string;
}

/** How content stands. */
export interface ContentStanding {
  /** Differs whenever the files have been looked at again. */
  readonly stamp: string;
  /** What answers; each reload that went well adds one. */
  readonly version: number;
  /** When that was loaded; milliseconds since 1970 UTC. */
  readonly loadedAt: number;
  /** Why the files as saved can't answer; empty when they do. */
  readonly errors: readonly ContentProblem[];
  readonly warnings: readonly ContentProblem[];
}

/** What an entry needs of its editors. */
export type ContentNeed = 'error' | 'missing' | 'draft' | 'older' | 'due' | 'remark';

/** An entry in the list of what is to be done. */
export interface ContentEntry {
  readonly id: string;
  /** The folder of content/ it is in. */
  readonly kind: string;
  /** Undefined for an entry that no version knows yet. */
  readonly name: ByLanguage<string> | undefined;
  /** The most pressing first; empty when it is in order. */
  readonly needs: readonly ContentNeed[];
  /** Since when it is due for review: a date such as 2026-11; undefined when it is not. */
  readonly dueSince: string | undefined;
  /** What the check says of its files. */
  readonly problems: readonly ContentProblem[];
}

/** An answer's line in the table answer × language. */
export interface ContentRow {
  readonly answer: string;
  readonly entry: string;
  readonly kind: string;
  readonly name: ByLanguage<string>;
  /** What the topic is called on buttons. */
  readonly topic: ByLanguage<string>;
  readonly texts: ByLanguage<'there' | 'draft' | 'missing' | 'older'>;
  /** Dates such as 2026-11-24. */
  readonly checked: string;
  readonly review: string;
  readonly isDue: boolean;
}

/** The whole of content at a glance. */
export interface ContentOverview {
  readonly standing: ContentStanding;
  /** The last commit of the content folder, such as "98fb3a7 (2026-11-24)"; undefined where git knows none. */
  readonly commit: string | undefined;
  readonly counts: {
    readonly entries: number;
    readonly answers: number;
    readonly drafts: number;
    readonly sources: number;
  };
  readonly entries: readonly ContentEntry[];
  readonly rows: readonly ContentRow[];
  /** Files that belong to no entry, by their path in the editor. */
  readonly files: readonly string[];
}

/** An answer's text in one language, as the bot would send it. */
export interface ShownText {
  /** Telegram HTML. */
  readonly html: string;
  /** Rows of buttons, by what they say. */
  readonly keyboard: readonly (readonly string[])[];
  /** Characters as Telegram counts them. */
  readonly length: number;
  /** Example questions. */
  readonly questions: readonly string[];
  /** When it was last revised, such as 2026-11-24; undefined where nobody has said. */
  readonly written: string | undefined;
}

/** One answer in all languages. */
export interface ShownAnswer {
  readonly id: string;
  readonly entry: string;
  readonly name: ByLanguage<string>;
  readonly topic: ByLanguage<string>;
  readonly isDraft: boolean;
  readonly isDue: boolean;
  /** Dates such as 2026-11-24. */
  readonly checked: string;
  readonly review: string;
  /** Undefined where the language has no text yet. */
  readonly texts: ByLanguage<ShownText | undefined>;
  /** Paths in the editor. */
  readonly files: { readonly entry: string; readonly texts: ByLanguage<string> };
  /** All answers of the entry, this one among them. */
  readonly siblings: readonly { readonly id: string; readonly topic: ByLanguage<string> }[];
  /** What the check says of this answer's files. */
  readonly problems: readonly ContentProblem[];
  readonly standing: ContentStanding;
}

/** A file in the editor. */
export interface EditedFile {
  readonly path: string;
  readonly text: string;
  /** A mark of what the file held; empty for a file that isn't there yet. */
  readonly hash: string;
}

/** Why a file is not opened or saved. */
export type FileRefusal = 'not-content' | 'link' | 'missing' | 'too-large' | 'not-text' | 'no-access';

/** What comes of opening a file. */
export type FileOpening =
  | { readonly kind: 'opened'; readonly file: EditedFile }
  | { readonly kind: 'refused'; readonly reason: FileRefusal };

/** What comes of saving a file. `changed`: somebody else has written it meanwhile, nothing was saved. */
export type FileSaving =
  | { readonly kind: 'saved'; readonly file: EditedFile }
  | { readonly kind: 'changed'; readonly file: EditedFile }
  | { readonly kind: 'refused'; readonly reason: FileRefusal };

/** What comes of the wish for a new entry; `reason` is a sentence. */
export type EntryCreation =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: string };

/** Content as its editors see it and change it. */
export interface PreviewContent {
  standing(): ContentStanding;
  overview(): Promise<ContentOverview>;
  /** An answer by its id; undefined for one that what answers now doesn't hold. */
  answer(id: string): ShownAnswer | undefined;
  open(path: string): Promise<FileOpening>;
  /** Saves a file and looks at all files again; how content then stands is in `standing()`. */
  save(draft: {
    readonly path: string;
    readonly text: string;
    readonly basedOn: string;
  }): Promise<FileSaving>;
  /** Makes the files of a new entry as drafts and looks at all files again; `slug` is the name of its folder. */
  create(wish: { readonly kind: string; readonly slug: string }): Promise<EntryCreation>;
  /** Calls `listener` after each look at the files. Returns how to stop that. */
  onChange(listener: () => void): () => void;
}
