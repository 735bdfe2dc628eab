import { describe, expect, it, vi } from 'vitest';
import { VALID_CONTENT, writeContent } from '../catalog/content-tree.ts';
import { runTorap } from './torap.ts';

// A process takes seconds to start where two cores are busy.
vi.setConfig({ testTimeout: 60_000 });

describe('torap new', () => {
  it('makes an entry, says which files, and the check goes on passing', async () => {
    const environment = { CONTENT_DIR: await writeContent(VALID_CONTENT) };
    const made = await runTorap(['new', 'guide', 'how-to-moor'], { environment });
    expect(made).toMatchInlineSnapshot(`
      {
        "errors": "",
        "output": "guides/how-to-moor is there as a draft:
        content/guides/how-to-moor/entry.yaml
        content/guides/how-to-moor/about.kk.md
        content/guides/how-to-moor/about.ru.md
        content/guides/how-to-moor/about.en.md
      Write what the lines with ✎ ask for; "npm run --silent torap -- check" lists what is left.
      ",
        "status": 0,
      }
    `);
    const check = await runTorap(['check'], { environment });
    expect(check.status).toBe(0);
    expect(check.output).toContain('content/guides/how-to-moor/about.ru.md:7  still to be written: ');
    const again = await runTorap(['new', 'guides', 'how-to-moor'], { environment });
    expect(again).toMatchInlineSnapshot(`
      {
        "errors": "There is already something at content/guides/how-to-moor.
      ",
        "output": "",
        "status": 1,
      }
    `);
  });

  it.each([[['new']], [['new', 'guide']], [['new', 'people', 'aliya']], [['new', 'guide', 'one', 'two']]])(
    'needs a kind and an id: %j',
    async (args) => {
      const { status, errors } = await runTorap(args);
      expect(status).toBe(2);
      expect(errors).toMatch(/^(?:Name a kind of entry and an id|There is no kind of entry "people")/);
    },
  );
});
