// The catalog made ready to be asked from the shell.

import { describeProblem, loadCatalog } from '../catalog/index.ts';
import { type Environment, readFolders } from '../config.ts';
import { type Language, loadPhrases } from '../language/index.ts';
import { replyScreen, screenContext, screenToPlainText } from '../screens/index.ts';
import { ask, makeSearchable, type Reply } from '../search/index.ts';

/** A reply, and its screen as plain text. */
export interface Answered {
  readonly reply: Reply;
  readonly text: string;
}

/** Answers questions. */
export interface Askable {
  /** @param chatLanguage the chat's language; where undefined, the question's own is taken for it */
  readonly ask: (question: string, chatLanguage: Language | undefined) => Answered;
}

/**
 * Loads content and interface strings.
 * @throws Error with every problem a line, when content is not in order
 */
export async function loadAskable(environment: Environment): Promise<Askable> {
  const folders = readFolders(environment);
  const phrases = await loadPhrases(folders.localesDir);
  const loaded = loadCatalog(folders.contentDir, phrases);
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join('\n'));
  const catalog = makeSearchable(loaded.catalog);
  return {
    ask: (question, chatLanguage) => {
      const reply = ask(question, { language: chatLanguage ?? 'ru' }, catalog);
      const view = { now: Date.now(), chatLanguage: reply.language };
      const screen = replyScreen(reply, view, screenContext(reply.language, phrases, catalog));
      return { reply, text: screenToPlainText(screen, reply.decision.kind !== 'answer') };
    },
  };
}
