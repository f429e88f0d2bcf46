// Grading, rating and points of an answer, and the day it is dated. Pure.
import { keyOf, type Question } from '#content/pack.ts';
import { isClosedAt, type PostKind, type PostStatus } from '../post/rules.ts';

/** A rated answer holds this long; before, the same question is practice. */
const RATED_AGAIN_AFTER_MS = 90 * 24 * 3_600_000;
/** After a week, recalling a key that one has seen is knowledge. */
const KEY_FORGOTTEN_AFTER_MS = 7 * 24 * 3_600_000;
/** The zone that dates a member may change this often, wherever it comes from. */
const ZONE_HOLDS_MS = 24 * 3_600_000;

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

/** What the member knows of the question already; nulls where that never happened. */
export type Memory = {
  lastAt: Date | null;
  ratedAt: Date | null;
  /** The number of the last rated answer, from 0. */
  ratedRound: number | null;
  keySeenAt: Date | null;
};

export type Rating =
  | { isRated: true; ratedRound: number }
  | { isRated: false; because: 'private' | 'test' | 'late' | 'answered-before' | 'key-seen' };

/**
 * Rated = given while a public post was open, by a member who has no rated answer to that question for 90 days and has
 * neither practised it nor seen its key for 7.
 */
export function rateAnswer(
  post: { kind: PostKind; status: PostStatus; closesAt: Date | null },
  answeredAt: Date,
  memory: Memory,
): Rating {
  if (post.kind === 'private' || post.kind === 'test') return { isRated: false, because: post.kind };
  // Also once the key is out, whatever the clocks say: ours may be a little ahead of Discord's.
  if (post.status === 'closed' || isClosedAt(post, answeredAt)) return { isRated: false, because: 'late' };
  const within = (at: Date | null, span: number) => at !== null && answeredAt.getTime() - at.getTime() < span;
  if (within(memory.ratedAt, RATED_AGAIN_AFTER_MS)) return { isRated: false, because: 'answered-before' };
  if (within(memory.lastAt, KEY_FORGOTTEN_AFTER_MS) || within(memory.keySeenAt, KEY_FORGOTTEN_AFTER_MS)) {
    return { isRated: false, because: 'key-seen' };
  }
  return { isRated: true, ratedRound: memory.ratedRound === null ? 0 : memory.ratedRound + 1 };
}

/** Easy 1, medium 2, hard 3 for a right rated answer. */
export function pointsFor(difficulty: 1 | 2 | 3, answer: { isCorrect: boolean; isRated: boolean }): number {
  return answer.isCorrect && answer.isRated ? difficulty : 0;
}

export type Dated = { zone: string; since: Date };

/**
 * The zone that dates an answer: the member's own, else the server's. Another one than that of the last answer counts
 * from 24 hours after the last change on: else whoever owns two servers could live a day twice, or fill one they missed.
 */
export function zoneOfAnswer(
  wanted: { own: string | null; server: string },
  at: Date,
  last: Dated | null,
): { zone: string; isNew: boolean } {
  // The member's own choice is held to the same rule where it is made.
  const zone = wanted.own ?? wanted.server;
  if (!last || last.zone === zone) return { zone, isNew: !last };
  if (wanted.own !== null) return { zone, isNew: true };
  const isHeld = at.getTime() - last.since.getTime() < ZONE_HOLDS_MS;
  return isHeld ? { zone: last.zone, isNew: false } : { zone, isNew: true };
}
