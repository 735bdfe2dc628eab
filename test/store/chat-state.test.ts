import { describe, expect, it } from 'vitest';
import { decodeChatState } from '../../src/store/chat-state.ts';
import { type ChatState, NEW_CHAT, rememberAnswer } from '../../src/store/index.ts';

/** A chat in which messages 1 to `count` were answered, message n by message 1000 + n. */
function chatWith(count: number): ChatState {
  let state = NEW_CHAT;
  for (let question = 1; question <= count; question += 1) {
    state = rememberAnswer(state, question, 1000 + question);
  }
  return state;
}

describe('rememberAnswer', () => {
  it('remembers which message answers which, the newest last', () => {
    expect(chatWith(2).answered).toEqual([
      { question: 1, answer: 1001 },
      { question: 2, answer: 1002 },
    ]);
  });

  it('keeps the newest 20', () => {
    const { answered } = chatWith(25);
    expect(answered.map(({ question }) => question)).toEqual(
      Array.from({ length: 20 }, (_, place) => place + 6),
    );
  });

  it('remembers one answer a question, the latest', () => {
    expect(rememberAnswer(chatWith(2), 1, 3000).answered).toEqual([
      { question: 2, answer: 1002 },
      { question: 1, answer: 3000 },
    ]);
  });

  it('leaves the rest of the state and the state it was given alone', () => {
    const before: ChatState = { ...NEW_CHAT, language: 'kk' };
    expect(rememberAnswer(before, 1, 2).language).toBe('kk');
    expect(before.answered).toEqual([]);
  });
});

describe('decodeChatState', () => {
  it.each<ChatState>([
    NEW_CHAT,
    { version: 1, language: 'ru', answered: [{ question: 5, answer: 6 }] },
    { version: 1, answered: [], shown: { answer: 'hubs/khorgos/about', at: 1_764_000_000_000 } },
    chatWith(20),
  ])('reads back what was stored: %j', (state) => {
    expect(decodeChatState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it.each([
    null,
    'text',
    [],
    {},
    { version: 2, answered: [] },
    { answered: [] },
    { version: 1 },
    { version: 1, language: 'de', answered: [] },
    { version: 1, answered: [{ question: 1 }] },
    { version: 1, answered: [{ question: '1', answer: 2 }] },
    { version: 1, answered: [], shown: { answer: 'hubs/khorgos/about' } },
  ])('takes %j for no chat state', (record) => {
    expect(decodeChatState(record)).toBeUndefined();
  });
});
