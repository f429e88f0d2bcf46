// Queries on reports.

import { desc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { ReportKind } from './rules.ts';
import { reports } from './table.ts';

export type Report = {
  exam: string;
  questionId: string;
  questionVersion: number;
  memberId: string;
  serverId: string | null;
  kind: ReportKind;
  text: string;
  reportedAt: Date;
};

/** A member's second report on the same version replaces the first. */
export async function saveReport(db: Db, report: Report): Promise<void> {
  await db
    .insert(reports)
    .values(report)
    .onConflictDoUpdate({
      target: [reports.exam, reports.questionId, reports.questionVersion, reports.memberId],
      set: { kind: sql`excluded.kind`, text: sql`excluded.text`, reportedAt: sql`excluded.reported_at` },
    });
}

/** Newest first; who reported stays out of it. */
export async function readReports(
  db: Db,
  { exam, limit }: { exam: string | null; limit: number },
): Promise<Omit<Report, 'memberId' | 'serverId'>[]> {
  return db
    .select({
      exam: reports.exam,
      questionId: reports.questionId,
      questionVersion: reports.questionVersion,
      kind: reports.kind,
      text: reports.text,
      reportedAt: reports.reportedAt,
    })
    .from(reports)
    .where(exam === null ? undefined : eq(reports.exam, exam))
    .orderBy(desc(reports.reportedAt))
    .limit(limit);
}
