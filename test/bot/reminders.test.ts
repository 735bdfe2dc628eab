import { expect, it } from 'vitest';
import { ChatHarness } from './chat-harness.ts';

it('lets a dialogue go on where its reminder cannot be kept, and logs it', async () => {
  const chat = new ChatHarness();
  const set = async (): Promise<void> => {
    throw new Error('ENOSPC');
  };
  chat.store.reminders = { ...chat.store.reminders, set };
  await chat.say('/inquiry', 'en');
  expect(chat.text()).toContain('What is it about?');
  expect(chat.callsOf('sendMessage')).toHaveLength(1);
  expect(chat.logged.map(({ message }) => message)).toEqual(['a reminder of a draft could not be kept']);
});
