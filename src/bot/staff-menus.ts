// Who was given the staff's menu of commands loses it again when they are no longer staff: Telegram keeps a chat's menu
// for ever.

import type { Api } from 'grammy';
import { LANGUAGES } from '../language/index.ts';
import type { DeskStore } from '../store/index.ts';
import type { Log } from './context.ts';
import { describeError, mayPass } from './errors.ts';

/** Whose menus are looked through. */
export interface StaffMenuOptions {
  /** The chats that are staff's now. */
  readonly staffChats: readonly number[];
  readonly desk: Pick<DeskStore, 'staffMenus' | 'noteStaffMenus'>;
  readonly log: Log;
}

/**
 * Takes the staff's menu from chats that had it at an earlier start and are no longer staff's, and notes who has it now.
 * A failure is logged and not thrown; what could not be taken back is tried at the next start.
 */
export async function takeBackMenus(api: Api, { staffChats, desk, log }: StaffMenuOptions): Promise<void> {
  const had = desk.staffMenus();
  const former = had.filter((chat) => !staffChats.includes(chat));
  const left: number[] = [];
  for (const chat of former) if (!(await takeBack(api, chat, log))) left.push(chat);
  const has = [...new Set([...staffChats, ...left])];
  if (has.length === had.length && has.every((chat) => had.includes(chat))) return;
  try {
    await desk.noteStaffMenus(has);
  } catch (error) {
    log.warn(describeError(error), 'who has the menu of staff could not be stored');
  }
}

/** Returns false where it may work another time. A chat that is gone, or is another by now, shows no menu. */
async function takeBack(api: Api, chat: number, log: Log): Promise<boolean> {
  const place = { scope: { type: 'chat', chat_id: chat } } as const;
  try {
    await api.deleteMyCommands(place);
    for (const language_code of LANGUAGES) await api.deleteMyCommands({ ...place, language_code });
    log.info({ chat }, 'took back the menu of staff');
    return true;
  } catch (error) {
    log.warn({ chat, ...describeError(error) }, 'the menu of staff was not taken back');
    return !mayPass(error);
  }
}
