import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { AT_ONCE } from '../../src/bot/flood.ts';
import { createGate } from '../../src/bot/gate.ts';
import { createUpdateQueue } from '../../src/bot/update-queue.ts';
import { ChatHarness, DESK } from './chat-harness.ts';

/** A gate whose queue only notes what it was given. */
function gateFor(chat: ChatHarness) {
  const handled: number[] = [];
  const queue = createUpdateQueue(async ({ update_id }) => void handled.push(update_id), 4);
  return { handled, gate: createGate({ bot: chat.bot, queue, parts: chat.parts }) };
}

const from = (id: number) => ({ id, is_bot: false, first_name: 'A', language_code: 'ru' });

function message(update_id: number, fields: object = {}): Update {
  const chat = { id: 7, type: 'private', first_name: 'A' };
  const date = Date.UTC(2026, 10, 24) / 1000;
  return {
    update_id,
    message: { message_id: update_id, date, chat, from: from(7), text: 'x', ...fields },
  } as Update;
}

function press(update_id: number): Update {
  const { message: under } = message(1);
  const query = { id: `q${update_id}`, from: from(7), message: under, chat_instance: '1', data: 'm:ru:hubs' };
  return { update_id, callback_query: query } as Update;
}

const numbers = Array.from({ length: 300 }, (_, place) => place + 1);

describe('the gate', () => {
  it('tells once who sends hundreds at a time, in their language, and answers the first ones', async () => {
    const chat = new ChatHarness();
    chat.stored.set(7, { version: 1, answered: [], language: 'kk' });
    const { gate, handled } = gateFor(chat);
    await Promise.all(numbers.map((number) => gate(message(number))));
    expect(handled).toEqual(numbers.slice(0, AT_ONCE));
    expect(chat.calls).toHaveLength(1);
    expect(chat.text()).toContain('тым көп хабарлама');
    expect(chat.logged).toHaveLength(1);
  });

  it('leaves the desk alone, however much somebody writes there', async () => {
    const chat = new ChatHarness();
    const { gate, handled } = gateFor(chat);
    const desk = { chat: { id: DESK, type: 'supergroup', title: 'Desk' }, text: '@torap_test_bot x' };
    await Promise.all(numbers.map((number) => gate(message(number, desk))));
    expect(handled).toEqual(numbers);
  });

  it('answers presses beyond the budget silently', async () => {
    const chat = new ChatHarness();
    const { gate, handled } = gateFor(chat);
    await Promise.all(numbers.map((number) => gate(press(number))));
    expect(handled).toHaveLength(AT_ONCE);
    expect(chat.callsOf('answerCallbackQuery')).toHaveLength(numbers.length - AT_ONCE);
    expect(chat.callsOf('answerCallbackQuery')[0]?.payload).toEqual({ callback_query_id: `q${AT_ONCE + 1}` });
    expect(chat.callsOf('sendMessage')).toEqual([]);
  });

  it('counts nothing that people say among each other in a group', async () => {
    const chat = new ChatHarness();
    const { gate, handled } = gateFor(chat);
    const group = { id: -1007, type: 'supergroup', title: 'Carriers' };
    for (const number of numbers) await gate(message(number, { chat: group }));
    await gate(message(301, { chat: group, text: '/hubs' }));
    expect(handled).toHaveLength(301);
    expect(chat.calls).toEqual([]);
  });

  it('tells the one member of a group who floods it, by a reply, and goes on answering the others', async () => {
    const chat = new ChatHarness();
    const { gate, handled } = gateFor(chat);
    const group = { id: -1007, type: 'supergroup', title: 'Carriers' };
    for (const number of numbers) await gate(message(number, { chat: group, text: '/hubs' }));
    await gate(message(301, { chat: group, text: '/hubs', from: from(8) }));
    expect(handled).toEqual([...numbers.slice(0, AT_ONCE), 301]);
    expect(chat.callsOf('sendMessage')[0]?.payload.reply_parameters).toMatchObject({
      message_id: AT_ONCE + 1,
    });
  });

  it('admits what piled up while nobody took it', async () => {
    const chat = new ChatHarness();
    const { gate, handled } = gateFor(chat);
    const start = chat.now / 1000 - 3 * 3600;
    for (const number of numbers) await gate(message(number, { date: start + number * 10 }));
    expect(handled).toHaveLength(300);
  });
});
