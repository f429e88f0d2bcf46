// Saying how a question or a round went, once: claimed, prepared, settled. And what one member got wrong in a round.
import type { Library } from '#content/library.ts';
import type { Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { recordKeySeen } from '#features/record/answer/actions.ts';
import { type Asked, findQuestion } from '#features/record/post/question.ts';
import { retryDelayMs } from '#features/record/post/rules.ts';
import { type Post, readPost } from '#features/record/post/store.ts';
import type { Clock } from '#lib/clock.ts';
import {
  fastestOf,
  hardestOf,
  isWorthSaying,
  type RoundAnswer,
  rankRound,
  type Share,
  type Standing,
} from './afterword.rules.ts';
import {
  type Afterword,
  beginAfterword,
  claimAfterwords,
  countOwnAnswers,
  countRight,
  moveAfterword,
  putOffAfterword,
  readRoundPosts,
  readTimelyAnswers,
  readWrongPosts,
  settleAfterword,
} from './afterwords.store.ts';
import type { Ending } from './pace.rules.ts';
import { readHome, readRound } from './rounds.store.ts';

type Deps = { db: Db; content: Library; clock: Clock };

export type { Afterword } from './afterwords.store.ts';

/** Longer than any send may take; shorter than the few minutes in which Discord knows a nonce again. */
const LEASE_MS = 60_000;

type RoundResult = {
  roundId: number;
  serverId: string;
  ending: Ending;
  /** Questions that were asked. */
  size: number;
  standings: Standing[];
  hardest: (Share & { question: Question; channelId: string; messageId: string | null }) | null;
  fastest: RoundAnswer | null;
};

/** What is to be said of a claimed row. */
export type Said =
  | { kind: 'reply'; answers: number; right: number; messageId: string }
  | { kind: 'round'; result: RoundResult };

export async function claimWords(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  room: { limit: number; busyChannels: readonly string[] },
): Promise<Afterword[]> {
  return claimAfterwords(db, { now: clock.now(), leaseMs: LEASE_MS, ...room });
}

/** A claimed word whose turn has come, with this try counted; null for what nobody needs any more, settled here. */
export async function prepareWord(
  deps: Deps,
  { postId }: Pick<Afterword, 'postId'>,
): Promise<{ word: Afterword; said: Said } | null> {
  const word = await beginAfterword(deps.db, postId);
  if (!word) return null;
  const now = deps.clock.now();
  const said = isWorthSaying(word, now) ? await readSaid(deps, word) : null;
  if (said) return { word, said };
  await settleAfterword(deps.db, { postId, now, messageId: null });
  return null;
}

export async function recordSaid(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  said: { postId: number; messageId: string | null },
): Promise<void> {
  await settleAfterword(db, { ...said, now: clock.now() });
}

/** Discord cannot be told now: again with growing distance, or when it says. */
export async function recordUnsaid(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { postId, attempts, retryAfterMs = 0 }: Afterword & { retryAfterMs?: number | undefined },
): Promise<void> {
  const waitMs = Math.max(retryDelayMs(attempts), retryAfterMs);
  await putOffAfterword(db, { postId, dueAt: new Date(clock.now().getTime() + waitMs) });
}

/**
 * No channel, or no permission there. A round's table is said where the round was started, if that is another place;
 * what a moment was about is not kept for another day.
 */
export async function recordShutOut(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { postId, roundId, channelId }: Afterword,
): Promise<void> {
  const now = clock.now();
  const home = roundId === null ? null : await readHome(db, roundId);
  if (home === null || home === channelId) return settleAfterword(db, { postId, now, messageId: null });
  await moveAfterword(db, { postId, channelId: home, dueAt: now });
}

async function readSaid(deps: Deps, word: Afterword): Promise<Said | null> {
  if (word.kind === 'round') return readResult(deps, word);
  const post = await readPost(deps.db, word.postId);
  if (!post?.messageId) return null;
  return { kind: 'reply', ...(await countRight(deps.db, post.id)), messageId: post.messageId };
}

async function readResult(deps: Deps, word: Afterword): Promise<Said | null> {
  const { roundId, serverId, ending } = word;
  if (roundId === null || ending === null) return null;
  const asked = await readRoundPosts(deps.db, roundId);
  // Discord took not even the first question: nobody has seen a round that could be over.
  if (asked.length === 0) return null;
  const answers = await readTimelyAnswers(deps.db, roundId);
  const hardest = hardestOf(answers);
  const post = asked.find(({ position }) => position === hardest?.position);
  const found = post && (await findQuestion(deps.content, post));
  return {
    kind: 'round',
    result: {
      roundId,
      serverId,
      ending,
      size: asked.length,
      standings: rankRound(answers),
      hardest: hardest && post && found ? { ...hardest, ...post, ...found, ...hardest } : null,
      fastest: fastestOf(answers),
    },
  };
}

export type Mistakes =
  | { kind: 'mistakes'; wrong: (Asked & { post: Post })[] }
  | { kind: 'none-wrong' }
  | { kind: 'took-no-part' }
  | { kind: 'no-such-round' };

/** What one member got wrong in a round of this server, with the keys: their next answers are practice. */
export async function readMistakes(
  deps: Deps,
  { roundId, serverId, memberId }: { roundId: number; serverId: string; memberId: string },
): Promise<Mistakes> {
  const round = await readRound(deps.db, roundId);
  if (!round || round.serverId !== serverId || round.kind !== 'public') return { kind: 'no-such-round' };
  const of = { roundId, memberId };
  const posts = await readWrongPosts(deps.db, of);
  const found = await Promise.all(posts.map((post) => findQuestion(deps.content, post)));
  const wrong = posts.flatMap((post, index) => {
    const question = found[index];
    return question ? [{ post, ...question }] : [];
  });
  const at = deps.clock.now();
  for (const { exam, questionId } of posts) {
    await recordKeySeen(deps, { memberId, exam, questionId, at });
  }
  if (wrong.length > 0) return { kind: 'mistakes', wrong };
  return { kind: (await countOwnAnswers(deps.db, of)) > 0 ? 'none-wrong' : 'took-no-part' };
}
