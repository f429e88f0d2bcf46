// Grading, rating, points, and what a post may do when. Pure; which question comes next is in choice.rules.ts.
import { keyOf, type Question } from '#content/pack.ts';
import { type Random, shuffle } from '#lib/random.ts';

/** Where a posted question came from. Only `quiz`, `round` and `daily` are rated. */
export type PostKind = 'quiz' | 'round' | 'daily' | 'private' | 'test';

/** pending: to be sent by the outbox; open: answerable; closed: revealed; dropped: never sent, or gone. */
export type PostStatus = 'pending' | 'open' | 'closed' | 'dropped';

export type RoundKind = 'public' | 'private';

export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const ROUND_SIZES = [1, 5, 10] as const;

export const DEFAULT_OPEN_MINUTES = 30;
export const MAX_OPEN_MINUTES = 7 * 24 * 60;
/** Between two questions that the same member starts: a public one is read by everybody, a private one only costs us. */
export const COOLDOWN_MS = { public: 10_000, private: 3_000 } as const satisfies Record<RoundKind, number>;
const RATED_AGAIN_AFTER_MS = 90 * 24 * 3_600_000;

/** Options in the order in which one post shows them, drawn once. */
export function drawOptionOrder(question: Question, random: Random): string[] {
  return shuffle(
    question.options.map((option) => option.id),
    random,
  );
}

/** What every post keeps of its question: which one, as it stood in which edition, with its options in drawn order. */
export function postedAs(
  question: Question,
  { exam, edition }: { exam: string; edition: string },
  random: Random,
) {
  return {
    exam,
    edition,
    questionId: question.id,
    questionVersion: question.version,
    optionOrder: drawOptionOrder(question, random),
  };
}

export type Grade = { isCorrect: boolean; rightPicks: number; neededPicks: number };

/** All or nothing, as on the exam; `rightPicks` says how near it was. Picks are option ids, in any order. */
export function gradeAnswer(question: Question, picks: readonly string[]): Grade {
  const key = keyOf(question);
  const rightPicks = key.filter((id) => picks.includes(id)).length;
  return {
    isCorrect: rightPicks === key.length && picks.length === key.length,
    rightPicks,
    neededPicks: key.length,
  };
}

export type PriorAnswers = {
  /** The member's newest answer to the same question anywhere, rated or not. */
  lastAt: Date | null;
  /** The number that the next rated one gets: one more than the last, whatever was deleted in between. */
  nextRatedRound: number;
};

export type Rating =
  | { isRated: true; ratedRound: number }
  | { isRated: false; because: 'private' | 'test' | 'late' | 'answered-before' };

/** Rated = first answer to that question anywhere (again after 90 days), given while a public post was open. */
export function rateAnswer(
  post: { kind: PostKind; status: PostStatus; closesAt: Date | null },
  answeredAt: Date,
  prior: PriorAnswers,
): Rating {
  if (post.kind === 'private' || post.kind === 'test') return { isRated: false, because: post.kind };
  // Also once the key is out, whatever the clocks say: ours may be a little ahead of Discord's.
  if (post.status === 'closed' || isClosedAt(post, answeredAt)) return { isRated: false, because: 'late' };
  const isFresh = !prior.lastAt || answeredAt.getTime() - prior.lastAt.getTime() >= RATED_AGAIN_AFTER_MS;
  return isFresh
    ? { isRated: true, ratedRound: prior.nextRatedRound }
    : { isRated: false, because: 'answered-before' };
}

/** Easy 1, medium 2, hard 3 for a right rated answer. */
export function pointsFor(difficulty: 1 | 2 | 3, answer: { isCorrect: boolean; isRated: boolean }): number {
  return answer.isCorrect && answer.isRated ? difficulty : 0;
}

/** A post is closed from its closing instant on, whether or not the reveal has been shown yet. */
export function isClosedAt(post: { closesAt: Date | null }, instant: Date): boolean {
  return post.closesAt !== null && instant >= post.closesAt;
}

/** The asker, and whoever may delete others' messages, may close a question early. */
export function mayClose(
  post: { askedBy: string | null },
  member: { id: string; isModerator: boolean },
): boolean {
  return member.isModerator || post.askedBy === member.id;
}

/** "30", "30m", "2h", "3 days" → minutes; null when it is not a duration of 1 minute to 7 days. */
export function parseOpenFor(text: string): number | null {
  const match = /^(\d{1,5})\s*(m|min|minutes?|h|hours?|d|days?)?$/i.exec(text.trim());
  if (!match) return null;
  const unit = { h: 60, d: 24 * 60 }[match[2]?.[0]?.toLowerCase() ?? 'm'] ?? 1;
  const minutes = Number(match[1]) * unit;
  return minutes >= 1 && minutes <= MAX_OPEN_MINUTES ? minutes : null;
}

/** The letter under which a post shows an option; throws for an option that the post does not have. */
export function letterOf(optionOrder: readonly string[], optionId: string): string {
  const letter = LETTERS[optionOrder.indexOf(optionId)];
  if (!letter) throw new Error(`option ${optionId} is not in this post`);
  return letter;
}

export type Tally = {
  answers: number;
  correct: number;
  /** How many members picked each option, by option id. */
  picks: ReadonlyMap<string, number>;
  /** Members who were right and let themselves be named, in order of answering. */
  rightMembers: readonly string[];
};

/** Backing off a post that could not be sent: 1 minute, doubling, an hour at most. */
export function retryDelayMs(attempts: number): number {
  return Math.min(60, 2 ** Math.max(0, attempts - 1)) * 60_000;
}
