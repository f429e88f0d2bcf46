// Shares of one whole, in whole percent.

/**
 * What each count is of their sum, in whole percent that add up to 100 (largest remainder): rounding each for itself
 * can make 101. Where two have the same claim to a percent, the larger count gets it, then the first. All 0 when
 * there is nothing to share.
 */
export function wholePercents(counts: readonly number[]): number[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  if (sum === 0) return counts.map(() => 0);
  // In whole numbers: a remainder of floating point could decide otherwise than the counts do.
  const shares = counts.map((count, index) => ({
    index,
    count,
    floor: Math.floor((100 * count) / sum),
    remainder: (100 * count) % sum,
  }));
  const missing = 100 - shares.reduce((total, { floor }) => total + floor, 0);
  const raised = new Set(
    shares
      .toSorted((a, b) => b.remainder - a.remainder || b.count - a.count || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return shares.map(({ index, floor }) => floor + (raised.has(index) ? 1 : 0));
}
