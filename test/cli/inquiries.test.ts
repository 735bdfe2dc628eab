import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { deskData } from './desk-data.ts';
import { runTorap } from './torap.ts';

describe('torap inquiries', () => {
  it('lists open ones', async () => {
    const { status, output, errors } = await runTorap(['inquiries'], {
      environment: { DATA_DIR: await deskData() },
    });
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g, '<day and time> ')).toMatchInlineSnapshot(`
      "number       state     opened            company           about                  taken by
      T-2611-0042  answered  <day and time>   «Жібек жолы» ЖШС  Қорғаста қойма жалдау  Дәурен
      "
    `);
  });

  it('writes all as CSV, without formulas', async () => {
    const environment = { DATA_DIR: await deskData() };
    const { output } = await runTorap(['inquiries', '--state', 'all', '--format', 'csv'], { environment });
    expect(output.split('\r\n')).toEqual([
      expect.stringMatching(/^\ufeff?number,/),
      expect.stringMatching(/^T-2611-0041,closed,.*,'=1\+1,/),
      expect.stringMatching(/^T-2611-0042,answered,/),
      '',
    ]);
  });

  it('writes those of a state as JSON', async () => {
    const environment = { DATA_DIR: await deskData() };
    const { output } = await runTorap(['inquiries', '--state=closed', '--format=json'], { environment });
    expect(JSON.parse(output)).toMatchObject([{ number: 'T-2611-0041', company: '=1+1' }]);
  });

  it('says so where there are none', async () => {
    const environment = { DATA_DIR: await temporaryFolder() };
    expect(await runTorap(['inquiries'], { environment })).toMatchObject({
      status: 0,
      output: 'There are none.\n',
    });
  });

  it.each([
    ['--state=gone', '--state takes open, received, taken, answered, closed, withdrawn, all; it was "gone".'],
    ['--format=xls', '--format takes table, csv, json; it was "xls".'],
  ])('does not take %s', async (option, message) => {
    const { status, errors } = await runTorap(['inquiries', option]);
    expect(status).toBe(2);
    expect(errors).toContain(message);
  });
});
