// Data of members who do not come back is not kept for ever.
import type { BotApp } from '#bot/feature.ts';
import type { Personal } from '#db/personal.ts';
import { settleAll } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import {
  type DueAbsence,
  eraseAbsent,
  lookForAbsences,
  recordAbsenceTold,
  takeAbsences,
} from './absence.actions.ts';
import { deletedAt } from './rules.ts';
import { showAbsent } from './view.ts';

export function privacyJobs(personals: readonly Personal[]): readonly Job<BotApp>[] {
  return [
    {
      name: 'look-for-absences',
      schedule: '0 10 4 * * 0',
      run: (app) => lookForAbsences(app),
    },
    {
      name: 'settle-absences',
      schedule: '0 30 4 * * *',
      async run(app) {
        await settleAll(await takeAbsences(app), (absence) => settleAbsence(app, { absence, personals }));
      },
    },
  ];
}

async function settleAbsence(
  app: BotApp,
  { absence, personals }: { absence: DueAbsence; personals: readonly Personal[] },
): Promise<void> {
  if (absence.due === 'delete') return eraseAbsent({ db: app.db, personals }, absence);
  if (absence.due === 'nothing') return;
  const { memberId } = absence;
  const words = await app.languages.ofMember(memberId, null);
  const message = showAbsent(words, deletedAt(app.clock.now()));
  const sent = await app.channels.sendDirect(memberId, { message, nonce: `a${memberId}` });
  if (sent.kind === 'unavailable') throw new Error(`an absent member could not be told: ${sent.reason}`);
  await recordAbsenceTold(app, absence);
}
