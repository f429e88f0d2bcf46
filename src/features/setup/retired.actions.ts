// Telling servers once that their edition can no longer be sat.
import type { Edition } from '#content/pack.ts';
import { readSchedules } from '../daily/store.ts';
import { DEFAULT_ZONE, successorOf, todayIn } from '../server/rules.ts';
import { claimRetiredNotice, untoldServers } from '../server/store.ts';
import type { SetupDeps } from './actions.ts';

export type RetiredNotice = { serverId: string; channelId: string; exam: string; from: Edition; to: Edition };

const BATCH = 100;

/**
 * Notices for this process alone to send, each at most once. A server without a daily channel gets none: the set-up
 * screen says the same for as long as it is true.
 */
export async function claimRetiredNotices(deps: SetupDeps): Promise<RetiredNotice[]> {
  const notices: RetiredNotice[] = [];
  for (const { exam, from, to } of retiredEditions(deps)) {
    const servers = await untoldServers(deps.db, { exam, edition: from.id, limit: BATCH });
    for (const { id } of servers) {
      const isMine = await claimRetiredNotice(deps.db, { id, edition: from.id });
      const [schedule] = isMine ? await readSchedules(deps.db, id) : [];
      if (schedule) notices.push({ serverId: id, channelId: schedule.channelId, exam, from, to });
    }
  }
  return notices;
}

/** By UTC: a few hours more or less do not matter for what is told once. */
function retiredEditions({ content, clock }: SetupDeps): { exam: string; from: Edition; to: Edition }[] {
  const today = todayIn(DEFAULT_ZONE, clock.now());
  return [...content.values()].flatMap(({ exam }) =>
    exam.editions.flatMap((from) => {
      const to = successorOf(exam, from.id, today);
      return to ? [{ exam: exam.id, from, to }] : [];
    }),
  );
}
