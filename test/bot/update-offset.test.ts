import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUpdateOffset } from '../../src/bot/update-offset.ts';

describe('the update offset', () => {
  it('asks for everything before the first update', () => {
    expect(createUpdateOffset().next()).toBe(0);
  });

  it('stays behind the oldest update that is not done', () => {
    const offset = createUpdateOffset();
    for (const update of [10, 11, 12]) offset.begin(update);
    offset.finish(12);
    offset.finish(11);
    expect(offset.next()).toBe(10);
    offset.finish(10);
    expect(offset.next()).toBe(13);
  });

  it('does not begin an update twice that a fetch brings again', () => {
    const offset = createUpdateOffset();
    expect(offset.begin(10)).toBe(true);
    offset.begin(11);
    offset.finish(11);
    expect(offset.begin(10)).toBe(false);
    expect(offset.begin(11)).toBe(false);
  });

  it('does not begin an update again that a fetch brings which was sent before it was done', () => {
    const offset = createUpdateOffset();
    offset.begin(10);
    expect(offset.next()).toBe(10);
    offset.finish(10);
    expect(offset.begin(10)).toBe(false);
    expect(offset.next()).toBe(11);
  });

  it('follows Telegram when it numbers anew from lower', () => {
    const offset = createUpdateOffset();
    offset.begin(1000);
    offset.finish(1000);
    expect(offset.next()).toBe(1001);
    expect(offset.begin(5)).toBe(true);
    offset.finish(5);
    expect(offset.next()).toBe(6);
  });

  it('tells how many of the next batch are known, and how many of those are done', () => {
    const offset = createUpdateOffset();
    for (const update of [10, 11, 12]) offset.begin(update);
    offset.finish(11);
    expect(offset.known()).toBe(3);
    expect(offset.doneAhead()).toBe(1);
    offset.finish(10);
    expect(offset.known()).toBe(1);
    offset.finish(12);
    expect([offset.known(), offset.doneAhead()]).toEqual([0, 0]);
  });

  it('never passes an unfinished update, in whatever order they are done', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 30 })
          .chain((begun) => fc.tuple(fc.constant(begun), fc.shuffledSubarray(begun))),
        ([begun, finished]) => {
          const offset = createUpdateOffset();
          for (const update of begun) offset.begin(update);
          for (const update of finished) offset.finish(update);
          const left = begun.filter((update) => !finished.includes(update));
          const expected = left.length > 0 ? Math.min(...left) : Math.max(...begun) + 1;
          expect(offset.next()).toBe(expected);
        },
      ),
    );
  });
});
