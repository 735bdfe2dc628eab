// What must outlive the process, behind one small interface.

import type { ChatState } from './chat-state.ts';

/** Keeps chats' states. Calls for one chat must follow one another; calls for several may overlap. */
export interface Store {
  /** The chat's state; undefined for a chat never seen. */
  readonly readChat: (chat: number) => Promise<ChatState | undefined>;
  /** Resolves once the state is on stable storage. */
  readonly writeChat: (chat: number, state: ChatState) => Promise<void>;
  /** Forgets the chat. */
  readonly eraseChat: (chat: number) => Promise<void>;
}
