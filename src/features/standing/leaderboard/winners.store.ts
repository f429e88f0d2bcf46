// Where servers want the winners of their weeks told.
import { and, eq, isNull, lte } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { serverChanges, servers } from '#features/people/server/table.ts';
import { weeklyWinners } from './table.ts';

export async function readWinnersChannel(db: Db, serverId: string): Promise<string | null> {
  const [row] = await db
    .select({ channelId: weeklyWinners.channelId })
    .from(weeklyWinners)
    .where(eq(weeklyWinners.serverId, serverId));
  return row?.channelId ?? null;
}

type Setting = {
  serverId: string;
  memberId: string;
  now: Date;
  /** Null turns it off. */
  channelId: string | null;
  /** The running week: it is told when it is over. */
  week: string;
};

/** Sets and logs it, both or neither; false when it was so already. */
export async function changeWinners(db: Db, setting: Setting): Promise<boolean> {
  const { serverId, memberId, now, channelId, week } = setting;
  return db.transaction(async (tx) => {
    // Two at once come one after the other.
    await tx.select({ id: servers.id }).from(servers).where(eq(servers.id, serverId)).for('update');
    const before = await readWinnersChannel(tx, serverId);
    if (before === channelId) return false;
    if (channelId === null) await tx.delete(weeklyWinners).where(eq(weeklyWinners.serverId, serverId));
    else
      await tx
        .insert(weeklyWinners)
        .values({ serverId, channelId, toldIn: week })
        .onConflictDoUpdate({ target: weeklyWinners.serverId, set: { channelId } });
    const change = { setting: 'winners', before, after: channelId };
    await tx.insert(serverChanges).values({ serverId, memberId, changedAt: now, ...change });
    return true;
  });
}

/** Servers that were told in this week or before, with what dates their weeks. */
export async function toldBefore(db: Db, latest: string) {
  return db
    .select({
      serverId: weeklyWinners.serverId,
      channelId: weeklyWinners.channelId,
      toldIn: weeklyWinners.toldIn,
      exam: servers.exam,
      zone: servers.zone,
      weekStart: servers.weekStart,
    })
    .from(weeklyWinners)
    .innerJoin(servers, eq(servers.id, weeklyWinners.serverId))
    .where(and(lte(weeklyWinners.toldIn, latest), isNull(servers.leftAt)));
}

export async function markToldIn(
  db: Db,
  { serverId, tellIn }: { serverId: string; tellIn: string },
): Promise<void> {
  await db.update(weeklyWinners).set({ toldIn: tellIn }).where(eq(weeklyWinners.serverId, serverId));
}

/** Where they are told, of servers that the bot has not left. */
export async function readPlaces(db: Db): Promise<{ serverId: string; channelId: string }[]> {
  return db
    .select({ serverId: weeklyWinners.serverId, channelId: weeklyWinners.channelId })
    .from(weeklyWinners)
    .innerJoin(servers, and(eq(servers.id, weeklyWinners.serverId), isNull(servers.leftAt)))
    .orderBy(weeklyWinners.serverId);
}
