import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportChat, inquiriesToCsv, inquiriesToJson, pickInquiries } from '../../src/desk/export.ts';
import { INQUIRY_STATES } from '../../src/store/index.ts';
import { anyText } from '../any-text.ts';
import { HOUR, inquiry, MINUTE, NOON } from './samples.ts';

/** Reads CSV as RFC 4180 says. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    const row = rows.at(-1) ?? [];
    if (rows.length === 0) rows.push(row);
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const answered = inquiry({
  state: 'answered',
  takenBy: { id: 77, name: 'Дәурен' },
  firstReplyAt: NOON + HOUR,
  desk: { chat: -100500, thread: 9 },
  messages: [
    { at: NOON + HOUR, from: 'desk', name: 'Дәурен', text: 'Сәлеметсіз бе!\nҚандай жүк?', source: 50 },
    { at: NOON + 2 * HOUR, from: 'person', text: 'Киім, 20 тонна', source: 51 },
  ],
});

describe('inquiriesToCsv', () => {
  it('writes a heading and a row an inquiry, with a byte order mark and CRLF', () => {
    const csv = inquiriesToCsv([answered]);
    expect(csv.startsWith('\ufeffnumber,state,opened,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const [heading = [], row = []] = readCsv(csv.slice(1));
    expect(Object.fromEntries(heading.map((name, column) => [name, row[column]]))).toEqual({
      number: 'T-2611-0042',
      state: 'answered',
      opened: '2026-11-30T12:00:00+05:00',
      language: 'kk',
      about: 'formats/lease-premises/about',
      subject: 'Қорғаста қойма жалдау',
      company: '«Жібек жолы» ЖШС',
      wish: '500 шаршы метр қойма керек',
      contact: "'+77011234567",
      name: 'Айгүл Сейтова',
      username: 'aigul_s',
      takenBy: 'Дәурен',
      firstReply: '2026-11-30T13:00:00+05:00',
      closed: '',
      solved: '',
      messages:
        '2026-11-30T13:00:00+05:00 Дәурен: Сәлеметсіз бе!\nҚандай жүк?\n2026-11-30T14:00:00+05:00 person: Киім, 20 тонна',
    });
  });

  it('writes the heading alone where there is nothing', () => {
    expect(readCsv(inquiriesToCsv([]).slice(1))).toHaveLength(1);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200b=1', '＝1', '=cmd|"/c calc"!A1'])(
    'makes no formula of %j',
    (company) => {
      const [, row = []] = readCsv(inquiriesToCsv([inquiry({ company })]).slice(1));
      expect(row[6]).toMatch(/^'/);
    },
  );

  it('quotes a cell with a line end of another kind than the rows', () => {
    const [, row] = readCsv(inquiriesToCsv([inquiry({ subject: 'a', company: '#\n-', wish: 'b' })]));
    expect(row).toContain('#\n-');
  });

  it('keeps rows and cells apart and lets no cell begin as a formula, whatever people type', () => {
    const value = fc.oneof(anyText(300), fc.constantFrom('"', '",=1', '\r\n=1', ',,', '=1'));
    fc.assert(
      fc.property(value, value, value, (subject, company, wish) => {
        const rows = readCsv(inquiriesToCsv([inquiry({ subject, company, wish }), inquiry()]).slice(1));
        expect(rows.map((row) => row.length)).toEqual([16, 16, 16]);
        expect(rows.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
      }),
    );
  });
});

describe('inquiriesToJson', () => {
  it('writes the same for programs', () => {
    expect(JSON.parse(inquiriesToJson([answered]))).toMatchObject([
      {
        number: 'T-2611-0042',
        contact: '+77011234567',
        messages: [{ time: '2026-11-30T13:00:00+05:00', from: 'desk', name: 'Дәурен' }, { from: 'person' }],
      },
    ]);
  });
});

describe('pickInquiries', () => {
  const all = INQUIRY_STATES.map((state) => inquiry({ state }));

  it.each([
    ['open', ['received', 'taken', 'answered']],
    ['closed', ['closed']],
    ['all', [...INQUIRY_STATES]],
  ] as const)('picks %s', (wanted, states) => {
    expect(pickInquiries(all, wanted).map(({ state }) => state)).toEqual(states);
  });
});

describe('exportChat', () => {
  it('tells all that is kept of a chat, with readable times', () => {
    const text = exportChat({
      chat: 1001,
      now: NOON,
      state: {
        version: 1,
        language: 'kk',
        answered: [{ question: 5, answer: 6 }],
        shown: { answer: 'hubs/khorgos/about', at: NOON - MINUTE },
        done: [70],
        draft: { key: 'k', language: 'ru', startedAt: NOON - HOUR, subject: 'қойма', consent: NOON },
        dialogue: { at: 12 },
        writingTo: { number: 'T-2611-0042', at: NOON },
      },
      inquiries: [
        { ...answered, outbox: [{ order: 1, to: 'person', content: { kind: 'text', text: 'Иә' } }] },
      ],
    });
    expect(JSON.parse(text)).toMatchObject({
      chat: 1001,
      written: '2026-11-30T12:00:00+05:00',
      state: {
        language: 'kk',
        answered: [{ question: 5, answer: 6 }],
        shown: { answer: 'hubs/khorgos/about', at: '2026-11-30T11:59:00+05:00' },
        done: [70],
        draft: {
          startedAt: '2026-11-30T11:00:00+05:00',
          subject: 'қойма',
          consent: '2026-11-30T12:00:00+05:00',
        },
        dialogue: { at: 12 },
        writingTo: { at: '2026-11-30T12:00:00+05:00' },
      },
      inquiries: [
        {
          number: 'T-2611-0042',
          person: { id: 1001, name: 'Айгүл Сейтова', username: 'aigul_s' },
          contact: { kind: 'phone', value: '+77011234567' },
          consent: '2026-11-30T11:59:00+05:00',
          waiting: [{ to: 'person', kind: 'text', text: 'Иә' }],
        },
      ],
    });
    expect(text).not.toMatch(/100500|\b77\b/);
  });

  it('says so where nothing is kept', () => {
    const text = exportChat({ chat: 1, state: undefined, inquiries: [], now: NOON });
    expect(JSON.parse(text)).toEqual({
      chat: 1,
      written: '2026-11-30T12:00:00+05:00',
      state: null,
      inquiries: [],
    });
  });
});
