// What stands in braces in an answer's text: a fact's name, `{capacity}`, `{capacity|number}`,
// `{facilities/aktau-port#capacity|as-of-in}`, or words whose digits are no figure: `{"Khorgos 2.0"}`.

import {
  DATE_FORMS,
  type DateForm,
  formatDate,
  formatFigure,
  formatNumber,
  type Speech,
} from '../language/index.ts';
import { suggestName } from './problem.ts';
import type { Fact } from './schema.ts';

/** A piece of text: words as they stand, a reference to a fact, or words in quotes. */
export type TextPiece =
  | { readonly kind: 'words'; readonly text: string; readonly offset: number }
  | { readonly kind: 'quoted'; readonly text: string; readonly offset: number }
  | { readonly kind: 'reference'; readonly fact: string; readonly form: string; readonly offset: number };

/** Splits text at its braces. Braces that are not closed, or empty, stay words. */
export function splitReferences(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{\s*(?:"([^"}]*)"|([^{}"|]+)(?:\|([^{}"|]*))?)\s*\}/g)) {
    if (match.index > end) pieces.push({ kind: 'words', text: text.slice(end, match.index), offset: end });
    const [whole, quoted, fact = '', form = ''] = match;
    pieces.push(
      quoted === undefined
        ? { kind: 'reference', fact: fact.trim(), form: form.trim(), offset: match.index }
        : { kind: 'quoted', text: quoted, offset: match.index },
    );
    end = match.index + whole.length;
  }
  if (end < text.length) pieces.push({ kind: 'words', text: text.slice(end), offset: end });
  return pieces;
}

/** A fact as a sentence prints it, or why it can't and what to do. */
export type FactText = { readonly text: string } | { readonly message: string; readonly remedy: string };

const DATE_FORM_NAMES: ReadonlyMap<string, DateForm> = new Map(
  DATE_FORMS.map((form) => [form === 'plain' ? '' : form, form]),
);

/**
 * Writes a fact in the form that a text asks for.
 * @param form "" for the usual form; "number"; "in", "of", "to", "from" for dates;
 *   "as-of" and "as-of-in" … for the date when the fact was true
 */
export function writeFact(fact: Fact, form: string, speech: Speech): FactText {
  const [, asOfForm] = /^as-of(?:-(.+))?$/.exec(form) ?? [];
  if (form.startsWith('as-of')) {
    const dateForm = DATE_FORM_NAMES.get(asOfForm ?? '');
    return dateForm ? { text: formatDate(fact.as_of, dateForm, speech) } : unknownForm(form, AS_OF_FORMS);
  }
  if ('value' in fact) {
    const figure = { value: fact.value, unit: fact.unit, ...(fact.scale && { scale: fact.scale }) };
    if (form === 'number') return { text: formatNumber(figure, speech) };
    return form === ''
      ? { text: formatFigure(figure, speech) }
      : unknownForm(form, ['number', ...AS_OF_FORMS]);
  }
  if ('date' in fact) {
    const dateForm = DATE_FORM_NAMES.get(form);
    return dateForm
      ? { text: formatDate(fact.date, dateForm, speech) }
      : unknownForm(form, ['in', 'of', 'to', 'from', ...AS_OF_FORMS]);
  }
  if ('literal' in fact && form === '') return { text: fact.literal };
  if ('literal' in fact) return unknownForm(form, AS_OF_FORMS);
  return {
    message: 'a statement has no figure to print.',
    remedy: 'Say it in words and name the fact under rests_on, or print its date with |as-of.',
  };
}

const AS_OF_FORMS = ['as-of', 'as-of-in', 'as-of-of', 'as-of-to', 'as-of-from'];

function unknownForm(form: string, known: readonly string[]): FactText {
  return { message: `the form "${form}" does not fit this fact.`, remedy: suggestName(form, known) };
}
