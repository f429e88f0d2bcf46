// What decides about members' days, read for many at once.
import type { Db } from '#db/connect.ts';
import { type DayRules, type IsNeutral, neutralDays } from '#features/people/member/day.rules.ts';
import { readMembers, readPausesOf } from '#features/people/member/store.ts';
import { DEFAULT_ZONE } from '#features/people/server/rules.ts';
import { readOutages } from '#features/record/outage/store.ts';

export type Facts = { memberId: string; rules: DayRules; isNeutral: IsNeutral; wantsReminders: boolean };

/** In the order of the ids. Outages that ended before `since` do not matter to the caller. */
export async function readFacts(
  db: Db,
  { memberIds, since }: { memberIds: readonly string[]; since: Date },
): Promise<Facts[]> {
  const members = await readMembers(db, memberIds);
  const pauses = await readPausesOf(db, memberIds);
  const outages = await readOutages(db, { since });
  return memberIds.map((memberId) => {
    const member = members.get(memberId);
    const zone = member?.zone ?? member?.datedZone ?? DEFAULT_ZONE;
    const rules = { zone, dayStart: member?.dayStart ?? 0 };
    const isNeutral = neutralDays(pauses.get(memberId) ?? [], outages, rules);
    return { memberId, rules, isNeutral, wantsReminders: member?.reminders ?? false };
  });
}
