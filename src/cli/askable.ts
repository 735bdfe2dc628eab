// The catalog made ready to be asked from the shell.

import { type AnswerId, describeProblem, findAnswer, loadCatalog } from '../catalog/index.ts';
import { type Environment, readFolders } from '../config.ts';
import { type Language, loadPhrases, type Phrases } from '../language/index.ts';
import { replyScreen, screenContext, screenToPlainText } from '../screens/index.ts';
import { ask, makeSearchable, type Reply, type SearchableCatalog } from '../search/index.ts';

/** A reply, and its screen as plain text. */
export interface Answered {
  readonly reply: Reply;
  readonly text: string;
}

/** What a chat would know when the question comes. */
export interface Asking {
  /** Where undefined, the question's own language is taken for the chat's. */
  readonly chatLanguage?: Language | undefined;
  /** The answer that was shown before. */
  readonly context?: AnswerId | undefined;
}

/** Answers questions. */
export interface Askable {
  readonly ask: (question: string, asking?: Asking) => Answered;
}

/** What Torap knows and says. */
export interface Knowledge {
  readonly catalog: SearchableCatalog;
  readonly phrases: Phrases;
}

/**
 * Loads content and interface strings.
 * @throws Error with every problem a line, when content is not in order
 */
export async function loadKnowledge(environment: Environment): Promise<Knowledge> {
  const folders = readFolders(environment);
  const phrases = await loadPhrases(folders.localesDir);
  const loaded = loadCatalog(folders.contentDir, phrases);
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join('\n'));
  return { catalog: makeSearchable(loaded.catalog), phrases };
}

/**
 * Makes content ready to be asked.
 * @throws Error with every problem a line, when content is not in order
 */
export async function loadAskable(environment: Environment): Promise<Askable> {
  const { catalog, phrases } = await loadKnowledge(environment);
  return {
    ask: (question, { chatLanguage, context: id } = {}) => {
      const context = id && findAnswer(catalog, id)?.id;
      const reply = ask(question, { language: chatLanguage ?? 'ru', context }, catalog);
      const view = { now: Date.now(), chatLanguage: reply.language, shown: context };
      const screen = replyScreen(reply, view, screenContext(reply.language, phrases, catalog));
      return { reply, text: screenToPlainText(screen, reply.decision.kind !== 'answer') };
    },
  };
}
