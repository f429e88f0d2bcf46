// The normal distribution: a draw from it, and how much of it lies below a value.
import type { Random } from './random.ts';

/** A draw with mean 0 and deviation 1 (Box and Muller). */
export function drawNormal(random: Random): number {
  // 1 − random() is never 0, whose logarithm is infinite.
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The share below `x` deviations (Abramowitz and Stegun 26.2.17: right to seven digits). */
export function normalBelow(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = 0.3989422804 * Math.exp((-x * x) / 2) * series;
  return x >= 0 ? 1 - above : above;
}
