// Turns the issues of zod into Discord's field errors: right code, right wording, one fault for a union.
import type * as z from 'zod/mini';
import {
  badLength,
  type Fault,
  notOneOf,
  numberAbove,
  numberBelow,
  type Path,
  required,
  tooLong,
  tooShort,
  wrongType,
} from './faults.ts';

export type JsonIssue = z.core.$ZodIssue;

export type Judged = {
  schema: z.core.$ZodType;
  body: unknown;
  isForgiven: (issue: JsonIssue, path: Path, body: unknown) => boolean;
};

export function faultsOfIssues(judged: Judged, issues: readonly JsonIssue[], base: Path = []): Fault[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...(issue.path as Path)]; // JSON has no symbol keys
    if (judged.isForgiven(issue, path, judged.body)) return [];
    if (issue.code === 'invalid_union') return faultsOfUnion(judged, issue, path);
    return [faultOf(judged, issue, path)];
  });
}

/** The branch that the value was meant for is the one whose `type` fits; without a `type`, the nearest. */
function faultsOfUnion(judged: Judged, issue: z.core.$ZodIssueInvalidUnion, path: Path): Fault[] {
  const value = valueAt(judged.body, path);
  if (value == null) return [required(path)];
  const branches = issue.errors.filter((branch) => !branch.some(isMeantForOthers));
  if (branches.length === 0) return [misfit(path, value, issue.errors.flatMap(typesOfBranch))];
  const judgedBranches = branches.map((branch) => faultsOfIssues(judged, branch, path));
  return judgedBranches.reduce((best, faults) => (faults.length < best.length ? faults : best));
}

function misfit(path: Path, value: unknown, types: unknown[]): Fault {
  if (path.at(-1) === 'nonce') {
    return { path, code: 'NONCE_TYPE_INVALID_TYPE', message: 'This field must be a string or integer.' };
  }
  return types.length > 0 ? wrongType(path, types) : badType(path, 'object', value);
}

/** Another `type`, or not even an object. */
function isMeantForOthers(issue: JsonIssue): boolean {
  return isTypeMismatch(issue) || issue.path.length === 0;
}

function isTypeMismatch(issue: JsonIssue): boolean {
  return issue.code === 'invalid_value' && issue.path.length === 1 && issue.path[0] === 'type';
}

function typesOfBranch(branch: readonly JsonIssue[]): unknown[] {
  return branch.flatMap((issue) =>
    isTypeMismatch(issue) && issue.code === 'invalid_value' ? issue.values : [],
  );
}

function faultOf(judged: Judged, issue: JsonIssue, path: Path): Fault {
  const value = valueAt(judged.body, path);
  if (value == null) return required(path);
  switch (issue.code) {
    case 'invalid_value':
      return notOneOf(path, issue.values);
    case 'invalid_format':
      return badFormat(path, issue.format, value);
    case 'invalid_type':
      return badType(path, issue.expected, value);
    case 'too_big':
    case 'too_small':
      return outOfBounds(judged, issue, path);
    default:
      return { path, code: 'LOCAL_INVALID', message: issue.message };
  }
}

function badFormat(path: Path, format: string, value: unknown): Fault {
  if (format === 'url') return { path, code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
  if (format === 'datetime') {
    return {
      path,
      code: 'DATE_TIME_TYPE_PARSE',
      message: `Could not parse ${inWords(value)}. Should be ISO8601.`,
    };
  }
  return { path, code: 'NUMBER_TYPE_COERCE', message: `Value "${inWords(value)}" is not snowflake.` };
}

function badType(path: Path, expected: string, value: unknown): Fault {
  switch (expected) {
    case 'string':
      return {
        path,
        code: 'STRING_TYPE_CONVERT',
        message: `Could not interpret "${JSON.stringify(value)}" as string.`,
      };
    case 'boolean':
      return { path, code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
    case 'array':
      return { path, code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' };
    case 'object':
    case 'record':
      return { path, code: 'MODEL_TYPE_CONVERT', message: 'Only dictionaries may be used in a ModelType' };
    default:
      return { path, code: 'NUMBER_TYPE_COERCE', message: `Value "${inWords(value)}" is not int.` };
  }
}

/** What has a `toString` of its own, as any JSON may, is no text by itself. */
function inWords(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

type Bounds = { minimum?: number; maximum?: number };

function outOfBounds(
  judged: Judged,
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  path: Path,
): Fault {
  if (issue.origin !== 'string' && issue.origin !== 'array') {
    return issue.code === 'too_big' ? numberAbove(path, issue.maximum) : numberBelow(path, issue.minimum);
  }
  if (path.at(-1) === 'nonce') {
    return { path, code: 'NONCE_TYPE_TOO_LONG', message: 'Must be 25 or fewer characters long.' };
  }
  // An issue knows only the bound that was crossed, and Discord names both: ask the schema.
  const { minimum = 0, maximum } = boundsAt(judged, path);
  if (maximum === undefined) return tooShort(path, minimum);
  return minimum > 0 ? badLength(path, minimum, maximum) : tooLong(path, maximum);
}

function boundsAt(judged: Judged, path: Path): Bounds {
  let schema: z.core.$ZodType | undefined = judged.schema;
  path.forEach((key, depth) => {
    schema = schema && childOf(schema, key, valueAt(judged.body, path.slice(0, depth)));
  });
  const checks = schema ? (unwrap(schema, undefined)._zod.def.checks ?? []) : [];
  // Only length checks meet here, and each names one bound.
  return Object.assign({}, ...checks.map((check) => check._zod.def as Bounds));
}

function childOf(schema: z.core.$ZodType, key: string | number, value: unknown) {
  const { def } = unwrap(schema, value)._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  if (def.type === 'object') return def.shape[key];
  if (def.type === 'array') return def.element;
  return def.type === 'record' ? def.valueType : undefined;
}

/** Past optional, nullable and lazy, and into the branch of a union that the value's `type` names. */
function unwrap(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  if (def.type === 'optional' || def.type === 'nullable') return unwrap(def.innerType, value);
  if (def.type === 'lazy') return unwrap(def.getter(), value);
  if (def.type !== 'union') return schema;
  const options = def.options.map((option) => unwrap(option, value));
  const isObject = (option: z.core.$ZodType) => option._zod.def.type === 'object';
  return options.find((option) => fitsType(option, value)) ?? options.find(isObject) ?? schema;
}

function fitsType(option: z.core.$ZodType, value: unknown): boolean {
  const types = option._zod.propValues?.type;
  return isRecord(value) && types?.has(value.type as number) === true; // the set says no to anything else
}

export function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), body);
}

/** Arrays too: a path goes through them by number. */
export function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
