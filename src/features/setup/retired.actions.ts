// Telling servers once that their edition can no longer be sat.
import type { Edition } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { readSchedules } from '../daily/store.ts';
import { DEFAULT_ZONE, successorOf, todayIn } from '../server/rules.ts';
import { markRetiredTold, untoldServers } from '../server/store.ts';
import type { SetupDeps } from './actions.ts';

export type RetiredNotice = { serverId: string; channelId: string; exam: string; from: Edition; to: Edition };

const BATCH = 100;

/**
 * Servers that are to be told now. One without a daily channel counts as told: the set-up screen says the same for as
 * long as it is true.
 */
export async function dueRetiredNotices(deps: SetupDeps): Promise<RetiredNotice[]> {
  const notices: RetiredNotice[] = [];
  for (const { exam, from, to } of retiredEditions(deps)) {
    const servers = await untoldServers(deps.db, { exam, edition: from.id, limit: BATCH });
    for (const { id } of servers) {
      const [schedule] = await readSchedules(deps.db, id);
      if (schedule) notices.push({ serverId: id, channelId: schedule.channelId, exam, from, to });
      else await markRetiredTold(deps.db, { id, edition: from.id });
    }
  }
  return notices;
}

/** After the notice was sent: a server that could not be reached is told by a later run. */
export async function recordRetiredTold(
  { db }: { db: Db },
  { serverId, from }: RetiredNotice,
): Promise<void> {
  await markRetiredTold(db, { id: serverId, edition: from.id });
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
