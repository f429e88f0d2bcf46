// Queries on reports whose author does not know yet what became of them.
import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { reports, tickets } from './table.ts';
import type { TicketStatus } from './ticket.rules.ts';

type Ref = { exam: string; questionId: string; questionVersion: number; memberId: string };
export type Outcome = Ref & {
  status: TicketStatus;
  reason: string | null;
  ticketId: number;
  /** Somebody had taken it, and was cut off: it may have been told. */
  isAgain: boolean;
};

/** `memberId`: one who takes no direct messages, and has done something now; null for all who may take one. */
type Claim = { now: Date; leaseMs: number; limit: number; memberId: string | null };

/** Taken, so that no other process tells of them until the lease ends. */
export async function claimOutcomes(db: Db, { now, leaseMs, limit, memberId }: Claim): Promise<Outcome[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const whose =
    memberId === null
      ? sql`r.closed_at is null and r.member_id not like 'erased-%'`
      : sql`r.closed_at is not null and r.member_id = ${memberId}`;
  const rows = await db.execute<Outcome>(sql`
    with due as (
      select r.exam, r.question_id, r.question_version, r.member_id, t.id, t.status, t.reason,
        r.lease_until is not null as is_again
      from ${reports} r join ${tickets} t on ${isOf(sql`t`)} and t.status <> 'open'
      where r.told_at is null and ${whose} and (r.lease_until is null or r.lease_until <= ${at})
      order by r.reported_at limit ${limit} for update of r skip locked
    )
    update ${reports} r set lease_until = ${new Date(now.getTime() + leaseMs).toISOString()}::timestamptz
    from due where ${isOf(sql`due`)} and due.member_id = r.member_id
    returning r.exam, r.question_id as "questionId", r.question_version as "questionVersion",
      r.member_id as "memberId", due.status, due.reason, due.id as "ticketId", due.is_again as "isAgain"`);
  return rows.map((row) => ({ ...row, ticketId: Number(row.ticketId) }));
}

function isOf(other: SQL): SQL {
  return sql`${other}.exam = r.exam and ${other}.question_id = r.question_id
    and ${other}.question_version = r.question_version`;
}

export async function markTold(db: Db, { now, ...report }: Ref & { now: Date }): Promise<void> {
  await db.update(reports).set({ toldAt: now, leaseUntil: null }).where(isReport(report));
}

/** It was surely not told: others may tell it. */
export async function handBack(db: Db, report: Ref): Promise<void> {
  await db.update(reports).set({ leaseUntil: null }).where(isReport(report));
}

/** No direct message reaches them: from now on they are told after whatever they do, and in no other way. */
export async function markClosed(db: Db, { now, ...report }: Ref & { now: Date }): Promise<void> {
  await db.update(reports).set({ closedAt: now, leaseUntil: null }).where(isReport(report));
}

/** Who is told after whatever they do next. */
export async function membersToTell(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ memberId: reports.memberId })
    .from(reports)
    .where(and(isNotNull(reports.closedAt), isNull(reports.toldAt)))
    .limit(limit);
  return rows.map(({ memberId }) => memberId);
}

function isReport({ exam, questionId, questionVersion, memberId }: Ref) {
  return and(
    eq(reports.exam, exam),
    eq(reports.questionId, questionId),
    eq(reports.questionVersion, questionVersion),
    eq(reports.memberId, memberId),
  );
}
