// Queries on sittings. What a press changes is one statement, which also answers with the whole row.
import { and, desc, eq, gte, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Due } from '#db/due.ts';
import { type ExamKind, type Item, MAX_VISIT_S } from './rules.ts';
import { columnsOf, type Sitting, type SittingRow, sittingOf } from './sitting.ts';
import { sittings } from './table.ts';

export type NewSitting = {
  memberId: string;
  serverId: string | null;
  pressId: string;
  exam: string;
  edition: string;
  kind: ExamKind;
  domain: string | null;
  extraMinutes: number;
  items: readonly Item[];
  startedAt: Date;
  deadlineAt: Date;
};

/** False when the member has one running, or the same press began one: the indexes decide. */
export async function insertSitting(db: Db, { items, ...sitting }: NewSitting): Promise<boolean> {
  const made = await db
    .insert(sittings)
    .values({ ...sitting, ...columnsOf(items), position: 1, shownAt: sitting.startedAt })
    .onConflictDoNothing()
    .returning({ id: sittings.id });
  return made.length > 0;
}

export type Change = {
  sittingId: number;
  memberId: string;
  at: Date;
  /** Which question is shown from now on; null for the overview. */
  show: number | null;
  answer?: { position: number; picks: readonly string[] };
  flag?: { position: number; isFlagged: boolean };
};

/**
 * What a press changes, in one statement: an answer or a flag, which question is looked at, and how long the last one
 * was. Null when the sitting is not the member's, is over, or has no such question or option.
 */
export async function changeSitting(db: Db, change: Change): Promise<Sitting | null> {
  const { answer, flag, show, at } = change;
  const instant = sql`${at.toISOString()}::timestamptz`;
  // However short the look: a question with no second of it was never seen.
  const set = [sql`seconds[position] = greatest(1, seconds[position] + ${visitedFor(instant)})`];
  if (answer) {
    set.push(sql`picks[${answer.position}::int] = ${answer.picks.join(',')}`);
    set.push(sql`answered_after[${answer.position}::int] = extract(epoch from ${instant} - started_at)::int`);
  }
  if (flag) set.push(sql`flags[${flag.position}::int] = ${flag.isFlagged}`);
  set.push(show === null ? sql`shown_at = null` : sql`position = ${show}::int, shown_at = ${instant}`);
  const positions = [answer?.position, flag?.position, show].filter((each) => typeof each === 'number');
  return one(
    db,
    sql`update ${sittings} set ${sql.join(set, sql`, `)}
      where id = ${change.sittingId} and member_id = ${change.memberId} and submitted_at is null
        and deadline_at > ${instant} and ${isIn(positions)} and ${isOffered(answer)}
      returning to_jsonb(${sittings}) as row`,
  );
}

/** How long the question shown last has been looked at, in whole seconds. */
function visitedFor(instant: SQL): SQL {
  return sql`coalesce(least(${MAX_VISIT_S}, greatest(0, extract(epoch from ${instant} - shown_at)))::int, 0)`;
}

function isIn(positions: readonly number[]): SQL {
  if (positions.length === 0) return sql`true`;
  const [least, most] = [Math.min(...positions), Math.max(...positions)];
  return sql`${least}::int >= 1 and ${most}::int <= cardinality(question_ids)`;
}

function isOffered(answer: Change['answer']): SQL {
  if (!answer) return sql`true`;
  return sql`string_to_array(${answer.picks.join(',')}, ',')
    <@ string_to_array(option_orders[${answer.position}::int], ',')`;
}

export type Ending = {
  sittingId: number;
  memberId: string;
  at: Date;
};

/** Ends a sitting by its member's wish. Null when it is not theirs, or has ended, or its time is up. */
export async function submitSitting(db: Db, { sittingId, memberId, at }: Ending): Promise<Sitting | null> {
  const instant = sql`${at.toISOString()}::timestamptz`;
  return one(
    db,
    sql`update ${sittings} set submitted_at = ${instant}, shown_at = null,
        seconds[position] = seconds[position] + ${visitedFor(instant)}
      where id = ${sittingId} and member_id = ${memberId} and submitted_at is null and deadline_at > ${instant}
      returning to_jsonb(${sittings}) as row`,
  );
}

/** Ends some of those whose time is up, as they stand, at their deadline; other processes' rows are left to them. */
export async function endOverdue(db: Db, { now, limit }: { now: Date; limit: number }): Promise<Sitting[]> {
  return many(
    db,
    sql`with due as (
        select id from ${sittings} where submitted_at is null and deadline_at <= ${now.toISOString()}::timestamptz
        order by deadline_at limit ${limit} for update skip locked
      )
      update ${sittings} as s set submitted_at = s.deadline_at, is_time_up = true, shown_at = null,
        seconds[s.position] = s.seconds[s.position]
          + coalesce(least(${MAX_VISIT_S}, greatest(0, extract(epoch from s.deadline_at - s.shown_at)))::int, 0)
      from due where s.id = due.id
      returning to_jsonb(s) as row`,
  );
}

/** The member's own; null when it is another's or does not exist. */
export async function readSitting(
  db: Db,
  { sittingId, memberId }: { sittingId: number; memberId: string },
): Promise<Sitting | null> {
  const isTheirs = and(eq(sittings.id, sittingId), eq(sittings.memberId, memberId));
  return one(db, sql`select to_jsonb(${sittings}) as row from ${sittings} where ${isTheirs}`);
}

export async function runningSitting(db: Db, memberId: string): Promise<Sitting | null> {
  const isRunning = and(eq(sittings.memberId, memberId), isNull(sittings.submittedAt));
  return one(db, sql`select to_jsonb(${sittings}) as row from ${sittings} where ${isRunning}`);
}

export async function sittingOfPress(db: Db, pressId: string): Promise<Sitting | null> {
  return one(
    db,
    sql`select to_jsonb(${sittings}) as row from ${sittings} where ${eq(sittings.pressId, pressId)}`,
  );
}

/** Those that are over, the newest first. */
export async function pastSittings(
  db: Db,
  { memberId, limit }: { memberId: string; limit: number },
): Promise<Sitting[]> {
  const isPast = and(eq(sittings.memberId, memberId), isNotNull(sittings.submittedAt));
  return many(
    db,
    sql`select to_jsonb(${sittings}) as row from ${sittings} where ${isPast}
      order by ${desc(sittings.submittedAt)}, ${desc(sittings.id)} limit ${limit}`,
  );
}

type Since = { memberId: string; exam: string; edition: string; since: Date };

/** Which exams of an edition were handed in, and when. */
export async function handedInSince(
  db: Db,
  { memberId, exam, edition, since }: Since,
): Promise<{ kind: ExamKind; at: Date }[]> {
  const isOf = and(eq(sittings.memberId, memberId), eq(sittings.exam, exam), eq(sittings.edition, edition));
  const rows = await db
    .select({ kind: sittings.kind, at: sittings.submittedAt })
    .from(sittings)
    .where(and(isOf, gte(sittings.submittedAt, since)));
  return rows.flatMap(({ kind, at }) => (at ? [{ kind, at }] : []));
}

/** What it came to. Written once: a second time it comes to the same. */
export async function saveOutcome(
  db: Db,
  { id, right, scoredRight }: { id: number; right: number; scoredRight: number },
): Promise<void> {
  await db.update(sittings).set({ right, scoredRight }).where(eq(sittings.id, id));
}

/** Over, but not handed to the record yet; the oldest first. */
const isUnrecorded = sql`${sittings.submittedAt} is not null and ${sittings.recordedAt} is null`;

export const anyUnrecorded: Due = () => sql`exists (select from ${sittings} where ${isUnrecorded})`;

export async function unrecordedSittings(db: Db, limit: number): Promise<Sitting[]> {
  return many(
    db,
    sql`select to_jsonb(${sittings}) as row from ${sittings} where ${isUnrecorded}
      order by ${sittings.submittedAt} limit ${limit}`,
  );
}

/** Keeps a sitting from being deleted until the transaction ends, and from nothing else; false when it has been. */
export async function holdSitting(tx: Db, id: number): Promise<boolean> {
  const held = await tx
    .select({ id: sittings.id })
    .from(sittings)
    .where(eq(sittings.id, id))
    .for('key share');
  return held.length > 0;
}

export async function setRecorded(db: Db, { id, now }: { id: number; now: Date }): Promise<void> {
  await db.update(sittings).set({ recordedAt: now }).where(eq(sittings.id, id));
}

/** Moves the deadlines of what was running when the bot went away, by as long as it was away. */
export async function extendRunning(tx: Db, { from, to }: { from: Date; to: Date }): Promise<number> {
  const [fromAt, toAt] = [sql`${from.toISOString()}::timestamptz`, sql`${to.toISOString()}::timestamptz`];
  const rows = await tx.execute(sql`
    update ${sittings} set deadline_at = deadline_at + (${toAt} - greatest(started_at, ${fromAt})),
      outage_seconds = outage_seconds + extract(epoch from ${toAt} - greatest(started_at, ${fromAt}))::int
    where submitted_at is null and deadline_at > ${fromAt} and started_at < ${toAt} returning 1 as one`);
  return rows.length;
}

/** Every question that this member's sittings asked since an instant, with when: also those that were left open. */
export async function askedInSittings(
  db: Db,
  { memberId, exam, since }: { memberId: string; exam: string; since: Date },
): Promise<Map<string, Date>> {
  const rows = await db.execute<{ id: string; at: string }>(sql`
    select q.id, max(s.started_at) as at from ${sittings} s cross join unnest(s.question_ids) as q (id)
    where s.member_id = ${memberId} and s.exam = ${exam} and s.started_at > ${since.toISOString()}::timestamptz
    group by q.id`);
  return new Map(rows.map(({ id, at }) => [id, new Date(at)]));
}

async function one(db: Db, query: SQL): Promise<Sitting | null> {
  const [sitting] = await many(db, query);
  return sitting ?? null;
}

async function many(db: Db, query: SQL): Promise<Sitting[]> {
  const rows = await db.execute<{ row: SittingRow }>(query);
  return rows.map(({ row }) => sittingOf(row));
}
