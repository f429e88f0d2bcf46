// Queries on tickets.
import { and, asc, count, desc, eq, gt, gte, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { keptPicks, regrades, reports, tickets } from './table.ts';
import type { TicketStatus } from './ticket.rules.ts';

export type Ticket = typeof tickets.$inferSelect;
type Ref = { exam: string; questionId: string; questionVersion: number };

const isOfTicket = and(
  eq(reports.exam, tickets.exam),
  eq(reports.questionId, tickets.questionId),
  eq(reports.questionVersion, tickets.questionVersion),
);

/** One for a question and version: whoever reports it next joins it. A decided one is not opened again. */
export async function openTicket(
  db: Db,
  ticket: Ref & { serverId: string | null; now: Date },
): Promise<void> {
  const { now, ...ref } = ticket;
  await db
    .insert(tickets)
    .values({ ...ref, status: 'open', openedAt: now })
    .onConflictDoNothing();
}

export function countOpenTickets(db: Db): Promise<number> {
  return db.$count(tickets, eq(tickets.status, 'open'));
}

export async function readTicket(db: Db, id: number): Promise<Ticket | null> {
  const [row] = await db.select().from(tickets).where(eq(tickets.id, id));
  return row ?? null;
}

/** What a reviewer may see: official tickets, and those of the server's own packs. */
export type Reach = { isTeam: boolean; serverId: string | null };

function within({ isTeam, serverId }: Reach) {
  const own = serverId === null ? undefined : eq(tickets.serverId, serverId);
  if (!isTeam) return own ?? sql`false`;
  return own ? or(isNull(tickets.serverId), own) : isNull(tickets.serverId);
}

/** Open ones with the most reports first, then those that were decided since. */
export async function listTickets(
  db: Db,
  { limit, since, ...reach }: Reach & { since: Date; limit: number },
) {
  return db
    .select({
      id: tickets.id,
      exam: tickets.exam,
      questionId: tickets.questionId,
      questionVersion: tickets.questionVersion,
      status: tickets.status,
      openedAt: tickets.openedAt,
      reports: count(reports.memberId),
    })
    .from(tickets)
    .leftJoin(reports, isOfTicket)
    .where(and(or(eq(tickets.status, 'open'), gt(tickets.decidedAt, since)), within(reach)))
    .groupBy(tickets.id)
    .orderBy(sql`${tickets.status} <> 'open'`, desc(count(reports.memberId)), asc(tickets.openedAt))
    .limit(limit);
}

export async function reportsOf(db: Db, { exam, questionId, questionVersion }: Ref, limit: number) {
  return db
    .select({ kind: reports.kind, text: reports.text, reportedAt: reports.reportedAt })
    .from(reports)
    .where(
      and(
        eq(reports.exam, exam),
        eq(reports.questionId, questionId),
        eq(reports.questionVersion, questionVersion),
      ),
    )
    .orderBy(asc(reports.reportedAt))
    .limit(limit);
}

/** How often each set of options was chosen, first answers and later ones alike, also where they were deleted since. */
export async function picksOf(
  db: Db,
  { exam, questionId, questionVersion }: Ref,
): Promise<{ picks: string[]; times: number }[]> {
  const rows = await db.execute<{ picks: string[]; times: number }>(sql`
    select picks, sum(times)::int as times from (
      select a.picks, count(*) as times from ${posts} p join ${answers} a on a.post_id = p.id
      where p.exam = ${exam} and p.question_id = ${questionId} and a.question_version = ${questionVersion}
      group by 1
      union all select k.picks, k.times from ${keptPicks} k
      where k.exam = ${exam} and k.question_id = ${questionId} and k.question_version = ${questionVersion}
    ) as chosen group by picks`);
  return [...rows];
}

/** False when somebody else decided it meanwhile. */
export async function decideTicket(
  db: Db,
  {
    id,
    status,
    memberId,
    reason,
    now,
  }: { id: number; status: TicketStatus; memberId: string; reason: string | null; now: Date },
): Promise<boolean> {
  const rows = await db
    .update(tickets)
    .set({ status, decidedAt: now, decidedBy: memberId, reason })
    .where(and(eq(tickets.id, id), eq(tickets.status, 'open')))
    .returning({ id: tickets.id });
  return rows.length > 0;
}

/** True when this member decided so, and not before that. */
export async function hasDecided(
  db: Db,
  { id, status, memberId, since }: { id: number; status: TicketStatus; memberId: string; since: Date },
): Promise<boolean> {
  const own = and(eq(tickets.id, id), eq(tickets.status, status), eq(tickets.decidedBy, memberId));
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(own, gte(tickets.decidedAt, since)));
  return rows.length > 0;
}

export async function reopenTicket(db: Db, id: number): Promise<void> {
  await db
    .update(tickets)
    .set({ status: 'open', decidedAt: null, decidedBy: null, reason: null })
    .where(eq(tickets.id, id));
}

export async function lastRegrade(db: Db, ticketId: number) {
  const [row] = await db
    .select()
    .from(regrades)
    .where(eq(regrades.ticketId, ticketId))
    .orderBy(desc(regrades.id))
    .limit(1);
  return row ?? null;
}

/** What was decided on the versions of a question. */
export async function decisionsOn(db: Db, { exam, questionId }: Omit<Ref, 'questionVersion'>) {
  return db
    .select({
      questionVersion: tickets.questionVersion,
      status: tickets.status,
      decidedAt: tickets.decidedAt,
      decidedBy: tickets.decidedBy,
    })
    .from(tickets)
    .where(and(eq(tickets.exam, exam), eq(tickets.questionId, questionId)));
}

/** Since when; of one member. */
export async function reportsSince(
  db: Db,
  { memberId, since }: { memberId: string; since: Date },
): Promise<number> {
  const [row] = await db
    .select({ times: count() })
    .from(reports)
    .where(
      and(eq(reports.memberId, memberId), sql`${reports.reportedAt} > ${since.toISOString()}::timestamptz`),
    );
  return row?.times ?? 0;
}
