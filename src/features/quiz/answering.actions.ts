// One member's answer to one post: read, decide, write in one statement. Safe to run twice.
import { domainOf, type Pack, type Packs, type Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { createBatcher } from '#lib/batcher.ts';
import { localDateAt } from '#lib/local-date.ts';
import { ALL_DOMAINS, windowKinds, windowStarts } from '../leaderboard/rules.ts';
import { DEFAULT_ZONE } from '../server/rules.ts';
import { type DayRecorded, neutralDays, recordDay, reminderAt, type Streak } from '../streak/rules.ts';
import { type Answering, readAnswerings } from './answering.store.ts';
import { type AnswerWrites, writeAnswers } from './answers.store.ts';
import { type Grade, gradeAnswer, pointsFor, type Rating, rateAnswer } from './rules.ts';

export type AnswerInput = {
  postId: number;
  memberId: string;
  /** Positions of the chosen options as shown, from 0. */
  picked: readonly number[];
  /** The interaction's id, which tells a press from the next one. */
  pressId: string;
  /** The interaction's own timestamp: it fixes the local date and whether the question was still open. */
  at: Date;
};

export type Answered = {
  kind: 'answered' | 'already-answered';
  post: Answering['post'];
  pack: Pack;
  question: Question;
  /** Option ids; the first answer's when there was one before. */
  picks: readonly string[];
  grade: Grade;
  rating: Rating | null;
  points: number;
  /** What the answer did to the streak; null for an answer given before. */
  day: DayRecorded | null;
};

export type AnswerOutcome = Answered | { kind: 'no-such-question' };

type Deps = { db: Db; content: Packs };
type Item = { input: AnswerInput; content: Packs };

/**
 * Answers that come while others are being written are written together in one statement: a lone press waits for
 * nobody, a crowd costs a few commits instead of one each. A member's own presses go one after another.
 */
export async function answerQuestion({ db, content }: Deps, input: AnswerInput): Promise<AnswerOutcome> {
  const answer = batchers.get(db) ?? makeBatcher(db);
  const outcome = await answer({ input, content });
  if (outcome === 'unsettled') throw new Error('an answer was neither written nor found');
  return outcome;
}

/** `unsettled` is one call's bug and must not fail those that share its batch. */
type Settled = AnswerOutcome | 'unsettled';

const batchers = new WeakMap<Db, (item: Item) => Promise<Settled>>();

function makeBatcher(db: Db) {
  const batcher = createBatcher<Item, Settled>({
    run: (batch) => answerBatch(db, batch),
    keyOf: ({ input }) => input.memberId,
    lanes: 3,
    max: 64,
  });
  batchers.set(db, batcher);
  return batcher;
}

async function answerBatch(db: Db, batch: readonly Item[]): Promise<Settled[]> {
  const outcomes = await tryAnswers(db, batch);
  const left = batch.filter((_, index) => outcomes[index] === null);
  // Another process was first, with the same post or with the same question in another: read again, and it is either
  // answered already or practice.
  const again = left.length > 0 ? await tryAnswers(db, left) : [];
  return outcomes.map((outcome) => outcome ?? again.shift() ?? 'unsettled');
}

/** Null for an answer that was not written because of a conflict. */
async function tryAnswers(db: Db, batch: readonly Item[]): Promise<(AnswerOutcome | null)[]> {
  const reads = await readAnswerings(
    db,
    batch.map(({ input }) => input),
  );
  const decided = batch.map((item) => decideOne(item, reads));
  const writes = decided.flatMap((decision) => (decision.writes ? [decision.writes] : []));
  const written = writes.length > 0 ? await writeAnswers(db, writes) : [];
  return decided.map(({ outcome, writes: own }) =>
    !own || written.some((key) => isOf(key, own.answer)) ? outcome : null,
  );
}

type Key = { postId: number; memberId: string };

function isOf(key: Key, other: Key): boolean {
  return key.postId === other.postId && key.memberId === other.memberId;
}

/** What an answer comes to, and what is to be written for it; nothing where it was given before or cannot be. */
function decideOne(
  { input, content }: Item,
  reads: readonly Answering[],
): { outcome: AnswerOutcome; writes?: AnswerWrites } {
  const read = reads.find((each) => isOf({ postId: each.post.id, memberId: each.memberId }, input));
  const found = read && findQuestion(content, read.post);
  if (!read || !found) return { outcome: { kind: 'no-such-question' } };
  const before = firstAnswer(read, found, input.pressId);
  if (before) return { outcome: before };
  const picks = input.picked.map((index) => read.post.optionOrder[index]).filter((id) => id !== undefined);
  const { writes, answered } = decide(read, { ...found, input, picks });
  return { outcome: answered, writes };
}

function firstAnswer(read: Answering, { pack, question }: Found, pressId: string): Answered | null {
  if (!read.mine) return null;
  const { picks, points, isRated } = read.mine;
  const grade = gradeAnswer(question, picks);
  // The very same press, written by another process with the same token a moment ago: not a second answer.
  const isSamePress = read.mine.pressId === pressId;
  return {
    kind: isSamePress ? 'answered' : 'already-answered',
    post: read.post,
    pack,
    question,
    picks,
    grade,
    rating: isSamePress && isRated ? { isRated: true, ratedRound: 0 } : null,
    points,
    day: null,
  };
}

type Found = { pack: Pack; question: Question };
type Decision = Found & { input: AnswerInput; picks: readonly string[] };

function decide(
  read: Answering,
  { pack, question, input, picks }: Decision,
): { writes: AnswerWrites; answered: Answered } {
  const grade = gradeAnswer(question, picks);
  const rating = rateAnswer(read.post, input.at, {
    lastAt: read.priorLastAt ? new Date(read.priorLastAt) : null,
    nextRatedRound: read.nextRatedRound,
  });
  const points = pointsFor(question.difficulty, { isCorrect: grade.isCorrect, isRated: rating.isRated });
  const rules = { zone: read.memberZone ?? read.serverZone ?? DEFAULT_ZONE, dayStart: read.dayStart ?? 0 };
  const localDate = localDateAt(input.at, rules.zone, rules.dayStart);
  const day = recordDay(streakOf(read), localDate, neutralDays(pausesOf(read), outagesOf(read), rules));
  const domain = domainOf(pack, read.post.edition, question).id;
  const writes: AnswerWrites = {
    answer: {
      postId: read.post.id,
      memberId: input.memberId,
      serverId: read.post.serverId,
      exam: read.post.exam,
      domain,
      questionId: question.id,
      questionVersion: question.version,
      difficulty: question.difficulty,
      picks: [...picks],
      pressId: input.pressId,
      isCorrect: grade.isCorrect,
      isRated: rating.isRated,
      ratedRound: rating.isRated ? rating.ratedRound : 0,
      points,
      answeredAt: input.at,
      localDate,
    },
    day: {
      isNew: day.isNewDay,
      streak: day.streak,
      remindAt: read.reminders ? reminderAt(day.streak.lastDate, rules) : null,
    },
    boards: rating.isRated ? boardsFor(domain, input.at, read.serverZone ?? DEFAULT_ZONE) : [],
  };
  return {
    writes,
    answered: { kind: 'answered', post: read.post, pack, question, picks, grade, rating, points, day },
  };
}

/** Every board an answer counts on: its domain's and the one of all domains, in each window of the server's zone. */
function boardsFor(domain: string, at: Date, serverZone: string): AnswerWrites['boards'] {
  const starts = windowStarts(at, serverZone);
  return [domain, ALL_DOMAINS].flatMap((board) =>
    windowKinds.map((window) => ({ domain: board, window, startsOn: starts[window] })),
  );
}

/** The question of a post; null when the pack no longer has it, or not with the options that were shown. */
export function findQuestion(
  content: Packs,
  post: { exam: string; questionId: string; optionOrder: readonly string[] },
): Found | null {
  const pack = content.get(post.exam);
  const question = pack?.questions.get(post.questionId);
  if (!pack || !question) return null;
  const ids = new Set(question.options.map((option) => option.id));
  const isSame = ids.size === post.optionOrder.length && post.optionOrder.every((id) => ids.has(id));
  return isSame ? { pack, question } : null;
}

function streakOf({ streak }: Answering): Streak | null {
  return streak;
}

function pausesOf(read: Answering) {
  return read.pauses.map(({ from, to }) => ({ fromDate: from, toDate: to }));
}

function outagesOf(read: Answering) {
  return read.outages.map(({ from, to }) => ({ fromAt: new Date(from), toAt: new Date(to) }));
}
