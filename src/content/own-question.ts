// What a question that a server writes or imports may say: the rules of official questions where they make sense.
import { z } from 'zod';
import type { OwnQuestion } from './own-pack.ts';

/** Room for a question with its feedback in one message of Discord's, whatever is written. */
export const OWN_LIMITS = {
  stem: 700,
  option: 220,
  why: 350,
  takeaway: 200,
  reference: 300,
  references: 3,
  options: { least: 2, most: 6 },
  keys: 3,
  domainName: 60,
  packName: 60,
} as const;

const OPTION_IDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** A question before it has an id, a version and its place in a pack. */
export type OwnDraft = Omit<OwnQuestion, 'id' | 'version' | 'domain'>;

/** What is wrong with a draft, field by field; `limit` is what the field may have, `has` what it has. */
export type DraftFault =
  | { kind: 'missing'; field: DraftField; option?: number }
  | { kind: 'too-long'; field: DraftField; option?: number; has: number; limit: number }
  | { kind: 'too-few-options' | 'too-many-options'; has: number; limit: number }
  | { kind: 'no-key' | 'too-many-keys' | 'all-right' | 'no-address'; has: number; limit: number }
  | { kind: 'same-options'; option: number; other: number };

type DraftField = 'stem' | 'option' | 'why' | 'takeaway' | 'reference';

export type Typed = {
  stem: string;
  options: readonly { text: string; correct: boolean; why?: string }[];
  difficulty?: 1 | 2 | 3;
  takeaway?: string;
  references?: readonly string[];
};

/** A draft, or everything that keeps it from being one; lengths are in characters as Discord counts them (UTF-16 units). */
export function draftOf(
  typed: Typed,
): { draft: OwnDraft; faults: [] } | { draft: null; faults: DraftFault[] } {
  const draft: OwnDraft = {
    difficulty: typed.difficulty ?? 2,
    stem: tidy(typed.stem),
    options: typed.options.map(({ text, correct, why = '' }, index) => ({
      id: OPTION_IDS[index] ?? `x${index}`,
      text: tidy(text),
      correct,
      why: tidy(why),
    })),
    takeaway: tidy(typed.takeaway ?? ''),
    references: (typed.references ?? []).map((reference) => reference.trim()).filter(Boolean),
  };
  const faults = faultsOf(draft);
  return faults.length === 0 ? { draft, faults: [] } : { draft: null, faults };
}

function faultsOf({ stem, options, takeaway, references }: OwnDraft): DraftFault[] {
  const { least, most } = OWN_LIMITS.options;
  const keys = options.filter(({ correct }) => correct).length;
  const count = { has: options.length };
  return [
    ...missing('stem', stem),
    ...tooLong('stem', stem),
    ...(options.length < least ? [{ kind: 'too-few-options' as const, ...count, limit: least }] : []),
    ...(options.length > most ? [{ kind: 'too-many-options' as const, ...count, limit: most }] : []),
    ...options.flatMap(({ text, why }, index) => [
      ...missing('option', text, index),
      ...tooLong('option', text, index),
      ...tooLong('why', why, index),
    ]),
    ...sameOptions(options),
    ...keyFaults(keys, options.length),
    ...tooLong('takeaway', takeaway),
    ...references.flatMap((reference) => [
      ...tooLong('reference', reference),
      ...(isAddress(reference) ? [] : [{ kind: 'no-address' as const, has: 0, limit: 0 }]),
    ]),
    ...(references.length > OWN_LIMITS.references
      ? [
          {
            kind: 'too-long' as const,
            field: 'reference' as const,
            has: references.length,
            limit: OWN_LIMITS.references,
          },
        ]
      : []),
  ];
}

function keyFaults(keys: number, options: number): DraftFault[] {
  const of = { has: keys, limit: OWN_LIMITS.keys };
  if (keys === 0) return [{ kind: 'no-key', ...of }];
  if (keys > OWN_LIMITS.keys) return [{ kind: 'too-many-keys', ...of }];
  return keys >= options && options > 0 ? [{ kind: 'all-right', ...of }] : [];
}

function sameOptions(options: OwnDraft['options']): DraftFault[] {
  return options.flatMap(({ text }, index) => {
    const other = options.findIndex((before) => before.text.toLowerCase() === text.toLowerCase());
    return text !== '' && other < index ? [{ kind: 'same-options', option: index, other }] : [];
  });
}

function missing(field: DraftField, text: string, option?: number): DraftFault[] {
  return text === '' ? [{ kind: 'missing', field, ...(option === undefined ? {} : { option }) }] : [];
}

function tooLong(field: DraftField, text: string, option?: number): DraftFault[] {
  const limit = OWN_LIMITS[field];
  const has = field === 'reference' ? text.length : shownLength(text);
  if (has <= limit) return [];
  return [{ kind: 'too-long', field, has, limit, ...(option === undefined ? {} : { option }) }];
}

const CODE = /(^```\w*\n[\s\S]*?\n```$|`[^`\n]+`)/m;
/** What gets a character before it, so that it draws nothing: outside of code. */
const MARKUP = /[\\*_~`|[\]()<>#+:-]|^[ \t]*\d+\./gm;

/** How many characters of a message a text takes at most: what would be markup is escaped where it is shown. */
export function shownLength(text: string): number {
  const marks = text
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? 0 : (part.match(MARKUP)?.length ?? 0)));
  return text.length + marks.reduce((sum, count) => sum + count, 0);
}

const address = z.httpUrl();

function isAddress(text: string): boolean {
  return address.safeParse(text).success;
}

/** Without what no database takes, or nobody sees, and without blanks at its ends. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
    .trim();
}

const TITLE = 100;

/** The beginning of a stem, for lists. */
export function titleOf(stem: string): string {
  const line = stem.replace(/\s+/g, ' ');
  return line.length <= TITLE ? line : `${line.slice(0, TITLE - 1).trimEnd()}…`.toWellFormed();
}
