// One member's answer to one post: read, decide, write in one statement. Safe to run twice.
import type { Library } from '#content/library.ts';
import { DatabaseBusy, type Db } from '#db/connect.ts';
import { createBatcher } from '#lib/batcher.ts';
import type { Trace } from '#lib/trace.ts';
import { type Asked, findQuestion } from '../post/question.ts';
import { type From, isMeantBy } from '../post/rules.ts';
import type { Projection } from '../projection.ts';
import { type Decision, decideAnswer } from './decide.rules.ts';
import { type Answering, readAnswerings } from './reading.store.ts';
import { type Grade, gradeAnswer, type Rating } from './rules.ts';
import { noteKeySeen } from './store.ts';
import { type AnswerWrites, writeAnswers } from './writing.store.ts';

export type AnswerInput = {
  postId: number;
  memberId: string;
  /** Where the press came from: a public post is answered in its own server only. */
  serverId: string | null;
  /** The message that was pressed. */
  from: From;
  /** Positions of the chosen options as shown, from 0. */
  picked: readonly number[];
  /** The interaction's id, which tells a press from the next one. */
  pressId: string;
  /** The interaction's own timestamp: it fixes the local date and whether the question was still open. */
  at: Date;
  /** How long it was thought about; left out where nobody measured it. */
  seconds?: number;
};

export type AnswerGiven = Asked & {
  kind: 'answered' | 'already-answered';
  post: Answering['post'];
  /** Option ids; the first answer's when there was one before. */
  picks: readonly string[];
  grade: Grade;
  rating: Rating | null;
  points: number;
  /** What each standing has to say of it, by projection; nothing for an answer given before. */
  told: Record<string, unknown>;
  /** The language the member chose; null when they chose none. */
  language: string | null;
};

export type AnswerOutcome = AnswerGiven | { kind: 'no-such-question' };

type Deps = { db: Db; content: Library; projections: readonly Projection[]; trace?: Trace };
type Item = { input: AnswerInput; deps: Deps };

/**
 * Answers that come while others are being written are written together in one statement: a lone press waits for
 * nobody, a crowd costs a few commits instead of one each, and two milliseconds of waiting for each other. A member's own presses go one after another.
 */
export async function answerQuestion(deps: Deps, input: AnswerInput): Promise<AnswerOutcome> {
  const answer = batchers.get(deps.db) ?? makeBatcher(deps);
  const settled = await answer({ input, deps });
  if (settled.kind === 'failed') throw settled.error;
  return settled;
}

/** A key that is shown to somebody who has not answered makes their next answer practice. */
export async function recordKeySeen(
  { db }: { db: Db },
  seen: { memberId: string; exam: string; questionId: string; at: Date },
): Promise<void> {
  await noteKeySeen(db, seen);
}

/** One call's bug is its own: those that share its batch are answered all the same. */
type Settled = AnswerOutcome | { kind: 'failed'; error: unknown };

/** Shorter than a member may wait: what has not begun by then is told so in time, and is never done behind their back. */
const BEGIN_WITHIN_MS = 2_200;

const batchers = new WeakMap<Db, (item: Item) => Promise<Settled>>();

function makeBatcher({ db, trace }: Deps) {
  const batcher = createBatcher<Item, Settled>({
    run: (batch) => answerBatch(batch),
    keyOf: ({ input }) => input.memberId,
    lanes: 3,
    max: 64,
    gather: 2,
    within: { ms: BEGIN_WITHIN_MS, overdue: () => new DatabaseBusy() },
    traced: trace && { trace, name: 'write answers' },
  });
  batchers.set(db, batcher);
  return batcher;
}

async function answerBatch(batch: readonly Item[]): Promise<Settled[]> {
  const outcomes = await tryAnswers(batch);
  const left = batch.filter((_, index) => outcomes[index] === null);
  // Another process was first, with the same post or with the same question in another: read again, and it is either
  // answered already or practice.
  const again = left.length > 0 ? await tryAnswers(left) : [];
  return outcomes.map((outcome) => outcome ?? again.shift() ?? unsettled());
}

function unsettled(): Settled {
  return { kind: 'failed', error: new Error('an answer was neither written nor found') };
}

/** Null for an answer that was not written because of a conflict. */
async function tryAnswers(batch: readonly Item[]): Promise<(Settled | null)[]> {
  const [first] = batch;
  if (!first) return [];
  const { deps } = first;
  const reads = await readAnswerings(
    deps,
    batch.map(({ input }) => input),
  );
  const decided = await Promise.all(batch.map((item) => decideOne(item, reads)));
  const writes = decided.flatMap((decision) => (decision.writes ? [decision.writes] : []));
  const written = writes.length > 0 ? await writeAnswers(deps, writes) : [];
  return decided.map(({ outcome, writes: own }) =>
    !own || written.some((key) => isOf(key, own.answer)) ? outcome : null,
  );
}

type Key = { postId: number; memberId: string };

function isOf(key: Key, other: Key): boolean {
  return key.postId === other.postId && key.memberId === other.memberId;
}

type Decided = { outcome: Settled; writes?: AnswerWrites };

/** What an answer comes to, and what is to be written for it; nothing where it was given before or cannot be. */
async function decideOne({ input, deps }: Item, reads: readonly Answering[]): Promise<Decided> {
  try {
    const read = reads.find((each) => isOf({ postId: each.post.id, memberId: each.memberId }, input));
    const found = read && isAnswerable(read.post, input) ? await findQuestion(deps.content, read.post) : null;
    if (!read || !found) return { outcome: { kind: 'no-such-question' } };
    const before = firstAnswer(read, found, input.pressId);
    if (before) return { outcome: before };
    const picks = picksOf(read.post, input.picked);
    if (!picks) return { outcome: { kind: 'no-such-question' } };
    const decision = decideAnswer(read, { ...found, picks, at: input.at }, deps.projections);
    return {
      outcome: given(read, found, { ...decision, picks }),
      writes: writesOf(read, input, { ...decision, picks }),
    };
  } catch (error) {
    // Not swallowed: whoever pressed gets it thrown, and nobody else of the batch.
    return { outcome: { kind: 'failed', error } };
  }
}

/** What is private goes where its member goes, and is nobody else's. */
function isAnswerable(post: Answering['post'], { serverId, memberId, from }: AnswerInput): boolean {
  const isTheirs = post.kind === 'private' ? post.askedBy === memberId : post.serverId === serverId;
  return isTheirs && isMeantBy(post, from);
}

/** The options that were chosen; null for what no control of the post sends: none, one twice, one that it has not. */
function picksOf(
  { optionOrder }: { optionOrder: readonly string[] },
  picked: readonly number[],
): string[] | null {
  const picks = new Set(picked.flatMap((index) => optionOrder[index] ?? []));
  return picks.size > 0 && picks.size === picked.length ? [...picks] : null;
}

type Picked = { picks: string[] };

function given(read: Answering, found: Asked, decision: Decision & Picked): AnswerGiven {
  const { picks, grade, rating, points, told } = decision;
  const language = read.member?.language ?? null;
  return { kind: 'answered', post: read.post, ...found, picks, grade, rating, points, told, language };
}

function writesOf({ post }: Answering, input: AnswerInput, decision: Decision & Picked): AnswerWrites {
  const { grade, rating, points, domain, localDate, datedZone, rows, picks } = decision;
  return {
    answer: {
      postId: post.id,
      memberId: input.memberId,
      serverId: post.serverId,
      exam: post.exam,
      domain,
      questionId: post.questionId,
      questionVersion: post.questionVersion,
      difficulty: decision.difficulty,
      picks,
      pressId: input.pressId,
      isCorrect: grade.isCorrect,
      isRated: rating.isRated,
      ratedRound: rating.isRated ? rating.ratedRound : 0,
      points,
      answeredAt: input.at,
      seconds: input.seconds ?? null,
      localDate,
    },
    datedZone,
    rows,
  };
}

function firstAnswer(read: Answering, found: Asked, pressId: string): AnswerGiven | null {
  if (!read.mine) return null;
  const { picks, points, isRated } = read.mine;
  // The very same press, written by another process with the same token a moment ago: not a second answer.
  const isSamePress = read.mine.pressId === pressId;
  return {
    kind: isSamePress ? 'answered' : 'already-answered',
    post: read.post,
    ...found,
    picks,
    grade: gradeAnswer(found.question, picks),
    rating: isSamePress && isRated ? { isRated: true, ratedRound: 0 } : null,
    points,
    told: {},
    language: read.member?.language ?? null,
  };
}
