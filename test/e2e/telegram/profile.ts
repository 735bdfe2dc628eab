// How the bot presents itself: commands by scope and language, name and descriptions by language, menu buttons.

import type { BotCommand, BotCommandScope, MenuButton, Opts } from 'grammy/types';
import { isAdministrator, type Member } from './members.ts';
import { malformed, refused } from './refusal.ts';
import type { AnyChat, World } from './world.ts';

/**
 * What the getters of name and descriptions return for a language that has none of its own. The Bot API says
 * "for the given user language" and leaves it open: 'own' returns an empty text (the name: the bot's first one),
 * 'fallback' what people of that language see, the text that was set without a language.
 */
export type UnsetTexts = 'own' | 'fallback';

/** A text of the profile: longest length, and how the server names it. */
interface TextRule {
  readonly name: string;
  readonly length: number;
}

const TEXTS = {
  name: { name: 'BOT_TITLE', length: 64 },
  description: { name: 'BOT_DESCRIPTION', length: 512 },
  short_description: { name: 'BOT_SHORT_DESCRIPTION', length: 120 },
} satisfies Record<string, TextRule>;

/** Whose menu it is, and where. */
interface MenuOptions {
  readonly chat: AnyChat;
  readonly user: number;
  readonly member: Member;
  readonly languageCode: string | undefined;
}

/** One of the profile's three texts. */
export type TextName = keyof typeof TEXTS;

const MOST_COMMANDS = 100;
const LONGEST_DESCRIPTION = 256;

/** The profile of one bot. */
export class Profile {
  private readonly world: World;
  private readonly unsetTexts: UnsetTexts;
  private readonly texts = new Map<string, string>();
  private readonly commands = new Map<string, readonly BotCommand[]>();
  private readonly menuButtons = new Map<number | undefined, MenuButton>();

  constructor(world: World, unsetTexts: UnsetTexts) {
    this.world = world;
    this.unsetTexts = unsetTexts;
  }

  /** setMyName and the like; an empty text takes it away. @throws Refusal */
  setText(name: TextName, text = '', language = ''): true {
    checkLanguage(language);
    const rule = TEXTS[name];
    if (text.length > rule.length) throw malformed(`${rule.name}_INVALID`);
    if (name === 'name' && text.trim() === '' && language === '') throw malformed(`${rule.name}_INVALID`);
    // Telegram keeps texts without white space around them.
    const kept = text.trim();
    if (kept === '') this.texts.delete(`${name} ${language}`);
    else this.texts.set(`${name} ${language}`, kept);
    return true;
  }

  /** getMyName and the like. @throws Refusal for a wrong language code */
  getText(name: TextName, language = ''): string {
    checkLanguage(language);
    const own = this.texts.get(`${name} ${language}`);
    if (own !== undefined) return own;
    const first = name === 'name' ? this.world.bot.first_name : '';
    return this.unsetTexts === 'fallback' ? (this.texts.get(`${name} `) ?? first) : first;
  }

  /** setMyCommands. @throws Refusal for a command, scope or language that Telegram refuses */
  setCommands({ commands, scope, language_code }: Opts<'setMyCommands'>): true {
    const place = this.placeOf(scope, language_code);
    if (commands.length > MOST_COMMANDS) throw malformed('BOT_COMMANDS_TOO_MUCH');
    this.commands.set(place, commands.map(keepCommand));
    return true;
  }

  /** getMyCommands: those set for exactly this scope and language, else none. */
  getCommands({ scope, language_code }: Opts<'getMyCommands'>): BotCommand[] {
    return [...(this.commands.get(this.placeOf(scope, language_code)) ?? [])];
  }

  /** deleteMyCommands. */
  deleteCommands({ scope, language_code }: Opts<'deleteMyCommands'>): true {
    this.commands.delete(this.placeOf(scope, language_code));
    return true;
  }

  /**
   * The commands that somebody's menu shows in a chat: the narrowest scope that has any, and within it their language
   * first (https://core.telegram.org/bots/api#determining-list-of-commands).
   */
  menuOf({ chat, user, member, languageCode = '' }: MenuOptions): readonly BotCommand[] {
    const ofAdministrators = (scope: string) => (isAdministrator(member) ? [scope] : []);
    const scopes =
      chat.type === 'private'
        ? [`chat ${chat.id} `, 'all_private_chats', 'default']
        : [
            `chat_member ${chat.id} ${user}`,
            ...ofAdministrators(`chat_administrators ${chat.id} `),
            `chat ${chat.id} `,
            ...ofAdministrators('all_chat_administrators'),
            'all_group_chats',
            'default',
          ];
    const places = scopes.flatMap((scope) => [`${scope} ${languageCode}`, `${scope} `]);
    const found = places.find((place) => (this.commands.get(place)?.length ?? 0) > 0);
    return found === undefined ? [] : (this.commands.get(found) ?? []);
  }

  /** setChatMenuButton. @throws Refusal for a chat that is no private one */
  setMenuButton({ chat_id, menu_button = { type: 'default' } }: Opts<'setChatMenuButton'>): true {
    if (chat_id !== undefined) this.checkPerson(chat_id);
    if (menu_button.type === 'web_app' && !menu_button.web_app.url.startsWith('https://')) {
      throw malformed(
        `menu button Web App URL '${menu_button.web_app.url}' is invalid: Only HTTPS links are allowed`,
      );
    }
    this.menuButtons.set(chat_id, menu_button);
    return true;
  }

  /** getChatMenuButton. */
  getMenuButton({ chat_id }: Opts<'getChatMenuButton'>): MenuButton {
    if (chat_id !== undefined) this.checkPerson(chat_id);
    return this.menuButtons.get(chat_id) ?? this.menuButtons.get(undefined) ?? { type: 'commands' };
  }

  private checkPerson(id: number): void {
    if (!this.world.users.has(id)) throw refused('user not found');
  }

  /** Where commands are kept: each scope and language on its own. */
  private placeOf(scope: BotCommandScope = { type: 'default' }, language = ''): string {
    checkLanguage(language);
    if (!('chat_id' in scope)) return `${scope.type} ${language}`;
    const { chat } = this.world.find(scope.chat_id);
    if (chat.type !== 'private') this.world.findWritable(scope.chat_id);
    if (chat.type === 'private' && scope.type !== 'chat') {
      throw refused("can't use specified scope in private chats");
    }
    const member = 'user_id' in scope ? scope.user_id : '';
    return `${scope.type} ${chat.id} ${member} ${language}`;
  }
}

function checkLanguage(code: string): void {
  if (code !== '' && !/^[a-z]{2}$/.test(code)) throw malformed('invalid language code specified');
}

/** A command as Telegram keeps it. */
function keepCommand(given: BotCommand): BotCommand {
  const command = given.command.trim().replace(/^\//, '');
  const description = given.description.trim();
  if (command === '') throw malformed('command must be non-empty');
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw malformed('BOT_COMMAND_INVALID');
  if (description === '') throw malformed('command description must be non-empty');
  if (description.length > LONGEST_DESCRIPTION) {
    throw malformed(`command description length must not exceed ${LONGEST_DESCRIPTION}`);
  }
  return { command, description };
}

/** What the published rules forbid in a list of commands, though Telegram takes it. */
export function findCommandFaults(commands: readonly BotCommand[]): string[] {
  const names = commands.map(({ command }) => command);
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  const slashed = names.filter((name) => !/^[a-z0-9_]+$/.test(name));
  return [
    ...(commands.length === 0 ? ['setMyCommands with no commands: deleteMyCommands is for that'] : []),
    ...twice.map((name) => `the command "${name}" is given twice`),
    ...slashed.map(
      (name) => `the command "${name}" is not written as lowercase letters, digits and underscores`,
    ),
  ];
}
