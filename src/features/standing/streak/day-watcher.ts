// What a change of a member's day means to their streak.
import type { DayWatcher } from '#features/people/member/day-watcher.ts';
import { localDateAt } from '#lib/local-date.ts';
import { nextReminderAt } from './reminder.rules.ts';
import { streakOn } from './rules.ts';
import { planReminder, readStreakRow } from './store.ts';

export const dayWatcher: DayWatcher = {
  async watch(db, memberId) {
    const streak = await readStreakRow(db, memberId);
    return (
      streak && {
        lastDate: streak.lastDate,
        on({ now, rules, isNeutral }) {
          const today = localDateAt(now, rules.zone, rules.dayStart);
          const { current, frozen } = streakOn(streak, today, isNeutral);
          return { length: current, paid: frozen.length };
        },
      }
    );
  },
  async replan(db, { memberId, now, rules, reminders }) {
    const streak = await readStreakRow(db, memberId);
    const remindAt = reminders && streak ? nextReminderAt(streak.lastDate, now, rules) : null;
    await planReminder(db, { memberId, remindAt });
    return remindAt;
  },
};
