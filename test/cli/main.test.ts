import { describe, expect, it } from 'vitest';
import { runTorap } from './torap.ts';

describe('torap', () => {
  it.each([[[]], [['--help']]])('tells what it can do: %j', async (args) => {
    const { status, output, errors } = await runTorap(args);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output).toMatchInlineSnapshot(`
      "Usage: npm run --silent torap -- <command>

        check              checks content/ and locales/ and says what is wrong, where, and what to do
        check --table      also lists every answer, not only entries that need something
        check --json       the same as JSON: {"errors","warnings","counts"}; a problem of a whole file has line 1
        ask "question"     prints the reply
        ask --explain "…"  shows how the reply came about
        ask --jsonl        reads {"id","text","chat_language"?,"context"?} a line, writes a line of JSON each;
                           "context" is the answer shown before, such as "hubs/khorgos/about"
        new facility some-id
                           makes the files of a new entry, filled with what is to be written
                           (hub, facility, route, format or guide)
        uses hubs/khorgos  lists the files and lines that name an entry; so for a fact (hubs/khorgos#area)
                           and for a source (its id in sources.yaml)
        rename facilities/old facilities/new
                           renames an entry in all files; its old id goes on working in old buttons
        rename hubs/khorgos#old hubs/khorgos#new
                           renames a fact in all files
        schemas            writes content/schemas/, and the first lines of YAML files that name them
        schemas --check    says which of these files are out of date; status 1 when any is
        gaps --days 30     lists questions without a good answer, most asked first, each with the line to paste
                           into the file of one of the nearest answers
        gaps --json        the same as JSON: [{"language","asked","reasons","lastAsked","wordings","nearest","pastes"}]
        inquiries          lists inquiries that are neither closed nor withdrawn
        inquiries --state received|taken|answered|closed|withdrawn|all
                           lists those of one state, or all
        inquiries --format csv
                           writes all that they say, for a spreadsheet; --format json, for programs
        stats --days 30    counts questions by day, language, hub, topic and outcome, and inquiries
        stats --json       the same as JSON; "firstReply" is in milliseconds
        stats --picture file.png --language kk
                           also draws it, in kk, ru or en
      "
    `);
  });

  it.each(['dance', 'constructor'])('knows no command "%s", and says what it knows', async (name) => {
    const { status, output, errors } = await runTorap([name]);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain(`There is no command "${name}". Usage: npm run --silent torap -- <command>`);
    expect(errors).toContain('ask "question"');
  });
});
