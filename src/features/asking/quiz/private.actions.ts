// A private round: one question after another for one member, kept as rows so that it can be resumed any time.
import type { Library } from '#content/library.ts';
import type { Pack, Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { type Learner, studiedBy } from '#features/record/post/course.ts';
import { type Asked, findQuestion } from '#features/record/post/question.ts';
import { type Post, readPost } from '#features/record/post/store.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { privatePost } from './asking.actions.ts';
import {
  ensureRoundPost,
  finishRound,
  type Round,
  readRound,
  readRoundAnswers,
  unfinishedPrivateRound,
} from './rounds.store.ts';

type Deps = { db: Db; content: Library; clock: Clock; random: Random };

export type PrivateStep = (Asked & { kind: 'question'; round: Round; post: Post }) | RoundEnd;

/** The member's unfinished round, wherever it was begun: that of this place first, else one on the exam they learn here. */
export async function findPrivateRound(deps: Deps, learner: Learner): Promise<Round | null> {
  const { exam } = await studiedBy(deps, learner);
  return unfinishedPrivateRound(deps.db, { ...learner, exam });
}

export type Unfinished = Extract<PrivateStep, { kind: 'question' }>;

/**
 * Where the member's unfinished round stands; null when there is none, also where only the end was not seen yet. The
 * round of this very press, seen twice, is not in its own way.
 */
export async function findUnfinished(
  deps: Deps,
  input: Learner & { channelId: string; pressId: string },
): Promise<Unfinished | null> {
  const round = await findPrivateRound(deps, input);
  if (!round || round.pressId === input.pressId) return null;
  const step = await nextPrivateQuestion(deps, { ...input, roundId: round.id });
  return step.kind === 'question' ? step : null;
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

/**
 * The first question of the round that has no answer yet; the end when all have one, or when the round was ended, by
 * whatever old message it is asked for. Safe to call twice.
 */
export async function nextPrivateQuestion(
  deps: Deps,
  input: { roundId: number; memberId: string; channelId: string },
): Promise<PrivateStep> {
  const round = await readRound(deps.db, input.roundId);
  if (!round || round.memberId !== input.memberId) return { kind: 'no-such-round' };
  const asked = await readRoundAnswers(deps.db, { id: round.id, memberId: round.memberId });
  const pack = await deps.content.packOf(round.exam);
  const left = round.finishedAt === null ? round.questionIds : [];
  for (const [index, questionId] of left.entries()) {
    const position = index + 1;
    const question = pack?.questions.get(questionId);
    const isAnswered = asked.some((post) => post.position === position && post.isCorrect !== null);
    // A question that left the pack meanwhile is passed over.
    if (isAnswered || !pack || !question) continue;
    const step = await stepAt(deps, { round, pack, question, position, channelId: input.channelId });
    if (step) return step;
  }
  await finishRound(deps.db, { id: round.id, memberId: round.memberId, now: deps.clock.now() });
  return { kind: 'finished', right: countRight(asked), size: round.questionIds.length };
}

function countRight(asked: readonly { isCorrect: boolean | null }[]): number {
  return asked.filter((post) => post.isCorrect === true).length;
}

type At = { round: Round; pack: Pack; question: Question; position: number; channelId: string };

/** The round's post at a position, made now if need be, with the version of the question that it shows. */
async function stepAt(deps: Deps, { round, position, ...what }: At): Promise<PrivateStep | null> {
  const { serverId, memberId, edition } = round;
  const made = privatePost({ ...what, serverId, memberId, edition }, deps);
  const ensured = await ensureRoundPost(deps.db, {
    ...made,
    roundId: round.id,
    position,
    size: round.questionIds.length,
    wanted: position === 1 ? round.wanted : null,
  });
  const post = ensured && (await readPost(deps.db, ensured.id));
  const found = post && (await findQuestion(deps.content, post));
  return found ? { kind: 'question', round, post, ...found } : null;
}
