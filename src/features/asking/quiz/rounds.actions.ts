// How a public round goes on: when its next question comes, what it is, and when there is none.
import type { Library } from '#content/library.ts';
import { type Topic, titleOf } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { serverOf } from '#features/people/server/actions.ts';
import { todayIn } from '#features/people/server/rules.ts';
import { postedAs } from '#features/record/post/rules.ts';
import type { NewPost, Post } from '#features/record/post/store.ts';
import type { Clock } from '#lib/clock.ts';
import type { LocalDate } from '#lib/local-date.ts';
import type { Random } from '#lib/random.ts';
import { countRight, insertAfterword } from './afterwords.store.ts';
import { readTopic } from './drawing.actions.ts';
import { type Ending, endingOf, openMsOf, SEND_WITHIN_MS, WORTH_A_REPLY } from './pace.rules.ts';
import { countLastAnswers, endWhenAllAnswered, stopRound } from './pace.store.ts';
import { readRound } from './rounds.store.ts';

type Deps = { db: Db; content: Library; clock: Clock; random: Random };

/** The post after a closed one; null when the round or its next question is gone. */
export async function nextOfRound(
  { db, content, clock, random }: Deps,
  { post, channelId }: { post: Post; channelId: string },
): Promise<NewPost | null> {
  const round = post.roundId === null ? null : await readRound(db, post.roundId);
  if (!round || post.position === null) return null;
  const pack = await content.packOf(round.exam);
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
    closesAt: new Date(now.getTime() + openMsOf(round)),
    roundId: round.id,
    position: post.position + 1,
    sendBefore: new Date(now.getTime() + SEND_WITHIN_MS),
    size: round.questionIds.length,
  };
}

/** True once a round was ended, or is gone: nobody waits for its next question. */
export async function isRoundOver({ db }: Pick<Deps, 'db'>, post: Post): Promise<boolean> {
  const round = post.roundId === null ? null : await readRound(db, post.roundId);
  return !round || round.finishedAt !== null;
}

/** After an answer to a round's question: its time is over once everybody who answered the one before has answered. */
export async function goOnWhenAllAnswered(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  post: { id: number; roundId: number | null; position: number | null },
): Promise<void> {
  const { id, roundId, position } = post;
  if (roundId === null || position === null || position < 2) return;
  await endWhenAllAnswered(db, { id, roundId, position, now: clock.now() });
}

/** Why the round ends with a question that has closed; null when another is to follow. */
export async function readEnding({ db }: Pick<Deps, 'db'>, post: Post): Promise<Ending | null> {
  if (post.roundId === null || post.position === null) return null;
  const { roundId, position, size } = post;
  const round = await readRound(db, roundId);
  const lastAnswers = await countLastAnswers(db, { roundId, position });
  return endingOf({ isEnded: !round || round.finishedAt !== null, position, size, lastAnswers });
}

/** A round is over: no question follows, and its table is said where its last question stands, once. */
export async function endRound(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { post, ending }: { post: Post; ending: Ending },
): Promise<void> {
  const now = clock.now();
  const { id: postId, serverId, channelId, roundId } = post;
  if (roundId === null || serverId === null) return;
  await stopRound(db, { id: roundId, now });
  const due = { createdAt: now, dueAt: now };
  await insertAfterword(db, { postId, kind: 'round', serverId, channelId, roundId, ending, ...due });
}

/** A question that many answered gets a word at its close. */
export async function noteClose({ db, clock }: Pick<Deps, 'db' | 'clock'>, post: Post): Promise<void> {
  const { answers } = await countRight(db, post.id);
  if (answers < WORTH_A_REPLY) return;
  const { id: postId, serverId, channelId } = post;
  // Of what is public: that stands in a server.
  if (serverId === null) return;
  const now = clock.now();
  await insertAfterword(db, { postId, kind: 'reply', serverId, channelId, createdAt: now, dueAt: now });
}

type NamedTopic = { topic: Topic; name: string };

/** What tells one round from another: its topic, null for the whole exam, and its server's date when it began. */
export async function describeRound(
  deps: Pick<Deps, 'db' | 'content' | 'clock'>,
  post: Post,
): Promise<{ topic: NamedTopic | null; date: LocalDate; size: number }> {
  const round = post.roundId === null ? null : await readRound(deps.db, post.roundId);
  const { zone } = await serverOf(deps, post.serverId ?? '');
  const pack = round && (await deps.content.packOf(round.exam));
  const wanted = pack && round?.topic ? readTopic(pack, round.edition, round.topic) : null;
  const topic = wanted && pack && { topic: wanted, name: titleOf(pack, round.edition, wanted) };
  return { topic, date: todayIn(zone, round?.createdAt ?? post.createdAt), size: post.size ?? 1 };
}
