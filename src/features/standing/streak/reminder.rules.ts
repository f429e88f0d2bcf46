// When a member is reminded of a streak that would otherwise break, and when not. Pure.
import type { DayRules, IsNeutral } from '#features/people/member/day.rules.ts';
import { addDays, type LocalDate, localDateAt } from '#lib/local-date.ts';
import { costOfMissing, reminderOn, type Streak, type StreakToday, streakOn } from './rules.ts';

/** The next evening on which a streak may need a reminder: what is true then is decided then. */
export function nextReminderAt(lastDate: LocalDate, now: Date, rules: DayRules): Date {
  const today = localDateAt(now, rules.zone, rules.dayStart);
  const first = lastDate >= today ? addDays(lastDate, 1) : today;
  const at = reminderOn(first, rules);
  return at > now ? at : reminderOn(addDays(first, 1), rules);
}

export type ReminderDecision = {
  /** What to say; null when nobody needs to be reminded now. */
  remind: { state: StreakToday; today: LocalDate } | null;
  /** When to look again; null until the next answer. */
  nextAt: Date | null;
};

/**
 * Reminds on the evening of a day that has no answer yet. While a freeze would still cover that day, the next
 * evening is looked at too: the promise is a reminder before the streak breaks.
 */
export function decideReminder(
  streak: Streak,
  now: Date,
  { rules, isNeutral }: { rules: DayRules; isNeutral: IsNeutral },
): ReminderDecision {
  const today = localDateAt(now, rules.zone, rules.dayStart);
  const state = streakOn(streak, today, isNeutral);
  if (state.current === 0) return { remind: null, nextAt: null };
  const isEvening = now >= reminderOn(today, rules);
  const nextAt = nextReminderAt(streak.lastDate, now, rules);
  if (state.today !== 'not-yet' || !isEvening) return { remind: null, nextAt };
  return { remind: { state, today }, nextAt: costOfMissing(state) === 'freeze' ? nextAt : null };
}
