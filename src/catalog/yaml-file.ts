// A YAML text with its positions: what is read is checked against a schema,
// and each problem is told with the line and column where it stands.

import { isCollection, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { toJSONSchema, type z } from 'zod';
import { type Problem, suggestName } from './problem.ts';

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
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number | undefined, message: string, remedy: string): Problem => {
    const position = lineCounter.linePos(offset ?? 0);
    return {
      file: place.file,
      line: position.line + place.linesBefore,
      column: position.col,
      message,
      remedy,
    };
  };
  const problemAt: YamlResult<T>['problemAt'] = (path, message, remedy) =>
    at(offsetOf(document.contents, path), message, remedy);
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) =>
      at(error.pos[0], `this is not valid YAML: ${firstLine(error.message)}.`, yamlRemedy(error.code)),
    );
    return { value: undefined, problems, problemAt };
  }
  const checked = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (checked.success) return { value: checked.data, problems: [], problemAt };
  const problems = checked.error.issues
    .flatMap((issue) => flattenIssue(issue))
    .flatMap((issue) => explainIssue(issue, schema))
    .map(({ path, message, remedy }) => problemAt(path, message, remedy));
  return { value: undefined, problems, problemAt };
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? text).replace(/[.:]$/, '');
}

function yamlRemedy(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'Keep one of the two.';
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
  const [nearest] = forms.sort((left, right) => left.length - right.length);
  return nearest ?? [{ issue, path }];
}

interface PlacedIssue {
  readonly issue: z.core.$ZodIssue;
  readonly path: readonly PropertyKey[];
}

/** What is wrong, where, and what to do, in an editor's words. */
function explainIssue({ issue, path }: PlacedIssue, schema: z.ZodType): Explanation[] {
  const name = path.length > 0 ? `"${path.join('.')}"` : 'the file';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `the key "${key}" is not known here.`,
      remedy: suggestName(key, keysAt(schema, path)),
    }));
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return [{ path, message: `${name} is missing.`, remedy: 'Add it.' }];
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String).join(', ');
    return [{ path, message: `${name} has an unknown value.`, remedy: `Use one of: ${known}.` }];
  }
  return [{ path, message: `${name}: ${lowerFirst(issue.message)}.`, remedy: 'Correct the value.' }];
}

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
  return [...new Set(nodes.flatMap((node) => Object.keys(propertiesOf(node))))];
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
