// Queries that put another question into a running exam.
import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Due } from '#db/due.ts';
import type { Item, Mark } from './rules.ts';
import { type Sitting, type SittingRow, sittingOf } from './sitting.ts';
import { sittings } from './table.ts';

/** The exams of which somebody is sitting one. */
export async function runningExams(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ exam: sittings.exam })
    .from(sittings)
    .where(isNull(sittings.submittedAt));
  return rows.map(({ exam }) => exam);
}

export const anyRunning: Due = () =>
  sql`exists (select from ${sittings} where ${sittings.submittedAt} is null)`;

type Wanted = { exam: string; ids: readonly string[]; after: number; limit: number };

/** Running ones that ask one of these questions, which their takers have not seen; by id. */
export async function sittingsWithUnseen(db: Db, { exam, ids, after, limit }: Wanted): Promise<Sitting[]> {
  const gone = sql`${sql.param([...ids])}::text[]`;
  const isRunning = and(eq(sittings.exam, exam), isNull(sittings.submittedAt), gt(sittings.id, after));
  return many(
    db,
    sql`select to_jsonb(${sittings}) as row from ${sittings}
      where ${isRunning} and question_ids && ${gone} and exists (
        select from unnest(question_ids, seconds, picks, flags) with ordinality
          as q (id, seconds, picks, is_flagged, place)
        where q.id = any(${gone}) and q.seconds = 0 and q.picks = '' and not q.is_flagged and q.place <> position)
      order by ${sittings.id} limit ${limit}`,
  );
}

type Replacement = {
  sittingId: number;
  mark: Pick<Mark, 'position' | 'questionId'>;
  item: Item;
  /** It is what this very press shows: nothing of it was sent yet. */
  isShown: boolean;
};

/**
 * Null when its taker has seen it, or it was replaced: the row decides, which a press on it locks as well. Never one
 * that the exam asks already.
 */
export async function replaceItem(
  db: Db,
  { sittingId, mark: { position, questionId }, item, isShown }: Replacement,
): Promise<Sitting | null> {
  const at = sql`${position}::int`;
  const [changed] = await many(
    db,
    sql`update ${sittings} set question_ids[${at}] = ${item.questionId},
        question_versions[${at}] = ${item.questionVersion}::int, option_orders[${at}] = ${item.optionOrder.join(',')}
      where id = ${sittingId} and submitted_at is null and question_ids[${at}] = ${questionId}
        and seconds[${at}] = 0 and picks[${at}] = '' and not flags[${at}]
        and (position <> ${at} or ${isShown}) and not ${item.questionId} = any(question_ids)
      returning to_jsonb(${sittings}) as row`,
  );
  return changed ?? null;
}

async function many(db: Db, query: SQL): Promise<Sitting[]> {
  const rows = await db.execute<{ row: SittingRow }>(query);
  return rows.map(({ row }) => sittingOf(row));
}
