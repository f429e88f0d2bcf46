// Estimates as they were told, by day.
import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { LocalDate } from '#lib/local-date.ts';
import type { DayEstimate } from './profile.rules.ts';
import { estimates } from './table.ts';

type Of = { memberId: string; exam: string; edition: string };

/** The newest first, from a day on. */
export async function readEstimates(
  db: Db,
  { memberId, exam, edition, since }: Of & { since: LocalDate },
): Promise<(DayEstimate & { day: LocalDate })[]> {
  return db
    .select({
      day: estimates.day,
      median: estimates.median,
      low: estimates.low,
      high: estimates.high,
      chance: estimates.chance,
      domains: estimates.domains,
      answers: estimates.answers,
    })
    .from(estimates)
    .where(
      and(
        eq(estimates.memberId, memberId),
        eq(estimates.exam, exam),
        eq(estimates.edition, edition),
        gte(estimates.day, since),
      ),
    )
    .orderBy(desc(estimates.day));
}

/** The last word of each day counts. */
export async function saveEstimates(
  db: Db,
  { memberId, exam, edition }: Of,
  days: readonly (DayEstimate & { day: LocalDate })[],
): Promise<void> {
  if (days.length === 0) return;
  await db
    .insert(estimates)
    .values(days.map((each) => ({ memberId, exam, edition, ...each })))
    .onConflictDoUpdate({
      target: [estimates.memberId, estimates.exam, estimates.edition, estimates.day],
      set: {
        median: sql`excluded.median`,
        low: sql`excluded.low`,
        high: sql`excluded.high`,
        chance: sql`excluded.chance`,
        domains: sql`excluded.domains`,
        answers: sql`excluded.answers`,
      },
    });
}

/** Older than any trend; can be had again from the answers. */
export async function deleteEstimatesBefore(db: Db, day: LocalDate): Promise<void> {
  await db.delete(estimates).where(lt(estimates.day, day));
}
