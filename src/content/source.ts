// One YAML file as data that still knows its lines: syntax, shape (zod) and where a value stands.
import { load, YAMLException } from 'js-yaml';
import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { z } from 'zod';
import { explainIssue, explainSyntax } from './explain.ts';
import type { Fault } from './fault.ts';

export type ValuePath = readonly PropertyKey[];

/** A value and where it was read; `at` gives the line of a path within it, or of the nearest part that exists. */
export type Source<T> = { file: string; value: T; at(path: ValuePath): number };

/**
 * The file as plain data; null when its syntax is broken, for then nothing else can be said about it.
 *
 * Two parsers, because a start of the bot should not wait for what only a faulty file needs: js-yaml is several times
 * faster, but stops at the first error and forgets where values stand. `yaml` reads the text once more when something
 * is wrong with it, or when a line is asked for.
 */
export function parseYaml(
  { file, text }: { file: string; text: string },
  faults: Fault[],
): Source<unknown> | null {
  const lineOf = (document: Document, path: ValuePath) => lineAt(text, offsetOf(document, path));
  const quick = parseQuickly(text);
  if (quick !== null) {
    let document: Document | null = null;
    return {
      file,
      value: quick.value,
      at: (path) => {
        document ??= parseDocument(text, { prettyErrors: false });
        return lineOf(document, path);
      },
    };
  }
  const document = parseDocument(text, { prettyErrors: false });
  // One error often brings others on the same line: only the first says what to correct.
  const byLine = new Map(
    document.errors.toReversed().map((error) => [lineAt(text, error.pos[0]), explainSyntax(error)]),
  );
  for (const [line, explained] of byLine) faults.push({ file, line, text: explained });
  // A key that occurs twice leaves the rest readable; after any other error the data would be guesswork.
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) return null;
  return { file, value: document.toJS(), at: (path) => lineOf(document, path) };
}

/** The entries of a list or a map, each counting paths from itself; none, and a fault, when it is the other kind. */
export function entriesOf(
  source: Source<unknown>,
  kind: 'list' | 'map',
  faults: Fault[],
): [string, Source<unknown>][] {
  const { file, value, at } = source;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== (kind === 'list')) {
    faults.push({
      file,
      line: 1,
      text: `the file holds no ${kind}: write one entry or more, or remove the file`,
    });
    return [];
  }
  return Object.entries(value).map(([key, entry]) => [
    key,
    { file, value: entry, at: (path) => at([key, ...path]) },
  ]);
}

/** The value in the shape of the schema; null when it has another, with one fault for each difference. */
export function shape<T>(schema: z.ZodType<T>, source: Source<unknown>, faults: Fault[]): Source<T> | null {
  const result = schema.safeParse(source.value);
  if (result.success) return { ...source, value: result.data };
  for (const issue of result.error.issues) {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    faults.push({ file: source.file, line: source.at(path), text: explainIssue(issue, source.value) });
  }
  return null;
}

/** The entries of a list that have the shape; one fault for each difference of the others. */
export function shapeEntries<T>(schema: z.ZodType<T>, source: Source<unknown>, faults: Fault[]): Source<T>[] {
  return entriesOf(source, 'list', faults).flatMap(([, entry]) => shape(schema, entry, faults) ?? []);
}

/** Null when it finds anything to complain about, a key that occurs twice included: what that is, `yaml` says better. */
function parseQuickly(text: string): { value: unknown } | null {
  try {
    return { value: load(text) };
  } catch (error) {
    if (error instanceof YAMLException) return null;
    throw error;
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Where the value at a path begins: the offset of its key, or of its entry in a list. */
function offsetOf(document: Document, path: ValuePath): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return offset;
      offset = (isScalar(pair.key) && pair.key.range?.[0]) || offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      offset = rangeStart(item) ?? offset;
      node = item;
    }
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined;
}
