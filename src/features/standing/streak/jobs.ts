// Reminders before a streak would break.
import type { BotApp } from '#bot/feature.ts';
import { settleAll } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import {
  type PlannedReminder,
  placeToAnswer,
  reminderFailed,
  reminderRefused,
  reminderSettled,
  takeReminders,
} from './reminders.actions.ts';
import { showReminder } from './view.ts';

/** Direct messages share Discord's 50 requests a second with everything else: the rest waits a minute. */
const MAX_BATCHES = 20;

const streakReminders: Job<BotApp> = {
  name: 'streak-reminders',
  schedule: '20 * * * * *',
  async run(app) {
    if (!app.channels.isConnected()) return;
    const failures: unknown[] = [];
    for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
      const { planned, undecided } = await takeReminders(app);
      if (planned.length + undecided.length === 0) break;
      await settleAll(undecided, (one) => reminderFailed(app, one));
      failures.push(...undecided.map(({ error }) => error), ...(await remindAll(app, planned)));
    }
    // Told last: one member's failure must not keep the others from their reminders.
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} reminders not sent`);
  },
};

export const jobs: readonly Job<BotApp>[] = [streakReminders];

/** Sends a batch, each member on their own; returns what failed. */
async function remindAll(app: BotApp, batch: readonly PlannedReminder[]): Promise<unknown[]> {
  const results = await Promise.allSettled(batch.map((planned) => remind(app, planned)));
  const failed = results.flatMap((result, index) => {
    const planned = batch[index];
    return result.status === 'rejected' && planned ? [{ planned, reason: result.reason }] : [];
  });
  await settleAll(failed, ({ planned }) => reminderFailed(app, planned));
  return failed.map(({ reason }) => reason);
}

async function remind(app: BotApp, planned: PlannedReminder): Promise<void> {
  const { due, remind, dayEndsAt } = planned;
  if (!remind || !dayEndsAt) return reminderSettled(app, planned);
  // Which language their Discord speaks is not known here: only what they chose.
  const words = await app.languages.ofMember(due.memberId, null);
  const place = await placeToAnswer(app, planned);
  const message = showReminder(words, { state: remind.state, dayEndsAt, place });
  // Of this member and this day alone: after a crash between sending and storing, Discord returns the first message.
  const nonce = `r${due.memberId}${remind.today.slice(5).replace('-', '')}`;
  const outcome = await app.channels.sendDirect(due.memberId, { message, nonce });
  switch (outcome.kind) {
    case 'closed':
      return reminderRefused(app, planned);
    case 'sent':
    // No server in common any more, or a fault of ours: this reminder is lost and logged, the member's wish stays.
    case 'refused':
      return reminderSettled(app, planned);
    case 'unavailable':
      throw new Error(`a reminder could not be sent: ${outcome.reason}`);
  }
}
