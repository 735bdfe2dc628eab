// What becomes of an update that fails, or comes twice.

import { HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import type { ChatState } from '../../src/store/index.ts';
import { ChatHarness, GROUP } from './chat-harness.ts';

const ASK = 'где находится Хоргос';
const refusal = (error_code: number, description: string) => ({ ok: false, error_code, description });
const cut = () => new HttpError('cut', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));

/** Fails the first `count` calls of a method. */
function failFirst(chat: ChatHarness, count: number, outcome: () => object, method = 'sendMessage'): void {
  let left = count;
  chat.fault = (call) => {
    if (call.method !== method || left === 0) return undefined;
    left -= 1;
    return outcome();
  };
}

describe('an update that comes again', () => {
  it('is not handled again once it was done', async () => {
    const chat = new ChatHarness();
    await chat.say(ASK);
    await chat.repeat();
    expect(chat.calls).toHaveLength(1);
    expect(chat.logged).toEqual([]);
  });

  it('is known by a list, not by the highest number: an earlier one that was not done is handled', async () => {
    const chat = new ChatHarness();
    await chat.say(ASK);
    chat.stored.set(7, { ...(chat.stored.get(7) as ChatState), done: [999] });
    await chat.repeat();
    expect(chat.callsOf('sendMessage')).toHaveLength(2);
  });

  it('is known among the latest hundred of its chat, in the file of its state', async () => {
    const chat = new ChatHarness();
    for (let count = 0; count < 105; count += 1) await chat.say('/help');
    expect(chat.stored.get(7)?.done).toHaveLength(100);
    expect(chat.stored.get(7)?.answered).toHaveLength(20);
  });

  it('is written with the state in one write', async () => {
    const chat = new ChatHarness();
    const written: ChatState[] = [];
    chat.store.writeChat = async (_chat, state) => void written.push(state);
    await chat.say(ASK);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({ answered: [{}], done: [2] });
  });

  it('costs no file in a group where it was not meant for the bot', async () => {
    const chat = new ChatHarness();
    await chat.say(ASK, 'ru', GROUP);
    expect(chat.stored.size).toBe(0);
    await chat.say('/hubs', 'ru', GROUP);
    await chat.repeat();
    expect(chat.callsOf('sendMessage')).toHaveLength(1);
    expect(chat.stored.get(-1007)?.done).toHaveLength(1);
  });

  it('leaves nothing behind in a chat that was erased, also when it is erased twice', async () => {
    const chat = new ChatHarness();
    await chat.say(ASK);
    for (let times = 0; times < 2; times += 1) {
      await chat.say('/privacy');
      await chat.press('Удалить мои данные');
      expect(chat.stored.size).toBe(0);
      await chat.pressData('e:ru');
      expect(chat.stored.size).toBe(0);
    }
  });
});

describe('an update that fails', () => {
  it('is handled again when nothing was sent and it may pass', async () => {
    const chat = new ChatHarness();
    failFirst(chat, 3, cut);
    await chat.say(ASK);
    expect(chat.text()).toContain('Хоргос');
    expect(chat.callsOf('sendMessage')).toHaveLength(4);
    expect(chat.logged.map(({ level }) => level)).toEqual(['warn', 'warn', 'warn']);
  });

  it('is set aside after its tries: told, logged without words, and not handled at the next start', async () => {
    const chat = new ChatHarness();
    failFirst(chat, 4, () => refusal(500, 'Internal Server Error'));
    await chat.say(ASK);
    expect(chat.callsOf('sendMessage')).toHaveLength(5);
    expect(chat.text()).toContain('ответить не получилось');
    const [last] = chat.logged.slice(-1);
    expect(last).toMatchObject({
      level: 'error',
      fields: { update: 2, kind: 'message', tries: 4, code: 500 },
    });
    expect(JSON.stringify(chat.logged)).not.toContain(ASK);
    await chat.repeat();
    expect(chat.callsOf('sendMessage')).toHaveLength(5);
  });

  it('is not handled again after a refusal, which Telegram would only repeat', async () => {
    const chat = new ChatHarness();
    failFirst(chat, 1, () => refusal(400, 'Bad Request: something odd'));
    await chat.say(ASK);
    expect(chat.callsOf('sendMessage')).toHaveLength(2);
    expect(chat.text()).toContain('ответить не получилось');
    await chat.repeat();
    expect(chat.callsOf('sendMessage')).toHaveLength(2);
  });

  it('is handled again when a bug or the store is to blame', async () => {
    const chat = new ChatHarness();
    const { readChat } = chat.store;
    let failures = 0;
    chat.store.readChat = async (number) => {
      failures += 1;
      if (failures === 1) throw new Error('EIO');
      return readChat(number);
    };
    await chat.say(ASK);
    expect(chat.text()).toContain('Хоргос');
    expect(chat.callsOf('sendMessage')).toHaveLength(1);
  });

  it('is not handled again once a reply went out; its state is stored as it is', async () => {
    const chat = new ChatHarness();
    // The button brings a fresh list, then the press can't be answered.
    failFirst(chat, 9, cut, 'answerCallbackQuery');
    await chat.pressData('nonsense');
    expect(chat.callsOf('answerCallbackQuery')).toHaveLength(1);
    expect(chat.text()).toContain('ответить не получилось');
    expect(chat.callsOf('sendMessage')).toHaveLength(2);
    expect(chat.stored.get(7)?.done).toHaveLength(1);
  });

  it('starts each try from the state as it was', async () => {
    const chat = new ChatHarness();
    const seen: (string | undefined)[] = [];
    chat.bot.use(async (context) => {
      seen.push(context.state.language);
      context.state = { ...context.state, language: 'kk' };
      if (seen.length < 3) throw new Error('broken');
    });
    // Nothing else answers an edited sticker.
    const sticker = await chat.message({ sticker: { file_id: 'f' } as never });
    await chat.edit(sticker, undefined as never);
    expect(seen).toEqual([undefined, undefined, undefined]);
    expect(chat.stored.get(7)?.language).toBe('kk');
  });

  it('does not bring back a chat that the failed handling erased', async () => {
    const chat = new ChatHarness();
    await chat.say(ASK);
    failFirst(chat, 9, () => refusal(400, 'Bad Request: something odd'), 'editMessageText');
    await chat.pressData('e:ru');
    expect(chat.stored.get(7)).toEqual({ version: 1, answered: [], done: [chat.latestUpdate()] });
  });

  it('is no failure, and done, when the chat is gone', async () => {
    const chat = new ChatHarness();
    chat.fault = () => refusal(403, 'Forbidden: bot was blocked by the user');
    await chat.say(ASK);
    await chat.repeat();
    expect(chat.calls).toHaveLength(1);
  });

  it('tells nobody in a group who had not asked', async () => {
    const chat = new ChatHarness();
    chat.store.readChat = () => Promise.reject(new Error('EIO'));
    await chat.say('just talking', 'en', GROUP);
    expect(chat.calls).toEqual([]);
    await chat.say('/hubs', 'en', GROUP);
    expect(chat.text()).toContain('something went wrong');
  });

  it('has one sentence for an album also where the first picture needs a second try', async () => {
    const chat = new ChatHarness();
    failFirst(chat, 1, cut);
    const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }];
    for (let picture = 0; picture < 3; picture += 1) await chat.message({ photo, media_group_id: 'album' });
    expect(chat.callsOf('sendMessage')).toHaveLength(2);
    expect(chat.text()).toContain('Картинки');
  });
});
