// One member's answer to one post: read, decide, write in one statement. Safe to run twice.
import { domainOf, type Pack, type Packs, type Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { localDateAt } from '#lib/local-date.ts';
import { ALL_DOMAINS, windowKinds, windowStarts } from '../leaderboard/rules.ts';
import { DEFAULT_ZONE } from '../server/rules.ts';
import { type DayRecorded, neutralDays, recordDay, reminderAt, type Streak } from '../streak/rules.ts';
import { type Answering, type AnswerWrites, readAnswering, writeAnswer } from './answers.store.ts';
import { type Grade, gradeAnswer, pointsFor, type Rating, rateAnswer } from './rules.ts';

export type AnswerInput = {
  postId: number;
  memberId: string;
  /** Positions of the chosen options as shown, from 0. */
  picked: readonly number[];
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

export async function answerQuestion(
  deps: { db: Db; content: Packs },
  input: AnswerInput,
): Promise<AnswerOutcome> {
  const first = await tryAnswer(deps, input);
  // The same question was rated for this member in another post in this very moment: read again, then it is practice.
  return first ?? (await tryAnswer(deps, input)) ?? { kind: 'no-such-question' };
}

async function tryAnswer(
  deps: { db: Db; content: Packs },
  input: AnswerInput,
): Promise<AnswerOutcome | null> {
  const read = await readAnswering(deps.db, input);
  const found = read && findQuestion(deps.content, read.post);
  if (!read || !found) return { kind: 'no-such-question' };
  const picks = input.picked.map((index) => read.post.optionOrder[index]).filter((id) => id !== undefined);
  const before = firstAnswer(read, found, input.at);
  if (before) return before;
  const { writes, answered } = decide(read, { ...found, input, picks });
  if (await writeAnswer(deps.db, writes)) return answered;
  const again = await readAnswering(deps.db, input);
  return again && firstAnswer(again, found, input.at);
}

function firstAnswer(read: Answering, { pack, question }: Found, at: Date): Answered | null {
  if (!read.mine) return null;
  const { picks, points, isRated, answeredAt } = read.mine;
  const grade = gradeAnswer(question, picks);
  // The very same press, written by another process with the same token a moment ago: not a second answer.
  const isSamePress = answeredAt?.getTime() === at.getTime();
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
    ratedCount: read.priorRated,
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
