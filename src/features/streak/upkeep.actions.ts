// What happens to streaks without an answer: outages are recorded, reminders decided, cached rows rebuilt.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { addDays, type LocalDate, localDateAt } from '#lib/local-date.ts';
import type { Pause } from '../member/rules.ts';
import { readMembers, readPausesOf, saveSettings } from '../member/store.ts';
import { DEFAULT_ZONE } from '../server/rules.ts';
import { decideReminder, type ReminderDecision } from './reminder.rules.ts';
import {
  type DayRules,
  endOfLocalDay,
  type IsNeutral,
  neutralDays,
  type Outage,
  RECORDED_GAP_MS,
  rebuildStreak,
} from './rules.ts';
import {
  claimReminders,
  type DueReminder,
  lastServerZones,
  planReminder,
  putOffReminder,
  readDaysOf,
  readOutages,
  settleReminder,
} from './store.ts';
import {
  beat,
  lockStreaks,
  membersActiveSince,
  membersWithDays,
  type Rebuilt,
  writeStreaks,
} from './upkeep.store.ts';

type Deps = { db: Db; clock: Clock };

/** One per deployment: the group has an outage only when no process of it works. */
const HEARTBEAT = 'bot';
/**
 * Long enough to send a batch, and short enough that Discord still knows the nonce of a message whose sender was
 * killed right after it.
 */
const LEASE_MS = 2 * 60_000;
/** A reminder is due three hours before the day ends: time enough for another try, and for everybody else's first. */
const RETRY_MS = 15 * 60_000;
const BATCH = 25;
const REBUILD_PAGE = 200;

/** Says that the bot works. After an outage, whoever was quicker to answer than this gets what it makes of their streak. */
export async function recordHeartbeat({ db, clock }: Deps): Promise<Outage | null> {
  const now = clock.now();
  const aliveSince = new Date(now.getTime() - RECORDED_GAP_MS);
  const outage = await beat(db, { name: HEARTBEAT, now, aliveSince });
  // Two days: somewhere it is still yesterday.
  if (outage) await rebuildStreaks({ db }, { activeSince: addDays(localDateAt(outage.toAt, 'UTC'), -2) });
  return outage;
}

/** For a clock that was moved on while the bot worked (the playground's): the time in between was no absence. */
export async function clockMoved({ db, clock }: Deps): Promise<void> {
  await beat(db, { name: HEARTBEAT, now: clock.now(), aliveSince: new Date(0) });
}

/** Computes cached streaks anew from the recorded days; returns the members whose streak was different. */
export async function rebuildStreaks(
  { db }: { db: Db },
  { memberIds, activeSince }: { memberIds?: readonly string[]; activeSince?: LocalDate } = {},
): Promise<string[]> {
  if (memberIds) return rebuildPage(db, memberIds);
  const changed: string[] = [];
  for (let after = ''; ; ) {
    const place = { after, limit: REBUILD_PAGE };
    const page = activeSince
      ? await membersActiveSince(db, { ...place, since: activeSince })
      : await membersWithDays(db, place);
    const last = page.at(-1);
    if (last === undefined) return changed;
    changed.push(...(await rebuildPage(db, page)));
    after = last;
  }
}

async function rebuildPage(db: Db, memberIds: readonly string[]): Promise<string[]> {
  return db.transaction(async (tx) => {
    await lockStreaks(tx, memberIds);
    const days = await readDaysOf(tx, memberIds);
    const facts = await readFacts(tx, memberIds);
    const rebuilt: Rebuilt[] = facts.map(({ memberId, isNeutral }) => ({
      memberId,
      streak: rebuildStreak(days.get(memberId) ?? [], isNeutral),
    }));
    return writeStreaks(tx, rebuilt);
  });
}

export type PlannedReminder = ReminderDecision & { due: DueReminder; dayEndsAt: Date | null };

/** Claims a batch of due reminders and decides each; empty when none is due. */
export async function takeReminders({ db, clock }: Deps): Promise<PlannedReminder[]> {
  const now = clock.now();
  const due = await claimReminders(db, { now, leaseMs: LEASE_MS, limit: BATCH });
  const facts = await readFacts(
    db,
    due.map((reminder) => reminder.memberId),
  );
  return due.map((reminder, index) => {
    const known = facts[index];
    if (!known?.wantsReminders) return { due: reminder, remind: null, nextAt: null, dayEndsAt: null };
    const decision = decideReminder(reminder, now, known);
    const dayEndsAt = decision.remind && endOfLocalDay(decision.remind.today, known.rules);
    return { due: reminder, dayEndsAt, ...decision };
  });
}

export async function reminderSettled({ db }: { db: Db }, { due, nextAt }: PlannedReminder): Promise<void> {
  await settleReminder(db, { memberId: due.memberId, remindAt: due.remindAt, nextAt });
}

/** A member who takes no direct messages wants no reminders either. */
export async function reminderRefused({ db }: { db: Db }, { due }: PlannedReminder): Promise<void> {
  await db.transaction(async (tx) => {
    await saveSettings(tx, { id: due.memberId, reminders: false });
    await planReminder(tx, { memberId: due.memberId, remindAt: null });
  });
}

/** Sending failed for a reason that may pass. Put off, so that the same few do not come first again and again. */
export async function reminderFailed({ db, clock }: Deps, { due }: PlannedReminder): Promise<void> {
  const until = new Date(clock.now().getTime() + RETRY_MS);
  await putOffReminder(db, { memberId: due.memberId, remindAt: due.remindAt, until });
}

type Facts = { memberId: string; rules: DayRules; isNeutral: IsNeutral; wantsReminders: boolean };

/** What decides about these members' days, in the order of the ids. */
async function readFacts(db: Db, memberIds: readonly string[]): Promise<Facts[]> {
  const members = await readMembers(db, memberIds);
  const pauses = await readPausesOf(db, memberIds);
  const outages = await readOutages(db);
  const zones = await lastServerZones(
    db,
    memberIds.filter((id) => !members.get(id)?.zone),
  );
  return memberIds.map((memberId) => {
    const member = members.get(memberId);
    const zone = member?.zone ?? zones.get(memberId) ?? DEFAULT_ZONE;
    const rules = { zone, dayStart: member?.dayStart ?? 0 };
    const own: readonly Pause[] = pauses.get(memberId) ?? [];
    const isNeutral = neutralDays(own, outages, rules);
    return { memberId, rules, isNeutral, wantsReminders: member?.reminders ?? false };
  });
}
