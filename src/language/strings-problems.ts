// Interface strings of the three languages against each other. Staff edit them while the bot answers: a string that
// one language lacks must be told when the file is saved, not when somebody first needs the string.

import { DATE_FORMS } from './dates.ts';
import { forEachLanguage, LANGUAGES } from './languages.ts';
import type { Strings } from './phrases.ts';

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
 * Finds strings that a language lacks, and placeholders that not all languages fill.
 * @param folder the name of the folder by which problems name the files
 */
export function findStringsProblems(strings: Strings, folder: string): StringsProblem[] {
  const families = forEachLanguage((language) => familiesOf(strings[language]));
  const keys = [...new Set(LANGUAGES.flatMap((language) => [...families[language].keys()]))];
  return LANGUAGES.flatMap((language) => {
    const file = `${folder}/${language}.json`;
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    return keys.flatMap((key): StringsProblem[] => {
      const family = families[language].get(key);
      if (!family) return [{ file, message: `the string "${key}" is missing.`, remedy: IN_ALL }];
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
    for (const [, name = ''] of text.matchAll(/\{\{(.*?)\}\}/g)) {
      // A month stands in the form that the language's grammar asks for.
      family.placeholders.add(DATE_FORM_NAMES.has(name) ? 'month' : name);
    }
    families.set(name, family);
  }
  return families;
}

function leavesOf(value: unknown, path: readonly string[]): [key: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), String(value)]];
  if (Array.isArray(value)) return [[`${path.join('.')}[${value.length}]`, value.join(' ')]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}
