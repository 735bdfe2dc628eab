import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { deskData } from './desk-data.ts';
import { runTorap } from './torap.ts';

describe('torap gaps', () => {
  it('lists questions without a good answer, most asked first, with the line to paste', async () => {
    const { status, output, errors } = await runTorap(['gaps'], {
      environment: { DATA_DIR: await deskData() },
    });
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output.replaceAll(/last on .*? ·/g, 'last on <day> ·')).toMatchInlineSnapshot(`
      "Questions without a good answer

      1. [ru] вагоны где взять
         где взять вагоны
         asked 2 times, last on <day> · no answer: 2
         If one of these answers tells it, add the line to its file:
        - "вагоны где взять"
           content/routes/china-europe-rail/about.ru.md

      2. [ru] тариф порта
         asked 1 time, last on <day> · voted down: 1
         If one of these answers tells it, add the line to its file:
        - "тариф порта"
           content/facilities/aktau-port/about.ru.md
      "
    `);
  });

  it('looks back as far as it is told, and writes JSON', async () => {
    const environment = { DATA_DIR: await deskData() };
    const { status, output } = await runTorap(['gaps', '--json', '--days', '60'], { environment });
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject([
      { language: 'ru', asked: 2, pastes: [{ file: 'content/routes/china-europe-rail/about.ru.md' }] },
      { asked: 1, wordings: ['тариф порта'], reasons: { disliked: 1 } },
      { asked: 1, wordings: ['какая погода'], pastes: [] },
    ]);
  });

  it('says so where there is none', async () => {
    const { status, output } = await runTorap(['gaps'], {
      environment: { DATA_DIR: await temporaryFolder() },
    });
    expect({ status, output }).toEqual({
      status: 0,
      output: 'No question lacked a good answer in this time.\n',
    });
  });

  it.each(['0', '1.5'])('takes no --days=%s', async (days) => {
    const { status, errors } = await runTorap(['gaps', `--days=${days}`]);
    expect(status).toBe(2);
    expect(errors).toContain('--days takes a whole number from 1 to 3660');
  });
});
