// Fitting a pack's plan to the weeks there are: what holds for any start, date, hours and for whatever was missed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { minutesOf, planSchema } from '#content/plan.ts';
import { editionFor, parseExamDate, planFor, spansOf, weekAt } from '#features/asking/plan/dates.rules.ts';
import { fitWeeks, MOST_HOURS } from '#features/asking/plan/fit.rules.ts';
import type { DoneBefore } from '#features/asking/plan/spread.rules.ts';
import { addDays, daysBetween } from '#lib/local-date.ts';
import { root } from '../../../support/architecture.ts';
import { makePack } from '../../../support/pack.ts';

const file = join(root, 'content/aws-developer-associate/plan.yaml');
const plans = planSchema.parse(parse(readFileSync(file, 'utf8')));
const nothing: DoneBefore = { lessons: new Set(), questions: 0, tasks: new Set(), mocks: [] };
const lessonsOf = (base: (typeof plans.plans)[number]) => base.weeks.flatMap(({ lessons }) => lessons);

const anyBase = fc.constantFrom(...plans.plans);
const anyWeeks = fc.integer({ min: 1, max: 53 });
const anyHours = fc.option(fc.integer({ min: 1, max: 40 }));
/** Some of it was done, in any order: lessons ahead, tasks left lying, exams that nobody asked for. */
const anyDone = anyBase.chain((base) =>
  fc.record({
    base: fc.constant(base),
    lessons: fc.subarray(lessonsOf(base)).map((ids) => new Set(ids)),
    questions: fc.integer({ min: 0, max: 1000 }),
    tasks: fc.subarray(plans.tasks.map(({ id }) => id)).map((ids) => new Set(ids)),
    mocks: fc.array(fc.constantFrom('full' as const, 'half' as const, 'domain' as const), { maxLength: 6 }),
  }),
);
const anyFit = fc
  .record({ of: anyDone, weeks: anyWeeks, hours: anyHours })
  .map(({ of: { base, ...done }, weeks, hours }) => ({ plans, base, weeks, hours, done }));

describe('a plan fitted to its weeks', () => {
  it.each(plans.plans)('is the pack’s own where there are as many weeks: $id', (base) => {
    const { weeks, hours } = fitWeeks({ plans, base, weeks: base.weeks.length, hours: null, done: nothing });
    expect(weeks.map(({ week }) => week)).toEqual(base.weeks);
    expect(hours).toBe(base.hours);
  });

  it.each(plans.plans)('stays the pack’s own for who keeps up with it, week after week: $id', (base) => {
    for (let passed = 1; passed < base.weeks.length; passed += 1) {
      const before = base.weeks.slice(0, passed);
      const done = {
        lessons: new Set(before.flatMap(({ lessons }) => lessons)),
        questions: before.reduce((sum, { questions }) => sum + questions, 0),
        tasks: new Set(before.flatMap(({ task }) => task ?? [])),
        mocks: before.flatMap(({ mocks }) => mocks),
      };
      const { weeks } = fitWeeks({ plans, base, weeks: base.weeks.length - passed, hours: null, done });
      expect(weeks.map(({ week }) => ({ ...week, reviews: 0 }))).toEqual(
        base.weeks.slice(passed).map((week) => ({ ...week, reviews: 0 })),
      );
    }
  });

  it('has every lesson that is not done exactly once, and in order', () => {
    fc.assert(
      fc.property(anyFit, (wanted) => {
        const { weeks } = fitWeeks(wanted);
        expect(weeks).toHaveLength(wanted.weeks);
        const left = lessonsOf(wanted.base).filter((id) => !wanted.done.lessons.has(id));
        expect(weeks.flatMap(({ week }) => week.lessons)).toEqual(left);
      }),
    );
  });

  it('has no week beyond its hours unless it says so, and then only lessons and one exam are in it', () => {
    fc.assert(
      fc.property(anyFit, (wanted) => {
        const fitted = fitWeeks(wanted);
        expect(fitted.hours).toBe(wanted.hours ?? fitted.hours);
        expect(fitted.hours).toBeLessThanOrEqual(MOST_HOURS);
        for (const { week, minutes, isOver } of fitted.weeks) {
          expect(minutes).toBe(minutesOf(week, plans));
          expect(isOver).toBe(minutes > fitted.hours * 60);
          if (isOver) expect([week.questions, week.reviews, week.task]).toEqual([0, 0, undefined]);
          if (isOver) expect(week.mocks.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('ends with a full exam, after all tasks and lessons', () => {
    fc.assert(
      fc.property(anyFit, (wanted) => {
        expect(fitWeeks(wanted).weeks.at(-1)?.week.mocks).toContain('full');
      }),
    );
  });

  it('asks for the questions that are left, and not for one more', () => {
    fc.assert(
      fc.property(anyFit, (wanted) => {
        const all = wanted.base.weeks.reduce((sum, { questions }) => sum + questions, 0);
        const left = Math.max(0, all - wanted.done.questions);
        const { weeks, hours } = fitWeeks(wanted);
        const asked = weeks.reduce((sum, { week }) => sum + week.questions, 0);
        expect(asked).toBeLessThanOrEqual(left);
        const isRoomy = wanted.hours === null && hours < MOST_HOURS;
        if (isRoomy) expect(asked).toBe(left);
      }),
    );
  });

  it('names each open task once: in a week, or as left out', () => {
    fc.assert(
      fc.property(anyFit, (wanted) => {
        const open = wanted.base.weeks.flatMap(({ task }) =>
          task !== undefined && !wanted.done.tasks.has(task) ? [task] : [],
        );
        const { weeks } = fitWeeks(wanted);
        const named = weeks.flatMap(({ week, leftOut }) => [
          ...(week.task ? [week.task] : []),
          ...leftOut.tasks,
        ]);
        expect(named.toSorted()).toEqual(open.toSorted());
      }),
    );
  });

  it('catches up quietly: a missed week makes the others longer, and none is empty of lessons', () => {
    const [base] = plans.plans;
    if (!base) throw new Error('no plan');
    const { weeks } = fitWeeks({ plans, base, weeks: 5, hours: null, done: nothing });
    const counts = weeks.map(({ week }) => week.lessons.length);
    expect(counts.at(-1)).toBe(0);
    expect(Math.min(...counts.slice(0, -1))).toBeGreaterThanOrEqual(8);
    expect(Math.max(...counts)).toBeLessThanOrEqual(10);
  });
});

describe('the weeks of a plan', () => {
  const anyDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days));
  const anyLength = fc.integer({ min: 1, max: 366 });

  it('follow each other from the first day to the one before the exam, whole ones last', () => {
    fc.assert(
      fc.property(anyDay, anyLength, (start, days) => {
        const exam = addDays(start, days);
        const spans = spansOf(start, exam);
        expect(spans[0]?.from).toBe(start);
        expect(spans.at(-1)?.to).toBe(addDays(exam, -1));
        const [first = 0, ...others] = spans.map(({ from, to }) => daysBetween(from, to) + 1);
        expect(first).toBeLessThanOrEqual(10);
        expect(first).toBeGreaterThanOrEqual(others.length === 0 ? 1 : 4);
        expect(others.every((length) => length === 7)).toBe(true);
        expect(spans.slice(1).map(({ from }) => from)).toEqual(
          spans.slice(0, -1).map(({ to }) => addDays(to, 1)),
        );
      }),
    );
  });

  it('hold each day until the exam, and none after it', () => {
    fc.assert(
      fc.property(anyDay, anyLength, fc.integer({ min: -3, max: 400 }), (start, days, later) => {
        const spans = spansOf(start, addDays(start, days));
        const today = addDays(start, later);
        const index = weekAt(spans, today);
        if (later >= days) expect(index).toBeNull();
        else expect((spans[index ?? -1]?.to ?? '') >= today).toBe(true);
      }),
    );
  });

  it.each([
    [1, 'intensive'],
    [6, 'intensive'],
    [7, 'relaxed'],
    [8, 'relaxed'],
    [40, 'relaxed'],
  ])('%i weeks are made of the plan that comes nearest: %s', (weeks, id) => {
    expect(planFor(plans, weeks).id).toBe(id);
  });
});

describe('the exam that a plan is for', () => {
  const { exam } = makePack();
  it.each([
    ['c02', '2026-11-30', 'c02'],
    ['c02', '2026-12-01', 'c03'],
    ['c02', '2027-03-01', 'c03'],
    ['c03', '2026-11-29', 'c02'],
    ['c03', '2026-12-24', 'c03'],
    ['gone', '2026-11-29', 'c02'],
  ])('is, for who learns %s and sits on %s, %s', (wanted, date, edition) => {
    expect(editionFor(exam, wanted, date).id).toBe(edition);
  });

  it('can be sat on its day, whatever the edition and the date', () => {
    const anyDate = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2024-06-01', days));
    fc.assert(
      fc.property(fc.constantFrom('c02', 'c03'), anyDate, (wanted, date) => {
        const { firstSitting, lastSitting } = editionFor(exam, wanted, date);
        expect(firstSitting <= date && (lastSitting === null || date <= lastSitting)).toBe(true);
      }),
    );
  });
});

it.each([
  ['2026-12-24', { kind: 'date', date: '2026-12-24' }],
  [' 24.12.2026 ', { kind: 'date', date: '2026-12-24' }],
  ['4. 1. 2027', { kind: 'date', date: '2027-01-04' }],
  ['2026-11-26', { kind: 'past' }],
  ['2026-02-30', { kind: 'unreadable' }],
  ['12/24/2026', { kind: 'date', date: '2026-12-24' }],
  ['05/12/2026', { kind: 'unreadable' }],
  ['christmas', { kind: 'unreadable' }],
  ['2028-01-01', { kind: 'too-far' }],
])('an exam date typed as “%s” is %o', (typed, expected) => {
  expect(parseExamDate(typed, '2026-11-26')).toEqual(expected);
});
