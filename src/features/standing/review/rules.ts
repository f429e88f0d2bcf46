// Cards of a member's review: what they are, when they come again, how many a day. Pure; memory itself is beside.
import { keyOf, type Question } from '#content/pack.ts';
import { addDays, type LocalDate, localDateAt, startOfLocalDay } from '#lib/local-date.ts';
import { CARD_GRADES, type CardGrade } from '../card-grading.ts';
import { dayNumberOf, EMPTY_HISTORY, type History, intervalAfter, type Weights } from './memory.rules.ts';

export type CardKind = 'question' | 'flashcard';
export type CardKey = { memberId: string; exam: string; kind: CardKind; cardId: string };

/** New cards begin, and old ones return, at most so many times a day; whatever is over waits. */
export const DAILY_LIMITS = { fresh: 10, reviews: 100 } as const;
/** A card forgotten this often is not learned by repeating it: its lesson is. */
const LEECH_LAPSES = 8;
/** The longest history of one card that is kept: more says nothing new about its memory. */
const MAX_HISTORY = 64;

/** What the member is told of an answer: whether its question comes again. */
export type ReviewTold = { comesAgain: boolean };

export type Day = { zone: string; dayStart: number };

/** By which zone a member's days are told: their own, the one that dated them last, the server's. */
export function dayOf(
  member: { zone: string | null; datedZone: string | null; dayStart: number },
  serverZone: string,
): Day {
  return { zone: member.zone ?? member.datedZone ?? serverZone, dayStart: member.dayStart };
}

/** FSRS numbers its grades from 1. */
function gradeNumber(grade: CardGrade): number {
  return CARD_GRADES.indexOf(grade) + 1;
}

/** What makes an answer right: options keep their ids, so that a new wording has the same mark and a new key another. */
export function markOf(key: readonly string[]): string {
  return key.toSorted().join('');
}

export function keyMark(question: Question): string {
  return markOf(keyOf(question));
}

/** How often a card was forgotten after it had been met. */
export function countLapses({ grades }: History): number {
  return grades.slice(1).filter((grade) => grade === 1).length;
}

export function isLeech(history: History): boolean {
  return countLapses(history) >= LEECH_LAPSES;
}

export type Kept = { history: History; mark: string | null; dueAt: Date };
export type Graded = { history: History; dueAt: Date; localDate: LocalDate; isFed: boolean };

/**
 * What a grade makes of a card. A second one on the same day of the member is a repeat: it teaches, but says nothing
 * about what stays in memory, so it is not fed to the model; forgetting still brings the card back tomorrow. `mark` is
 * what is right now (null for a flashcard): under another key, what was remembered before counts for nothing.
 */
export function gradeCard(
  kept: Kept | null,
  graded: { grade: CardGrade; at: Date; mark: string | null },
  { day, weights }: { day: Day; weights: Weights },
): Graded {
  const localDate = localDateAt(graded.at, day.zone, day.dayStart);
  const before = kept && !isOtherKey(kept.mark, graded.mark) ? kept : null;
  const today = dayNumberOf(localDate);
  const comesIn = (days: number) => startOfLocalDay(addDays(localDate, days), day.zone, day.dayStart);
  const lastDay = before?.history.days.at(-1) ?? null;
  if (before && lastDay !== null && lastDay >= today) {
    const tomorrow = comesIn(1);
    const isSooner = graded.grade === 'again' || before.dueAt <= graded.at;
    return { history: before.history, dueAt: isSooner ? tomorrow : before.dueAt, localDate, isFed: false };
  }
  const history = appended(before?.history ?? EMPTY_HISTORY, today, gradeNumber(graded.grade));
  return { history, dueAt: comesIn(intervalAfter(history, weights)), localDate, isFed: true };
}

/** A mark that nobody kept is taken for the present one. */
export function isOtherKey(mark: string | null, present: string | null): boolean {
  return mark !== null && present !== null && mark !== present;
}

function appended({ days, grades }: History, day: number, grade: number): History {
  return { days: [...days, day].slice(-MAX_HISTORY), grades: [...grades, grade].slice(-MAX_HISTORY) };
}

export type Counts = { freshToday: number; reviewsToday: number; dueFresh: number; dueReviews: number };

/** How much of what is due may still come today; reviews go before new cards. */
export function leftToday(counts: Counts): { reviews: number; fresh: number } {
  const room = (limit: number, done: number, due: number) => Math.max(0, Math.min(limit - done, due));
  return {
    reviews: room(DAILY_LIMITS.reviews, counts.reviewsToday, counts.dueReviews),
    fresh: room(DAILY_LIMITS.fresh, counts.freshToday, counts.dueFresh),
  };
}
