// What simpler sites show in place of an estimate, each given the best chance to pass that its figure allows.
import { type MockExam, PASS_MARK, scaleScore } from '#features/standing/progress/exam.rules.ts';
import { fade } from '#features/standing/progress/weight.rules.ts';
import { normalBelow } from '#lib/normal.ts';
import type { Given, WorldItem } from './world.ts';

export type Guess = { score: number; passChance: number };

export function plainPercentage(given: readonly Given[], exam: MockExam): Guess {
  return fromShares(
    given.map(({ isRight }) => ({ isRight, weight: 1 })),
    exam,
  );
}

/** Accuracy × difficulty × recency: hard and recent answers count for more. */
export function weighedAccuracy(
  given: readonly Given[],
  exam: MockExam,
  { bank, today }: { bank: readonly WorldItem[]; today: number },
): Guess {
  return fromShares(
    given.map(({ isRight, item, day }) => ({ isRight, weight: bank[item]!.level * fade(today - day) })),
    exam,
  );
}

export function mockExamScore(share: number, exam: MockExam): Guess {
  return fromShare(share, exam.shape.scoredItems, exam);
}

function fromShares(answers: readonly { isRight: boolean; weight: number }[], exam: MockExam): Guess {
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const total = sum(answers.map(({ weight }) => weight));
  const squares = sum(answers.map(({ weight }) => weight ** 2));
  return fromShare(
    sum(answers.map(({ isRight, weight }) => (isRight ? weight : 0))) / total,
    total ** 2 / squares,
    exam,
  );
}

/** The chance that an exam of such a share passes: what answers and exam leave to luck, and where the pass mark lies. */
function fromShare(share: number, answers: number, exam: MockExam): Guess {
  const luck = share * (1 - share) * (1 / answers + 1 / exam.shape.scoredItems);
  return {
    score: scaleScore(share, PASS_MARK.mean, exam),
    passChance: normalBelow((share - PASS_MARK.mean) / Math.sqrt(luck + PASS_MARK.deviation ** 2)),
  };
}
