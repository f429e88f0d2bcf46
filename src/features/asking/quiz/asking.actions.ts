// Starting questions: a public one (or a round of them), or a private round that goes on where it was left.
import { OWN_EDITION, ownPackNumber } from '#content/own-pack.ts';
import { joinTopic, type Pack, type Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { studiedBy } from '#features/record/post/course.ts';
import { findQuestion } from '#features/record/post/question.ts';
import { MAX_OPEN_IN_CHANNEL, MAX_OPEN_OF_MEMBER, postedAs } from '#features/record/post/rules.ts';
import { dropUnseen, insertPost, type NewPost, type Post, postOfPress } from '#features/record/post/store.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import {
  type AskDeps,
  type AskInput,
  type Draw,
  drawQuestions,
  type NotAsked,
  similarTopic,
} from './drawing.actions.ts';
import { openMsOf } from './pace.rules.ts';
import {
  endCooldown,
  insertAsked,
  type Round,
  readHome,
  readRound,
  roundOfPress,
  startRound,
} from './rounds.store.ts';
import type { RoundKind } from './rules.ts';

export type Asked = { kind: 'asked'; post: Post; pack: Pack; question: Question; isExhausted: boolean };

export async function askInChannel(deps: AskDeps, input: AskInput): Promise<Asked | NotAsked> {
  const draw = await drawQuestions(deps, { ...input, kind: 'public' });
  if (draw.kind !== 'drawn') return draw;
  const now = deps.clock.now();
  const { pack, edition, first, isExhausted, questions } = draw;
  const post: NewPost = {
    kind: questions.length > 1 ? 'round' : 'quiz',
    // The interaction's answer is the message, so it counts as sent; when Discord refuses it, it is taken back.
    status: 'open',
    serverId: input.serverId,
    channelId: input.channelId,
    homeChannelId: input.homeChannelId ?? input.channelId,
    askedBy: input.memberId,
    pressId: input.pressId,
    ...postedAs(first, { pack, edition }, deps.random),
    createdAt: now,
    closesAt: new Date(now.getTime() + openMsOf(input)),
    wanted: wantedOf(input, questions),
  };
  const round = questions.length > 1 ? newRound('public', input, { ...draw, now }) : null;
  const made = await insertAsked(deps.db, { post, round });
  if (made && typeof made === 'object')
    return { kind: 'asked', post: made, pack, question: first, isExhausted };
  const before = await alreadyAsked(deps, input.pressId);
  if (before) return before;
  // Nothing was asked, so nobody need wait.
  await endCooldown(deps.db, input);
  if (made === 'full') return { kind: 'channel-full', limit: MAX_OPEN_IN_CHANNEL };
  return made === 'own-full' ? { kind: 'own-full', limit: MAX_OPEN_OF_MEMBER } : { kind: 'no-questions' };
}

/** The same as a finished round, for whoever asks for another: topic, number and pace; null when there is none here. */
export async function askAgain(
  deps: AskDeps,
  input: Pick<AskInput, 'serverId' | 'channelId' | 'memberId' | 'pressId'> & { roundId: number },
): Promise<Asked | NotAsked | null> {
  const round = await readRound(deps.db, input.roundId);
  if (round?.kind !== 'public' || round.serverId !== input.serverId) return null;
  const { topic, openMinutes, pace } = round;
  const count = round.wanted ?? round.questionIds.length;
  const homeChannelId = (await readHome(deps.db, round.id)) ?? input.channelId;
  return askInChannel(deps, { ...input, topic, count, openMinutes, pace, homeChannelId });
}

/** How many were asked for, where there are fewer. */
function wantedOf({ count }: AskInput, questions: readonly Question[]): number | null {
  return questions.length < count ? count : null;
}

/** The very same press was seen before, here or by another process: what it asked then is what it asks. */
async function alreadyAsked({ db, content }: AskDeps, pressId: string): Promise<Asked | null> {
  const post = await postOfPress(db, pressId);
  const found = post && (await findQuestion(content, post));
  return found ? { kind: 'asked', post, ...found, isExhausted: false } : null;
}

/** Discord took no message for it: nobody has seen the question, and its asker need not wait. */
export async function takeBack(
  { db }: { db: Db },
  { postId, memberId, pressId }: { postId: number; memberId: string; pressId: string },
): Promise<void> {
  await dropUnseen(db, postId);
  await endCooldown(db, { memberId, pressId });
}

/**
 * A private round of questions that the member has not seen, or not for long. It takes the place of the unfinished
 * one, if that is named; null when another unfinished one is in the way.
 */
export async function startPrivateRound(
  deps: AskDeps,
  input: AskInput & { replaces: number | null },
): Promise<{ kind: 'started'; round: Round } | NotAsked | null> {
  const before = await roundOfPress(deps.db, input.pressId);
  if (before) return { kind: 'started', round: before };
  const draw = await drawQuestions(deps, { ...input, kind: 'private' });
  if (draw.kind !== 'drawn') return draw;
  const now = deps.clock.now();
  const round = await startRound(deps.db, {
    round: newRound('private', input, { ...draw, now }),
    ends: input.replaces,
  });
  return round ? { kind: 'started', round } : null;
}

type Alone = Pick<AskInput, 'serverId' | 'channelId' | 'memberId' | 'pressId'>;

/** One more private question about the same concept, outside any round; `exam` is null on buttons of earlier releases. */
export async function askAnother(
  deps: AskDeps,
  { exam, ...input }: Alone & { exam: string | null; questionId: string },
): Promise<Asked | NotAsked> {
  const isOwn = exam !== null && ownPackNumber(exam) !== null;
  const studied = isOwn ? { exam, edition: OWN_EDITION } : await studiedBy(deps, input);
  const concept = (await deps.content.packOf(studied.exam))?.questions.get(input.questionId)?.concepts[0];
  if (!concept) return { kind: 'no-questions' };
  const similar = await similarTopic(deps, { studied, concept });
  const topic = joinTopic(isOwn ? exam : null, similar) ?? similar;
  return askAlone(deps, { ...input, topic, justAsked: input.questionId });
}

/** One private question about a topic or, with null, whatever comes, outside any round. */
export async function askAlone(
  deps: AskDeps,
  input: Alone & { topic: string | null; justAsked?: string },
): Promise<Asked | NotAsked> {
  const draw = await drawQuestions(deps, { ...input, kind: 'private', count: 1, openMinutes: 0 });
  if (draw.kind !== 'drawn') return draw;
  const { pack, edition, first } = draw;
  const post = await insertPost(deps.db, {
    ...privatePost({ ...input, pack, edition, question: first }, deps),
    pressId: input.pressId,
  });
  if (!post) return (await alreadyAsked(deps, input.pressId)) ?? { kind: 'no-questions' };
  return { kind: 'asked', post, pack, question: first, isExhausted: draw.isExhausted };
}

/** A question that only its asker sees: never closes, never rated. */
export function privatePost(
  what: {
    serverId: string | null;
    channelId: string;
    memberId: string;
    pack: Pack;
    edition: string;
    question: Question;
  },
  { clock, random }: { clock: Clock; random: Random },
): NewPost {
  return {
    kind: 'private',
    status: 'open',
    serverId: what.serverId,
    channelId: what.channelId,
    homeChannelId: what.channelId,
    askedBy: what.memberId,
    ...postedAs(what.question, what, random),
    createdAt: clock.now(),
    closesAt: null,
  };
}

function newRound(
  kind: RoundKind,
  input: AskInput,
  { pack, edition, questions, now }: Pick<Draw, 'pack' | 'edition' | 'questions'> & { now: Date },
) {
  return {
    kind,
    serverId: input.serverId,
    memberId: input.memberId,
    pressId: input.pressId,
    exam: pack.exam.id,
    edition,
    topic: input.topic,
    questionIds: questions.map((question) => question.id),
    openMinutes: input.openMinutes,
    pace: input.pace ?? null,
    wanted: wantedOf(input, questions),
    createdAt: now,
  };
}
