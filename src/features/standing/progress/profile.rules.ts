// From the rows of a member's answers to what they know and what would come out today. Pure.
import { seededRandom } from '#lib/random.ts';
import type { Ability, Answer, Population } from './ability.rules.ts';
import type { Bank } from './bank.rules.ts';
import { estimateAbility } from './estimate.rules.ts';
import { type Forecast, forecast, forecastScore, type Range } from './readiness.rules.ts';
import { weighAnswer } from './weight.rules.ts';

/** An answer as it stands in its row. */
export type Given = {
  questionId: string;
  isRight: boolean;
  at: Date;
  /** When the member was last shown the key without answering. */
  keySeenAt: Date | null;
};

/** An answer that says something of the member: what it counts as, and of which question. */
export type Counted = Answer & { questionId: string; at: Date };

export type Estimate = { ability: Ability; counted: readonly Counted[]; answersByDomain: readonly number[] };

export type DomainEstimate = { domain: string; median: number; low: number; high: number; answers: number };

/** A forecast as it is stored: whole points, a chance in thousandths. */
export type DayEstimate = {
  median: number;
  low: number;
  high: number;
  chance: number;
  domains: DomainEstimate[];
  answers: number;
};

/** Answers older than this weigh a hundredth of a percent: they are not read. */
export const REMEMBERED_DAYS = 400;
/** The newest of more; a member who answers thirty questions a day reaches it in two months. */
export const MOST_ANSWERS = 2_000;
/** What is older weighs less than a hundredth: an estimate is about the same without it. */
const WEIGHTY_DAYS = 200;
export const LEAST_TO_SHOW = 40;
/** A key is forgotten after a week: recalling it is knowledge. */
const KEY_FORGOTTEN_MS = 7 * 86_400_000;
const DAY_MS = 86_400_000;
/** The past is drawn more roughly than today. */
const SAMPLES_OF_THE_PAST = 500;

/** `given` in order of time. What the edition does not ask is left out, but is counted as practice all the same. */
export function estimateFrom(
  given: readonly Given[],
  { bank, now, population }: { bank: Bank; now: Date; population: Population },
): Estimate {
  const counted = weighAll(given, { bank, now });
  const domains = bank.edition.domains.length;
  return {
    ability: estimateAbility(counted, domains, population),
    counted,
    answersByDomain: bank.edition.domains.map(
      (_, domain) => counted.filter((answer) => answer.domain === domain).length,
    ),
  };
}

/** First encounters and repeats are told from the sequence itself. Answers that weigh nothing are left out. */
export function weighAll(given: readonly Given[], { bank, now }: { bank: Bank; now: Date }): Counted[] {
  const metAt = new Map<string, Date>();
  return given.flatMap((answer, index) => {
    const { questionId, isRight, at } = answer;
    const last = metAt.get(questionId) ?? null;
    metAt.set(questionId, at);
    const item = bank.items.get(questionId);
    if (!item) return [];
    const weighed = weighAnswer({
      isRight,
      // Nobody is asked how sure they are yet.
      isGuess: false,
      isKeyShown: isKeyShown(answer),
      daysAgo: (now.getTime() - at.getTime()) / DAY_MS,
      daysSinceLast: last && (at.getTime() - last.getTime()) / DAY_MS,
    });
    if (weighed.weight === 0) return [];
    const { guess, difficulty, difficultyVariance, domain } = item;
    const since = given.length - 1 - index;
    return [{ questionId, at, guess, difficulty, difficultyVariance, domain, since, ...weighed }];
  });
}

/** What the key shows is remembered for a week. */
export function isKeyShown({ at, keySeenAt }: Pick<Given, 'at' | 'keySeenAt'>): boolean {
  if (!keySeenAt || keySeenAt > at) return false;
  return at.getTime() - keySeenAt.getTime() < KEY_FORGOTTEN_MS;
}

/** Whether what is left tells what was known on a day: `prunedBefore`, answers may have been deleted. */
export function canTell(day: Date, prunedBefore: Date | null): boolean {
  return prunedBefore === null || day.getTime() - WEIGHTY_DAYS * DAY_MS >= prunedBefore.getTime();
}

/** The same numbers for the same member, day and answers, however often one looks. */
export function forecastFrom(
  { ability, answersByDomain, counted }: Estimate,
  { bank, seed }: { bank: Bank; seed: string },
): Forecast {
  const random = seededRandom(hash(`${seed}/${counted.length}`));
  return forecast({ ability, exam: bank.exam, answers: answersByDomain, random });
}

/** For the row of a day. A domain with too few answers is left out. */
export function dayEstimateOf(
  estimate: Estimate,
  { bank, seed }: { bank: Bank; seed: string },
  shown: Forecast | null = null,
): DayEstimate {
  const { ability, counted, answersByDomain } = estimate;
  const random = seededRandom(hash(`${seed}/${counted.length}`));
  const { score, passChance } =
    shown?.kind === 'known'
      ? shown
      : forecastScore({ ability, exam: bank.exam, random, samples: SAMPLES_OF_THE_PAST });
  const domains = (shown?.domains ?? []).flatMap((domain, index) => {
    const id = bank.edition.domains[index]?.id;
    if (id === undefined || domain.kind !== 'known') return [];
    return [{ domain: id, ...thousandths(domain.share), answers: answersByDomain[index] ?? 0 }];
  });
  return {
    ...rounded(score, 1),
    chance: Math.round(passChance * 1000),
    domains,
    answers: counted.length,
  };
}

/** Of a share, as a whole number. */
function thousandths(share: Range): Range {
  return rounded(share, 1000);
}

function rounded({ median, low, high }: Range, unit: number): Range {
  return { median: Math.round(median * unit), low: Math.round(low * unit), high: Math.round(high * unit) };
}

/** A small number that the text decides (FNV-1a). */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return state >>> 0;
}
