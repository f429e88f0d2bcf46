// How much an answer counts for what a member knows today, and as what. Pure.

/** After so many days an answer counts half. */
const HALF_LIFE_DAYS = 30;
/** A repeat within this time measures the memory of the item. */
const REPEAT_COUNTS_AFTER_DAYS = 21;

export type AnswerFacts = {
  isRight: boolean;
  /** The member said that it was a guess. */
  isGuess: boolean;
  /** The key had been shown before the answer. */
  isKeyShown: boolean;
  /** Days between the answer and today, with fractions; 0 at the answer. */
  daysAgo: number;
  /** Days between the answer and the one before it to the same question; null at the first encounter. */
  daysSinceLast: number | null;
};

export type Weighed = {
  /** 0 for an answer that says nothing. */
  weight: number;
  /** 1 right, 0 wrong, 0.5 right by a guess. */
  share: number;
};

export function weighAnswer(answer: AnswerFacts): Weighed {
  return {
    weight: encounterWeight(answer) * fade(answer.daysAgo),
    share: answer.isRight ? (answer.isGuess ? 0.5 : 1) : 0,
  };
}

/** What is left of an answer's weight after so many days. */
export function fade(days: number): number {
  return 2 ** (-Math.max(0, days) / HALF_LIFE_DAYS);
}

function encounterWeight({ isKeyShown, daysSinceLast }: AnswerFacts): number {
  if (isKeyShown) return 0;
  if (daysSinceLast === null) return 1;
  return daysSinceLast > REPEAT_COUNTS_AFTER_DAYS ? 0.5 : 0;
}
