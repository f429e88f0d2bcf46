// Queries on diagnoses. What a press changes is one statement, which also answers with the whole row.
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Due } from '#db/due.ts';
import { BAND_COUNT } from '#features/standing/progress/diagnose.rules.ts';
import { type Diagnosis, type DiagnosisRow, diagnosisOf } from './diagnosis.ts';
import { type Drawn, type Exposures, MAX_VISIT_S } from './rules.ts';
import { diagnoseExposures, diagnoses } from './table.ts';

export type NewDiagnosis = {
  memberId: string;
  serverId: string | null;
  pressId: string;
  exam: string;
  edition: string;
  first: Drawn;
  startedAt: Date;
};

/** Nothing when the member has one running, or the same press began one: the indexes decide. */
export async function insertDiagnosis(db: Db, { first, ...diagnosis }: NewDiagnosis): Promise<void> {
  await db
    .insert(diagnoses)
    .values({
      ...diagnosis,
      questionIds: [first.questionId],
      questionVersions: [first.questionVersion],
      optionOrders: [first.optionOrder.join(',')],
      domains: [first.domain],
      picks: [],
      rights: [],
      seconds: [],
      answeredAfter: [],
      shownAt: diagnosis.startedAt,
    })
    .onConflictDoNothing();
}

export async function runningDiagnosis(
  db: Db,
  { memberId, exam, edition }: { memberId: string; exam: string; edition: string },
): Promise<Diagnosis | null> {
  const isTheirs = and(
    eq(diagnoses.memberId, memberId),
    eq(diagnoses.exam, exam),
    eq(diagnoses.edition, edition),
  );
  return one(db, sql`${selectRow} where ${and(isTheirs, isNull(diagnoses.endedAt))}`);
}

/** The member's own; null when it is another's or does not exist. */
export async function readDiagnosis(
  db: Db,
  { id, memberId }: { id: number; memberId: string },
): Promise<Diagnosis | null> {
  return one(db, sql`${selectRow} where ${and(eq(diagnoses.id, id), eq(diagnoses.memberId, memberId))}`);
}

const selectRow = sql`select to_jsonb(${diagnoses}) as row from ${diagnoses}`;

export type Step = {
  id: number;
  memberId: string;
  /** Which question was answered, from 1: the one that is open, or nothing is written. */
  position: number;
  picks: readonly string[];
  isRight: boolean;
  at: Date;
  /** What is asked next; null at the end. */
  next: Drawn | null;
  /** The level at the end. */
  band: number;
};

/** An answer with what follows from it: the next question, or the end and the count of what was shown. */
export async function takeStep(db: Db, step: Step): Promise<Diagnosis | null> {
  const answer = answerOf(step);
  if (step.next) return one(db, sql`${answer} returning to_jsonb(d) as row`);
  // In key order: two who end at once never wait for each other in turn.
  return one(
    db,
    sql`with ended as (${answer} returning d.*), shown as (
        insert into ${diagnoseExposures} as e (exam, edition, band, question_id, times)
        select exam, edition, ${step.band}::smallint, q.id, 1
        from ended cross join unnest(question_ids || ''::text) as q (id) order by q.id
        on conflict (exam, edition, band, question_id) do update set times = e.times + 1
      )
      select to_jsonb(ended) as row from ended`,
  );
}

function answerOf({ id, memberId, position, picks, isRight, at, next }: Step): SQL {
  const instant = sql`${at.toISOString()}::timestamptz`;
  const set = [
    sql`picks = d.picks || ${picks.join(',')}::text`,
    sql`rights = d.rights || ${isRight ? 1 : 0}::smallint`,
    sql`seconds = d.seconds
      || least(${MAX_VISIT_S}, greatest(0, extract(epoch from ${instant} - d.shown_at)))::int`,
    sql`answered_after = d.answered_after
      || greatest(0, floor(extract(epoch from ${instant} - d.started_at)))::int`,
    ...(next
      ? [
          sql`question_ids = d.question_ids || ${next.questionId}::text`,
          sql`question_versions = d.question_versions || ${next.questionVersion}::int`,
          sql`option_orders = d.option_orders || ${next.optionOrder.join(',')}::text`,
          sql`domains = d.domains || ${next.domain}::text`,
          sql`shown_at = ${instant}`,
        ]
      : [sql`ended_at = ${instant}`]),
  ];
  return sql`update ${diagnoses} as d set ${sql.join(set, sql`, `)}
    where d.id = ${id} and d.member_id = ${memberId} and d.ended_at is null
      and cardinality(d.picks) = ${position - 1}`;
}

export async function readExposures(
  db: Db,
  { exam, edition }: { exam: string; edition: string },
): Promise<Exposures> {
  const rows = await db
    .select({
      id: diagnoseExposures.questionId,
      band: diagnoseExposures.band,
      times: diagnoseExposures.times,
    })
    .from(diagnoseExposures)
    .where(and(eq(diagnoseExposures.exam, exam), eq(diagnoseExposures.edition, edition)));
  const exposures = new Map<string, number[]>();
  for (const { id, band, times } of rows) {
    const bands = exposures.get(id) ?? Array<number>(BAND_COUNT).fill(0);
    bands[band] = times;
    exposures.set(id, bands);
  }
  return exposures;
}

/** With answers that were not handed to the record yet; the oldest first. */
const isUnrecorded = sql`recorded < cardinality(picks)`;

export const anyUnrecorded: Due = () => sql`exists (select from ${diagnoses} where ${isUnrecorded})`;

export async function unrecordedDiagnoses(db: Db, limit: number): Promise<Diagnosis[]> {
  return many(db, sql`${selectRow} where ${isUnrecorded} order by ${diagnoses.id} limit ${limit}`);
}

/** Keeps a diagnosis from being deleted until the transaction ends, and from nothing else; false when it has been. */
export async function holdDiagnosis(tx: Db, id: number): Promise<boolean> {
  const held = await tx
    .select({ id: diagnoses.id })
    .from(diagnoses)
    .where(eq(diagnoses.id, id))
    .for('key share');
  return held.length > 0;
}

/** Two processes may hand in the same answers: the further one counts. */
export async function setRecorded(tx: Db, { id, recorded }: { id: number; recorded: number }): Promise<void> {
  await tx
    .update(diagnoses)
    .set({ recorded: sql`greatest(${diagnoses.recorded}, ${recorded}::smallint)` })
    .where(eq(diagnoses.id, id));
}

async function one(db: Db, query: SQL): Promise<Diagnosis | null> {
  const [diagnosis] = await many(db, query);
  return diagnosis ?? null;
}

async function many(db: Db, query: SQL): Promise<Diagnosis[]> {
  const rows = await db.execute<{ row: DiagnosisRow }>(query);
  return rows.map(({ row }) => diagnosisOf(row));
}
