// All methods of the double.

import { changing } from './changing.ts';
import { chats } from './chats.ts';
import type { Handlers } from './context.ts';
import { forums } from './forums.ts';
import { presenting, taking } from './profile.ts';
import { sending } from './sending.ts';

export type { CallContext, Telegram } from './context.ts';

/** How each method is done. */
export const HANDLERS: Handlers = { ...presenting, ...taking, ...sending, ...changing, ...chats, ...forums };
