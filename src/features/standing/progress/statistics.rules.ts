// What first answers say of a question: sums that are kept per question and version, added to one by one and to each
// other, and what can be read from them. Pure.

export type QuestionTally = {
  /** First answers, and how many of them were right. */
  answers: number;
  rights: number;
  /** Sums over the levels (θ + δ before the answer, in logits) of all, of their squares, and of those who were right. */
  levels: number;
  squares: number;
  levelsOfRight: number;
  /** By ninth of ability, by option in file order: how often it was picked. */
  picks: readonly (readonly number[])[];
  /** A histogram of the seconds that answers took; see `secondsBin`. */
  seconds: readonly number[];
};

export type TalliedAnswer = {
  /** θ + δ in the question's domain as it was known before this answer: the rest score. */
  level: number;
  isRight: boolean;
  /** Indexes of the picked options in file order. */
  picked: readonly number[];
  /** Null where it was not measured. */
  seconds: number | null;
};

export type QuestionStatistics = {
  answers: number;
  /** 0 to 1; null without answers. */
  shareRight: number | null;
  /** Point-biserial correlation of right with the rest score; null where one of them never varied. */
  discrimination: number | null;
  /** For the weakest, middle and best third: the share that picked each option; null where a third is empty. */
  optionShares: readonly (readonly number[] | null)[];
  medianSeconds: number | null;
};

/** Borders of the ninths, in logits; the third and the sixth part a usual population into thirds. */
const BORDERS = [-1.4, -0.9, -0.5, -0.15, 0.15, 0.5, 0.9, 1.4] as const;
/** A level that stands for each ninth. */
export const NINTHS = [-1.8, -1.12, -0.69, -0.32, 0, 0.32, 0.69, 1.12, 1.8] as const;
/** Bins grow by a seventh: the median is right to 7 %, from one second to half an hour. */
const BIN_GROWTH = 8 / 7;
const BIN_COUNT = 56;

export function noTally(options: number): QuestionTally {
  return {
    ...{ answers: 0, rights: 0, levels: 0, squares: 0, levelsOfRight: 0 },
    picks: NINTHS.map(() => Array<number>(options).fill(0)),
    seconds: Array<number>(BIN_COUNT).fill(0),
  };
}

export function tallyAnswer(
  tally: QuestionTally,
  { level, isRight, picked, seconds }: TalliedAnswer,
): QuestionTally {
  const ninth = BORDERS.filter((border) => level >= border).length;
  const bin = seconds === null ? -1 : secondsBin(seconds);
  return {
    answers: tally.answers + 1,
    rights: tally.rights + Number(isRight),
    levels: tally.levels + level,
    squares: tally.squares + level ** 2,
    levelsOfRight: tally.levelsOfRight + (isRight ? level : 0),
    picks: tally.picks.map((counts, index) =>
      index === ninth ? counts.map((count, option) => count + Number(picked.includes(option))) : counts,
    ),
    seconds: tally.seconds.map((count, index) => count + Number(index === bin)),
  };
}

/** The tally of both together, as if one had counted them all. */
export function mergeTallies(one: QuestionTally, other: QuestionTally): QuestionTally {
  return {
    answers: one.answers + other.answers,
    rights: one.rights + other.rights,
    levels: one.levels + other.levels,
    squares: one.squares + other.squares,
    levelsOfRight: one.levelsOfRight + other.levelsOfRight,
    picks: one.picks.map((counts, ninth) => addUp(counts, other.picks[ninth] ?? [])),
    seconds: addUp(one.seconds, other.seconds),
  };
}

export function readTally(tally: QuestionTally): QuestionStatistics {
  const { answers, rights } = tally;
  return {
    answers,
    shareRight: answers === 0 ? null : rights / answers,
    discrimination: discriminationOf(tally),
    optionShares: [0, 1, 2].map((third) => sharesIn(tally.picks.slice(3 * third, 3 * third + 3))),
    medianSeconds: medianOf(tally.seconds),
  };
}

function discriminationOf({ answers, rights, levels, squares, levelsOfRight }: QuestionTally): number | null {
  const wrongs = answers - rights;
  if (rights === 0 || wrongs === 0) return null;
  const deviation = Math.sqrt(Math.max(0, squares / answers - (levels / answers) ** 2));
  if (deviation < 1e-9) return null;
  const gap = levelsOfRight / rights - (levels - levelsOfRight) / wrongs;
  return (gap / deviation) * Math.sqrt((rights * wrongs) / answers ** 2);
}

/** Shares of all picks, so that they add up also where several options are to be picked. */
function sharesIn(ninths: readonly (readonly number[])[]): number[] | null {
  const counts = ninths.reduce(addUp, []);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total === 0 ? null : counts.map((count) => count / total);
}

function secondsBin(seconds: number): number {
  const bin = Math.floor(Math.log(Math.max(1, seconds)) / Math.log(BIN_GROWTH));
  return Math.min(BIN_COUNT - 1, bin);
}

function medianOf(bins: readonly number[]): number | null {
  const half = bins.reduce((sum, count) => sum + count, 0) / 2;
  let below = 0;
  for (const [bin, count] of bins.entries()) {
    if (count > 0 && below + count >= half) return BIN_GROWTH ** (bin + (half - below) / count);
    below += count;
  }
  return null;
}

function addUp(one: readonly number[], other: readonly number[]): number[] {
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  return longer.map((count, index) => count + (shorter[index] ?? 0));
}
