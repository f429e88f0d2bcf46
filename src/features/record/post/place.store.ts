// Where a member answered last: the place to send them to for the next question.
import { desc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { answers, posts } from './table.ts';

export type Place = { serverId: string; channelId: string };

/** Null for a member who has not answered in a channel among their last answers. */
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
  return place ?? null;
}
