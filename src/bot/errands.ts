// What the bot does of itself, besides answering updates: it brings inquiries to the desk and answers back,
// and reminds persons of what they left unfinished.

import type { Api } from 'grammy';
import { OUTCOMES_KEPT_DAYS } from '../store/index.ts';
import type { BotParts } from './context.ts';
import { type ChatQueue, startCourier } from './courier.ts';
import { describeError } from './errors.ts';
import { remindDue } from './reminders.ts';

/** What the errands need. */
export interface ErrandsOptions {
  readonly api: Api;
  readonly parts: BotParts;
  readonly queue: ChatQueue;
}

/** Running errands. */
export interface Errands {
  /** How it stands with the desk. */
  readonly health: () => { readonly waiting: number; readonly trouble?: string };
  /** Begins nothing more; resolves once what is under way is done. */
  readonly close: () => Promise<void>;
}

const LOOK_EVERY_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Starts the errands; the bot must be able to reach Telegram. */
export function startErrands({ api, parts, queue }: ErrandsOptions): Errands {
  const courier = startCourier({ api, parts, queue });
  let looking: Promise<void> | undefined;
  const look = (): void => {
    looking ??= lookAround({ api, parts, queue })
      .catch((error: unknown) =>
        parts.log.error(describeError(error), 'reminders or old outcomes could not be looked through'),
      )
      .finally(() => {
        looking = undefined;
      });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return {
    health: courier.health,
    close: async () => {
      clearInterval(timer);
      await Promise.all([courier.close(), looking]);
    },
  };
}

async function lookAround(options: ErrandsOptions): Promise<void> {
  const { store, now } = options.parts;
  await remindDue(options);
  await store.outcomes.forget(now() - OUTCOMES_KEPT_DAYS * DAY_MS);
}
