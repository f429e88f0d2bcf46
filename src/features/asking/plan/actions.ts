// Making a plan and looking at it: nothing but its dates is stored, the rest is worked out from what was done.
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { noteMember, readMember } from '#features/people/member/store.ts';
import { answeredSince } from '#features/record/answer/store.ts';
import { type Learner, studiedBy } from '#features/record/post/course.ts';
import type { Doer, Doing, Done } from '#features/standing/doing.ts';
import type { Clock } from '#lib/clock.ts';
import { addDays, instantAt, localDateAt } from '#lib/local-date.ts';
import { parseExamDate, spansOf } from './dates.rules.ts';
import { nextDigestAt } from './digest.rules.ts';
import { setDigest } from './digest.store.ts';
import {
  type Course,
  courseOn,
  type DoneSoFar,
  lessonsByQuestions,
  type PlanOutcome,
  planOn,
  sumOf,
} from './seen.rules.ts';
import { readPlanRow, type StoredPlan, savePlan, setBooked, setTaskDone, tasksDone } from './store.ts';

export type PlanDeps = { db: Db; content: Library; clock: Clock; doings: readonly Doing[] };
export type Who = Learner;

/** The plan with what was done; how to begin one, where there is none. */
export async function readPlan(deps: PlanDeps, who: Who): Promise<PlanOutcome> {
  const studied = await studiedBy(deps, who);
  const plan = await readPlanRow(deps.db, { memberId: who.memberId, exam: studied.exam });
  if (plan) return seePlan(deps, plan);
  const pack = await deps.content.packOf(studied.exam);
  const today = localDateAt(deps.clock.now(), await zoneOf(deps, who.memberId, studied.zone));
  const facts = { ...studied, examDate: today, startedOn: today, hours: null, ...NO_DIGEST };
  const course = pack && courseOn(pack, facts, today);
  return course
    ? { kind: 'none', course, today }
    : { kind: 'no-plan', exam: pack?.exam.name ?? studied.exam };
}

const NO_DIGEST = { isBooked: false, digestAt: null, digestRefused: false };

export type PlanWish = { examDate: string | null; hours: number | null };

/** A date moves a running plan and keeps what was done; without one, the hours of the running plan change. */
export async function makePlan(
  deps: PlanDeps,
  { memberId, serverId, ...wish }: Who & PlanWish,
): Promise<PlanOutcome> {
  const studied = await studiedBy(deps, { memberId, serverId });
  const before = await readPlanRow(deps.db, { memberId, exam: studied.exam });
  const zone = await zoneOf(deps, memberId, studied.zone);
  const now = deps.clock.now();
  const today = localDateAt(now, zone);
  const typed = wish.examDate ?? before?.examDate ?? null;
  if (typed === null || !(await deps.content.packOf(studied.exam))?.plan)
    return readPlan(deps, { memberId, serverId });
  const read = parseExamDate(typed, today);
  if (read.kind !== 'date') return { kind: read.kind, typed, example: addDays(today, 42) };
  await noteMember(deps.db, memberId);
  await savePlan(deps.db, {
    memberId,
    exam: studied.exam,
    edition: studied.edition,
    examDate: read.date,
    hours: wish.hours ?? (wish.examDate === null ? (before?.hours ?? null) : null),
    startedOn: today,
    startedAt: now,
    zone,
  });
  if (before?.digestAt) await moveDigest(deps, { memberId, exam: studied.exam });
  return readPlan(deps, { memberId, serverId });
}

/** The weeks begin on other days now, and their messages with them. */
async function moveDigest(deps: PlanDeps, key: { memberId: string; exam: string }): Promise<void> {
  const plan = await readPlanRow(deps.db, key);
  if (!plan) return;
  const zone = await zoneOf(deps, plan.memberId, plan.zone);
  const { startedOn, examDate } = plan;
  const digestAt = nextDigestAt({ spans: spansOf(startedOn, examDate), examDate, zone }, deps.clock.now());
  await setDigest(deps.db, { ...key, digestAt });
}

/** Begins one of the pack's plans today, with its own number of weeks. */
export async function beginPlan(
  deps: PlanDeps,
  { planId, ...who }: Who & { planId: string },
): Promise<PlanOutcome> {
  const seen = await readPlan(deps, who);
  if (seen.kind !== 'none' && seen.kind !== 'over') return seen;
  const base = seen.course.plans.plans.find(({ id }) => id === planId);
  if (!base) return seen;
  const { zone } = await studiedBy(deps, who);
  const today = localDateAt(deps.clock.now(), await zoneOf(deps, who.memberId, zone));
  return makePlan(deps, { ...who, examDate: addDays(today, base.weeks.length * 7), hours: null });
}

export async function seePlan(deps: PlanDeps, plan: StoredPlan): Promise<PlanOutcome> {
  const zone = await zoneOf(deps, plan.memberId, plan.zone);
  const today = localDateAt(deps.clock.now(), zone);
  const pack = await deps.content.packOf(plan.exam);
  const course = pack && courseOn(pack, plan, today);
  if (!course) return { kind: 'no-plan', exam: pack?.exam.name ?? plan.exam };
  const { index } = course;
  if (index === null) return { kind: 'over', course, plan, isToday: today === plan.examDate };
  const weekAt = instantAt(course.spans[index]?.from ?? today, '00:00', zone);
  const weekBegan = new Date(Math.max(weekAt.getTime(), plan.startedAt.getTime()));
  const done = await doneSoFar(deps, { plan, course, weekBegan });
  return { kind: 'plan', seen: planOn({ ...course, index }, { plan, today, done }) };
}

/** A member's own zone, else the one that dated them last, else the server's. */
export async function zoneOf({ db }: { db: Db }, memberId: string, otherwise: string): Promise<string> {
  const { zone, datedZone } = await readMember(db, memberId);
  return zone ?? datedZone ?? otherwise;
}

type At = { plan: StoredPlan; course: Course; weekBegan: Date };

async function doneSoFar(deps: PlanDeps, { plan, course, weekBegan }: At): Promise<DoneSoFar> {
  const { memberId, exam, startedAt } = plan;
  const doer = { memberId, exam, edition: course.edition.id };
  const [all, recent] = await Promise.all([
    askAll(deps, { ...doer, since: startedAt }),
    askAll(deps, { ...doer, since: weekBegan }),
  ]);
  const answered = await answeredSince(deps.db, { memberId, exam, since: startedAt });
  const known = lessonsByQuestions(course.pack, idsOf(answered));
  const knownBefore = lessonsByQuestions(course.pack, idsOf(answered.filter(({ at }) => at < weekBegan)));
  const fresh = known.filter((id) => !knownBefore.includes(id));
  const told = sumOf(all).lessons;
  const freshOnes = fresh.filter((id) => !told.includes(id) || sumOf(recent).lessons.includes(id));
  const tasks = await tasksDone(deps.db, { memberId, exam });
  return {
    total: sumOf([...all, { lessons: known }]),
    thisWeek: sumOf([...recent, { lessons: freshOnes }]),
    tasks: tasks.map(({ task, doneAt }) => ({ task, isThisWeek: doneAt >= weekBegan })),
    hasReviews: all.some(({ reviews }) => reviews !== undefined),
  };
}

function askAll({ db, doings }: PlanDeps, doer: Doer): Promise<Done[]> {
  return Promise.all(doings.map(({ done }) => done(db, doer)));
}

function idsOf(answered: readonly { questionId: string }[]): string[] {
  return answered.map(({ questionId }) => questionId);
}

/** Nothing is kept of a task that is in no plan: ids of buttons can be written by anybody. */
export async function tickTask(
  { db, content, clock }: PlanDeps,
  { serverId, memberId, task, isDone }: Who & { task: string; isDone: boolean },
): Promise<void> {
  const { exam } = await studiedBy({ db, content, clock }, { memberId, serverId });
  if (!(await content.packOf(exam))?.plan?.tasks.some(({ id }) => id === task)) return;
  await noteMember(db, memberId);
  await setTaskDone(db, { memberId, exam, task, doneAt: isDone ? clock.now() : null });
}

export async function noteBooked(
  { db, content, clock }: PlanDeps,
  { serverId, memberId }: Who,
): Promise<void> {
  const { exam } = await studiedBy({ db, content, clock }, { memberId, serverId });
  await setBooked(db, { memberId, exam }, true);
}
