// What a plan asks for now, and which of several things is the most urgent. Pure.
import { domainIdOf, type Edition, type Pack, questionsFor } from '#content/pack.ts';
import type { Step, Urgency } from '#features/standing/next-step.ts';
import { daysBetween } from '#lib/local-date.ts';
import type { Mock } from './hours.rules.ts';
import { daysLeft, type PlanSeen, tickedMocks } from './seen.rules.ts';

type Todo =
  | { kind: 'make-plan' }
  /** The day of the plan is behind: how it went, another day, or a new plan. */
  | { kind: 'exam-over' }
  | { kind: 'exam-day'; days: number }
  | { kind: 'book'; days: number }
  | { kind: 'lesson'; lesson: string; isAhead: boolean }
  | { kind: 'mock'; mock: Mock; domain: string | null }
  | { kind: 'task'; task: string }
  /** Questions about the weakest domain; one of them is what is always left to do. */
  | { kind: 'questions'; domain: string; count: 1 | 5; isPlanned: boolean };

export type PlanTodo = Todo & { urgency: Urgency; minutes: number };

const ORDER: readonly Urgency[] = ['running', 'dated', 'fading', 'planned', 'any-time'];

/** The most urgent first; equals stay as they are. */
export function byUrgency<T extends Pick<Step, 'urgency'>>(steps: readonly T[]): T[] {
  return steps.toSorted((a, b) => ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency));
}

export type Answered = { questionId: string; seen: number; right: number };

/**
 * Where the smallest share was right, as far as that can be told; where nothing was answered, the heaviest domain.
 * `among`: only these, if there are any; nobody is weak in what their course has not come to yet.
 */
export function weakestDomain(
  pack: Pack,
  edition: Edition,
  { answered, among }: { answered: readonly Answered[]; among?: ReadonlySet<string> },
): string {
  const asked = edition.domains.filter(({ id }) => !among || among.size === 0 || among.has(id));
  const tally = new Map(asked.map(({ id }) => [id, { right: 0, seen: 0 }]));
  for (const { questionId, seen, right } of answered) {
    const question = pack.questions.get(questionId);
    const own = question && tally.get(domainIdOf(pack, edition.id, question) ?? '');
    if (!own) continue;
    own.right += right;
    own.seen += seen;
  }
  const weight = (id: string) => edition.domains.find((domain) => domain.id === id)?.weight ?? 0;
  const share = ({ right, seen }: { right: number; seen: number }) => (right + 1) / (seen + 2);
  const [weakest] = [...tally].toSorted(
    ([a, first], [b, second]) => share(first) - share(second) || weight(b) - weight(a),
  );
  return weakest?.[0] ?? edition.domains[0]?.id ?? '1';
}

/** The domains that a course has come to: what most questions of a lesson are about that is done. */
export function domainsTaught(pack: Pack, edition: Edition, lessons: ReadonlySet<string>): Set<string> {
  const mainDomainOf = (id: string) => {
    const domains = questionsFor(pack, edition.id, { kind: 'lesson', id }).map((question) =>
      domainIdOf(pack, edition.id, question),
    );
    const byDomain = Map.groupBy(domains, (domain) => domain);
    return [...byDomain].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
  };
  return new Set([...lessons].flatMap((id) => mainDomainOf(id) ?? []));
}

const MINUTES_PER_QUESTION = 2;
/** A place to sit the exam is rarely free tomorrow. */
const BOOK_DAYS = 21;
const NEAR_DAYS = 2;
const ROUND = 5;

/** Without a plan: making one, or a question. There is always something. */
export function todosWithout(domain: string, hasPlans: boolean): PlanTodo[] {
  return [
    ...(hasPlans ? [{ kind: 'make-plan' as const, urgency: 'planned' as const, minutes: 1 }] : []),
    questions(domain, { count: 1, isPlanned: false }),
  ];
}

/** On the day of the exam and after it: no plan is asked for on the morning that it led to. */
export function todosAfter(domain: string, isToday: boolean): PlanTodo[] {
  const first: PlanTodo = isToday
    ? { kind: 'exam-day', days: 0, urgency: 'dated', minutes: 5 }
    : { kind: 'exam-over', urgency: 'planned', minutes: 1 };
  return [first, questions(domain, { count: 1, isPlanned: false })];
}

export function todosOf(seen: PlanSeen, domain: string): PlanTodo[] {
  const mocks = mocksOf(seen, domain);
  const tasks = tasksOf(seen);
  const isBuildNext = isBuildingNext(seen);
  return [
    ...datedOf(seen),
    ...(isExamNext(seen) ? mocks : []),
    ...(isBuildNext ? tasks : []),
    ...study(seen, domain),
    ...(isExamNext(seen) ? [] : mocks),
    ...(isBuildNext ? [] : tasks),
    ...aheadOf(seen),
    questions(domain, { count: 1, isPlanned: false }),
  ];
}

function datedOf(seen: PlanSeen): PlanTodo[] {
  const days = daysLeft(seen);
  return [
    ...(days <= NEAR_DAYS
      ? [{ kind: 'exam-day' as const, days, urgency: 'dated' as const, minutes: 5 }]
      : []),
    ...(days <= BOOK_DAYS && !seen.plan.isBooked
      ? [{ kind: 'book' as const, days, urgency: 'dated' as const, minutes: 10 }]
      : []),
  ];
}

/** Lessons and questions side by side: what lags behind comes first. */
function study(seen: PlanSeen, domain: string): PlanTodo[] {
  const [first] = seen.weeks;
  if (!first) return [];
  const { week } = first;
  const open = week.lessons.filter((id) => !seen.lessonsDone.has(id));
  const [next] = open;
  const lesson = next === undefined ? [] : [lessonOf(seen, next, false)];
  const isAsking = seen.questions < week.questions;
  const asking = isAsking ? [questions(domain, { count: ROUND, isPlanned: true })] : [];
  const read = week.lessons.length === 0 ? 1 : 1 - open.length / week.lessons.length;
  const answered = week.questions === 0 ? 1 : seen.questions / week.questions;
  return answered < read ? [...asking, ...lesson] : [...lesson, ...asking];
}

/** Once the week's lessons are read, or the week is nearly over. */
function isExamNext(seen: PlanSeen): boolean {
  const to = seen.spans[seen.index]?.to ?? seen.today;
  return isRead(seen) || daysBetween(seen.today, to) <= NEAR_DAYS;
}

/** Once the week's lessons are read and half its questions answered: few people ever answer all of them. */
function isBuildingNext(seen: PlanSeen): boolean {
  const questionsPlanned = seen.weeks[0]?.week.questions ?? 0;
  return isRead(seen) && seen.questions * 2 >= questionsPlanned;
}

function isRead({ weeks, lessonsDone }: PlanSeen): boolean {
  return weeks[0]?.week.lessons.every((id) => lessonsDone.has(id)) ?? false;
}

function mocksOf(seen: PlanSeen, domain: string): PlanTodo[] {
  const open = tickedMocks(seen).find(({ isDone }) => !isDone);
  if (!open) return [];
  const { mock } = open;
  const minutes = seen.plans.minutes[mock];
  return [{ kind: 'mock', mock, domain: mock === 'domain' ? domain : null, urgency: 'planned', minutes }];
}

function tasksOf({ weeks, tasksDone, plans }: PlanSeen): PlanTodo[] {
  const task = weeks[0]?.week.task;
  if (task === undefined || tasksDone.has(task)) return [];
  const minutes = plans.tasks.find(({ id }) => id === task)?.minutes ?? 0;
  return [{ kind: 'task', task, urgency: 'planned', minutes }];
}

/** Whoever is through with the week may go on with the next. */
function aheadOf(seen: PlanSeen): PlanTodo[] {
  const [, ...later] = seen.weeks;
  const next = later.flatMap(({ week }) => week.lessons).find((id) => !seen.lessonsDone.has(id));
  return next === undefined ? [] : [lessonOf(seen, next, true)];
}

function lessonOf({ plans }: PlanSeen, lesson: string, isAhead: boolean): PlanTodo {
  const urgency = isAhead ? 'any-time' : 'planned';
  return { kind: 'lesson', lesson, isAhead, urgency, minutes: plans.minutes.lesson };
}

function questions(domain: string, { count, isPlanned }: { count: 1 | 5; isPlanned: boolean }): PlanTodo {
  const urgency = isPlanned ? 'planned' : 'any-time';
  return { kind: 'questions', domain, count, isPlanned, urgency, minutes: count * MINUTES_PER_QUESTION };
}

export function domainName(edition: Edition, id: string): string {
  return edition.domains.find((domain) => domain.id === id)?.name ?? id;
}
