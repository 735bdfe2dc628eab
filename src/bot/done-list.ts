// Which updates of a chat are done? Telegram may bring one again: after a kill, or when its answer got lost.
// A list, not the highest number: updates of a chat are not always done in the order of their numbers.

import type { ChatState } from '../store/index.ts';

/** How many are remembered; Telegram brings no more than 100 at a time again. */
const DONE_KEPT = 100;

/** Tells whether an update of the chat was handled before. */
export function isDone(update: number, state: ChatState): boolean {
  return state.done?.includes(update) ?? false;
}

/** Remembers an update as handled. */
export function markDone(update: number, state: ChatState): ChatState {
  return { ...state, done: [...(state.done ?? []), update].slice(-DONE_KEPT) };
}
