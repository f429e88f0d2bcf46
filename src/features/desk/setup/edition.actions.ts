// Telling servers once that their edition ends soon, and once that it can no longer be sat.
import type { Edition } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { DEFAULT_ZONE, followerOf, successorOf, todayIn } from '#features/people/server/rules.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import { type EditionNews, markTold, untoldServers } from '#features/people/server/store.ts';
import type { SetupDeps } from './actions.ts';

type Change = { exam: string; from: Edition; to: Edition; news: EditionNews };

export type EditionNotice = Change & { serverId: string; channelId: string };

const BATCH = 100;

type Deps = Pick<SetupDeps, 'db' | 'content' | 'clock'> & {
  sections: readonly Pick<SetupSection, 'noticeChannel'>[];
};

/**
 * Servers that are to be told now. One without a channel for notices counts as told: the set-up screen says the same
 * for as long as it is true.
 */
export async function dueEditionNotices(deps: Deps): Promise<EditionNotice[]> {
  const notices: EditionNotice[] = [];
  for (const change of editionChanges(deps)) {
    const { exam, from, news } = change;
    const servers = await untoldServers(deps.db, { exam, edition: from.id, news, limit: BATCH });
    for (const { id } of servers) {
      const channelId = await channelFor(deps, id);
      if (channelId) notices.push({ serverId: id, channelId, ...change });
      else await markTold(deps.db, { id, edition: from.id, news });
    }
  }
  return notices;
}

/** After the notice was sent: a server that could not be reached is told by a later run. */
export async function recordTold({ db }: { db: Db }, { serverId, from, news }: EditionNotice): Promise<void> {
  await markTold(db, { id: serverId, edition: from.id, news });
}

async function channelFor({ db, sections }: Deps, serverId: string): Promise<string | null> {
  for (const section of sections) {
    const channelId = await section.noticeChannel(db, serverId);
    if (channelId) return channelId;
  }
  return null;
}

/** By UTC: a few hours more or less do not matter for what is told once. */
function editionChanges({ content, clock }: Deps): Change[] {
  const today = todayIn(DEFAULT_ZONE, clock.now());
  return content.packs().flatMap(({ exam }) =>
    exam.editions.flatMap((from) => {
      const after = successorOf(exam, from.id, today);
      const to = after ?? followerOf(exam, from.id, today);
      return to ? [{ exam: exam.id, from, to, news: after ? 'retired' : 'ahead' }] : [];
    }),
  );
}
