// A process that stores all it can and tells what it has stored, a line of JSON each, until it is killed:
// `write-until-killed.ts <folder> <name of the round>`.

import { openEmbeddedStore } from '../../src/store/index.ts';
import { newInquiry, OPENED_AT } from './sample-inquiry.ts';

const [folder = '', round = ''] = process.argv.slice(2);
const store = await openEmbeddedStore(folder, {
  now: () => 0,
  onDamaged: (file, cause) => tell({ damaged: file, cause: String(cause) }),
});

function tell(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

async function sendInquiries(lane: number): Promise<void> {
  for (let count = 1; ; count += 1) {
    const key = `${round}-${lane}-${count}`;
    const { number } = await store.inquiries.create(newInquiry(key));
    tell({ number, key });
    if (count % 4 !== 0) continue;
    await store.inquiries.erase(number);
    tell({ erased: number });
  }
}

async function changeChat(chat: number): Promise<void> {
  const before = (await store.readChat(chat))?.shown?.at ?? 0;
  for (let at = before + 1; ; at += 1) {
    await store.writeChat(chat, { version: 1, answered: [], shown: { answer: 'a', at } });
    await store.reminders.set(chat, at);
    tell({ chat, at });
  }
}

async function ask(): Promise<void> {
  for (let count = 1; ; count += 1) {
    const id = `${round}-${count}`;
    const what = { language: 'ru', question: 'где хоргос?', outcome: 'refuse', answers: [] } as const;
    await store.outcomes.add({ id, at: OPENED_AT, ...what });
    tell({ id });
  }
}

await Promise.all([sendInquiries(1), sendInquiries(2), changeChat(1), changeChat(2), ask()]);
