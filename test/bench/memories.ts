// Simulated members who review what is due: how they remember is not how the model thinks they do.
import { logLoss } from '#features/standing/review/fitting.rules.ts';
import {
  DEFAULT_WEIGHTS,
  type History,
  intervalAfter,
  type Prediction,
} from '#features/standing/review/memory.rules.ts';
import type { Random } from '#lib/random.ts';

const CARDS = 250;
const DAYS = 240;
const FRESH_A_DAY = 10;
/** A week of holiday in sixty days, and a day off now and then. */
const HOLIDAY = { every: 60, days: 7 };
const DAY_OFF = 0.15;
/** What is known before anybody has reviewed it. */
const FIRST_CHANCE = 0.55;

/**
 * A memory fades as a power of time, grows with the time after which it was recalled, and differs between members and
 * cards by factors that nobody is told.
 */
type Mind = { first: number; growth: number; loss: number; decay: number };
type Card = { days: number[]; grades: number[]; strength: number; ease: number; dueOn: number };

export function mindOf(random: Random): Mind {
  const spread = (middle: number, factor: number) => middle * factor ** (random() * 2 - 1);
  return {
    first: spread(2.5, 4),
    growth: spread(1.5, 1.8),
    loss: spread(0.3, 1.8),
    decay: spread(0.35, 1.6),
  };
}

/** By the default weights, as before anything is known of a member. */
export function simulate(mind: Mind, random: Random): History[] {
  const cards = Array.from(
    { length: CARDS },
    (): Card => ({ days: [], grades: [], strength: 0, ease: 2 ** (random() * 2 - 1), dueOn: 0 }),
  );
  for (let day = 0; day < DAYS; day += 1) {
    const isAway = day % HOLIDAY.every >= HOLIDAY.every - HOLIDAY.days || random() < DAY_OFF;
    if (!isAway) for (const card of dueOn(day, cards)) meet(card, day, { mind, random });
  }
  return cards.filter(({ days }) => days.length > 0);
}

/** Each review told by the share recalled before it: of all before `from`, or of the last ones. */
export function byAverage(all: readonly Prediction[], from: number, window: number | null): number | null {
  const ordered = all.toSorted((a, b) => a.day - b.day);
  const shareOf = (some: readonly Prediction[]) =>
    (some.filter(({ isRecalled }) => isRecalled).length + 1) / (some.length + 2);
  const known = shareOf(ordered.filter(({ day }) => day < from));
  const told = ordered.map((prediction, index) => ({
    ...prediction,
    chance: window === null ? known : shareOf(ordered.slice(Math.max(0, index - window), index)),
  }));
  return logLoss(told.filter(({ day }) => day >= from));
}

function dueOn(day: number, cards: readonly Card[]): Card[] {
  const known = cards.filter((card) => card.days.length > 0 && card.dueOn <= day);
  return [...known, ...cards.filter((card) => card.days.length === 0).slice(0, FRESH_A_DAY)];
}

function meet(card: Card, day: number, { mind, random }: { mind: Mind; random: Random }): void {
  const elapsed = day - (card.days.at(-1) ?? day);
  const chance = card.strength === 0 ? FIRST_CHANCE : (1 + elapsed / card.strength) ** -mind.decay;
  const isRecalled = random() < chance;
  card.strength = strengthAfter(mind, card, { isRecalled, elapsed });
  card.days.push(day);
  card.grades.push(isRecalled ? gradeOf(chance, random()) : 1);
  card.dueOn = day + intervalAfter(card, DEFAULT_WEIGHTS);
}

/** What is remembered well feels easy more often, and what was nearly forgotten hard. */
function gradeOf(chance: number, draw: number): number {
  if (draw < chance ** 3 * 0.3) return 4;
  return draw > chance ? 2 : 3;
}

function strengthAfter(
  { first, growth, loss }: Mind,
  { strength, ease }: Card,
  { isRecalled, elapsed }: { isRecalled: boolean; elapsed: number },
): number {
  if (strength === 0) return first * ease * (isRecalled ? 2 : 0.5);
  if (!isRecalled) return Math.max(0.3, strength * loss);
  return strength + growth * ease * Math.log1p(elapsed) * Math.sqrt(strength);
}
