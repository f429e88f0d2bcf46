// The pace of a public round: how long its questions are open, when it goes on, and when it stops by itself. Pure.

export const PACES = ['relaxed', 'brisk', 'fast'] as const;
export type Pace = (typeof PACES)[number];

const PACE_MS = { relaxed: 30 * 60_000, brisk: 3 * 60_000, fast: 90_000 } as const satisfies Record<
  Pace,
  number
>;

/** A round is played together, here and now. */
const ROUND_PACE: Pace = 'brisk';

/** What each question takes: a pace, or minutes that somebody named. */
export type Timing = { pace: Pace | null; openMinutes: number };

/** Minutes that were named count more than a pace; without either a round is brisk and a single question lasts. */
export function timingOf(
  asked: { count: number; pace: string | null; openMinutes: number | null },
  defaultMinutes: number,
): Timing {
  if (asked.openMinutes !== null) return { pace: null, openMinutes: asked.openMinutes };
  const pace = PACES.find((known) => known === asked.pace) ?? (asked.count > 1 ? ROUND_PACE : null);
  return { pace, openMinutes: pace ? Math.ceil(PACE_MS[pace] / 60_000) : defaultMinutes };
}

export function openMsOf({ pace, openMinutes }: { pace?: Pace | null; openMinutes: number }): number {
  return pace ? PACE_MS[pace] : openMinutes * 60_000;
}

/**
 * Why a round is over. Its next question cannot be shown (`stuck`), may not be posted where the round is (`shut-out`),
 * or could not be sent in time (`delayed`).
 */
export type Ending = 'all-asked' | 'ended' | 'silence' | 'stuck' | 'shut-out' | 'delayed';

/** A round is played together: who waited this long for a question is there no more. */
export const SEND_WITHIN_MS = 30 * 60_000;

/** Why a round is over whose next question was given up. */
export function endingWithout(failure: string): Ending {
  if (failure === 'not-wanted') return 'ended';
  if (/^no-(channel|permission)/.test(failure)) return 'shut-out';
  return failure === 'no-question' || failure.startsWith('refused:') ? 'stuck' : 'delayed';
}

/** So many questions in a row without any answer: nobody is there any more. */
const SILENT_QUESTIONS = 2;

/** Why a round ends with the question that has just closed; null when another one follows. */
export function endingOf(round: {
  isEnded: boolean;
  position: number;
  size: number;
  /** Answers to its last questions, the newest first. */
  lastAnswers: readonly number[];
}): Ending | null {
  if (round.position >= round.size) return 'all-asked';
  if (round.isEnded) return 'ended';
  const last = round.lastAnswers.slice(0, SILENT_QUESTIONS);
  return last.length === SILENT_QUESTIONS && last.every((answers) => answers === 0) ? 'silence' : null;
}

/** Somebody who answered this recently may not be the last. */
export const STILL_ANSWERING_MS = 60_000;

/** A question that so many answered is worth a word at its close, which the closing edit says to nobody. */
export const WORTH_A_REPLY = 3;
