// How likely a right answer is, and what one answer says about the level behind it. Pure; all levels in logits.

/** An item as the model sees it. */
export type Item = {
  /** The chance of a right answer by guessing alone, 0 to below 1. */
  guess: number;
  /** In logits on the scale of ability. */
  difficulty: number;
  /** How unsure the difficulty is, as a variance; 0 when it is taken as known. */
  difficultyVariance: number;
};

/** What one answer says of a level: a parabola around it, as in Fisher scoring. */
export type Reading = {
  /** The chance of a right answer at the level. */
  chance: number;
  /** Expected information about the level, per logit squared. */
  information: number;
  /** The slope of the log-likelihood at the level, per logit. */
  score: number;
  /** How that slope bends (third derivative): negative where the level may lie far below rather than far above. */
  skew: number;
};

/** One of the sets of `picked` among `options`: 1/4 for one of four, 1/10 for two of five, 1/20 for three of six. */
export function guessChance(options: number, picked: number): number {
  let ways = 1;
  for (let index = 0; index < picked; index++) ways = (ways * (options - index)) / (index + 1);
  return 1 / ways;
}

/** P(right) = c + (1 − c) · logistic(level − difficulty), with the item's uncertainty averaged over. */
export function chanceOf(level: number, { guess, difficulty, difficultyVariance }: Item): number {
  return guess + (1 - guess) * logistic(flatness(difficultyVariance) * (level - difficulty));
}

/** `share` is 1 for right, 0 for wrong and between for an answer that counts in part. */
export function readAnswer(level: number, item: Item, share: number): Reading {
  const { guess } = item;
  const steepness = flatness(item.difficultyVariance);
  const knows = logistic(steepness * (level - item.difficulty));
  const chance = guess + (1 - guess) * knows;
  const bend = knows * (1 - knows);
  // P'·(y − P) / (P·(1 − P)) and P'² / (P·(1 − P)), with the factors that cancel taken out: no 0/0 in the tails.
  const score = (steepness * knows * (share - chance)) / chance;
  const information = (steepness ** 2 * (1 - guess) * knows * bend) / chance;
  const lucky = share * guess * (1 - 2 * knows - (2 * (1 - guess) * bend) / chance);
  const skew = steepness ** 3 * bend * (lucky / chance ** 2 - (1 - 2 * knows));
  return { chance, information, score, skew };
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** A logistic curve averaged over a normal shift is nearly a flatter logistic curve (MacKay 1992). */
function flatness(variance: number): number {
  return variance === 0 ? 1 : 1 / Math.sqrt(1 + (Math.PI / 8) * variance);
}
