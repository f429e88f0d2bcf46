// What the parsers found, in words for the person who edits the file: what is wrong, then what to do.
import type { YAMLError } from 'yaml';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

export function explainSyntax(error: YAMLError): string {
  return error.code === 'DUPLICATE_KEY'
    ? 'this key occurs twice in the same place: remove one of them'
    : `not valid YAML (${error.message}): correct the syntax; text with ": " or " #" needs quotes`;
}

export function explainIssue(issue: Issue, root: unknown): string {
  const value = issue.path.reduce(stepInto, root);
  const name = namePath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return `${name} has the unknown field ${issue.keys.join(', ')}: remove it or correct its spelling`;
  }
  if (value === undefined) return `${name} is missing: add it`;
  switch (issue.code) {
    case 'too_small':
      return `${name} ${describeSize(value)}: ${issue.minimum} is the least`;
    case 'too_big':
      return `${name} ${describeSize(value)}: ${issue.maximum} is the most`;
    case 'invalid_type': {
      const hint = issue.expected === 'string' ? ', in quotes' : '';
      return `${name} is ${JSON.stringify(value)}: write a ${issue.expected}${hint}`;
    }
    case 'invalid_value':
      return `${name} is ${JSON.stringify(value)}: write one of ${issue.values.join(', ')}`;
    default:
      return `${name} is ${JSON.stringify(value)}: ${issue.message}`;
  }
}

/** options[2].why; "the file" for the whole. */
function namePath(path: readonly PropertyKey[]): string {
  const name = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return name.replace(/^\./, '') || 'the entry';
}

function describeSize(value: unknown): string {
  if (typeof value === 'string') return `has ${value.length} characters`;
  return Array.isArray(value) ? `has ${value.length} entries` : `is ${String(value)}`;
}

function stepInto(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
}
