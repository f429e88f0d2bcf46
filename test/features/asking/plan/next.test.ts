// What /next suggests: never nothing, the most urgent first, what lags behind before what does not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDigestAt } from '#features/asking/plan/digest.rules.ts';
import {
  byUrgency,
  domainsTaught,
  todosAfter,
  todosOf,
  todosWithout,
  weakestDomain,
} from '#features/asking/plan/next.rules.ts';
import {
  courseOn,
  type DoneSoFar,
  lessonsByQuestions,
  type PlanFacts,
  planOn,
  sumOf,
} from '#features/asking/plan/seen.rules.ts';
import { addDays, type LocalDate } from '#lib/local-date.ts';
import { makePack } from '../../../support/pack.ts';
import { makePlans } from '../../../support/plans.ts';

const pack = { ...makePack({ perDomain: 12 }), plan: makePlans() };
const none = sumOf([]);
const nothing: DoneSoFar = { total: none, thisWeek: none, tasks: [], hasReviews: true };
const facts = (changes: Partial<PlanFacts> = {}): PlanFacts => ({
  edition: 'c03',
  examDate: '2027-01-04',
  hours: null,
  startedOn: '2026-12-07',
  isBooked: false,
  digestAt: null,
  digestRefused: false,
  ...changes,
});

function seen(today: LocalDate, done: Partial<DoneSoFar> = {}, plan = facts()) {
  const course = courseOn(pack, plan, today);
  if (!course || course.index === null) throw new Error('no week on that day');
  return planOn({ ...course, index: course.index }, { plan, today, done: { ...nothing, ...done } });
}
const kinds = (today: LocalDate, done?: Partial<DoneSoFar>, plan?: PlanFacts) =>
  byUrgency(todosOf(seen(today, done, plan), '2')).map(({ kind }) => kind);

describe('what is next by the plan', () => {
  it('is a lesson first, then questions, then what is to build, and at last a question', () => {
    expect(kinds('2026-12-07')).toEqual(['lesson', 'questions', 'task', 'lesson', 'questions']);
  });

  it('is questions, once reading is ahead of them', () => {
    const read = sumOf([{ lessons: ['1.1'] }]);
    expect(kinds('2026-12-07', { total: read, thisWeek: read })[0]).toBe('questions');
  });

  it('is what is to build once the lessons are read and half the questions answered, not after all of them', () => {
    const planned = seen('2026-12-07').weeks[0]?.week.questions ?? 0;
    const first = (questions: number) => {
      const done = sumOf([{ lessons: ['1.1'], questions }]);
      return kinds('2026-12-07', { total: done, thisWeek: done })[0];
    };
    expect(first(Math.ceil(planned / 2) - 1)).toBe('questions');
    expect(first(Math.ceil(planned / 2))).toBe('task');
  });

  it('is, on the day of the exam, how it goes, and after it, how it went: no plan is asked for', () => {
    expect(todosAfter('2', true).map(({ kind }) => kind)).toEqual(['exam-day', 'questions']);
    expect(todosAfter('2', false).map(({ kind }) => kind)).toEqual(['exam-over', 'questions']);
  });

  it('is the exam of the week, once its lessons are read or its end is near', () => {
    const booked = facts({ isBooked: true });
    const read = sumOf([{ lessons: ['2.1', '3.1'] }]);
    const before = sumOf([{ lessons: ['1.1', '2.1', '3.1'] }]);
    expect(kinds('2026-12-14', { total: before, thisWeek: read }, booked)[0]).toBe('mock');
    expect(kinds('2026-12-16', { total: sumOf([{ lessons: ['1.1'] }]) }, booked)[0]).toBe('lesson');
    expect(kinds('2026-12-18', { total: sumOf([{ lessons: ['1.1'] }]) }, booked)[0]).toBe('mock');
  });

  it('is booking within three weeks of the exam, and the day itself when it is near', () => {
    expect(kinds('2026-12-13')[0]).not.toBe('book');
    expect(kinds('2026-12-14')[0]).toBe('book');
    expect(kinds('2026-12-14', {}, facts({ isBooked: true }))[0]).not.toBe('book');
    expect(kinds('2027-01-02').slice(0, 2)).toEqual(['exam-day', 'book']);
  });

  it('is never nothing, on any day and whatever was done', () => {
    const anyLessons = fc.subarray(['1.1', '2.1', '3.1', '4.1']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), anyLessons, fc.nat(500), (day, lessons, questions) => {
        const total = sumOf([{ lessons, questions }]);
        const todos = todosOf(seen(addDays('2026-12-07', day), { total }), '2');
        expect(todos.length).toBeGreaterThan(0);
        expect(todos.every(({ minutes }) => minutes > 0)).toBe(true);
        const next = todos.find(({ kind }) => kind === 'lesson');
        if (next?.kind === 'lesson') expect(lessons).not.toContain(next.lesson);
      }),
    );
    expect(todosWithout('2', false)).toHaveLength(1);
  });

  it('comes after a running exam and a date, and before what can wait', () => {
    const steps = (['any-time', 'planned', 'fading', 'dated', 'running'] as const).map((urgency) => ({
      urgency,
    }));
    expect(byUrgency(steps)).toEqual(steps.toReversed());
  });
});

describe('what is done', () => {
  it('is not asked for where nobody keeps it: no reviews are planned without a review', () => {
    const reviews = (hasReviews: boolean) =>
      seen('2026-12-07', { hasReviews }).weeks.map(({ week }) => week.reviews);
    expect(reviews(true)).toEqual([10, 10, 10, 20]);
    expect(reviews(false)).toEqual([0, 0, 0, 0]);
  });

  it('ticks itself off within its week, and is not planned again in the next', () => {
    const early = sumOf([{ lessons: ['1.1'], questions: 10 }]);
    const first = seen('2026-12-08', { total: early, thisWeek: early });
    expect(first.weeks[0]?.week.lessons).toContain('1.1');
    expect(first.lessonsDone.has('1.1')).toBe(true);
    const second = seen('2026-12-14', { total: early });
    expect(second.weeks.flatMap(({ week }) => week.lessons)).not.toContain('1.1');
  });

  it('a lesson of which ten questions were answered counts as read', () => {
    const ids = (count: number) =>
      Array.from({ length: count }, (_, at) => `q-1.1-${String(at + 1).padStart(3, '0')}`);
    expect(lessonsByQuestions(pack, ids(9))).toEqual([]);
    expect(lessonsByQuestions(pack, ids(10))).toEqual(['1.1']);
  });

  it('is added up over all who keep something, each lesson once', () => {
    const at = new Date(0);
    expect(
      sumOf([
        { lessons: ['1.1'], questions: 3 },
        { lessons: ['1.1', '2.1'], reviews: 4 },
        { exams: [{ kind: 'full', at }] },
      ]),
    ).toEqual({ lessons: ['1.1', '2.1'], questions: 3, reviews: 4, exams: [{ kind: 'full', at }] });
  });
});

describe('the weakest domain', () => {
  const [, edition] = pack.exam.editions;
  if (!edition) throw new Error('no edition');
  const answer = (domain: string, right: number) => ({ questionId: `q-${domain}.1-001`, seen: 4, right });
  it.each([
    ['the heaviest one before anything was answered', [], '1'],
    [
      'the one with the smallest share of right answers',
      [answer('1', 3), answer('2', 4), answer('3', 0), answer('4', 3)],
      '3',
    ],
    [
      'one that was never practised, before those that go well',
      [answer('1', 4), answer('2', 4), answer('3', 4)],
      '4',
    ],
  ])('is %s', (_, answered, domain) => {
    expect(weakestDomain(pack, edition, { answered })).toBe(domain);
  });

  it('is none that the course has not come to yet, however well the others go', () => {
    const answered = [answer('1', 3)];
    const among = domainsTaught(pack, edition, new Set(['1.1']));
    expect([...among]).toEqual(['1']);
    expect(weakestDomain(pack, edition, { answered, among })).toBe('1');
    expect(weakestDomain(pack, edition, { answered, among: new Set() })).not.toBe('1');
  });
});

it('the weekly message comes at nine on the first day of each week but the first, as the member’s clock says', () => {
  const spans = ['2026-12-07', '2026-12-14', '2026-12-21'].map((from) => ({ from, to: addDays(from, 6) }));
  const examDate = '2026-12-28';
  const next = (now: string) =>
    nextDigestAt({ spans, examDate, zone: 'America/New_York' }, new Date(now))?.toISOString();
  expect(next('2026-12-07T00:00:00Z')).toBe('2026-12-14T14:00:00.000Z');
  expect(next('2026-12-14T14:00:00Z')).toBe('2026-12-21T14:00:00.000Z');
  // The morning after the exam, and then no more.
  expect(next('2026-12-21T14:00:00Z')).toBe('2026-12-29T14:00:00.000Z');
  expect(next('2026-12-29T14:00:00Z')).toBeUndefined();
});
