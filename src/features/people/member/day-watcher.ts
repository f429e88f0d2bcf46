// What hangs on a member's days, for whoever changes them. Types only: a standing that counts days offers one.
import type { Db } from '#db/connect.ts';
import type { LocalDate } from '#lib/local-date.ts';
import type { DayRules, IsNeutral } from './day.rules.ts';

type Day = { now: Date; rules: DayRules; isNeutral: IsNeutral };

export type Watched = {
  /** The newest day that counts: days before it cannot change any more. */
  lastDate: LocalDate;
  /** What it is worth on the day that these rules make of now, and how many missed days it has paid for by then. */
  on(day: Day): { length: number; paid: number };
};

export type DayWatcher = {
  /** Null when nothing hangs on this member's days. */
  watch(db: Db, memberId: string): Promise<Watched | null>;
  /** Plans what is to come by the new day, in the transaction of the change; when that is, null when nothing is. */
  replan(
    db: Db,
    change: { memberId: string; now: Date; rules: DayRules; reminders: boolean },
  ): Promise<Date | null>;
};
