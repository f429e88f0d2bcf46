// What one exam's share of right answers is worth on the provider's scale, and how sure that is. Pure.
import { type ExamShape, PASS_MARK, scaleScore } from '#features/standing/progress/exam.rules.ts';

/** 90 % of a normal distribution lie within this many standard deviations. */
const Z90 = 1.645;

export type Score = { score: number; low: number; high: number; verdict: 'above' | 'around' | 'below' };

/**
 * The estimated scaled score with its 90 % range: what so few questions leave open (Wilson), and that nobody outside
 * knows which share passes. Null where nothing is scored. `guess` is the share that guessing gets right.
 */
export function scoreOf(
  { right, items }: { right: number; items: number },
  exam: { shape: ExamShape; guess: number },
): Score | null {
  if (items === 0) return null;
  const share = right / items;
  const at = (of: number, mark: number) => scaleScore(of, mark, exam);
  const [worst, best] = wilson(share, items);
  const score = at(share, PASS_MARK.mean);
  const doubt = Z90 * PASS_MARK.deviation;
  const down = Math.hypot(score - at(worst, PASS_MARK.mean), score - at(share, PASS_MARK.mean + doubt));
  const up = Math.hypot(at(best, PASS_MARK.mean) - score, at(share, PASS_MARK.mean - doubt) - score);
  const { passScore, maxScore } = exam.shape;
  const low = Math.round(Math.max(LOWEST, score - down));
  const high = Math.round(Math.min(maxScore, score + up));
  const verdict = low >= passScore ? 'above' : high < passScore ? 'below' : 'around';
  return { score: Math.round(score), low, high, verdict };
}

const LOWEST = 100;

/** E. B. Wilson, 1927: right also near 0 and 1, where the plain interval is empty. */
function wilson(share: number, count: number): [number, number] {
  const z = Z90 ** 2 / count;
  const centre = (share + z / 2) / (1 + z);
  const half = (Z90 * Math.sqrt((share * (1 - share)) / count + z / (4 * count))) / (1 + z);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
