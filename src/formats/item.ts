// What a bank of questions is between two formats, and what reading or writing one has to say. Types, and the limits of a file.

/** A question as files have it: nothing is checked but that it is a choice with at least one right option. */
export type Item = {
  /** What it is known by in its file; null where it has no name. */
  key: string | null;
  stem: string;
  options: { text: string; correct: boolean; why: string }[];
  /** 1 recall, 2 apply, 3 analyze; null where the file does not say. */
  difficulty: 1 | 2 | 3 | null;
  /** The category, section or domain it stands in; null where there is none. */
  domain: string | null;
  /** One sentence to remember; empty where there is none. */
  takeaway: string;
  references: string[];
  /** What only our own formats have: editions, concepts, skills, dates. */
  extra?: Record<string, unknown>;
};

export type Bank = { name: string; items: readonly Item[] };

/** Where in the file: counted from 1. */
export type Where = { item?: number; line?: number; name?: string };

/** Why something of a file is not taken, or not as it stands there. */
export type Skipped = { where: Where; why: SkippedWhy };
export type SkippedWhy =
  /** An essay, a cloze text, a matching: anything that is no choice among options. */
  | { kind: 'no-choice'; type: string }
  | { kind: 'no-key' }
  | { kind: 'no-stem' }
  /** It cannot be understood without its picture, film or sound. */
  | { kind: 'has-media' }
  | { kind: 'bad-key'; has: string }
  | { kind: 'malformed'; detail: string };

export type Remark = { where: Where; what: RemarkWhat };
export type RemarkWhat =
  /** What earned part of the points counts as wrong here. */
  | { kind: 'partial-credit'; percent: number }
  | { kind: 'picture-as-link'; address: string }
  | { kind: 'unknown-columns'; columns: string[] };

export type Read =
  | {
      kind: 'read';
      name: string | null;
      items: { item: Item; where: Where }[];
      skipped: Skipped[];
      remarks: Remark[];
    }
  | { kind: 'unreadable'; why: Unreadable };

export type Reading = Extract<Read, { kind: 'read' }>;

/** What a reader begins with. */
export function emptyReading(name: string | null = null): Reading {
  return { kind: 'read', name, items: [], skipped: [], remarks: [] };
}

export type Unreadable =
  | { kind: 'empty' }
  | { kind: 'unknown-format' }
  | { kind: 'broken'; line: number | null; detail: string }
  | { kind: 'missing-columns'; columns: string[] }
  | { kind: 'too-large'; limit: number }
  | { kind: 'too-many'; limit: number }
  /** Something that is only ever in a file to do harm: entities that multiply, archives that swell. */
  | { kind: 'hostile' };

/** What a format has no room for. */
export type Loss =
  | { kind: 'field'; field: LostField; items: number }
  | { kind: 'left-out'; key: string | null; why: 'several-right' | 'too-many-options' }
  | { kind: 'cut'; key: string | null; field: 'stem' | 'option'; limit: number };
export type LostField =
  | 'reasons'
  | 'takeaway'
  | 'references'
  | 'difficulty'
  | 'domain'
  | 'key'
  | 'lines'
  | 'extra';

export type Written = { bytes: Uint8Array; losses: Loss[] };

export type FormatId =
  | 'json'
  | 'yaml'
  | 'csv'
  | 'tsv'
  | 'xlsx'
  | 'kahoot'
  | 'moodle'
  | 'gift'
  | 'aiken'
  | 'qti21'
  | 'qti12'
  | 'anki'
  | 'apkg';

export type Format = {
  id: FormatId;
  read(bytes: Uint8Array): Promise<Read> | Read;
  write(bank: Bank): Promise<Written> | Written;
};

/** What Discord lets a member upload. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** More than a pack may have, so that a file with a few too many can say which. */
export const MAX_ITEMS = 10_000;

/** Ends the reading of a file: it is all or nothing. */
export class UnreadableFile extends Error {
  readonly why: Unreadable;
  constructor(why: Unreadable) {
    super(why.kind);
    this.why = why;
  }
}

export function broken(detail: string, line: number | null = null): UnreadableFile {
  return new UnreadableFile({ kind: 'broken', line, detail: detail.slice(0, 200) });
}
