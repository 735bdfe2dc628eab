import { describe, expect, it } from 'vitest';
import { patientWrites } from '../../src/bot/patient-store.ts';
import { NEW_CHAT } from '../../src/store/index.ts';

const full = Object.assign(new Error('ENOSPC: no space left on device'), {
  code: 'ENOSPC',
  path: '/data/chats/ab/7.json.new',
});

/** Writes that fail the first `failures` times. */
function failingWrites(failures: number) {
  const state = { writes: 0, now: 0, logged: [] as object[] };
  const writeChat = async () => {
    state.writes += 1;
    if (state.writes <= failures) throw full;
  };
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields: object) => void state.logged.push(fields),
  };
  return { state, write: patientWrites({ writeChat }, { log, now: () => state.now, pausesMs: [0, 0, 0] }) };
}

describe("a chat's write", () => {
  it('is tried three times more, and nothing is said when one succeeds', async () => {
    const { state, write } = failingWrites(3);
    await write(7, NEW_CHAT);
    expect(state.writes).toBe(4);
    expect(state.logged).toEqual([]);
  });

  it('is given up then, and told with the error and the folder once a minute at most', async () => {
    const { state, write } = failingWrites(Number.POSITIVE_INFINITY);
    await write(7, NEW_CHAT);
    await write(7, NEW_CHAT);
    expect(state.writes).toBe(8);
    expect(state.logged).toEqual([{ error: 'ENOSPC', folder: '/data/chats/ab' }]);
    state.now += 60_000;
    await write(7, NEW_CHAT);
    expect(state.logged).toHaveLength(2);
  });
});
