// Whether forecasts came true: chances against outcomes, ranges against scores. Pure.

/** What was said on the evening before, and what came out. */
export type Outcome = {
  passChance: number;
  score: { median: number; low: number; high: number };
  hasPassed: boolean;
  /** The scaled score that came out; null where only the outcome is known. */
  realScore: number | null;
};

/** One bar of the reliability diagram; the shares are null where nobody was. */
type ReliabilityBin = {
  from: number;
  to: number;
  count: number;
  expected: number | null;
  passed: number | null;
};

export type Calibration = {
  count: number;
  bins: readonly ReliabilityBin[];
  /** Mean squared distance of chance and outcome; 0 is clairvoyance, 0.25 a coin. */
  brier: number;
  /** Mean distance of chance and frequency over the bins, weighed by how many are in each. */
  calibrationError: number;
  /** Share of outcomes on the side of the chance that was above one half. */
  rightCalls: number;
  /** Of those who told their score: */
  scored: {
    count: number /** Median minus real. */;
    meanError: number /** Share within the range. */;
    cover: number;
  } | null;
};

const BINS = 10;

/** Null while there is no outcome at all. */
export function calibrate(outcomes: readonly Outcome[]): Calibration | null {
  if (outcomes.length === 0) return null;
  const bins = Array.from({ length: BINS }, (_, bin) => summarizeBin(outcomes, bin));
  return {
    count: outcomes.length,
    bins,
    brier: mean(outcomes.map(({ passChance, hasPassed }) => (passChance - Number(hasPassed)) ** 2)),
    calibrationError:
      bins.reduce(
        (sum, { count, expected, passed }) => sum + count * Math.abs((expected ?? 0) - (passed ?? 0)),
        0,
      ) / outcomes.length,
    rightCalls: mean(outcomes.map(({ passChance, hasPassed }) => Number(passChance >= 0.5 === hasPassed))),
    scored: summarizeScores(outcomes),
  };
}

function summarizeBin(outcomes: readonly Outcome[], bin: number): ReliabilityBin {
  const inside = outcomes.filter(
    ({ passChance }) => Math.min(BINS - 1, Math.floor(passChance * BINS)) === bin,
  );
  const isEmpty = inside.length === 0;
  return {
    from: bin / BINS,
    to: (bin + 1) / BINS,
    count: inside.length,
    expected: isEmpty ? null : mean(inside.map(({ passChance }) => passChance)),
    passed: isEmpty ? null : mean(inside.map(({ hasPassed }) => Number(hasPassed))),
  };
}

function summarizeScores(outcomes: readonly Outcome[]): Calibration['scored'] {
  const told = outcomes.flatMap(({ score, realScore }) =>
    realScore === null ? [] : [{ ...score, real: realScore }],
  );
  if (told.length === 0) return null;
  return {
    count: told.length,
    meanError: mean(told.map(({ median, real }) => median - real)),
    cover: mean(told.map(({ low, high, real }) => Number(real >= low && real <= high))),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
