// What every method of the double has at hand.

import type { ApiMethods } from 'grammy/types';
import type { Intake } from '../intake.ts';
import type { Payload } from '../payload.ts';
import type { Presses } from '../presses.ts';
import type { Profile } from '../profile.ts';
import type { Method } from '../published-methods.ts';
import type { World } from '../world.ts';

/** The parts of this Telegram. */
export interface Telegram {
  readonly world: World;
  readonly intake: Intake;
  readonly presses: Presses;
  readonly profile: Profile;
}

/** One call's surroundings. */
export interface CallContext {
  readonly telegram: Telegram;
  /** Aborts when the caller hangs up. */
  readonly gone: AbortSignal;
  /** Records what the published rules forbid, though Telegram lets it pass. */
  readonly remark: (problem: string) => void;
}

/** What a method returns in `result`. */
export type Result<M extends Method> = ReturnType<ApiMethods[M]>;

/** How each of some methods is done. @throws Refusal where Telegram refuses */
export type Handlers<Names extends Method = Method> = {
  readonly [M in Names]: (payload: Payload<M>, context: CallContext) => Result<M> | Promise<Result<M>>;
};
