// What keeps a streak, what breaks it, and what never counts twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralDays } from '#features/people/member/day.rules.ts';
import { markDays } from '#features/standing/streak/history.rules.ts';
import { decideReminder, nextReminderAt } from '#features/standing/streak/reminder.rules.ts';
import {
  costOfMissing,
  isMilestone,
  MAX_FREEZES,
  nextMilestone,
  rebuildStreak,
  recordDay,
  reminderAt,
  type Streak,
  streakOn,
} from '#features/standing/streak/rules.ts';
import { addDays } from '#lib/local-date.ts';

const never = () => false;
const day = (offset: number) => addDays('2026-01-01', offset);
const run = (offsets: readonly number[], isNeutral: (date: string) => boolean = never) =>
  rebuildStreak(offsets.map(day), isNeutral);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('a streak', () => {
  it('grows by one for each day with an answer, and by nothing for a second answer', () => {
    const first = recordDay(null, day(0), never);
    expect(first).toMatchObject({ isNewDay: true, broken: null, streak: { current: 1, longest: 1 } });
    expect(recordDay(first.streak, day(0), never)).toMatchObject({ isNewDay: false, streak: { current: 1 } });
    expect(recordDay(first.streak, day(1), never)).toMatchObject({ streak: { current: 2, longest: 2 } });
  });

  it('never earns a date twice: a zone change that moves today back adds nothing', () => {
    const streak = run([0, 1, 2]);
    expect(recordDay(streak, day(1), never)).toMatchObject({ isNewDay: false, streak: { current: 3 } });
    expect(streakOn(streak, day(1), never).today).toBe('done');
  });

  it('breaks on a missed day without a freeze, and keeps the longest', () => {
    expect(recordDay(run([0, 1, 2]), day(4), never)).toMatchObject({
      broken: 3,
      streak: { current: 1, longest: 3 },
    });
  });

  it('is "not yet" today, never broken, as long as the day lasts', () => {
    const streak = run([0, 1, 2]);
    expect(streakOn(streak, day(3), never)).toMatchObject({ current: 3, today: 'not-yet' });
    expect(streakOn(streak, day(4), never)).toMatchObject({ current: 0, longest: 3, today: 'not-yet' });
  });
});

describe('freezes', () => {
  it('are earned one per 7 active days, and two are held at most', () => {
    expect(run(upTo(6))).toMatchObject({ freezes: 0, progress: 6 });
    expect(run(upTo(7))).toMatchObject({ freezes: 1, progress: 0 });
    expect(run(upTo(14))).toMatchObject({ freezes: 2 });
    expect(run(upTo(40))).toMatchObject({ freezes: 2, current: 40 });
    expect(streakOn(run(upTo(9)), day(9), never).daysToFreeze).toBe(5);
    expect(streakOn(run(upTo(20)), day(20), never).daysToFreeze).toBeNull();
  });

  it('cover one missed day each, on which the streak does not grow', () => {
    const result = recordDay(run(upTo(14)), day(16), never);
    expect(result).toMatchObject({ frozen: [day(14), day(15)], broken: null });
    expect(result.streak).toMatchObject({ current: 15, freezes: 0 });
  });

  it('are gone when more days were missed than they could cover', () => {
    const result = recordDay(run(upTo(14)), day(17), never);
    expect(result).toMatchObject({ broken: 14, frozen: [], streak: { current: 1, freezes: 0 } });
  });

  it('say beforehand what a missed day would cost', () => {
    expect(costOfMissing(streakOn(null, day(0), never))).toBe('nothing');
    expect(costOfMissing(streakOn(run(upTo(3)), day(3), never))).toBe('streak');
    expect(costOfMissing(streakOn(run(upTo(7)), day(7), never))).toBe('freeze');
    expect(costOfMissing(streakOn(run(upTo(7)), day(8), never))).toBe('streak');
  });
});

describe('neutral days', () => {
  const berlin = { zone: 'Europe/Berlin', dayStart: 0 };

  it('of a pause neither count nor break, however many', () => {
    const paused = neutralDays([{ fromDate: day(3), toDate: day(32) }], [], berlin);
    expect(recordDay(run([0, 1, 2]), day(33), paused)).toMatchObject({
      broken: null,
      streak: { current: 4 },
    });
    expect(recordDay(run([0, 1, 2]), day(34), paused)).toMatchObject({ broken: 3 });
    expect(streakOn(run([0, 1, 2]), day(5), paused)).toMatchObject({ today: 'paused', current: 3 });
  });

  it('include a date that the zone left out: Samoa, 30 December 2011', () => {
    const samoa = neutralDays([], [], { zone: 'Pacific/Apia', dayStart: 0 });
    expect(samoa('2011-12-30')).toBe(true);
    expect(samoa('2011-12-31')).toBe(false);
    const before = rebuildStreak(['2011-12-28', '2011-12-29'], samoa);
    expect(recordDay(before, '2011-12-31', samoa)).toMatchObject({ broken: null, streak: { current: 3 } });
  });
});

describe('properties over all histories', () => {
  const offsets = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 120 });
  const neutrals = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 40 });
  const neutralBy = (list: readonly number[]) => {
    const dates = new Set(list.map(day));
    return (date: string) => dates.has(date);
  };
  const inTurn = (days: readonly number[], isNeutral: (date: string) => boolean) => {
    const steps: Streak[] = [];
    for (const offset of days) steps.push(recordDay(steps.at(-1) ?? null, day(offset), isNeutral).streak);
    return steps;
  };

  it('a rebuild from the recorded days equals what was counted as the days came, in any order', () => {
    fc.assert(
      fc.property(offsets, neutrals, (days, list) => {
        const isNeutral = neutralBy(list);
        let streak: Streak | null = null;
        const recorded: string[] = [];
        for (const offset of days) {
          const result = recordDay(streak, day(offset), isNeutral);
          if (result.isNewDay) recorded.push(day(offset));
          streak = result.streak;
        }
        expect(rebuildStreak(recorded.toReversed(), isNeutral)).toEqual(streak);
        expect(new Set(recorded).size).toBe(recorded.length);
      }),
    );
  });

  it('freezes stay within 0 and 2, progress within 0 and 6, and the longest never shrinks', () => {
    fc.assert(
      fc.property(offsets, neutrals, (days, list) => {
        const steps = inTurn(
          days.toSorted((a, b) => a - b),
          neutralBy(list),
        );
        steps.forEach((step, index) => {
          expect(step.freezes >= 0 && step.freezes <= MAX_FREEZES).toBe(true);
          expect(step.progress >= 0 && step.progress < 7).toBe(true);
          expect(step.longest).toBeGreaterThanOrEqual(step.current);
          expect(step.longest).toBeGreaterThanOrEqual(steps[index - 1]?.longest ?? 0);
        });
      }),
    );
  });

  it('grows by exactly one with the next day, and is never shortened by a neutral day', () => {
    fc.assert(
      fc.property(offsets, neutrals, (days, list) => {
        const last = Math.max(...days);
        const without = streakOn(run(days), day(last), never).current;
        const withNeutral = streakOn(run(days, neutralBy(list)), day(last), neutralBy(list)).current;
        expect(withNeutral).toBeGreaterThanOrEqual(without);
        expect(recordDay(run(days), day(last + 1), never).streak.current).toBe(without + 1);
      }),
    );
  });

  it('looking ahead agrees with answering: the streak shown is the one that goes on', () => {
    fc.assert(
      fc.property(offsets, neutrals, fc.integer({ min: 1, max: 10 }), (days, list, gap) => {
        const isNeutral = neutralBy(list);
        const streak = run(days, isNeutral);
        const today = day(Math.max(...days) + gap);
        const shown = streakOn(streak, today, isNeutral);
        const answered = recordDay(streak, today, isNeutral);
        expect(answered.streak.current).toBe(shown.current + 1);
        expect(answered.frozen).toEqual(shown.frozen);
      }),
    );
  });
});

describe('the line of the last 14 days', () => {
  const marks = (offsets: readonly number[], today: number, isNeutral = never as (date: string) => boolean) =>
    markDays(offsets.map(day), { today: day(today), isNeutral }).map(({ mark }) => mark);

  it('shows answered, frozen, missed and open days, oldest first', () => {
    const shown = marks([...upTo(7), 8, 11], 12);
    expect(shown).toHaveLength(14);
    expect(shown.slice(-6)).toEqual(['frozen', 'answered', 'missed', 'missed', 'answered', 'not-yet']);
    expect(shown[0]).toBe('before');
  });

  it('shows pauses, and a missed day that a freeze will cover as covered', () => {
    const paused = (date: string) => date === day(8);
    expect(marks(upTo(7), 9, paused).slice(-3)).toEqual(['frozen', 'paused', 'not-yet']);
  });
});

describe('reminders', () => {
  const rules = { zone: 'Europe/Berlin', dayStart: 0 };
  const plan = (streak: Streak | null, now: string, isNeutral: (date: string) => boolean = never) =>
    decideReminder(streak as Streak, new Date(now), { rules, isNeutral });

  it('come three hours before the day ends, also on days of 23 and 25 hours', () => {
    expect(reminderAt('2026-01-01', rules)).toEqual(new Date('2026-01-02T20:00:00Z'));
    expect(reminderAt('2026-03-28', rules)).toEqual(new Date('2026-03-29T19:00:00Z'));
    expect(reminderAt('2026-10-24', rules)).toEqual(new Date('2026-10-25T20:00:00Z'));
    expect(reminderAt('2026-01-01', { ...rules, dayStart: 4 })).toEqual(new Date('2026-01-03T00:00:00Z'));
  });

  it('are sent in the evening of a day that would break the streak, and then not again', () => {
    const sent = plan(run([0, 1]), '2026-01-03T20:00:00Z');
    expect(sent.remind?.state.current).toBe(2);
    expect(sent.nextAt).toBeNull();
  });

  it('are sent while a freeze would cover the day, and again on the evening that would break it', () => {
    const sent = plan(run(upTo(7)), '2026-01-08T20:30:00Z');
    expect(sent.remind).not.toBeNull();
    expect(sent.nextAt).toEqual(new Date('2026-01-09T20:00:00Z'));
    expect(plan(run(upTo(7)), '2026-01-09T20:00:00Z')).toMatchObject({ nextAt: null });
  });

  it('are not sent for a day that is done, paused, or not yet in its evening, but looked at again', () => {
    expect(plan(run([0, 1]), '2026-01-02T20:00:00Z')).toEqual({
      remind: null,
      nextAt: new Date('2026-01-03T20:00:00Z'),
    });
    expect(plan(run([0, 1]), '2026-01-03T20:00:00Z', () => true)).toEqual({
      remind: null,
      nextAt: new Date('2026-01-04T20:00:00Z'),
    });
    expect(plan(run(upTo(7)), '2026-01-09T02:00:00Z').nextAt).toEqual(new Date('2026-01-09T20:00:00Z'));
  });

  it('are over once the streak is', () => {
    expect(plan(run([0, 1]), '2026-01-04T20:00:00Z')).toEqual({ remind: null, nextAt: null });
  });

  it('lie ahead whenever they are planned', () => {
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2028-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 800 }), (now, offset) => {
        expect(nextReminderAt(day(offset), now, rules) > now).toBe(true);
      }),
    );
  });
});

describe('milestones', () => {
  it('are 7, 30, 50, every hundred, and a year', () => {
    expect([7, 14, 21, 30, 50, 100, 200, 365, 400].every(isMilestone)).toBe(true);
    expect([0, 1, 8, 150].some(isMilestone)).toBe(false);
    expect([0, 7, 14, 21, 99, 300, 365].map(nextMilestone)).toEqual([7, 14, 21, 30, 100, 365, 400]);
  });
});
