// The memory of a card by FSRS-6 (ts-fsrs), replayed from the card's whole history: nothing of the model is stored, so
// that new weights hold for every card at once. Pure.
import { default_w, FSRS, type FSRSState } from 'ts-fsrs';
import { daysBetween, type LocalDate } from '#lib/local-date.ts';

/** The 21 numbers of FSRS-6. */
export type Weights = readonly number[];
export const DEFAULT_WEIGHTS: Weights = default_w;
/** Stands beside weights in the database: others would be read wrong by another model. */
export const ALGORITHM = 'fsrs-6';

/** Day numbers since 1970, ascending, no day twice, each with its grade: 1 again, 2 hard, 3 good, 4 easy. */
export type History = { days: readonly number[]; grades: readonly number[] };
export const EMPTY_HISTORY: History = { days: [], grades: [] };

/** A card comes again when the chance to remember it has fallen to this. */
const RETENTION = 0.9;
/** Nobody prepares for longer than this. */
const MAX_INTERVAL_DAYS = 365;

export function dayNumberOf(date: LocalDate): number {
  return daysBetween('1970-01-01', date);
}

/** Days until the card comes again, at least one. */
export function intervalAfter(history: History, weights: Weights): number {
  const state = stateAfter(history, weights);
  return state ? Math.max(1, modelOf(weights).next_interval(state.stability, 0)) : 1;
}

/** How stable and how difficult the card is; null before its first grade. */
export function stateAfter({ days, grades }: History, weights: Weights): FSRSState | null {
  const model = modelOf(weights);
  return grades.reduce<FSRSState | null>(
    (state, grade, index) => model.next_state(state, sinceLast(days, index), grade),
    null,
  );
}

/** One meeting with a card that was met before: how likely it was remembered, and whether it was. */
export type Prediction = { day: number; chance: number; isRecalled: boolean };

/** What the model would have said before each grade but the first. */
export function predictionsOf({ days, grades }: History, weights: Weights): Prediction[] {
  const model = modelOf(weights);
  const predictions: Prediction[] = [];
  let state: FSRSState | null = null;
  for (const [index, grade] of grades.entries()) {
    const elapsed = sinceLast(days, index);
    if (state) {
      const chance = model.forgetting_curve(elapsed, state.stability);
      predictions.push({ day: days[index] ?? 0, chance, isRecalled: grade > 1 });
    }
    state = model.next_state(state, elapsed, grade);
  }
  return predictions;
}

function sinceLast(days: readonly number[], index: number): number {
  const [day = 0, before = day] = [days[index], days[index - 1]];
  return day - before;
}

// Making a model costs more than asking it, and most members share one set of weights.
const models = new WeakMap<Weights, FSRS>();

/** Without steps within a day: repeats of a day are not fed to it. */
function modelOf(weights: Weights): FSRS {
  const known = models.get(weights);
  if (known) return known;
  const model = new FSRS({
    w: weights,
    request_retention: RETENTION,
    maximum_interval: MAX_INTERVAL_DAYS,
    enable_fuzz: false,
    enable_short_term: false,
  });
  models.set(weights, model);
  return model;
}
