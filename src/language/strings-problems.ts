// Interface strings of the three languages against each other. Staff edit them while the bot answers: a string that
// one language lacks must be told when the file is saved, not when somebody first needs the string.

import { DATE_FORMS } from './dates.ts';
import { forEachLanguage, LANGUAGES } from './languages.ts';
import type { Strings } from './phrases.ts';
import { findUnshowable } from './unshowable.ts';

/** What is wrong with a file of interface strings, and what to do. */
export interface StringsProblem {
  /** The file, such as locales/ru.json. */
  readonly file: string;
  readonly message: string;
  readonly remedy: string;
}

const DATE_FORM_NAMES: ReadonlySet<string> = new Set(DATE_FORMS);

const PLURAL_SUFFIX = /_(zero|one|two|few|many|other)$/;

interface Family {
  /** The plural forms that a string stands with; "" for a string without. */
  readonly forms: Set<string>;
  readonly placeholders: Set<string>;
}

/**
 * Finds strings that a language lacks, placeholders that not all languages fill, and what is no string.
 * @param folder the name of the folder by which problems name the files
 */
export function findStringsProblems(strings: Strings, folder: string): StringsProblem[] {
  const noTexts = LANGUAGES.flatMap((language) =>
    findNoTexts(strings[language], `${folder}/${language}.json`),
  );
  if (noTexts.length > 0) return noTexts;
  const families = forEachLanguage((language) => familiesOf(strings[language]));
  const keys = [...new Set(LANGUAGES.flatMap((language) => [...families[language].keys()]))];
  return LANGUAGES.flatMap((language) => {
    const file = `${folder}/${language}.json`;
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    return keys.flatMap((key): StringsProblem[] => {
      const family = families[language].get(key);
      if (!family) {
        const [other] = LANGUAGES.filter((language) => families[language].has(key));
        const message = `the string "${key}", which ${other}.json has, is missing.`;
        return [{ file, message, remedy: IN_ALL }];
      }
      const lacking = family.forms.has('') ? [] : needed.filter((form) => !family.forms.has(form));
      const others = LANGUAGES.flatMap((other) => [...(families[other].get(key)?.placeholders ?? [])]);
      const unfilled = [...new Set(others)].filter((name) => !family.placeholders.has(name));
      return [
        ...lacking.map((form) => `the plural form "${key}_${form}" is missing.`),
        ...unfilled.map(
          (name) => `the string "${key}" has no {{${name}}}, which it has in another language.`,
        ),
      ].map((message) => ({ file, message, remedy: IN_ALL }));
    });
  });
}

const IN_ALL = 'Let all three languages have it.';

function familiesOf(strings: object): Map<string, Family> {
  const families = new Map<string, Family>();
  for (const [key, text] of leavesOf(strings, [])) {
    const name = key.replace(PLURAL_SUFFIX, '');
    const family = families.get(name) ?? { forms: new Set(), placeholders: new Set() };
    family.forms.add(PLURAL_SUFFIX.exec(key)?.[1] ?? '');
    for (const [, name = ''] of String(text).matchAll(/\{\{(.*?)\}\}/g)) {
      // A month stands in the form that the language's grammar asks for.
      family.placeholders.add(DATE_FORM_NAMES.has(name) ? 'month' : name);
    }
    families.set(name, family);
  }
  return families;
}

/** Reports what would be said as nothing, as a number or as a block of strings. */
function findNoTexts(strings: object, file: string): StringsProblem[] {
  return leavesOf(strings, []).flatMap(([key, leaf]): StringsProblem[] => {
    const texts: readonly unknown[] = Array.isArray(leaf) ? leaf : [leaf];
    if (!texts.every((text) => typeof text === 'string' && text.trim() !== '')) {
      const message = `the string "${key}" is no text, or an empty one.`;
      return [{ file, message, remedy: 'Write a text in quotes.' }];
    }
    const found = findUnshowable(texts.join());
    const message = `the string "${key}" holds a character that can't be shown (${found?.name}).`;
    return found ? [{ file, message, remedy: 'Remove it.' }] : [];
  });
}

/** The strings and lists of strings by their whole keys; a list's key tells how long it is. */
function leavesOf(value: unknown, path: readonly string[]): [key: string, leaf: unknown][] {
  if (Array.isArray(value)) return [[`${path.join('.')}[${value.length}]`, value]];
  if (typeof value !== 'object' || value === null) return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}
