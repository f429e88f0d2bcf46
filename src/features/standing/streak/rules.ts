// Streaks: how active days, missed days, freezes, pauses and outages make a number. Pure; dates are local dates.
import { type DayRules, endOfLocalDay, type IsNeutral } from '#features/people/member/day.rules.ts';
import { addDays, daysBetween, type LocalDate } from '#lib/local-date.ts';

export const DAYS_PER_FREEZE = 7;
export const MAX_FREEZES = 2;
const REMIND_BEFORE_MS = 3 * 3_600_000;

export type Streak = {
  /** Active days in a row, as of `lastDate`. */
  current: number;
  longest: number;
  lastDate: LocalDate;
  /** Freezes in hand, 0–2. */
  freezes: number;
  /** Active days since the last one was earned, 0–6. */
  progress: number;
};

export type DayRecorded = {
  streak: Streak;
  /** False when this date was recorded before: then nothing changed. */
  isNewDay: boolean;
  /** Missed dates that a freeze covered just now. */
  frozen: LocalDate[];
  /** Length of the streak that ended in the gap before this day; null when none did. */
  broken: number | null;
  earnedFreeze: boolean;
};

/**
 * What an answer on `today` makes of a streak. A date at or before the last recorded one changes nothing: a zone
 * change can move "today" back, and no date is earned twice.
 */
export function recordDay(before: Streak | null, today: LocalDate, isNeutral: IsNeutral): DayRecorded {
  if (!before) {
    return {
      streak: grow(emptyStreak(today), today),
      isNewDay: true,
      frozen: [],
      broken: null,
      earnedFreeze: false,
    };
  }
  if (today <= before.lastDate) {
    return { streak: before, isNewDay: false, frozen: [], broken: null, earnedFreeze: false };
  }
  const gap = spendGap(before, today, isNeutral);
  const streak = grow({ ...before, current: gap.isBroken ? 0 : before.current, freezes: gap.freezes }, today);
  return {
    streak,
    isNewDay: true,
    frozen: gap.isBroken ? [] : gap.frozen,
    broken: gap.isBroken ? before.current : null,
    earnedFreeze: streak.freezes > gap.freezes,
  };
}

export type StreakToday = {
  /** 0 when the streak has ended. */
  current: number;
  longest: number;
  /** 'paused' also stands for a day on which the bot was down. */
  today: 'done' | 'not-yet' | 'paused';
  /** Freezes left after those that missed days have used up already. */
  freezes: number;
  /** Missed dates that freezes cover if the member answers today. */
  frozen: LocalDate[];
  /** Active days until the next freeze is earned; null while both are in hand. */
  daysToFreeze: number | null;
};

/** What a streak is worth on `today`, without changing it: today without an answer is "not yet", never broken. */
export function streakOn(streak: Streak | null, today: LocalDate, isNeutral: IsNeutral): StreakToday {
  if (!streak) {
    return {
      current: 0,
      longest: 0,
      today: 'not-yet',
      freezes: 0,
      frozen: [],
      daysToFreeze: DAYS_PER_FREEZE,
    };
  }
  const isDone = streak.lastDate >= today;
  const gap = isDone
    ? { isBroken: false, freezes: streak.freezes, frozen: [] }
    : spendGap(streak, today, isNeutral);
  return {
    current: gap.isBroken ? 0 : streak.current,
    longest: streak.longest,
    today: isDone ? 'done' : isNeutral(today) ? 'paused' : 'not-yet',
    freezes: gap.freezes,
    frozen: gap.isBroken ? [] : gap.frozen,
    daysToFreeze: gap.freezes >= MAX_FREEZES ? null : DAYS_PER_FREEZE - streak.progress,
  };
}

/** The streak that a set of active days makes, from nothing; null without days. The order of `days` is irrelevant. */
export function rebuildStreak(days: readonly LocalDate[], isNeutral: IsNeutral): Streak | null {
  return days
    .toSorted()
    .reduce<Streak | null>((streak, day) => recordDay(streak, day, isNeutral).streak, null);
}

/** When to remind: three hours before the end of the day after the last active one, which the streak still needs. */
export function reminderAt(lastDate: LocalDate, rules: DayRules): Date {
  return reminderOn(addDays(lastDate, 1), rules);
}

/** When a member is reminded of an unanswered day: three hours before it ends. */
export function reminderOn(date: LocalDate, rules: DayRules): Date {
  return new Date(endOfLocalDay(date, rules).getTime() - REMIND_BEFORE_MS);
}

/** What one more day without an answer does: nothing when there is no streak, else it costs a freeze or ends it. */
export function costOfMissing({ current, freezes }: StreakToday): 'nothing' | 'freeze' | 'streak' {
  if (current === 0) return 'nothing';
  return freezes > 0 ? 'freeze' : 'streak';
}

/** Never two weeks without anything to reach in the first month, when streaks end most often; and a whole year. */
const EARLY_MILESTONES: ReadonlySet<number> = new Set([7, 14, 21, 30, 50, 365]);

/** Streak lengths that the group hears about in the daily recap. */
export function isMilestone(length: number): boolean {
  return EARLY_MILESTONES.has(length) || (length > 0 && length % 100 === 0);
}

const MAX_MILESTONES = 10;

/** The longest streaks first; a recap is short. */
export function milestonesOf<T extends { length: number }>(lengths: readonly T[]): T[] {
  return lengths
    .filter(({ length }) => isMilestone(length))
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MAX_MILESTONES);
}

/** The next milestone above a length: there is one in every hundred. */
export function nextMilestone(length: number): number {
  let next = length + 1;
  while (!isMilestone(next)) next += 1;
  return next;
}

function emptyStreak(today: LocalDate): Streak {
  return { current: 0, longest: 0, lastDate: today, freezes: 0, progress: 0 };
}

function grow(streak: Streak, today: LocalDate): Streak {
  const current = streak.current + 1;
  const progress = (streak.progress + 1) % DAYS_PER_FREEZE;
  const earned = progress === 0 ? 1 : 0;
  return {
    current,
    longest: Math.max(streak.longest, current),
    lastDate: today,
    freezes: Math.min(MAX_FREEZES, streak.freezes + earned),
    progress,
  };
}

type Gap = { isBroken: boolean; freezes: number; frozen: LocalDate[] };

/** Goes through the days between the last active one and today, one freeze for each that was missed. */
function spendGap(streak: Streak, today: LocalDate, isNeutral: IsNeutral): Gap {
  const frozen: LocalDate[] = [];
  const days = daysBetween(streak.lastDate, today);
  for (let offset = 1; offset < days; offset += 1) {
    const date = addDays(streak.lastDate, offset);
    if (isNeutral(date)) continue;
    if (frozen.length === streak.freezes) return { isBroken: true, freezes: 0, frozen: [] };
    frozen.push(date);
  }
  return { isBroken: false, freezes: streak.freezes - frozen.length, frozen };
}
