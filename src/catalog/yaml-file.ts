// A YAML text with its positions: what is read is checked against a schema,
// and each problem is told with the line and column where it stands.

import {
  type Document,
  isCollection,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml';
import { toJSONSchema, type z } from 'zod';
import { loadPlainYaml } from './plain-yaml.ts';
import { type Problem, suggestName } from './problem.ts';
import { findDepth, findSigns, findTwins } from './yaml-shape.ts';

/** Where a text stands: its file, and how many lines stand before it (front matter starts at 1). */
export interface Place {
  readonly file: string;
  readonly linesBefore: number;
}

/** A checked value, or the problems that stand in its way; `problemAt` places later findings. */
export interface YamlResult<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** Makes a problem at the key or item that `path` leads to, or the nearest thing above it. */
  readonly problemAt: (path: readonly PropertyKey[], message: string, remedy: string) => Problem;
}

/** Reads a YAML text and checks it against a schema. Never throws for bad text: it returns its problems. */
export function readYaml<T>(text: string, schema: z.ZodType<T>, place: Place): YamlResult<T> {
  let closely: PlacedYaml | undefined;
  const look = (): PlacedYaml => {
    closely ??= parseClosely(text, place);
    return closely;
  };
  const problemAt: YamlResult<T>['problemAt'] = (path, message, remedy) => {
    const { document, at } = look();
    return at(offsetOf(document.contents, path), message, remedy);
  };
  const plain = loadPlainYaml(text);
  const quick = plain && schema.safeParse(plain.value);
  if (quick?.success) return { value: quick.data, problems: [], problemAt };
  const depth = findDepth(text);
  if (depth) return { value: undefined, problems: [tooDeep(text, depth.offset, place)], problemAt };
  return { ...checkClosely(text, schema, look()), problemAt };
}

function tooDeep(text: string, offset: number, { file, linesBefore }: Place): Problem {
  const line = text.slice(0, offset).split('\n').length + linesBefore;
  const message = 'too many blocks or lists stand in each other.';
  return { file, line, message, remedy: 'Remove what was inserted here by mistake.' };
}

/** A YAML text with its positions. */
interface PlacedYaml {
  readonly document: Document.Parsed;
  /** Makes a problem at an offset of the text. */
  readonly at: (offset: number | undefined, message: string, remedy: string) => Problem;
}

function parseClosely(text: string, { file, linesBefore }: Place): PlacedYaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const at: PlacedYaml['at'] = (offset, message, remedy) => {
    const { line, col } = lineCounter.linePos(offset ?? 0);
    return { file, line: line + linesBefore, column: col, message, remedy };
  };
  return { document, at };
}

function checkClosely<T>(
  text: string,
  schema: z.ZodType<T>,
  { document, at }: PlacedYaml,
): Pick<YamlResult<T>, 'value' | 'problems'> {
  const more = at(0, 'there are more mistakes in this file.', 'Mend these first.');
  // Past its first error the parser only guesses.
  const errors = [
    ...document.errors
      .slice(0, 1)
      .map((error) =>
        at(
          quoteBefore(error, document) ?? error.pos[0],
          `this is not valid YAML: ${firstLine(error.message)}.`,
          yamlRemedy(error.code),
        ),
      ),
    ...findTwins(document).map(({ offset }) =>
      at(offset, 'this is not valid YAML: Map keys must be unique.', 'Keep one of the two.'),
    ),
  ];
  const signs = findSigns(document, text).map(({ sign, offset }) =>
    at(offset, `a text that begins with "${sign}" means something else in YAML.`, 'Put it in quotes.'),
  );
  if (errors.length + signs.length > 0) {
    return { value: undefined, problems: tellFirst(errors.length > 0 ? errors : signs, more) };
  }
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { value: checked.data, problems: [] };
  const problems = checked.error.issues
    .flatMap((issue) => flattenIssue(issue))
    .slice(0, TOLD + 1)
    .flatMap((issue) => explainIssue(issue, schema, document))
    .map(({ path, message, remedy }) => at(offsetOf(document.contents, path), message, remedy));
  return { value: undefined, problems: tellFirst(problems, more) };
}

/** Of a file with thousands of mistakes, such as one that was overwritten, nobody reads more than the first. */
const TOLD = 20;

function tellFirst(problems: readonly Problem[], more: Problem): readonly Problem[] {
  return problems.length > TOLD ? [...problems.slice(0, TOLD), more] : problems;
}

/** Where the quote begins that is not closed; the error itself stands where the text ends. */
function quoteBefore(error: YAMLParseError, document: Document.Parsed): number | undefined {
  let start: number | undefined;
  if (error.code !== 'MISSING_CHAR') return start;
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if (type?.startsWith('QUOTE') && range && range[0] < error.pos[0] && error.pos[0] <= range[1]) {
        start = range[0];
      }
    },
  });
  return start;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? text).replace(/[.:]$/, '');
}

function yamlRemedy(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces.';
  return 'Put text that holds a colon, a quote or a brace in quotes, and check the indentation.';
}

function offsetOf(root: Node | null, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = root;
  let offset = root?.range?.[0];
  for (const key of path) {
    if (!isCollection(node)) break;
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
    );
    if (isPair(pair)) {
      offset = isScalar(pair.key) ? pair.key.range?.[0] : offset;
      node = pair.value;
    } else {
      node = typeof key === 'number' ? node.items[key] : undefined;
      offset = nodeOffset(node) ?? offset;
    }
  }
  return offset;
}

function nodeOffset(node: unknown): number | undefined {
  return isScalar(node) || isCollection(node) ? node.range?.[0] : undefined;
}

/** An issue below `base`; a union's issues are told for the form that comes nearest to fitting. */
function flattenIssue(issue: z.core.$ZodIssue, base: readonly PropertyKey[] = []): PlacedIssue[] {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ issue, path }];
  const forms = issue.errors.map((issues) => issues.flatMap((inner) => flattenIssue(inner, path)));
  const isOtherType = (form: readonly PlacedIssue[]) =>
    form.some((inner) => inner.issue.code === 'invalid_type' && inner.path.length === path.length);
  const [nearest] = forms.sort(
    (left, right) => Number(isOtherType(left)) - Number(isOtherType(right)) || left.length - right.length,
  );
  return nearest ?? [{ issue, path }];
}

interface PlacedIssue {
  readonly issue: z.core.$ZodIssue;
  readonly path: readonly PropertyKey[];
}

/** What is wrong, where, and what to do, in an editor's words. */
function explainIssue({ issue, path }: PlacedIssue, schema: z.ZodType, document: Document): Explanation[] {
  const name = path.length > 0 ? `"${path.join('.')}"` : 'the file';
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.slice(0, TOLD + 1).map((key) => ({
      path: [...path, key],
      ...(known.includes(key)
        ? { message: `the key "${key}" does not go with the others here.`, remedy: 'Remove it, or them.' }
        : { message: `the key "${key}" is not known here.`, remedy: suggestName(key, known) }),
    }));
  }
  if (issue.code === 'invalid_key') {
    const reason = lowerFirst(issue.issues[0]?.message ?? issue.message);
    return [
      { path, message: `the key "${String(path.at(-1))}" can't be an id: ${reason}.`, remedy: 'Rename it.' },
    ];
  }
  if (['invalid_type', 'invalid_value'].includes(issue.code) && !document.hasIn(path)) {
    return [{ path, message: `${name} is missing.`, remedy: 'Add it.' }];
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String).join(', ');
    return [{ path, message: `${name} has an unknown value.`, remedy: `Use one of: ${known}.` }];
  }
  if (issue.code === 'invalid_type') {
    const expected = PLAIN_TYPES.get(issue.expected) ?? issue.expected;
    const remedy = issue.expected === 'string' ? 'Put it in quotes.' : 'Correct the value.';
    return [{ path, message: `${name} must be ${expected}.`, remedy }];
  }
  return [{ path, message: `${name}: ${lowerFirst(issue.message)}.`, remedy: 'Correct the value.' }];
}

/** zod's types in an editor's words. */
const PLAIN_TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'a block of keys'],
  ['record', 'a block of keys'],
]);

interface Explanation {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly remedy: string;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The keys that a schema knows at a path, read from its JSON Schema (zod's own structure is not public). */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let nodes: unknown[] = [toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })];
  for (const key of path) nodes = nodes.flatMap((node) => stepInto(node, String(key)));
  return [...new Set(nodes.flatMap((node) => [...Object.keys(propertiesOf(node)), ...keyNamesOf(node)]))];
}

/** The keys of a record whose keys are listed, such as "topics". */
function keyNamesOf(node: unknown): string[] {
  const names = member(member(node, 'propertyNames'), 'enum');
  return Array.isArray(names) ? names.map(String) : [];
}

function stepInto(node: unknown, key: string): unknown[] {
  const below = propertiesOf(node)[key] ?? member(node, 'additionalProperties') ?? member(node, 'items');
  const options = member(below, 'anyOf');
  return Array.isArray(options) ? options : [below];
}

function propertiesOf(node: unknown): Record<string, unknown> {
  const properties = member(node, 'properties');
  return typeof properties === 'object' && properties !== null ? { ...properties } : {};
}

function member(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined;
}
