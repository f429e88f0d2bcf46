// Telling servers once that their edition can no longer be sat.
import type { Edition } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { DEFAULT_ZONE, successorOf, todayIn } from '#features/people/server/rules.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import { markRetiredTold, untoldServers } from '#features/people/server/store.ts';
import type { SetupDeps } from './actions.ts';

export type RetiredNotice = { serverId: string; channelId: string; exam: string; from: Edition; to: Edition };

const BATCH = 100;

type Deps = Pick<SetupDeps, 'db' | 'content' | 'clock'> & {
  sections: readonly Pick<SetupSection, 'noticeChannel'>[];
};

/**
 * Servers that are to be told now. One without a channel for notices counts as told: the set-up screen says the same
 * for as long as it is true.
 */
export async function dueRetiredNotices(deps: Deps): Promise<RetiredNotice[]> {
  const notices: RetiredNotice[] = [];
  for (const { exam, from, to } of retiredEditions(deps)) {
    const servers = await untoldServers(deps.db, { exam, edition: from.id, limit: BATCH });
    for (const { id } of servers) {
      const channelId = await channelFor(deps, id);
      if (channelId) notices.push({ serverId: id, channelId, exam, from, to });
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

async function channelFor({ db, sections }: Deps, serverId: string): Promise<string | null> {
  for (const section of sections) {
    const channelId = await section.noticeChannel(db, serverId);
    if (channelId) return channelId;
  }
  return null;
}

/** By UTC: a few hours more or less do not matter for what is told once. */
function retiredEditions({ content, clock }: Deps): { exam: string; from: Edition; to: Edition }[] {
  const today = todayIn(DEFAULT_ZONE, clock.now());
  return content.packs().flatMap(({ exam }) =>
    exam.editions.flatMap((from) => {
      const to = successorOf(exam, from.id, today);
      return to ? [{ exam: exam.id, from, to }] : [];
    }),
  );
}
