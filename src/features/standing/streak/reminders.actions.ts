// Reminders before a streak would break: claimed, decided one by one, settled after sending.
import type { Db } from '#db/connect.ts';
import { endOfLocalDay } from '#features/people/member/day.rules.ts';
import { saveSettings } from '#features/people/member/store.ts';
import { lastPlaceOf, type Place } from '#features/record/post/place.store.ts';
import type { Clock } from '#lib/clock.ts';
import { type Facts, readFacts } from './facts.ts';
import { decideReminder, type ReminderDecision } from './reminder.rules.ts';
import { claimReminders, type DueReminder, planReminder, putOffReminder, settleReminder } from './store.ts';

type Deps = { db: Db; clock: Clock };

/**
 * Long enough to send a batch, and short enough that Discord still knows the nonce of a message whose sender was
 * killed right after it.
 */
const LEASE_MS = 2 * 60_000;
/** A reminder is due three hours before the day ends: time enough for another try, and for everybody else's first. */
const RETRY_MS = 15 * 60_000;
const BATCH = 25;
/** A streak that still lives was active at most this long ago: pauses, freezes and outages do not carry it further. */
const LOOK_BACK_MS = 120 * 86_400_000;

export type PlannedReminder = ReminderDecision & { due: DueReminder; dayEndsAt: Date | null };

/** A reminder that cannot be decided, for a reason of that member alone. */
export type UndecidedReminder = { due: DueReminder; error: unknown };

/** Claims a batch of due reminders and decides each; both empty when none is due. */
export async function takeReminders({
  db,
  clock,
}: Deps): Promise<{ planned: PlannedReminder[]; undecided: UndecidedReminder[] }> {
  const now = clock.now();
  const due = await claimReminders(db, { now, leaseMs: LEASE_MS, limit: BATCH });
  const memberIds = due.map((reminder) => reminder.memberId);
  const facts = await readFacts(db, { memberIds, since: new Date(now.getTime() - LOOK_BACK_MS) });
  const planned: PlannedReminder[] = [];
  const undecided: UndecidedReminder[] = [];
  for (const [index, reminder] of due.entries()) {
    try {
      planned.push(planReminderOf(reminder, facts[index], now));
    } catch (error) {
      // One member's bad row: it is put off and told, and the others are reminded.
      undecided.push({ due: reminder, error });
    }
  }
  return { planned, undecided };
}

function planReminderOf(due: DueReminder, known: Facts | undefined, now: Date): PlannedReminder {
  if (!known?.wantsReminders) return { due, remind: null, nextAt: null, dayEndsAt: null };
  const decision = decideReminder(due, now, known);
  const dayEndsAt = decision.remind && endOfLocalDay(decision.remind.today, known.rules);
  return { due, dayEndsAt, ...decision };
}

/** Where the member answered last: the way to the next answer. Null for one who never answered in a channel. */
export async function placeToAnswer({ db }: { db: Db }, { due }: PlannedReminder): Promise<Place | null> {
  return lastPlaceOf(db, due.memberId);
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
export async function reminderFailed(
  { db, clock }: Deps,
  { due }: Pick<PlannedReminder, 'due'>,
): Promise<void> {
  const until = new Date(clock.now().getTime() + RETRY_MS);
  await putOffReminder(db, { memberId: due.memberId, remindAt: due.remindAt, until });
}
