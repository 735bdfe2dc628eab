// One person sends hundreds of messages within a second, and somebody else asks meanwhile.

import { expect, it } from 'vitest';
import { setUpEndToEnd } from '../e2e/setup.ts';
import { printFigures } from './form.ts';
import { Ledger } from './ledger.ts';
import { markOf, NAMES, questionAbout, writeMarkedContent } from './marked-content.ts';
import { askAtOnce, withText } from './visits.ts';

const { startTelegram, startTorap } = setUpEndToEnd();
const print = printFigures();

const FLOOD = 300;
const PATIENCE_MS = 60_000;
/** As long as Telegram takes for a message when it is far away. */
const CALL_MS = 100;
const TOLD = 'Too many messages';

it('answers others while one person floods, who is told once', async () => {
  const telegram = await startTelegram();
  const torap = await startTorap({
    env: { ...telegram.env, CONTENT_DIR: await writeMarkedContent() },
    deadlineMs: PATIENCE_MS,
  });
  await torap.waitForLine(({ fields }) => fields.msg === 'connected to Telegram', PATIENCE_MS);
  telegram.fail('sendMessage', { kind: 'delay', delayMs: CALL_MS }, 10_000);
  const person = (id: number) => telegram.user({ id, first_name: 'A', language_code: 'en' });
  const flooder = person(701);
  const others = [702, 703, 704].map(person);
  const ledger = new Ledger();
  for (const name of NAMES) ledger.say(flooder, questionAbout(name), markOf(name));
  for (let count = NAMES.length; count < FLOOD / 2; count += 1) flooder.say('/help');
  const asking = others.map((other) =>
    askAtOnce(['falcon', 'walnut', 'granite'], { person: other, ledger, patienceMs: PATIENCE_MS }),
  );
  for (let count = FLOOD / 2; count < FLOOD; count += 1) flooder.say('/help');
  await Promise.all(asking);
  const during = flooder.answers.length;
  await flooder.next(withText(TOLD), PATIENCE_MS);
  await expect.poll(() => telegram.unconfirmed(), { timeout: PATIENCE_MS }).toEqual([]);
  const told = flooder.answers.filter(withText(TOLD)).length;
  const answered = ledger.count(telegram);
  print(`${FLOOD} messages of one person at once`, {
    "the person's answers": flooder.answers.length,
    'of them when others had all of theirs': during,
    'times the person was told': told,
    'messages of others': others.length * 3,
    unanswered: answered.unanswered.length,
    'answered more than once': answered.repeated,
    'order violations in a chat': answered.outOfOrder.length,
  });
  expect(told).toBe(1);
  expect(during).toBeLessThan(flooder.answers.length);
  expect(answered).toMatchObject({ unanswered: [], repeated: 0, outOfOrder: [] });
  // When it is over, the person is answered like anybody else.
  flooder.takeUnseen();
  flooder.say('/help');
  await flooder.next(undefined, PATIENCE_MS);
});
