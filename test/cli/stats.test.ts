import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { deskData } from './desk-data.ts';
import { runTorap } from './torap.ts';

describe('torap stats', () => {
  it('writes numbers, and a picture in the language that is asked for', async () => {
    const picture = join(await temporaryFolder(), 'stats.png');
    const { status, output, errors } = await runTorap(['stats', '--picture', picture, '--language', 'ru'], {
      environment: { DATA_DIR: await deskData() },
    });
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output).toMatch(/^О чём спрашивали: /);
    expect(output).toContain('Вопросы: 4\n');
    expect(output).toContain('До первого ответа (медиана): 60\u00a0минут');
    expect((await readFile(picture)).subarray(1, 4).toString()).toBe('PNG');
  });

  it('writes JSON', async () => {
    const environment = { DATA_DIR: await deskData() };
    const { output } = await runTorap(['stats', '--json', '--days', '7'], { environment });
    const counted = JSON.parse(output);
    expect(counted).toMatchObject({
      questions: 4,
      votes: { up: 0, down: 1 },
      opened: 2,
      firstReply: 3_600_000,
    });
    expect(counted.days).toHaveLength(7);
  });

  it('counts nothing where there is no data folder', async () => {
    const environment = { DATA_DIR: join(await temporaryFolder(), 'none') };
    const { status, output } = await runTorap(['stats'], { environment });
    expect(status).toBe(0);
    expect(output).toContain('Questions: 0\n');
  });

  it('knows three languages', async () => {
    const { status, errors } = await runTorap(['stats', '--language', 'de']);
    expect(status).toBe(2);
    expect(errors).toContain('--language takes kk, ru or en; it was "de".');
  });
});
