// Keeping and finding versions of questions.
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { announceQuestions } from './announcing.store.ts';
import { amendments, questionVersions } from './table.ts';

export type Kept = { exam: string; id: string; version: number; question: object };

/** Keeps versions that are not kept yet; returns how many were new. What is kept is never changed. */
export async function keepVersions(
  db: Db,
  { kept, now, serverId = null }: { kept: readonly Kept[]; now: Date; serverId?: string | null },
): Promise<number> {
  const rows = await db.execute(sql`
    insert into ${questionVersions} (exam, id, version, question, kept_at, server_id)
    select k.exam, k.id, k.version, k.question, ${now.toISOString()}::timestamptz, ${serverId}
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as k (exam text, id text, version int, question jsonb)
    on conflict do nothing returning 1 as one`);
  return rows.length;
}

export async function readVersion(
  db: Db,
  { exam, id, version }: { exam: string; id: string; version: number },
): Promise<unknown> {
  const [row] = await db
    .select({ question: questionVersions.question })
    .from(questionVersions)
    .where(
      and(
        eq(questionVersions.exam, exam),
        eq(questionVersions.id, id),
        eq(questionVersions.version, version),
      ),
    );
  return row?.question ?? null;
}

/** What holds of official questions, with its text; of several of one question the newest. */
export async function readAmendments(db: Db) {
  return db
    .selectDistinctOn([amendments.exam, amendments.questionId, amendments.baseVersion], {
      exam: amendments.exam,
      baseVersion: amendments.baseVersion,
      kind: amendments.kind,
      question: questionVersions.question,
    })
    .from(amendments)
    .innerJoin(
      questionVersions,
      and(
        eq(questionVersions.exam, amendments.exam),
        eq(questionVersions.id, amendments.questionId),
        eq(questionVersions.version, amendments.version),
      ),
    )
    .where(isNull(amendments.undoneAt))
    .orderBy(amendments.exam, amendments.questionId, amendments.baseVersion, sql`${amendments.id} desc`);
}

export async function insertAmendment(tx: Db, amendment: typeof amendments.$inferInsert): Promise<void> {
  await tx.insert(amendments).values(amendment);
  await announceQuestions(tx);
}

/** The number of the newest amendment of a released version, undone ones too; 0 for none. Held until the transaction ends. */
export async function lastAmendment(
  tx: Db,
  { exam, questionId, baseVersion }: { exam: string; questionId: string; baseVersion: number },
): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`amend:${exam}/${questionId}`}, 0))`);
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${amendments.version} % 1000), 0)::int` })
    .from(amendments)
    .where(
      and(
        eq(amendments.exam, exam),
        eq(amendments.questionId, questionId),
        eq(amendments.baseVersion, baseVersion),
      ),
    );
  return row?.last ?? 0;
}

/** Those that came after a version are not valid any more. */
export async function undoAmendments(
  tx: Db,
  of: { exam: string; questionId: string; baseVersion: number; newerThan: number; now: Date },
): Promise<void> {
  await tx
    .update(amendments)
    .set({ undoneAt: of.now })
    .where(
      and(
        eq(amendments.exam, of.exam),
        eq(amendments.questionId, of.questionId),
        eq(amendments.baseVersion, of.baseVersion),
        sql`${amendments.version} > ${of.newerThan}`,
        isNull(amendments.undoneAt),
      ),
    );
  await announceQuestions(tx);
}
