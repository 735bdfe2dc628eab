// How the bot presents itself in Telegram: commands, name, descriptions, in each language.
// Each is set only when it differs, because Telegram limits how often a name may be set.

import type { Api } from 'grammy';
import { FALLBACK_LANGUAGE, LANGUAGES, type Language, type Phrases, type Speech } from '../language/index.ts';
import { COMMANDS, STAFF_COMMANDS } from './commands.ts';
import type { Log } from './context.ts';
import { describeError } from './errors.ts';

/** A part of the profile in one language, and whether Telegram has it so already. */
interface ProfilePart {
  readonly part: string;
  readonly isSet: () => Promise<boolean>;
  readonly set: () => Promise<unknown>;
}

/** Who the profile is for. */
export interface ProfileOptions {
  readonly phrases: Phrases;
  readonly log: Log;
  /** The chats in which staff commands are offered besides: the desk's group, and the admins' own. */
  readonly staffChats: readonly number[];
}

/** Sets what differs. Failures are logged and not thrown: the bot answers as well without them. */
export async function updateProfile(api: Api, { phrases, log, staffChats }: ProfileOptions): Promise<void> {
  // Telegram shows the profile without a code to everyone whose language has none of its own.
  const codes: readonly (Language | undefined)[] = [undefined, ...LANGUAGES];
  for (const code of codes) {
    const speech = phrases[code ?? FALLBACK_LANGUAGE];
    const parts = [
      ...partsOf(api, speech, code),
      ...staffChats.map((chat) => staffCommands(api, speech, { code, chat })),
    ];
    for (const { part, isSet, set } of parts) {
      try {
        if (await isSet()) continue;
        await set();
        log.info({ part, language: code ?? 'any' }, 'set a part of the profile');
      } catch (error) {
        log.warn(
          { part, language: code ?? 'any', ...describeError(error) },
          'a part of the profile was not set',
        );
      }
    }
  }
}

/** What is offered in a chat of staff: everybody's commands, and theirs. */
function staffCommands(
  api: Api,
  speech: Speech,
  { code, chat }: { readonly code: Language | undefined; readonly chat: number },
): ProfilePart {
  const place = {
    scope: { type: 'chat', chat_id: chat } as const,
    ...(code !== undefined && { language_code: code }),
  };
  const commands = describeCommands([...COMMANDS, ...STAFF_COMMANDS], speech);
  return {
    part: 'staff commands',
    isSet: async () => JSON.stringify(await api.getMyCommands(place)) === JSON.stringify(commands),
    set: () => api.setMyCommands(commands, place),
  };
}

function describeCommands(commands: readonly string[], { phrase }: Speech) {
  return commands.map((command) => ({ command, description: phrase(`command.${command}`) }));
}

function partsOf(api: Api, speech: Speech, code: Language | undefined): ProfilePart[] {
  const { phrase } = speech;
  const language = code === undefined ? {} : { language_code: code };
  const commands = describeCommands(COMMANDS, speech);
  const name = phrase('profile.name');
  const description = phrase('profile.description');
  const short = phrase('profile.short');
  return [
    {
      part: 'commands',
      isSet: async () => JSON.stringify(await api.getMyCommands(language)) === JSON.stringify(commands),
      set: () => api.setMyCommands(commands, language),
    },
    {
      part: 'name',
      isSet: async () => (await api.getMyName(language)).name === name,
      set: () => api.setMyName(name, language),
    },
    {
      part: 'description',
      isSet: async () => (await api.getMyDescription(language)).description === description,
      set: () => api.setMyDescription(description, language),
    },
    {
      part: 'short description',
      isSet: async () => (await api.getMyShortDescription(language)).short_description === short,
      set: () => api.setMyShortDescription(short, language),
    },
  ];
}
