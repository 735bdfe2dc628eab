// Pressing the buttons under a message: which one, and how long its answer is waited for.

import type { InlineKeyboardButton, Message } from 'grammy/types';

/** The callback data of a message's button, by its text or that data itself. @throws Error when there is none */
export function findData(message: Message, choice: string): string {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const fits = (button: InlineKeyboardButton) =>
    button.text === choice || ('callback_data' in button && button.callback_data === choice);
  const button = buttons.find(fits);
  if (button && 'callback_data' in button) return button.callback_data;
  const texts = buttons.map(({ text }) => `"${text}"`).join(', ') || 'none';
  throw new Error(`No button to press is called "${choice}". The message's buttons: ${texts}.`);
}

/** Waits for the answer to a press. @throws Error (rejects) when it comes too late, with what did happen */
export async function answerWithin<T>(
  limitMs: number,
  promise: Promise<T>,
  describe: () => string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The press was not answered within ${limitMs} ms.\n${describe()}`));
    }, limitMs);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
