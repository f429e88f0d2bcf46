// A private round: one question after another for one member, kept as rows so that it can be resumed any time.
import type { Packs, Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { findQuestion } from './answering.actions.ts';
import { privatePost } from './asking.actions.ts';
import { type Post, readPost } from './posts.store.ts';
import {
  ensureRoundPost,
  finishRound,
  type Round,
  readRound,
  readRoundAnswers,
  unfinishedPrivateRound,
} from './rounds.store.ts';

type Deps = { db: Db; content: Packs; clock: Clock; random: Random };

export type PrivateStep =
  | { kind: 'question'; round: Round; post: Post; question: Question; position: number; size: number }
  | RoundEnd;

/** The member's unfinished round in this server, if any. */
export async function findPrivateRound(
  deps: { db: Db },
  input: { serverId: string; memberId: string },
): Promise<Round | null> {
  return unfinishedPrivateRound(deps.db, input);
}

export type RoundEnd = { kind: 'finished'; right: number; size: number } | { kind: 'no-such-round' };

/** Ends a round where it stands, and says how it went. */
export async function endPrivateRound(
  deps: { db: Db; clock: Clock },
  input: { roundId: number; memberId: string },
): Promise<RoundEnd> {
  const round = await readRound(deps.db, input.roundId);
  if (!round || round.memberId !== input.memberId) return { kind: 'no-such-round' };
  const asked = await readRoundAnswers(deps.db, { id: round.id, memberId: round.memberId });
  await finishRound(deps.db, { id: round.id, memberId: round.memberId, now: deps.clock.now() });
  return { kind: 'finished', right: countRight(asked), size: round.questionIds.length };
}

/** The first question of the round that has no answer yet; the end when all have one. Safe to call twice. */
export async function nextPrivateQuestion(
  deps: Deps,
  input: { roundId: number; memberId: string; channelId: string },
): Promise<PrivateStep> {
  const round = await readRound(deps.db, input.roundId);
  if (!round || round.memberId !== input.memberId) return { kind: 'no-such-round' };
  const asked = await readRoundAnswers(deps.db, { id: round.id, memberId: round.memberId });
  const pack = deps.content.get(round.exam);
  for (const [index, questionId] of round.questionIds.entries()) {
    const position = index + 1;
    const question = pack?.questions.get(questionId);
    const isAnswered = asked.some((post) => post.position === position && post.isCorrect !== null);
    // A question that left the pack meanwhile is passed over.
    if (isAnswered || !question) continue;
    const post = await postAt(deps, { round, question, position, channelId: input.channelId });
    if (post) return { kind: 'question', round, post, question, position, size: round.questionIds.length };
  }
  await finishRound(deps.db, { id: round.id, memberId: round.memberId, now: deps.clock.now() });
  return { kind: 'finished', right: countRight(asked), size: round.questionIds.length };
}

function countRight(asked: readonly { isCorrect: boolean | null }[]): number {
  return asked.filter((post) => post.isCorrect === true).length;
}

type At = { round: Round; question: Question; position: number; channelId: string };

/** The round's post at a position, made now if need be; null when its question changed since and cannot be shown. */
async function postAt(deps: Deps, { round, question, position, channelId }: At): Promise<Post | null> {
  const server = { id: round.serverId, exam: round.exam, edition: round.edition, zone: '' };
  const made = privatePost(
    { serverId: round.serverId, channelId, memberId: round.memberId, server, question },
    deps,
  );
  const ensured = await ensureRoundPost(deps.db, { ...made, roundId: round.id, position });
  const post = ensured && (await readPost(deps.db, ensured.id));
  return post && findQuestion(deps.content, post) ? post : null;
}
