// How a public round goes on.
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { postedAs } from '#features/record/post/rules.ts';
import type { NewPost, Post } from '#features/record/post/store.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { readRound } from './rounds.store.ts';

type Deps = { db: Db; content: Library; clock: Clock; random: Random };

/** The post after a closed one; null when the round or its next question is gone. */
export async function nextOfRound(
  { db, content, clock, random }: Deps,
  { post, channelId }: { post: Post; channelId: string },
): Promise<NewPost | null> {
  const round = post.roundId === null ? null : await readRound(db, post.roundId);
  if (!round || post.position === null) return null;
  const pack = content.packOf(round.exam);
  const question = pack?.questions.get(round.questionIds[post.position] ?? '');
  if (!pack || !question) return null;
  const now = clock.now();
  return {
    kind: 'round',
    status: 'pending',
    serverId: post.serverId,
    channelId,
    homeChannelId: post.homeChannelId,
    askedBy: round.memberId,
    ...postedAs(question, { pack, edition: round.edition }, random),
    createdAt: now,
    closesAt: new Date(now.getTime() + round.openMinutes * 60_000),
    roundId: round.id,
    position: post.position + 1,
    size: round.questionIds.length,
  };
}
