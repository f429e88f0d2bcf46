// Writing questions in two forms and planning an import. Pure.
import type { OwnDomain, OwnExam } from '#content/own-pack.ts';
import { draftOf, OWN_LIMITS, type OwnDraft } from '#content/own-question.ts';

export type { KeptImport } from '#formats/plan.ts';

/** What a member has written so far. */
export type Writing = {
  stem: string;
  options: string[];
  /** Of the options, from 0. */
  key: number[];
  reasons: string[];
  takeaway: string;
  references: string[];
  difficulty: 1 | 2 | 3;
  domain: string;
};

export type DraftIntent = 'add' | 'edit' | 'suggest';

export const EMPTY: Writing = {
  stem: '',
  options: [],
  key: [],
  reasons: [],
  takeaway: '',
  references: [],
  difficulty: 2,
  domain: '1',
};

/** What a pack is that is made with its first question. */
export const FIRST_DOMAIN: OwnDomain = { id: '1', name: 'General', weight: 100 };
export const FIRST_SITTING: OwnExam = { items: 30, minutes: 60, passPercent: 70 };

/** Suggestions of one member that may wait at a time. */
export const MAX_SUGGESTIONS = 10;
/** Drafts and imports that nobody came back to are dropped after so many days. */
export const KEEP_DAYS = 7;
export const PAGE = 10;

/** How a line break within an option, a reason is typed: each line is an option. */
const BREAK = '\\n';

export function linesOf(typed: string): string[] {
  const lines = typed.split('\n').map((line) => line.trim().replaceAll(BREAK, '\n'));
  return lines.filter((line) => line !== '');
}

/** Reasons go with options by their place, so an empty line is an empty reason. */
export function reasonsOf(typed: string, options: number): string[] {
  const lines = typed.split('\n').map((line) => line.trim().replaceAll(BREAK, '\n'));
  return lines.slice(0, options);
}

export function typedAs(lines: readonly string[]): string {
  return lines.map((line) => line.replaceAll('\n', BREAK)).join('\n');
}

/** Options as people paste them: "A. this", "b) that". */
export function withoutLetters(lines: readonly string[]): string[] {
  const lettered = lines.map((line, index) => {
    const [, letter, text = ''] = /^\(?([A-Fa-f])[.):]\s+(.+)$/s.exec(line) ?? [];
    return letter?.toUpperCase() === 'ABCDEF'[index] ? text : null;
  });
  return lettered.every((text) => text !== null) ? lettered : [...lines];
}

/** The draft as the bank would keep it, or what it still lacks. */
export function readWriting(writing: Writing): ReturnType<typeof draftOf> {
  return draftOf({
    stem: writing.stem,
    options: writing.options.map((text, index) => ({
      text,
      correct: writing.key.includes(index),
      why: writing.reasons[index] ?? '',
    })),
    difficulty: writing.difficulty,
    takeaway: writing.takeaway,
    references: writing.references,
  });
}

export function writingOf(draft: OwnDraft, domain: string): Writing {
  return {
    stem: draft.stem,
    options: draft.options.map(({ text }) => text),
    key: draft.options.flatMap(({ correct }, index) => (correct ? [index] : [])),
    reasons: draft.options.map(({ why }) => why),
    takeaway: draft.takeaway,
    references: [...draft.references],
    difficulty: draft.difficulty,
    domain,
  };
}

/** A message as a question to be completed: what has letters at its end are the options. */
export function writingFromText(content: string): Writing {
  const lines = content.split('\n').map((line) => line.trim());
  const first = lines.findIndex((line, index) => index > 0 && /^\(?[Aa][.):]\s/.test(line));
  const options = first < 0 ? [] : withoutLetters(lines.slice(first).filter((line) => line !== ''));
  const stem = (first < 0 ? lines : lines.slice(0, first)).join('\n').trim();
  return {
    ...EMPTY,
    stem: stem.slice(0, OWN_LIMITS.stem),
    options: options.slice(0, OWN_LIMITS.options.most),
  };
}

export type BadDomains = { kind: 'bad-domains'; typed: string };

/** "Knots 60, Lights 40", or names alone, which share the whole; null when it cannot be read. */
export function readDomains(typed: string, most: number): OwnDomain[] | null {
  const parts = typed
    .split(/[,;，；、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part) => {
    const [, name = part, weight] = /^(.*?)[\s:]+(\d{1,3})\s*%?$/.exec(part) ?? [];
    return { name: name.trim(), weight: weight === undefined ? null : Number(weight) };
  });
  const isFine = ({ name, weight }: (typeof read)[number]) =>
    name !== '' &&
    name.length <= OWN_LIMITS.domainName &&
    (weight === null || (weight >= 1 && weight <= 100));
  const names = new Set(read.map(({ name }) => name.toLowerCase()));
  if (read.length === 0 || read.length > most || names.size < read.length || !read.every(isFine)) return null;
  const even = Math.max(1, Math.round(100 / read.length));
  return read.map(({ name, weight }, index) => ({ id: String(index + 1), name, weight: weight ?? even }));
}

/** Domains that were there keep their ids by name, so that questions stay where they are. */
export function keepIds(before: readonly OwnDomain[], wanted: readonly OwnDomain[]): OwnDomain[] {
  const known = new Map(before.map((domain) => [domain.name.toLowerCase(), domain.id]));
  let next = Math.max(0, ...before.map(({ id }) => Number(id)));
  return wanted.map((domain) => {
    const id = known.get(domain.name.toLowerCase());
    if (id !== undefined) return { ...domain, id };
    next += 1;
    return { ...domain, id: String(next) };
  });
}
