// Queries on the channels in which servers are shown what waits for their reviewers.
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { logChange } from './store.ts';
import { reviewChannels, servers } from './table.ts';

export type ReviewChannel = { serverId: string; channelId: string; setBy: string; failure: string | null };

const columns = {
  serverId: reviewChannels.serverId,
  channelId: reviewChannels.channelId,
  setBy: reviewChannels.setBy,
  failure: reviewChannels.failure,
} as const;

/** Null for none. */
export async function readReviewChannel(db: Db, serverId: string): Promise<ReviewChannel | null> {
  const [row] = await db.select(columns).from(reviewChannels).where(eq(reviewChannels.serverId, serverId));
  return row ?? null;
}

type Choice = { serverId: string; channelId: string | null; memberId: string; now: Date };

/** Sets and logs it, both or neither. The same once more means that what was in its way is mended. */
export async function setReviewChannel(
  db: Db,
  { serverId, channelId, memberId, now }: Choice,
): Promise<{ before: string | null }> {
  return db.transaction(async (tx) => {
    // Two at once come one after the other.
    await tx.select({ id: servers.id }).from(servers).where(eq(servers.id, serverId)).for('update');
    const before = (await readReviewChannel(tx, serverId))?.channelId ?? null;
    if (channelId === null) await tx.delete(reviewChannels).where(eq(reviewChannels.serverId, serverId));
    else {
      const set = { channelId, setBy: memberId, failure: null, retryAt: null, toldAt: null };
      await tx
        .insert(reviewChannels)
        .values({ serverId, ...set })
        .onConflictDoUpdate({ target: reviewChannels.serverId, set });
    }
    const change = { setting: 'review-channel', before, after: channelId };
    if (before !== channelId) await logChange(tx, { serverId, memberId, changedAt: now, ...change });
    return { before };
  });
}

type Failing = { serverId: string; channelId: string; failure: string; retryAt: Date };

/** Of a channel that was changed meanwhile nothing is noted. */
export async function noteFailure(db: Db, { serverId, channelId, failure, retryAt }: Failing): Promise<void> {
  await db
    .update(reviewChannels)
    .set({ failure, retryAt })
    .where(and(eq(reviewChannels.serverId, serverId), eq(reviewChannels.channelId, channelId)));
}

/** It works: should it fail again, its admin is told again. */
export async function noteShown(
  db: Db,
  { serverId, channelId }: { serverId: string; channelId: string },
): Promise<void> {
  await db
    .update(reviewChannels)
    .set({ failure: null, retryAt: null, toldAt: null })
    .where(
      and(
        eq(reviewChannels.serverId, serverId),
        eq(reviewChannels.channelId, channelId),
        isNotNull(reviewChannels.failure),
      ),
    );
}

/** Whose admin does not know yet. Marked as they are read: one who could not be told sees it on the set-up screen. */
export async function takeUntold(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<ReviewChannel[]> {
  const untold = db
    .select({ serverId: reviewChannels.serverId })
    .from(reviewChannels)
    .where(and(isNotNull(reviewChannels.failure), isNull(reviewChannels.toldAt)))
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(reviewChannels)
    .set({ toldAt: now })
    .where(inArray(reviewChannels.serverId, untold))
    .returning(columns);
}
