import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it, vi } from 'vitest';
import { loadProject } from '../project-catalog.ts';
import { answerId } from '../small-catalog.ts';
import { runTorap, startTorap } from './torap.ts';

// A process that loads all content takes seconds to start where two cores are busy.
vi.setConfig({ testTimeout: 60_000 });

const { catalog } = await loadProject();
const titles = (id: string) => catalog.answers.get(answerId(id))?.texts;

/** One line of --jsonl's output. */
interface Line {
  readonly id?: string | number;
  readonly error?: string;
  readonly language?: string;
  readonly decision?: string;
  readonly matches?: readonly { readonly answer: string; readonly confidence: number }[];
  readonly text?: string;
}

function parseLines(output: string): Line[] {
  expect(output.endsWith('\n')).toBe(true);
  return output
    .slice(0, -1)
    .split('\n')
    .map((line): Line => JSON.parse(line));
}

const question = (line: object): string => JSON.stringify(line);

describe('torap ask', () => {
  it('prints the answer as plain text', async () => {
    const { status, output, errors } = await runTorap([
      'ask',
      'Қорғас хабында қандай терминалдар мен қоймалар бар',
    ]);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output.split('\n')[0]).toBe(titles('hubs/khorgos/facilities')?.kk.title);
    expect(output).not.toMatch(/<\/?(?:b|i|a|blockquote)\b/);
  });

  it('joins words that are not in quotes, and prints what can be chosen or is suggested', async () => {
    const { status, output } = await runTorap(['ask', 'who', 'won', 'the', 'football', 'match']);
    expect(status).toBe(0);
    for (const id of catalog.index.usual.slice(0, 3)) expect(output).toContain(`– ${titles(id)?.en.title}\n`);
  });

  it('shows with --explain how the reply came about', async () => {
    const { status, output } = await runTorap([
      'ask',
      '--explain',
      'какие тавары в основном идут через порты Каспийского хаба и сколько их было за год',
    ]);
    expect(status).toBe(0);
    expect(output).toContain(titles('hubs/caspian/trade')?.ru.title);
    expect(output).toMatch(/\nlanguage: ru \(clarity \d\.\d\d, typed as it is written\)\n/);
    expect(output).toMatch(/тавары → \S+ → \S+ \(taken for "\S+", trust 0\.\d\d\)/);
    expect(output).toMatch(/\n {2}0\.\d{3} {2}hubs\/caspian\/trade {2}\(words \d\.\d\d, .*\)\n/);
    expect(output).toMatch(
      /\ndecision: answer, because content answers it \([01]\.\d{3}\), with the best answer \([01]\.\d{3}\), or its entry \([01]\.\d{3}\)\n$/,
    );
  });

  it.each([
    ['no question', ['ask'], 'ask needs a question.'],
    ['an empty question', ['ask', ' '], 'ask needs a question.'],
    ['an unknown option', ['ask', '--loud', 'where'], "Unknown option '--loud'"],
    [
      'a question beside --jsonl',
      ['ask', '--jsonl', 'where'],
      '--jsonl reads its questions from standard input.',
    ],
  ])('cannot do with %s, and says how it is used', async (_, args, complaint) => {
    const { status, output, errors } = await runTorap(args);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain(complaint);
    expect(errors).toContain('ask --jsonl');
  });

  it('says why when content is not there', async () => {
    const { status, errors } = await runTorap(['ask', 'where'], {
      environment: { CONTENT_DIR: 'test/nowhere' },
    });
    expect(status).toBe(2);
    expect(errors).toContain('nowhere');
    expect(errors).not.toContain('    at ');
  });
});

describe('torap ask --jsonl', () => {
  it('answers line by line, in order; a bad line gets an error and the rest go on', async () => {
    const input = [
      question({ id: 'kk', text: 'Каспий хабы қай облыста тұр', chat_language: 'ru' }),
      'not JSON',
      question({ id: 7, text: 'телефон и почта каспийского хаба' }),
      '',
      question({ id: 'no text' }),
      question({ text: 'no id' }),
      question({ id: 'number', text: 5 }),
      question({ id: 'German', text: 'where', chat_language: 'de' }),
      '[]',
      'null',
      `${question({ id: 'CRLF', text: 'what is the weather tomorrow' })}\r`,
      question({ id: 'bare name', text: 'Актау', chat_language: 'kk' }),
      question({ id: 'nothing', text: '' }),
      question({ id: 'separator', text: 'phone and email\u2028of the Caspian hub' }),
      question({ id: 'last, without an end of line', text: 'порт', chat_language: 'ru' }),
    ].join('\n');
    const { status, output, errors } = await runTorap(['ask', '--jsonl'], { input });
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    const lines = parseLines(output);
    expect(lines.map(({ id, decision, language, error }) => [id, decision ?? error, language])).toEqual([
      ['kk', 'answer', 'kk'],
      [undefined, 'the line is not valid JSON', undefined],
      [7, 'answer', 'ru'],
      ['no text', 'text: give a string', undefined],
      [undefined, 'id: give a string or a number', undefined],
      ['number', 'text: give a string', undefined],
      ['German', 'chat_language: give one of kk, ru, en, or leave it out', undefined],
      [undefined, 'the line: give an object with "id" and "text"', undefined],
      [undefined, 'the line: give an object with "id" and "text"', undefined],
      ['CRLF', 'refuse', 'en'],
      ['bare name', expect.any(String), 'kk'],
      ['nothing', 'refuse', 'ru'],
      ['separator', 'answer', 'en'],
      ['last, without an end of line', expect.any(String), 'ru'],
    ]);

    const replies = lines.filter(({ error }) => error === undefined);
    for (const { matches = [], text, id } of replies) {
      const confidences = matches.map(({ confidence }) => confidence);
      expect(matches.length).toBeGreaterThanOrEqual(id === 'nothing' ? 0 : 3);
      expect(confidences).toEqual([...confidences].sort((left, right) => right - left));
      expect(confidences.every((confidence) => confidence >= 0 && confidence <= 1)).toBe(true);
      expect(text).not.toBe('');
    }
    expect(lines[0]?.matches?.[0]?.answer).toBe('hubs/caspian/about');
    expect(lines[0]?.text).toContain(titles('hubs/caspian/about')?.kk.title);
  });

  it('answers more lines than a pipe holds, one each and in order', async () => {
    const asked = Array.from({ length: 300 }, (_, id) => ({
      id,
      text: id % 2 ? 'хаб Хоргос где' : 'Каспий хабы',
    }));
    const input = asked.map((line) => `${question(line)}\n`).join('');
    const { status, output } = await runTorap(['ask', '--jsonl'], { input });
    expect(status).toBe(0);
    expect(parseLines(output).map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
  });

  it('answers each line as it comes, not at the end', async () => {
    const child = startTorap(['ask', '--jsonl']);
    const closed = once(child, 'close');
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const id of [1, 2]) {
      child.stdin.write(`${question({ id, text: 'порт' })}\n`);
      const { value } = await lines.next();
      expect(JSON.parse(value)).toMatchObject({ id });
    }
    child.stdin.end();
    expect(await closed).toEqual([0, null]);
  });

  it('ends quietly when nobody reads on', async () => {
    const child = startTorap(['ask', '--jsonl']);
    const closed = once(child, 'close');
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${question({ id: 1, text: 'порт' })}\n`.repeat(300));
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await closed).toEqual([0, null]);
    expect(errors).toBe('');
  });
});
