// Where a member answered last: the place to send them to for the next question, and the server they belong to.
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { servers } from '#features/people/server/table.ts';
import { answers, keptPlaces, posts } from './table.ts';

export type Place = { serverId: string; channelId: string };

/** Null for a member who has not answered in a channel among their last answers, or whose last channel is in no server. */
export async function lastPlaceOf(db: Db, memberId: string): Promise<Place | null> {
  // A mock exam has no channel: its answers stand under a name. The last 150 are more than two of them.
  const recent = db
    .select({ serverId: posts.serverId, channelId: posts.homeChannelId, at: answers.answeredAt })
    .from(answers)
    .innerJoin(posts, eq(posts.id, answers.postId))
    .where(eq(answers.memberId, memberId))
    .orderBy(desc(answers.answeredAt))
    .limit(150)
    .as('recent');
  const [place] = await db
    .select({ serverId: recent.serverId, channelId: recent.channelId })
    .from(recent)
    .where(sql`${recent.channelId} ~ '^[0-9]+$'`)
    .orderBy(desc(recent.at))
    .limit(1);
  if (!place) return keptPlaceOf(db, memberId);
  return place.serverId ? { ...place, serverId: place.serverId } : null;
}

/** Of answers that were deleted for their age. */
async function keptPlaceOf(db: Db, memberId: string): Promise<Place | null> {
  const { serverId, channelId, channelAt } = keptPlaces;
  const [kept] = await db
    .select({ serverId, channelId })
    .from(keptPlaces)
    .where(and(eq(keptPlaces.memberId, memberId), isNotNull(channelId)))
    .orderBy(desc(channelAt))
    .limit(1);
  return kept?.channelId ? { ...kept, channelId: kept.channelId } : null;
}

export type LastServer = { exam: string; edition: string; zone: string };

/** What the server has chosen where a member answered last, whatever they did outside of servers since; null without one. */
export async function lastServerOf(db: Db, memberId: string): Promise<LastServer | null> {
  const columns = { exam: servers.exam, edition: servers.edition, zone: servers.zone };
  const [row] = await db
    .select(columns)
    .from(answers)
    .innerJoin(servers, eq(servers.id, answers.serverId))
    .where(and(eq(answers.memberId, memberId), isNotNull(answers.serverId)))
    .orderBy(desc(answers.answeredAt))
    .limit(1);
  if (row) return row;
  const [kept] = await db
    .select(columns)
    .from(keptPlaces)
    .innerJoin(servers, eq(servers.id, keptPlaces.serverId))
    .where(eq(keptPlaces.memberId, memberId))
    .orderBy(desc(keptPlaces.answeredAt))
    .limit(1);
  return kept ?? null;
}
