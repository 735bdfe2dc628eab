// An answer's Markdown: what is let through, what is refused and at which line.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Body, readBody } from '../../src/catalog/body.ts';
import { plainLines } from '../../src/catalog/catalog.ts';
import { describeProblem } from '../../src/catalog/problem.ts';

const FACTS: ReadonlyMap<string, string> = new Map([
  ['capacity', '20 million tonnes'],
  ['opened|in', 'in 2015'],
]);

/** Reads Markdown that begins at line 11 of its file. */
function read(markdown: string): Body {
  return readBody(markdown, { file: 'about.en.md', linesBefore: 10 }, (fact, form) => {
    const text = FACTS.get(form === '' ? fact : `${fact}|${form}`);
    return text === undefined ? { message: `no ${fact}.`, remedy: 'Add it.' } : { text };
  });
}

function problemsIn(markdown: string): string[] {
  return read(markdown).problems.map(describeProblem);
}

/** The blocks in a few signs: `*strong*`, `/emphasis/`, `[words](address)`, list items between bars. */
function sketch(markdown: string): string[] {
  expect(problemsIn(markdown)).toEqual([]);
  type Spans = Extract<Body['blocks'][number], { kind: 'paragraph' }>['spans'];
  const draw = (spans: Spans): string =>
    spans
      .map((span) => {
        if (span.kind === 'text') return span.text;
        const inner = draw(span.spans);
        if (span.kind === 'link') return `[${inner}](${span.url})`;
        return span.kind === 'strong' ? `*${inner}*` : `/${inner}/`;
      })
      .join('');
  return read(markdown).blocks.map((block) =>
    block.kind === 'paragraph'
      ? draw(block.spans)
      : block.ordered
        ? `#${block.items.map(draw).join('|')}#`
        : `|${block.items.map(draw).join('|')}|`,
  );
}

describe('readBody lets through', () => {
  it.each([
    ['a paragraph', 'The port.', ['The port.']],
    ['paragraphs', 'One.\n\nTwo.', ['One.', 'Two.']],
    ['a paragraph of several lines, as one', 'One\ntwo\nthree.', ['One two three.']],
    ['bold and italic', '**The** _port_ and *port*', ['*The* /port/ and /port/']],
    ['one in the other', '**The _port_**', ['*The /port/*']],
    [
      'a link',
      'See [the **port**](https://port.example/a?b=c).',
      ['See [the *port*](https://port.example/a?b=c).'],
    ],
    ['a link without s', '[old](http://law.example/)', ['[old](http://law.example/)']],
    [
      'an address in angle brackets',
      '<https://port.example/>',
      ['[https://port.example/](https://port.example/)'],
    ],
    ['a list', '- one\n- **two**', ['|one|*two*|']],
    ['a numbered list', '1. one\n2. two', ['#one|two#']],
    ['a list with gaps', '- one\n\n- two', ['|one|two|']],
    ['a list with other signs', '* one\n* two', ['|one|two|']],
    ['a list after a paragraph', 'Two:\n- one\n- two', ['Two:', '|one|two|']],
    ['a fact', 'It handles {capacity}.', ['It handles 20 million tonnes.']],
    ['a fact in a form', 'It opened {opened|in}.', ['It opened in 2015.']],
    ['a fact with gaps in the braces', 'It handles { capacity }.', ['It handles 20 million tonnes.']],
    ['a fact in bold', '**{capacity}**', ['*20 million tonnes*']],
    ['quoted digits, as they stand', 'Now {"Khorgos 2.0"} too.', ['Now Khorgos 2.0 too.']],
    ['a table’s bar in a sentence', 'Rail | road', ['Rail | road']],
    ['a dash and a bar', '- A | B - C', ['|A | B - C|']],
    ['an escaped sign', 'A \\* B &amp; C', ['A * B & C']],
    ['a name with underscores', 'port_site_kz', ['port_site_kz']],
  ])('%s', (_, markdown, blocks) => {
    expect(sketch(markdown)).toEqual(blocks);
  });
});

const ALLOWED = 'Use paragraphs, lists with "- " or "1. ", **bold**, _italic_ and [links](https://…) only.';

describe('readBody refuses', () => {
  it.each([
    ['a heading', '# Port', 11, 'heading'],
    ['a heading in a later line', 'One.\n\n## Two', 13, 'heading'],
    ['a line below a line, which makes it a heading', 'Port\n---', 11, 'heading'],
    ['HTML', 'One.\n\n<p>two</p>', 13, 'HTML'],
    ['a comment', 'One.\n\n<!-- two -->', 13, 'HTML'],
    ['an image', 'One\n![two](https://port.example/a.png)', 12, 'image'],
    ['a table', 'One:\n\n| a | b |\n|---|---|\n| c | d |', 14, 'table'],
    ['a table without outer bars', 'a | b\n:-- | --:\nc | d', 12, 'table'],
    ['a nested list', '- one\n  - two', 12, 'list in a list'],
    ['a list in a list’s first place', '- one\n- - two', 12, 'list in a list'],
    ['a heading in a list', '- one\n- # two', 12, 'heading'],
    ['a second paragraph in a list item', '- one\n\n  two', 13, 'second paragraph in a list item'],
    ['a quotation', '> one', 11, 'quotation'],
    ['code', 'See `one`', 11, 'code'],
    ['a block of code', 'One.\n\n```\ntwo\n```', 13, 'code'],
    ['text that is indented like code', 'One.\n\n    two', 13, 'code'],
    ['a rule', 'One.\n\n***\n\nTwo.', 13, 'rule'],
    ['a forced line break', 'One  \ntwo', 11, 'forced line break'],
    ['a link by name', 'See [one].\n\n[one]: https://port.example/', 13, 'link by name'],
  ])('%s', (_, markdown, line, markup) => {
    expect(problemsIn(markdown)[0]).toBe(
      `about.en.md:${line}  this markup (${markup}) can't be shown. ${ALLOWED}`,
    );
  });

  it('what it refuses once, and says nothing else of it', () => {
    expect(problemsIn('# Port')).toHaveLength(1);
    expect(problemsIn('- one\n- - two')).toHaveLength(1);
    expect(problemsIn('| a | b |\n|---|---|\n| c | d |')).toHaveLength(1);
  });

  it('a link that leads to no page', () => {
    expect(problemsIn('One\n[two](javascript:alert)')).toMatchInlineSnapshot(`
      [
        "about.en.md:12  the link "javascript:alert" is no web address. Begin it with https://.",
      ]
    `);
    expect(problemsIn('[two](/about)')).toMatchInlineSnapshot(`
      [
        "about.en.md:11  the link "/about" is no web address. Begin it with https://.",
      ]
    `);
    expect(problemsIn('<info@port.example>')).toMatchInlineSnapshot(`
      [
        "about.en.md:11  the link "mailto:info@port.example" is no web address. Begin it with https://.",
      ]
    `);
  });

  it('a list item without text', () => {
    expect(problemsIn('- one\n-\n- three')).toMatchInlineSnapshot(`
      [
        "about.en.md:12  a list item has no text. Write it or remove the item.",
      ]
    `);
  });

  it('an empty text', () => {
    expect(problemsIn('')).toMatchInlineSnapshot(`
      [
        "about.en.md:11  the answer has no text. Write it below the second line of ---.",
      ]
    `);
    expect(problemsIn('\n \n')).toMatchInlineSnapshot(`
      [
        "about.en.md:11  the answer has no text. Write it below the second line of ---.",
      ]
    `);
  });

  it('a bare digit, at its own line', () => {
    expect(problemsIn('One\ntwo\nthree 4 five')).toMatchInlineSnapshot(`
      [
        "about.en.md:13  the figure "4" has no fact behind it. Make it a fact of entry.yaml and write {its-name}; if it is no figure, write {"…"} around it.",
      ]
    `);
    expect(problemsIn('- one\n- **1520 mm**')).toMatchInlineSnapshot(`
      [
        "about.en.md:12  the figure "1520" has no fact behind it. Make it a fact of entry.yaml and write {its-name}; if it is no figure, write {"…"} around it.",
      ]
    `);
    expect(problemsIn('Call +7-700.')).toMatchInlineSnapshot(`
      [
        "about.en.md:11  the figure "+7-700." has no fact behind it. Make it a fact of entry.yaml and write {its-name}; if it is no figure, write {"…"} around it.",
      ]
    `);
    expect(problemsIn('{capacity} of\n٢٠')).toMatchInlineSnapshot(`
      [
        "about.en.md:12  the figure "٢٠" has no fact behind it. Make it a fact of entry.yaml and write {its-name}; if it is no figure, write {"…"} around it.",
      ]
    `);
  });

  it('a brace that is not closed, at its own line', () => {
    expect(problemsIn('One\ntwo {capacity')).toMatchInlineSnapshot(`
      [
        "about.en.md:12  a brace is not closed or is empty. Write {fact-name} or {"words"}.",
      ]
    `);
    expect(problemsIn('One } two')).toMatchInlineSnapshot(`
      [
        "about.en.md:11  a brace is not closed or is empty. Write {fact-name} or {"words"}.",
      ]
    `);
  });

  it.each(['{}', '{ }', '{|in}', '{ |in}', '{capacity|in|of}', '{"one" two}', '{"one}'])(
    'braces that hold nothing to print: %s',
    (braces) => {
      expect(problemsIn(`Some ${braces} text`)).toEqual([
        'about.en.md:11  a brace is not closed or is empty. Write {fact-name} or {"words"}.',
      ]);
    },
  );

  it('a fact that is not there, at its own line', () => {
    expect(problemsIn('One {capacity}\nand {capacty}.')).toEqual(['about.en.md:12  no capacty. Add it.']);
  });

  it('a text far longer than any message, without reading it', () => {
    expect(problemsIn('*'.repeat(200_000))).toMatchInlineSnapshot(`
      [
        "about.en.md:11  the text has 200000 characters, more than a message can ever show. Shorten it, or move a part to another topic.",
      ]
    `);
  });

  it('markup that is nested without end', () => {
    expect(problemsIn(`${'*'.repeat(500)}a${'*'.repeat(500)}`)[0]).toContain('(strong)');
  });
});

describe('readBody', () => {
  const signs = [...'{}"|*_[]()<>-#`\n 1&қ'];
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...signs), maxLength: 200 }),
  );

  it('never throws, and gives blocks or problems, within the lines of the text', () => {
    fc.assert(
      fc.property(texts, (markdown) => {
        const { blocks, problems } = read(markdown);
        expect(blocks.length + problems.length).toBeGreaterThan(0);
        const last = 10 + markdown.split(/\r\n|\r|\n/).length;
        expect(problems.filter(({ line = 0 }) => line <= 10 || line > last)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('lets no digit through that has no fact or quotation behind it', () => {
    fc.assert(
      fc.property(texts, (markdown) => {
        fc.pre(!markdown.includes('"'));
        const { blocks, problems } = read(markdown);
        fc.pre(problems.length === 0);
        expect(plainLines(blocks).join('\n').replaceAll('20 million', '')).not.toMatch(/\p{Nd}/u);
      }),
      { numRuns: 300 },
    );
  });
});
