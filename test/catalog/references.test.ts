// What stands in braces: facts, their forms, and words whose digits are no figure.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitReferences, type TextPiece, writeFact } from '../../src/catalog/references.ts';
import { entrySchema, type Fact } from '../../src/catalog/schema.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';

const phrases = await loadProjectPhrases();

/** The pieces in a few signs: words as they stand, `<fact|form>`, `"quoted"`, each with its offset. */
function sketch(text: string): string[] {
  return splitReferences(text).map((piece) => {
    if (piece.kind === 'words') return `${piece.offset} ${piece.text}`;
    if (piece.kind === 'quoted') return `${piece.offset} "${piece.text}"`;
    return `${piece.offset} <${piece.fact}|${piece.form}>`;
  });
}

describe('splitReferences', () => {
  it.each([
    ['no braces', ['0 no braces']],
    ['', []],
    ['{capacity}', ['0 <capacity|>']],
    ['Up to {capacity} a year', ['0 Up to ', '6 <capacity|>', '16  a year']],
    ['{a}{b}', ['0 <a|>', '3 <b|>']],
    ['{finish|in}', ['0 <finish|in>']],
    ['{ finish | in }', ['0 <finish|in>']],
    ['{finish|}', ['0 <finish|>']],
    ['{a\nb}', ['0 <a\nb|>']],
    ['{facilities/port#capacity|as-of-in}', ['0 <facilities/port#capacity|as-of-in>']],
    ['{"Khorgos 2.0"}', ['0 "Khorgos 2.0"']],
    ['{ "a | b" }', ['0 "a | b"']],
    ['{""}', ['0 ""']],
    // What is no reference stays words, for the reader of the text to tell.
    ['{}', ['0 {}']],
    ['{ }', ['0 { }']],
    ['{ |in}', ['0 { |in}']],
    ['{a', ['0 {a']],
    ['a}', ['0 a}']],
    ['{a|b|c}', ['0 {a|b|c}']],
    ['{"a}', ['0 {"a}']],
    ['{{a}}', ['0 {', '1 <a|>', '4 }']],
  ])('splits %j', (text, pieces) => {
    expect(sketch(text)).toEqual(pieces);
  });

  const texts = fc.string({ unit: fc.constantFrom(...'{}"|# \n\tab-қ7'), maxLength: 60 });

  it('loses no text: each piece stands in the text where the last one ended', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        const pieces = splitReferences(text);
        const ends = [...pieces.slice(1).map(({ offset }) => offset), text.length];
        const wholes = pieces.map(({ offset }, index) => text.slice(offset, ends[index]));
        expect(wholes.join('')).toBe(text);
        expect(pieces.filter((piece, index) => !stands(piece, wholes[index] ?? ''))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  /** Tells whether a piece says what stands at its place in the text. */
  function stands(piece: TextPiece, whole: string): boolean {
    if (piece.kind === 'words') return piece.text === whole;
    const inside = whole.slice(1, -1).trim();
    if (piece.kind === 'quoted') return `"${piece.text}"` === inside;
    const [fact = '', form = ''] = inside.split('|');
    return piece.fact === fact.trim() && piece.form === form.trim();
  }

  it('names a fact in each reference', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const nameless = splitReferences(text).filter(
          (piece) => piece.kind === 'reference' && piece.fact === '',
        );
        expect(nameless).toEqual([]);
      }),
    );
  });

  it('takes time in proportion to the text, whatever it is', () => {
    const text = `${'{'.repeat(1000)}${' '.repeat(100_000)}{"${'"'.repeat(1000)}`;
    expect(splitReferences(text)).toEqual([{ kind: 'words', text, offset: 0 }]);
  });
});

/** A fact as entry.yaml gives it. */
function factOf(fields: object): Fact {
  return entrySchema.shape.facts.valueType.parse({ as_of: '2025-11', source: 'port-site', ...fields });
}

const FIGURE = factOf({ value: 20, scale: 'million', unit: 'tonne' });
const DATE = factOf({ date: 2027 });
const LITERAL = factOf({ literal: '№ 624' });
const STATEMENT = factOf({ statement: 'The state owns the port.' });

describe('writeFact', () => {
  it.each([
    ['a figure', '', FIGURE, '20_млн_тонна', '20_млн_т', '20_million_tonnes'],
    ['a figure', 'number', FIGURE, '20_млн', '20_млн', '20_million'],
    ['a figure', 'as-of', FIGURE, '2025 жылғы қараша', 'ноябрь 2025 года', 'November 2025'],
    ['a date', '', DATE, '2027 жыл', '2027 год', '2027'],
    ['a date', 'in', DATE, '2027 жылы', 'в 2027 году', 'in 2027'],
    ['a date', 'of', DATE, '2027 жылдың', '2027 года', '2027'],
    ['a date', 'to', DATE, '2027 жылға', '2027 году', '2027'],
    ['a date', 'from', DATE, '2027 жылдан', '2027 года', '2027'],
    ['a date', 'as-of-in', DATE, '2025 жылғы қарашада', 'в ноябре 2025 года', 'in November 2025'],
    ['a literal', '', LITERAL, '№ 624', '№ 624', '№ 624'],
    ['a literal', 'as-of-from', LITERAL, '2025 жылғы қарашадан', 'ноября 2025 года', 'November 2025'],
    ['a statement', 'as-of-of', STATEMENT, '2025 жылғы қарашаның', 'ноября 2025 года', 'November 2025'],
    ['a statement', 'as-of-to', STATEMENT, '2025 жылғы қарашаға', 'ноябрю 2025 года', 'November 2025'],
  ])('writes %s in the form "%s"', (_, form, fact, kk, ru, en) => {
    const written = [phrases.kk, phrases.ru, phrases.en].map((speech) => {
      const result = writeFact(fact, form, speech);
      return 'text' in result ? result.text.replaceAll('\u00a0', '_') : result.message;
    });
    expect(written).toEqual([kk, ru, en]);
  });

  it.each([
    ['nubmer', FIGURE, 'the form "nubmer" does not fit this fact. Did you mean "number"?'],
    ['in', FIGURE, 'the form "in" does not fit this fact. Did you mean "as-of-in"?'],
    [
      'number',
      DATE,
      'the form "number" does not fit this fact. Known here: in, of, to, from, as-of, as-of-in, as-of-of, as-of-to, as-of-from.',
    ],
    [
      'number',
      LITERAL,
      'the form "number" does not fit this fact. Known here: as-of, as-of-in, as-of-of, as-of-to, as-of-from.',
    ],
    ['as-of-', DATE, 'the form "as-of-" does not fit this fact. Did you mean "as-of-in"?'],
    ['as-off', DATE, 'the form "as-off" does not fit this fact. Did you mean "as-of"?'],
    [
      '',
      STATEMENT,
      'a statement has no figure to print. Say it in words and name the fact under rests_on, or print its date with |as-of.',
    ],
  ])('says why the form "%s" fits no such fact (%#)', (form, fact, problem) => {
    const result = writeFact(fact, form, phrases.en);
    expect('text' in result ? result.text : `${result.message} ${result.remedy}`).toBe(problem);
  });

  it('leaves an unknown unit to the check of entry.yaml, which tells it once', () => {
    expect(writeFact(factOf({ value: 3, unit: 'parsec' }), '', phrases.en)).toEqual({ text: '3' });
  });
});
