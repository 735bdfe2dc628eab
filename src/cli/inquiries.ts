// `torap inquiries`: what people asked of people, as a table or for spreadsheets and programs.

import { readFolders } from '../config.ts';
import { inquiriesToCsv, inquiriesToJson, localTime, pickInquiries } from '../desk/index.ts';
import { INQUIRY_STATES, type Inquiry, readInquiries } from '../store/index.ts';
import { alignColumns } from './columns.ts';
import { type Command, readOptions, UsageError } from './command.ts';

const STATES = ['open', ...INQUIRY_STATES, 'all'] as const;

const WRITERS: ReadonlyMap<string, (inquiries: readonly Inquiry[]) => string> = new Map([
  ['table', toTable],
  ['csv', inquiriesToCsv],
  ['json', (inquiries) => `${inquiriesToJson(inquiries)}\n`],
]);

/** Lists inquiries, the oldest first. */
export const inquiries: Command = {
  usage: `  inquiries          lists inquiries that are neither closed nor withdrawn
  inquiries --state ${INQUIRY_STATES.join('|')}|all
                     lists those of one state, or all
  inquiries --format csv
                     writes all that they say, for a spreadsheet; --format json, for programs`,
  async run(args) {
    const { values } = readOptions(args, {
      state: { type: 'string', default: 'open' },
      format: { type: 'string', default: 'table' },
    });
    const state = STATES.find((known) => known === values.state);
    if (!state) throw new UsageError(`--state takes ${STATES.join(', ')}; it was "${values.state}".`);
    const write = WRITERS.get(values.format);
    if (!write) {
      throw new UsageError(`--format takes ${[...WRITERS.keys()].join(', ')}; it was "${values.format}".`);
    }
    const all = await readInquiries(readFolders(process.env).dataDir);
    process.stdout.write(write(pickInquiries(all, state)));
    return 0;
  },
};

/** The most characters of a text that a row shows. */
const SHOWN = 40;

function toTable(listed: readonly Inquiry[]): string {
  if (listed.length === 0) return 'There are none.\n';
  const rows = listed.map(({ number, state, openedAt, company, subject, takenBy }) => [
    number,
    state,
    localTime(openedAt).slice(0, 16),
    shorten(company),
    shorten(subject),
    takenBy?.name ?? '',
  ]);
  return `${alignColumns([['number', 'state', 'opened', 'company', 'about', 'taken by'], ...rows]).join('\n')}\n`;
}

/** On one line, without what a terminal would take for commands. */
function shorten(text: string): string {
  const letters = [...text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()];
  return letters.length <= SHOWN ? letters.join('') : `${letters.slice(0, SHOWN - 1).join('')}…`;
}
