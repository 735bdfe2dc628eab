// A Telegram of our own on loopback: the Bot API over HTTP for the bot, and people for the test.
// It refuses what Telegram refuses, in its words, and records what the published Bot API forbids.

import type { User, UserFromGetMe } from 'grammy/types';
import { type Call, CallLog, type Violation } from './call-log.ts';
import type { Surroundings } from './chat-view.ts';
import { dispatch } from './dispatch.ts';
import { type Fault, type FaultMatcher, Faults, type InjectedFault, type RandomFaults } from './faults.ts';
import { Group, OWNER, type SupergroupOptions } from './groups.ts';
import { startHttpServer } from './http-server.ts';
import { Intake } from './intake.ts';
import { MEMBER } from './members.ts';
import type { Telegram } from './methods/index.ts';
import { Person } from './people.ts';
import { Presses } from './presses.ts';
import { Profile, type UnsetTexts } from './profile.ts';
import type { RawCall } from './raw-call.ts';
import type { QueuedUpdate } from './update-queue.ts';
import type { DeliveryAttempt } from './webhook.ts';
import { World } from './world.ts';

/** How a double is. */
export interface DoubleOptions {
  /** The bot's token: a number, a colon, at least 20 letters. */
  readonly token?: string;
  /** The clock, in milliseconds since 1970 UTC; only what is said about dates and old presses goes by it. */
  readonly now?: () => number;
  /** What getMyName and the like return for a language without a text of its own. */
  readonly unsetTexts?: UnsetTexts;
  /** The unit of the pauses between attempts to deliver to a webhook; Telegram's is 1000 ms. */
  readonly webhookPauseUnitMs?: number;
  /** How long `next`, `answer` and `call` wait before they reject. */
  readonly deadlineMs?: number;
}

/** A running double. */
export interface TelegramDouble {
  readonly token: string;
  /** For TELEGRAM_API_ROOT. */
  readonly apiRoot: string;
  readonly bot: UserFromGetMe;
  /** The settings that make a bot talk to this double. */
  readonly env: { readonly BOT_TOKEN: string; readonly TELEGRAM_API_ROOT: string };
  /** A person; the same number again is the same person, with what is new. */
  readonly user: (user: Omit<User, 'is_bot'>) => Person;
  /** A group with the bot in it; numbers that begin with -100 are supergroups, as in Telegram. */
  readonly group: (id: number, title: string) => Group;
  /**
   * A supergroup with topics and the bot in it, as a member: it may make topics once it is promoted with
   * `can_manage_topics`.
   */
  readonly forum: (id: number, title: string) => Group;
  /** What a sent document holds, by its file_id. */
  readonly file: (fileId: string) => Uint8Array | undefined;
  /** Every call of the bot, oldest first. */
  readonly calls: readonly Call[];
  /** Resolves to the first answered call that fits, past ones included. @throws Error (rejects) after the deadline */
  readonly call: (matcher: FaultMatcher, deadlineMs?: number) => Promise<Call>;
  /** What the published Bot API forbids and the bot did. */
  readonly violations: readonly Violation[];
  /** Gives the violations so far and forgets them. */
  readonly takeViolations: () => Violation[];
  /** The updates that the bot has not confirmed, oldest first. */
  readonly unconfirmed: () => readonly QueuedUpdate['update'][];
  /** The numbers of the pressed buttons that the bot has not answered. */
  readonly unansweredPresses: () => readonly string[];
  /** Makes every waiting press too old to be answered. */
  readonly expirePresses: () => void;
  /** Every attempt to deliver an update to the webhook. */
  readonly deliveries: readonly DeliveryAttempt[];
  /** Lets a fault meet the next calls that fit; once, if `times` is not given. */
  readonly fail: (matcher: FaultMatcher, fault: Fault, times?: number) => InjectedFault;
  /** Lets calls fail by chance, until it is cleared; faults from `fail` come first. */
  readonly failRandomly: (faults: RandomFaults) => InjectedFault;
  /** Takes back all faults that have not met a call. */
  readonly clearFaults: () => void;
  /** Cuts all connections and refuses new ones. */
  readonly down: () => Promise<void>;
  /** Listens again, on the same port. */
  readonly up: () => Promise<void>;
  /** The last calls and all violations in words. */
  readonly describe: () => string;
  readonly close: () => Promise<void>;
}

const TOKEN = '7012345678:AAF-test_tokenOfTheDouble_0123456789';
const FIRST_UPDATE = 870_000_001;
const DEADLINE_MS = 10_000;

/** Starts a double on a free port of 127.0.0.1. */
export async function startTelegramDouble(options: DoubleOptions = {}): Promise<TelegramDouble> {
  const { token = TOKEN, now = Date.now, deadlineMs = DEADLINE_MS } = options;
  const log = new CallLog();
  const faults = new Faults();
  const telegram = createTelegram(options, (body) => {
    const call = toCall(body, token);
    void dispatch(call, { token, telegram, faults, log, now }, new AbortController().signal);
  });
  const around: Surroundings = { telegram, deadlineMs, describe: () => log.describe() };
  const server = await startHttpServer({
    handle: (call, gone) => dispatch(call, { token, telegram, faults, log, now }, gone),
    onFailure: (description) => {
      const open = log.begin({ method: '(unreadable)', payload: {}, time: now(), fault: undefined });
      open.violate(description);
    },
  });
  return {
    token,
    apiRoot: server.url,
    bot: telegram.world.bot,
    env: { BOT_TOKEN: token, TELEGRAM_API_ROOT: server.url },
    ...createPeople(around),
    file: (fileId) => {
      const file = telegram.world.files.get(fileId);
      return file?.kind === 'Document' ? file.bytes : undefined;
    },
    calls: log.calls(),
    call: (matcher, limitMs = deadlineMs) =>
      log.find((call) => (typeof matcher === 'function' ? matcher(call) : matcher === call.method), limitMs),
    violations: log.violations(),
    takeViolations: () => log.takeViolations(),
    unconfirmed: () => telegram.intake.queue.all().map(({ update }) => update),
    unansweredPresses: () => telegram.presses.unanswered(),
    expirePresses: () => telegram.presses.expire(),
    deliveries: telegram.intake.attempts,
    fail: (matcher, fault, times = 1) => faults.add(matcher, fault, times),
    failRandomly: (random) => faults.addRandom(random),
    clearFaults: () => faults.clear(),
    down: server.down,
    up: server.up,
    describe: () => log.describe(),
    close: async () => {
      telegram.intake.close();
      await server.down();
    },
  };
}

function createTelegram(
  { token = TOKEN, now = Date.now, unsetTexts = 'own', webhookPauseUnitMs = 1000 }: DoubleOptions,
  onReply: (body: Record<string, unknown>) => void,
): Telegram {
  const world = new World(describeBot(token), now);
  return {
    world,
    // Waits are measured by the real clock, whatever the test makes of dates.
    intake: new Intake({ now: Date.now, firstUpdateId: FIRST_UPDATE, webhookPauseUnitMs, onReply }),
    presses: new Presses(now),
    profile: new Profile(world, unsetTexts),
  };
}

/** A call that came in the answer to a delivered update. */
function toCall({ method, ...values }: Record<string, unknown>, token: string): RawCall {
  const given = Object.entries(values).map(([name, value]) => [name, { kind: 'json', value }] as const);
  return { token, method: String(method), values: new Map(given), files: new Map(), oddities: [] };
}

function createPeople(around: Surroundings): Pick<TelegramDouble, 'user' | 'group' | 'forum'> {
  const { world } = around.telegram;
  return {
    user: (given) => {
      const user: User = { ...given, is_bot: false };
      world.users.set(user.id, user);
      const { id, first_name, last_name, username } = user;
      const chat = world.open({
        id,
        type: 'private',
        first_name,
        ...(last_name !== undefined && { last_name }),
        ...(username !== undefined && { username }),
      });
      return new Person(user, chat, around);
    },
    group: (id, title) => openGroup(id, title, around),
    forum: (id, title) => openGroup(id, title, around, { isForum: true }),
  };
}

function openGroup(id: number, title: string, around: Surroundings, options: SupergroupOptions = {}): Group {
  const { world } = around.telegram;
  const isSupergroup = String(id).startsWith('-100');
  if (options.isForum && !isSupergroup)
    throw new Error(`Forums are supergroups, with numbers from -100…: not ${id}.`);
  const known = world.open(
    isSupergroup
      ? { id, title, type: 'supergroup', ...(options.isForum && { is_forum: true }) }
      : { id, title, type: 'group' },
  );
  world.users.set(OWNER.id, OWNER);
  if (!known.members.has(world.bot.id)) {
    known.members.set(OWNER.id, { status: 'creator' });
    known.members.set(world.bot.id, MEMBER);
  }
  return new Group(known, around);
}

function describeBot(token: string): UserFromGetMe {
  return {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Torap test',
    username: 'torap_test_bot',
    can_join_groups: true,
    can_read_all_group_messages: true,
    supports_inline_queries: false,
    supports_guest_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
