import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALOGUE_STEPS } from '../../src/desk/index.ts';
import { LANGUAGES } from '../../src/language/index.ts';
import {
  type Action,
  DESK_STEPS,
  decodeAction,
  encodeAction,
  MAX_CALLBACK_BYTES,
  MENUS,
  REQUEST_STEPS,
} from '../../src/screens/index.ts';
import { anyText } from '../any-text.ts';
import { loadProject } from '../project-catalog.ts';
import { answerId, entryId } from '../small-catalog.ts';

const { catalog } = await loadProject();

/** Every action that a button of the project's content can bear. */
const everyAction = LANGUAGES.flatMap((language): Action[] => [
  ...[...catalog.answers.keys()].flatMap((answer): Action[] => [
    { kind: 'open', language, answer },
    { kind: 'open', language, answer, outcome: 'aZ09-_aZ09-_' },
    { kind: 'speak', language, answer },
  ]),
  ...[...catalog.entries.keys()].map((entry): Action => ({ kind: 'pin', language, entry })),
  ...MENUS.map((menu): Action => ({ kind: 'menu', language, menu })),
  { kind: 'speak', language },
  { kind: 'erase', language },
  { kind: 'adopt', language },
  { kind: 'export', language },
  { kind: 'requests', language },
  { kind: 'inquire', language },
  ...[...catalog.answers.keys()].map((answer): Action => ({ kind: 'inquire', language, answer })),
  ...DIALOGUE_STEPS.map((step): Action => ({ kind: 'dialogue', language, step })),
  ...REQUEST_STEPS.map((step): Action => ({ kind: 'request', language, step, number: 'T-2611-0042' })),
  ...DESK_STEPS.map((step): Action => ({ kind: 'desk', language, step, number: 'T-2611-12345' })),
  { kind: 'vote', language, vote: 'up', outcome: 'aZ09-_aZ09-' },
  { kind: 'vote', language, vote: 'down', outcome: 'aZ09-_aZ09-' },
]);

describe('encodeAction', () => {
  // These stand in chats for years: a change here breaks buttons that people still see.
  it.each<[string, Action]>([
    ['o:kk:hubs/khorgos/about', { kind: 'open', language: 'kk', answer: answerId('hubs/khorgos/about') }],
    [
      'o:kk:hubs/khorgos/about:abc',
      { kind: 'open', language: 'kk', answer: answerId('hubs/khorgos/about'), outcome: 'abc' },
    ],
    ['m:ru:hubs', { kind: 'menu', language: 'ru', menu: 'hubs' }],
    ['l:en', { kind: 'speak', language: 'en' }],
    [
      'l:en:hubs/caspian/take-part',
      { kind: 'speak', language: 'en', answer: answerId('hubs/caspian/take-part') },
    ],
    ['p:kk:hubs/zhambyl', { kind: 'pin', language: 'kk', entry: entryId('hubs/zhambyl') }],
    ['k:kk', { kind: 'adopt', language: 'kk' }],
    ['e:ru', { kind: 'erase', language: 'ru' }],
    ['x:ru', { kind: 'export', language: 'ru' }],
    ['i:kk', { kind: 'inquire', language: 'kk' }],
    ['d:en:go-on', { kind: 'dialogue', language: 'en', step: 'go-on' }],
    ['r:en', { kind: 'requests', language: 'en' }],
    ['q:en:write.T-2611-0042', { kind: 'request', language: 'en', step: 'write', number: 'T-2611-0042' }],
    ['t:kk:take.T-2611-0042', { kind: 'desk', language: 'kk', step: 'take', number: 'T-2611-0042' }],
    ['v:ru:up.abc', { kind: 'vote', language: 'ru', vote: 'up', outcome: 'abc' }],
  ])('writes %s', (data, action) => {
    expect(encodeAction(action)).toBe(data);
  });

  it('fits every action of the content into 64 bytes, each in its own way', () => {
    const all = everyAction.map(encodeAction);
    expect(all.filter((data) => Buffer.byteLength(data) > MAX_CALLBACK_BYTES)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
    expect(MAX_CALLBACK_BYTES).toBe(64);
  });

  it('leaves out which question an answer was offered to rather than be too long', () => {
    const answer = answerId(`facilities/${'a'.repeat(36)}/contacts`);
    expect(encodeAction({ kind: 'open', language: 'kk', answer, outcome: 'aZ09-_aZ09-_' })).toBe(
      `o:kk:${answer}`,
    );
  });
});

describe('decodeAction', () => {
  it('reads every action back', () => {
    expect(everyAction.map((action) => decodeAction(encodeAction(action)))).toEqual(everyAction);
  });

  it.each([
    '',
    ':',
    'o',
    'o:kk',
    'o:kk:',
    'o:kk:hubs/khorgos',
    'o:kk:hubs/khorgos/weather',
    'o:de:hubs/khorgos/about',
    'o:kk:hubs/khorgos/about:abc:more',
    'l:kk:hubs/khorgos/about:more',
    'o:kk:hubs/khorgos/about\n',
    'O:kk:hubs/khorgos/about',
    'm:ru',
    'm:ru:toString',
    'l:',
    'l:ru:',
    'p:kk:hubs/Khorgos',
    'p:kk',
    'e:ru:all',
    'y:ru',
    '__proto__:kk',
    'o:constructor:hubs/khorgos/about',
  ])('knows that no button of ours held "%s"', (data) => {
    expect(decodeAction(data)).toBeUndefined();
  });

  it('holds for any text: nothing, or an action that is written in just this way', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'o',
        'm',
        'l',
        'p',
        'e',
        ...LANGUAGES,
        ...MENUS,
        'hubs/khorgos/about',
        'hubs/khorgos',
        '',
      ),
      anyText(64),
    );
    const joined = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(':'));
    fc.assert(
      fc.property(fc.oneof(joined, anyText(64)), (data) => {
        const action = decodeAction(data);
        if (action) expect(encodeAction(action)).toBe(data);
      }),
      { numRuns: 500 },
    );
  });
});
