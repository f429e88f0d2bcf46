// The weekly message about a plan, for those who asked for it. Any number of processes.
import type { BotApp } from '#bot/feature.ts';
import type { Doing } from '#features/standing/doing.ts';
import { settleAll } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import {
  digestFailed,
  digestRefused,
  digestSettled,
  type PlannedDigest,
  takeDigests,
} from './digest.actions.ts';
import { showDigest } from './digest.view.ts';

/** Direct messages share Discord's 50 requests a second with everything else: the rest waits a minute. */
const MAX_BATCHES = 20;

export function planJobs(doings: readonly Doing[]): readonly Job<BotApp>[] {
  return [
    {
      name: 'plan-digests',
      schedule: '40 * * * * *',
      async run(app) {
        if (!app.channels.isConnected()) return;
        const failures: unknown[] = [];
        for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
          const { planned, undecided } = await takeDigests({ ...app, doings });
          if (planned.length + undecided.length === 0) break;
          await settleAll(undecided, (one) => digestFailed(app, one));
          failures.push(...undecided.map(({ error }) => error), ...(await sendAll(app, planned)));
        }
        // Told last: one member's failure must not keep the others from their message.
        if (failures.length > 0)
          throw new AggregateError(failures, `${failures.length} weekly messages not sent`);
      },
    },
  ];
}

/** Each on their own; returns what failed. */
async function sendAll(app: BotApp, batch: readonly PlannedDigest[]): Promise<unknown[]> {
  const failures: unknown[] = [];
  await settleAll(batch, async (planned) => {
    try {
      await sendOne(app, planned);
    } catch (error) {
      failures.push(error);
      await digestFailed(app, planned);
    }
  });
  return failures;
}

async function sendOne(app: BotApp, planned: PlannedDigest): Promise<void> {
  const { due, message: shown } = planned;
  if (!shown) return digestSettled(app, planned);
  // Which language their Discord speaks is not known here: only what they chose.
  const words = await app.languages.ofMember(due.memberId, null);
  // Of this member, exam and week alone: after a crash between sending and storing, Discord returns the first message.
  const nonce = `plan-${due.memberId}-${due.exam}-${due.digestAt.toISOString()}`;
  const outcome = await app.channels.sendDirect(due.memberId, { message: showDigest(words, shown), nonce });
  switch (outcome.kind) {
    case 'closed':
      return digestRefused(app, planned);
    case 'sent':
    // No server in common any more, or a fault of ours: this one is lost and logged, the member's wish stays.
    case 'refused':
      return digestSettled(app, planned);
    case 'unavailable':
      throw new Error(`a weekly message could not be sent: ${outcome.reason}`);
  }
}
