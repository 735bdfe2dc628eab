// What stands in braces in an answer's text: a fact's name, `{capacity}`, `{capacity|number}`,
// `{facilities/aktau-port#capacity|as-of-in}`, or words whose digits are no figure: `{"Khorgos 2.0"}`.

import {
  DATE_FORMS,
  type DateForm,
  formatDate,
  formatFigure,
  formatNumber,
  isKnownUnit,
  type Speech,
} from '../language/index.ts';
import { suggestName } from './problem.ts';
import type { Fact } from './schema.ts';

/** A piece of text: words as they stand, a reference to a fact, or words in quotes. */
export type TextPiece =
  | { readonly kind: 'words'; readonly text: string; readonly offset: number }
  | { readonly kind: 'quoted'; readonly text: string; readonly offset: number }
  | { readonly kind: 'reference'; readonly fact: string; readonly form: string; readonly offset: number };

/** No two neighbouring parts match the same character, so that no text makes the search slow. */
const REFERENCE = /\{\s*(?:"([^"}]*)"\s*|([^\s{}"|][^{}"|]*)(?:\|([^{}"|]*))?)\}/g;

/** Splits text at its braces. Braces that are not closed, or empty, stay words. */
export function splitReferences(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(REFERENCE)) {
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

const AS_OF_FORM_NAMES: ReadonlyMap<string, DateForm> = new Map(
  DATE_FORMS.map((form) => [form === 'plain' ? 'as-of' : `as-of-${form}`, form]),
);

const AS_OF_FORMS = [...AS_OF_FORM_NAMES.keys()];

/**
 * Writes a fact in the form that a text asks for.
 * @param form "" for the usual form; "number"; "in", "of", "to", "from" for dates;
 *   "as-of" and "as-of-in" … for the date when the fact was true
 */
export function writeFact(fact: Fact, form: string, speech: Speech): FactText {
  const asOfForm = AS_OF_FORM_NAMES.get(form);
  if (asOfForm) return { text: formatDate(fact.as_of, asOfForm, speech) };
  if (form.startsWith('as-of')) return unknownForm(form, AS_OF_FORMS);
  if ('value' in fact) {
    const figure = { value: fact.value, unit: fact.unit, ...(fact.scale && { scale: fact.scale }) };
    if (form !== '' && form !== 'number') return unknownForm(form, ['number', ...AS_OF_FORMS]);
    // A unit that is not known is told once, where it stands in entry.yaml.
    const write = form === 'number' || !isKnownUnit(fact.unit, speech) ? formatNumber : formatFigure;
    return { text: write(figure, speech) };
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

function unknownForm(form: string, known: readonly string[]): FactText {
  return { message: `the form "${form}" does not fit this fact.`, remedy: suggestName(form, known) };
}
