// The contract of a standing: what follows from answers. Types only; `features/index.ts` lists the projections, and
// record/answer builds its one select and its one statement of that list.
import type { SQL } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Personal } from '#db/personal.ts';
import type { DayRules } from '#features/people/member/day.rules.ts';
import type { Clock } from '#lib/clock.ts';
import type { LocalDate } from '#lib/local-date.ts';

/** One answer as it is about to be written: facts, which no standing changes. */
export type Answered = {
  memberId: string;
  /** Null outside of servers; what is rated has one. */
  serverId: string | null;
  exam: string;
  domain: string;
  /** As it was shown, with the ids of its right options. */
  question: { id: string; version: number; key: readonly string[] };
  isCorrect: boolean;
  isRated: boolean;
  points: number;
  at: Date;
  /** The member's own day, and what dated it. */
  localDate: LocalDate;
  day: DayRules;
  /** The zone of the server of the answer, where it has one: it dates boards. */
  serverZone: string;
  /** The weekday on which its weeks begin, 1 (Monday) or 7 (Sunday). */
  weekStart: number;
  reminders: boolean;
};

/** What a standing makes of one answer: rows for its part of the statement, and what it has to tell the member. */
type Decided<Row, Told> = { rows: readonly Row[]; told: Told };

/** Whose part of a standing is counted anew; `since` is a UTC date on which somebody may still have been active. */
export type Scope =
  | { kind: 'server'; id: string }
  | { kind: 'member'; id: string }
  | { kind: 'everyone'; since: LocalDate };

/** What may have made a standing wrong without an answer. */
export type Upheaval = 'zone-moved' | 'week-moved' | 'outage' | 'key-changed';

/**
 * Methods, not function properties: a list of projections with different facts is then one type, and each is only
 * ever handed what it read and decided itself.
 */
export type Projection<Facts = unknown, Row = unknown, Told = unknown> = {
  /** Unique; also the key of its rows in the statement's input. */
  name: string;
  /** Its part of the one select, as one json value for a member; null when the answer itself is enough. */
  read: ((member: SQL) => SQL) | null;
  /** Pure, from its own rules. */
  decide(answer: Answered, facts: Facts): Decided<Row, Told>;
  /**
   * Where another process may change what `decide` rested on: locks those rows in key order and selects the `"memberId"` of
   * members for whom they are not as they were read. Their answers are not written, but read and decided again. `given`
   * has the answers about to be written, with `"memberId"` and `rows`.
   */
  outdated?(given: SQL): SQL;
  /**
   * Its part of the one statement: each entry becomes a CTE. `fresh` has the answers just written, with `"memberId"`,
   * `"serverId"`, `exam` and `rows`, a json array of what `decide` returned. Rows are locked in key order.
   */
  write(fresh: SQL): readonly SQL[];
  /** What makes it wrong, besides a change of answers. */
  brokenBy: readonly Upheaval[];
  /** Counts a scope anew from the answers; returns how many rows were different. Safe to be cut off and begun again. */
  rebuild(deps: { db: Db; clock: Clock }, scope: Scope): Promise<number>;
  personal: Personal;
};
