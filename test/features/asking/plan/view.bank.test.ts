// Every screen of every plan of every pack fits what Discord takes, in every language and in one that is longer.
import { describe, expect, it } from 'vitest';
import { MAX_TEXT, type Message, textLength } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import type { Pack } from '#content/pack.ts';
import { lessonsOfWeek } from '#features/asking/digest/rules.ts';
import { showWeek } from '#features/asking/digest/view.ts';
import { showDigest } from '#features/asking/plan/digest.view.ts';
import { todosOf } from '#features/asking/plan/next.rules.ts';
import { showStep, stepOf } from '#features/asking/plan/next.view.ts';
import { showExamDay, showTask, showWeeks } from '#features/asking/plan/pages.view.ts';
import { courseOn, type DoneSoFar, type PlanSeen, planOn, sumOf } from '#features/asking/plan/seen.rules.ts';
import { showPlan } from '#features/asking/plan/view.ts';
import { addDays } from '#lib/local-date.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { listLanguages, type Words, wordsOf } from '#words/words.ts';
import { loadBank } from '../../../support/bank.ts';
import { pseudoWords } from '../../../support/pseudo.ts';

const START = '2026-11-23';
const spoken: [string, Words][] = [
  ...listLanguages().map(({ code }): [string, Words] => [code, wordsOf(code)]),
  ['longer', pseudoWords(wordsOf('en'))],
];
const packs = [...(await loadBank()).values()].filter(({ plan }) => plan !== null);
const none = sumOf([]);

function seen(pack: Pack, { days, hours }: { days: number; hours: number | null }): PlanSeen {
  const plan = {
    ...{ edition: pack.exam.editions[0]?.id ?? '', examDate: addDays(START, days), hours, startedOn: START },
    ...{ isBooked: false, digestAt: null, digestRefused: true },
  };
  const course = courseOn(pack, plan, START);
  if (!course || course.index === null) throw new Error('no week');
  const done: DoneSoFar = { total: none, thisWeek: none, tasks: [], hasReviews: true };
  return planOn({ ...course, index: course.index }, { plan, today: START, done });
}

function expectFits(message: Message): void {
  expect(validateBody('callback', { type: 4, data: toPayload(message) })).toEqual([]);
  expect(textLength(message)).toBeLessThanOrEqual(MAX_TEXT);
}

describe.each(spoken)('in %s', (_, words) => {
  it.each([
    { days: 1, hours: 1 },
    { days: 3, hours: null },
    { days: 42, hours: 5 },
    { days: 56, hours: null },
    { days: 366, hours: 2 },
  ])('plans, their pages and steps fit: %o', (length) => {
    for (const pack of packs) {
      const plan = seen(pack, length);
      const place = { pack, edition: plan.edition, openLesson: null };
      expectFits(showPlan(words, { kind: 'plan', seen: plan }));
      for (let page = 0; page < 7; page += 1) expectFits(showWeeks(words, plan, page));
      const steps = todosOf(plan, '1').map((todo) => stepOf(todo, place));
      for (const index of steps.keys()) expectFits(showStep(words, steps, index));
      const at = { serverId: '1', channelId: '2' };
      expectFits(showDigest(words, { kind: 'week', seen: plan, lastWeek: none, place: at }));
      expectFits(showDigest(words, { kind: 'result', code: plan.edition.code, examDate: '2026-12-24' }));
    }
  });

  it('tasks fit', () => {
    const tasks = packs.flatMap(({ plan }) => plan?.tasks ?? []);
    for (const task of tasks) expectFits(showTask(words, task, true));
  });

  it('the day of the exam fits, section by section', () => {
    const days = packs.flatMap(({ examDay }) => examDay ?? []);
    const pages = days.flatMap((day) => day.sections.map((_, index) => showExamDay(words, day, index)));
    for (const page of pages) expectFits(page);
  });

  it('a server’s week fits, whichever it is', () => {
    const weeks = packs.flatMap((pack) => Array.from({ length: 9 }, (_, week) => groupWeek(pack, week)));
    for (const week of weeks) expectFits(showWeek(words, week));
  });
});

function groupWeek(pack: Pack, week: number) {
  const today = addDays(START, 7 * week);
  const edition = pack.exam.editions[0]?.id ?? '';
  return {
    ...{ pack, zone: 'UTC', members: 12, tally: { answers: 345, right: 210 } },
    week: { from: new Date(`${START}T00:00:00Z`), to: new Date(`${today}T00:00:00Z`) },
    weakest: { lesson: pack.modules[0]?.lessons[0]?.id ?? '', answers: 30, right: 12 },
    next: lessonsOfWeek(pack, edition, { startedOn: START, today }),
  };
}
