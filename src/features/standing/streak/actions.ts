// What a member's streak is today, as they or another member may see it.
import type { Db } from '#db/connect.ts';
import { endOfLocalDay, neutralDays } from '#features/people/member/day.rules.ts';
import { readMember, readPauses } from '#features/people/member/store.ts';
import { readOutages } from '#features/record/outage/store.ts';
import { type Learner, zoneAround } from '#features/record/post/course.ts';
import type { Clock } from '#lib/clock.ts';
import { type LocalDate, localDateAt } from '#lib/local-date.ts';
import { markDays, type StreakOutcome } from './history.rules.ts';
import { streakOn } from './rules.ts';
import { readDays, readStreakRow } from './store.ts';

export type StreakInput = Learner & { viewerId: string };

export async function readStreak(
  { db, clock }: { db: Db; clock: Clock },
  { memberId, viewerId, serverId }: StreakInput,
): Promise<StreakOutcome> {
  const isOwn = memberId === viewerId;
  const member = await readMember(db, memberId);
  if (!isOwn && member.visibility !== 'visible') return { kind: 'not-visible' };
  const [zoneHere, streak, days, pauses, outages] = await Promise.all([
    zoneAround({ db }, { memberId, serverId }),
    readStreakRow(db, memberId),
    readDays(db, memberId),
    readPauses(db, memberId),
    // All of them: which missed day a freeze covered depends on everything before it.
    readOutages(db, { since: new Date(0) }),
  ]);
  if (!streak) return { kind: 'nothing-yet', isOwn };
  const rules = { zone: member.zone ?? zoneHere, dayStart: member.dayStart };
  const today = localDateAt(clock.now(), rules.zone, rules.dayStart);
  const isNeutral = neutralDays(pauses, outages, rules);
  return {
    kind: 'streak',
    memberId,
    isOwn,
    state: streakOn(streak, today, isNeutral),
    days: markDays(days, { today, isNeutral }),
    dayEndsAt: endOfLocalDay(later(today, streak.lastDate), rules),
    remindersOn: member.reminders,
  };
}

/** After a zone change "today" may lie before the day that is done already: then that one must end first. */
function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
