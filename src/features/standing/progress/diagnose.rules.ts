// Which of the thirty questions of a diagnosis comes next: the one that says most, within the blueprint, and none that
// too many of the same level have had. Pure.
import { pickOne, type Random } from '#lib/random.ts';
import { type Ability, levelIn } from './ability.rules.ts';
import { allotItems } from './exam.rules.ts';
import { type Item, readAnswer } from './response.rules.ts';

export const DIAGNOSE_LENGTH = 30;
/** Members whose level lies within the same band are of the same level; the borders in logits. */
const BANDS = [-1.2, -0.6, 0, 0.6, 1.2] as const;
export const BAND_COUNT = BANDS.length + 1;
/** Below the fifth that is promised, since the counts are of those who have finished: others are underway. */
const MOST_OF_TAKERS = 0.15;
/** Drawn among the most telling of a domain: else the first would go to everybody until it is used up. */
const AMONG = 5;

export type Candidate = Item & {
  id: string;
  /** Index of its domain in the edition. */
  domain: number;
  /** By band: how many of those who finished there had got it. */
  shown: readonly number[];
};

export type DiagnoseInput = {
  ability: Ability;
  weights: readonly number[];
  /** Questions of this diagnosis so far, by domain. */
  asked: readonly number[];
  /** The questions not yet asked in it. */
  candidates: readonly Candidate[];
  /** By band: how many have finished there. */
  takers: readonly number[];
  random: Random;
};

/** The band of an ability, 0 to 5. That of the end counts: under it is kept what was shown. */
export function bandOf({ overall }: Pick<Ability, 'overall'>): number {
  return BANDS.filter((border) => overall >= border).length;
}

/** Null when all are asked, or nothing is left to ask. */
export function chooseDiagnostic(input: DiagnoseInput): Candidate | null {
  const left = allotItems(input.weights, DIAGNOSE_LENGTH).map(
    (count, domain) => count - (input.asked[domain] ?? 0),
  );
  const open = input.candidates.filter(({ domain }) => (left[domain] ?? 0) > 0);
  const domain = domainNext(open, left);
  const pool = open.filter((candidate) => candidate.domain === domain);
  const bands = bandsNear(bandOf(input.ability));
  const rare = pool.filter((candidate) => bands.every((band) => mayShow(candidate, band, input.takers)));
  // A small bank runs out of questions that few have had: then those that fewest have.
  const allowed = rare.length > 0 ? rare : leastShown(pool);
  return pickOne(mostTelling(allowed, input.ability), input.random) ?? null;
}

/** The domain with most left to ask, so that they alternate; the first of several. */
function domainNext(open: readonly Candidate[], left: readonly number[]): number | null {
  const domains = new Set(open.map(({ domain }) => domain));
  let next: number | null = null;
  for (const domain of domains) {
    const isFirst = next === null;
    const gap = (left[domain] ?? 0) - (left[next ?? 0] ?? 0);
    if (isFirst || gap > 0 || (gap === 0 && domain < (next ?? 0))) next = domain;
  }
  return next;
}

/** Where the member may end: the band of now and those beside it. */
function bandsNear(band: number): number[] {
  return [band - 1, band, band + 1].filter((near) => near >= 0 && near < BAND_COUNT);
}

function mayShow({ shown }: Candidate, band: number, takers: readonly number[]): boolean {
  return (shown[band] ?? 0) + 1 <= Math.max(1, MOST_OF_TAKERS * ((takers[band] ?? 0) + 1));
}

function leastShown(pool: readonly Candidate[]): Candidate[] {
  const timesShown = ({ shown }: Candidate) => shown.reduce((sum, count) => sum + count, 0);
  const least = Math.min(...pool.map(timesShown));
  return pool.filter((candidate) => timesShown(candidate) === least);
}

function mostTelling(pool: readonly Candidate[], ability: Ability): Candidate[] {
  const told = pool.map((candidate) => {
    const level = levelIn(ability, candidate.domain);
    // Averaged over where the level may lie: early in the diagnosis that is far around.
    const blurred = { ...candidate, difficultyVariance: candidate.difficultyVariance + level.variance };
    return { candidate, information: readAnswer(level.mean, blurred, 1).information };
  });
  return told
    .sort((a, b) => b.information - a.information)
    .slice(0, AMONG)
    .map(({ candidate }) => candidate);
}
