// Whole banks into a pack, as JSON that is taken apart by PostgreSQL: a row each would keep the process for as long as a
// member's press may take.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { announceQuestions } from './announcing.store.ts';
import { ownQuestions, questionDoubts, questionVersions } from './table.ts';

/** Questions as a JSON array, and how many they are. */
export type Batch = { json: string; size: number };

type Into = { serverId: string; packId: number; exam: string; now: Date };

/** `questions` is an array of `{ question, domain, title, source }`; they are numbered after `last`. */
export async function insertBrought(
  tx: Db,
  { questions, last, memberId, ...into }: Into & { questions: string; last: number; memberId: string },
): Promise<void> {
  await tx.execute(sql`
    with brought as materialized (
      select 'q-' || (${last}::int + place) as id, question, domain, title, source
      from rows from (jsonb_to_recordset(${questions}::text::jsonb)
        as (question jsonb, domain text, title text, source text)) with ordinality
        as b (question, domain, title, source, place)
    ), versions as (
      insert into ${questionVersions} (exam, id, version, question, kept_at, server_id)
      select ${into.exam}, id, 1, question || jsonb_build_object('id', id, 'version', 1),
        ${into.now.toISOString()}::timestamptz, ${into.serverId}
      from brought
    )
    insert into ${ownQuestions} (pack_id, id, server_id, version, status, domain, difficulty, title, source,
      author_id, changed_at)
    select ${into.packId}::bigint, id, ${into.serverId}, 1, 'live', domain, (question ->> 'difficulty')::smallint, title,
      source, ${memberId}, ${into.now.toISOString()}::timestamptz
    from brought`);
}

/**
 * `questions` is an array of `{ id, from, question, domain, title }`: each gets a version newer than `from`, and what was
 * doubted of it has been looked at. Returns how many still had that version.
 */
export async function changeBrought(
  tx: Db,
  { questions, ...into }: Into & { questions: string },
): Promise<number> {
  const rows = await tx.execute(sql`
    with brought as materialized (
      select id, "from", question, domain, title
      from jsonb_to_recordset(${questions}::text::jsonb)
        as b (id text, "from" int, question jsonb, domain text, title text)
    ), versions as (
      insert into ${questionVersions} (exam, id, version, question, kept_at, server_id)
      select ${into.exam}, id, "from" + 1, question || jsonb_build_object('id', id, 'version', "from" + 1),
        ${into.now.toISOString()}::timestamptz, ${into.serverId}
      from brought
      on conflict do nothing
    ), looked as (
      delete from ${questionDoubts}
      where exam = ${into.exam} and question_id in (select id from brought)
    )
    update ${ownQuestions} as own
    set version = b."from" + 1, domain = b.domain, difficulty = (b.question ->> 'difficulty')::smallint,
      title = b.title, changed_at = ${into.now.toISOString()}::timestamptz
    from brought b
    where own.pack_id = ${into.packId}::bigint and own.id = b.id and own.version = b."from"
    returning 1 as one`);
  if (rows.length > 0) await announceQuestions(tx);
  return rows.length;
}
