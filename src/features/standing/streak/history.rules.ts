// What a member sees of a streak, and what became of each of the last days. Pure.
import type { IsNeutral } from '#features/people/member/day.rules.ts';
import { addDays, type LocalDate } from '#lib/local-date.ts';
import { recordDay, type Streak, type StreakToday, streakOn } from './rules.ts';

const SHOWN_DAYS = 14;

/** 'before': earlier than the member's first answer. */
export const dayMarks = ['answered', 'frozen', 'paused', 'missed', 'not-yet', 'before'] as const;
export type DayMark = (typeof dayMarks)[number];
export type MarkedDay = { date: LocalDate; mark: DayMark };

export type StreakSeen = {
  kind: 'streak';
  memberId: string;
  isOwn: boolean;
  state: StreakToday;
  days: MarkedDay[];
  /** When the day ends that `state` speaks of, in the member's own zone. */
  dayEndsAt: Date;
  remindersOn: boolean;
};

export type StreakOutcome = StreakSeen | { kind: 'nothing-yet'; isOwn: boolean } | { kind: 'not-visible' };

/**
 * Marks the days up to today, oldest first, by living through all active days again: which missed day a freeze
 * covered depends on everything before it. A missed day that a freeze will cover counts as covered already.
 */
export function markDays(
  days: readonly LocalDate[],
  { today, isNeutral }: { today: LocalDate; isNeutral: IsNeutral },
): MarkedDay[] {
  const active = new Set(days);
  const [first = today] = days.toSorted();
  const frozen = frozenDates(days, { today, isNeutral });
  // After a zone change "today" can lie before a day that is recorded: it stays in sight.
  const last = [...days, today].toSorted().at(-1) ?? today;
  return Array.from({ length: SHOWN_DAYS }, (_, index) => {
    const date = addDays(last, index - SHOWN_DAYS + 1);
    return { date, mark: markOf(date) };
  });

  function markOf(date: LocalDate): DayMark {
    if (active.has(date)) return 'answered';
    if (date < first) return 'before';
    if (frozen.has(date)) return 'frozen';
    if (isNeutral(date)) return 'paused';
    return date >= today ? 'not-yet' : 'missed';
  }
}

function frozenDates(
  days: readonly LocalDate[],
  { today, isNeutral }: { today: LocalDate; isNeutral: IsNeutral },
): Set<LocalDate> {
  const frozen = new Set<LocalDate>();
  let streak: Streak | null = null;
  for (const day of days.toSorted()) {
    const recorded = recordDay(streak, day, isNeutral);
    for (const date of recorded.frozen) frozen.add(date);
    streak = recorded.streak;
  }
  for (const date of streakOn(streak, today, isNeutral).frozen) frozen.add(date);
  return frozen;
}
