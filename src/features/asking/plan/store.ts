// Queries on study plans; those on their weekly messages are in digest.store.ts.
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { studyPlans, studyTasks } from './table.ts';

type Key = { memberId: string; exam: string };

export type StoredPlan = Key & {
  edition: string;
  examDate: string;
  hours: number | null;
  startedOn: string;
  startedAt: Date;
  zone: string;
  isBooked: boolean;
  digestAt: Date | null;
  digestRefused: boolean;
};

export const planColumns = {
  memberId: studyPlans.memberId,
  exam: studyPlans.exam,
  edition: studyPlans.edition,
  examDate: studyPlans.examDate,
  hours: studyPlans.hours,
  startedOn: studyPlans.startedOn,
  startedAt: studyPlans.startedAt,
  zone: studyPlans.zone,
  isBooked: studyPlans.isBooked,
  digestAt: studyPlans.digestAt,
  digestRefused: studyPlans.digestRefused,
} as const;

const ofKey = ({ memberId, exam }: Key) => and(eq(studyPlans.memberId, memberId), eq(studyPlans.exam, exam));

export async function readPlanRow(db: Db, key: Key): Promise<StoredPlan | null> {
  const [row] = await db.select(planColumns).from(studyPlans).where(ofKey(key));
  return row ?? null;
}

export type NewPlan = Omit<StoredPlan, 'isBooked' | 'digestAt' | 'digestRefused'>;

/** A plan that is still running keeps its start, and so what was done since; one whose exam is over begins anew. */
export async function savePlan(db: Db, plan: NewPlan): Promise<void> {
  const isOver = sql`${studyPlans.examDate} <= excluded.started_on`;
  const kept = <T>(column: T, name: string) =>
    sql`case when ${isOver} then excluded.${sql.raw(name)} else ${column} end`;
  await db
    .insert(studyPlans)
    .values(plan)
    .onConflictDoUpdate({
      target: [studyPlans.memberId, studyPlans.exam],
      set: {
        edition: plan.edition,
        examDate: plan.examDate,
        hours: plan.hours,
        zone: plan.zone,
        startedOn: kept(studyPlans.startedOn, 'started_on'),
        startedAt: kept(studyPlans.startedAt, 'started_at'),
        // Another date is another appointment.
        isBooked: sql`${studyPlans.isBooked} and ${studyPlans.examDate} = excluded.exam_date`,
      },
    });
}

export async function setBooked(db: Db, key: Key, isBooked: boolean): Promise<void> {
  await db.update(studyPlans).set({ isBooked }).where(ofKey(key));
}

/** Done or open again; said twice, it is what was said last. */
export async function setTaskDone(
  db: Db,
  { memberId, exam, task, doneAt }: Key & { task: string; doneAt: Date | null },
): Promise<void> {
  const own = and(eq(studyTasks.memberId, memberId), eq(studyTasks.exam, exam), eq(studyTasks.task, task));
  if (doneAt) await db.insert(studyTasks).values({ memberId, exam, task, doneAt }).onConflictDoNothing();
  else await db.delete(studyTasks).where(own);
}

export async function tasksDone(db: Db, { memberId, exam }: Key): Promise<{ task: string; doneAt: Date }[]> {
  return db
    .select({ task: studyTasks.task, doneAt: studyTasks.doneAt })
    .from(studyTasks)
    .where(and(eq(studyTasks.memberId, memberId), eq(studyTasks.exam, exam)));
}
