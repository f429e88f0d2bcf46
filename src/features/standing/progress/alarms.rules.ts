// Which questions somebody should look at: what answers say against a key, a level or a question as a whole. Pure.
//
// The tests may be asked after every answer. Those of the key are odds between explanations, each averaged over what it
// leaves open: a sound question exceeds odds of T at any time with a chance below 1/T (Ville). The others ask for
// margins that a sound question hardly ever shows, at whatever moment one looks.
import { type Difficulty, difficultyOfLevel } from './difficulty.rules.ts';
import { weighKeys } from './keys.rules.ts';
import { type QuestionTally, readTally } from './statistics.rules.ts';

export type Judged = {
  tally: QuestionTally;
  /** Indexes of the right options in file order. */
  key: readonly number[];
  level: 1 | 2 | 3;
  difficulty: Difficulty;
};

/** What a ticket says its evidence with. `option` is an index in file order, shares are 0 to 1. */
export type Alarm =
  | {
      kind: 'wrong-key' | 'second-key';
      answers: number;
      option: number;
      odds: number;
      weakest: number;
      best: number;
    }
  | { kind: 'negative-discrimination'; answers: number; discrimination: number }
  | { kind: 'rival-option'; answers: number; option: number; correlation: number; ofKey: number }
  | { kind: 'hardly-anybody-right' | 'nearly-everybody-right'; answers: number; shareRight: number }
  | { kind: 'level'; answers: number; level: 1 | 2 | 3; fits: 1 | 2 | 3; difficulty: number };

/** So much likelier must another key be: of 600 sound questions two are suspected within 40 answers, in simulation. */
const LEAST_ODDS = 200;
const LEAST_ANSWERS = 20;
/** Standard errors. */
const SURE = 3.3;
const HARDLY_ANYBODY = 0.12;
const NEARLY_EVERYBODY = 0.95;
/** From the middle of a level, in logits: nearer to another level by far. */
const LEVEL_REACH = 1.1;

/** The strongest first; none while there are too few answers. One ticket a question: take the first. */
export function findAlarms(judged: Judged): Alarm[] {
  const keys = judged.key.length === 1 ? keyAlarms(judged) : rivalAlarms(judged);
  if (judged.tally.answers < LEAST_ANSWERS) return keys;
  return [...keys, ...discriminationAlarms(judged), ...shareAlarms(judged), ...levelAlarms(judged)];
}

function keyAlarms({ tally, key: [key = 0], level }: Judged): Alarm[] {
  const found = weighKeys(tally.picks, { key, level });
  if (found.odds < LEAST_ODDS) return [];
  const { optionShares } = readTally(tally);
  const shareOf = (third: number) => optionShares[third]?.[found.option] ?? 0;
  return [{ ...found, answers: tally.answers, weakest: shareOf(0), best: shareOf(2) }];
}

/** Where several are to be picked: a wrong option that goes with ability more than a right one, surely. */
function rivalAlarms({ tally, key }: Judged): Alarm[] {
  if (tally.answers < LEAST_ANSWERS) return [];
  const correlations = correlateOptions(tally);
  const ofKey = Math.min(...key.map((option) => correlations[option] ?? 0));
  const margin = (SURE * Math.SQRT2) / Math.sqrt(tally.answers);
  return correlations
    .map((correlation, option) => ({ correlation, option }))
    .filter(({ correlation, option }) => !key.includes(option) && correlation > ofKey + margin)
    .sort((a, b) => b.correlation - a.correlation)
    .map((rival) => ({ kind: 'rival-option', answers: tally.answers, ...rival, ofKey }));
}

function discriminationAlarms({ tally }: Judged): Alarm[] {
  const { discrimination, answers } = readTally(tally);
  if (discrimination === null || discrimination > -SURE / Math.sqrt(answers)) return [];
  return [{ kind: 'negative-discrimination', answers, discrimination }];
}

function shareAlarms({ tally }: Judged): Alarm[] {
  const { answers, rights } = tally;
  const shareRight = rights / answers;
  const [low, high] = wilson(rights, answers);
  if (high < HARDLY_ANYBODY) return [{ kind: 'hardly-anybody-right', answers, shareRight }];
  if (low > NEARLY_EVERYBODY) return [{ kind: 'nearly-everybody-right', answers, shareRight }];
  return [];
}

function levelAlarms({ tally, level, difficulty }: Judged): Alarm[] {
  const { mean, variance } = difficulty;
  const away = Math.abs(mean - difficultyOfLevel(level).mean) - SURE * Math.sqrt(variance);
  const fits = nearestLevel(mean);
  if (away < LEVEL_REACH || fits === level) return [];
  return [{ kind: 'level', answers: tally.answers, level, fits, difficulty: mean }];
}

function nearestLevel(difficulty: number): 1 | 2 | 3 {
  const distance = (level: 1 | 2 | 3) => Math.abs(difficulty - difficultyOfLevel(level).mean);
  return ([1, 2, 3] as const).reduce((best, level) => (distance(level) < distance(best) ? level : best));
}

/** Of each option being picked with the ninth of ability. */
function correlateOptions({ picks, answers }: QuestionTally): number[] {
  const options = picks[0]?.length ?? 0;
  const sizes = picks.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const mean = sizes.reduce((sum, size, ninth) => sum + size * ninth, 0) / all;
  const variance = sizes.reduce((sum, size, ninth) => sum + size * (ninth - mean) ** 2, 0) / all;
  return Array.from({ length: options }, (_, option) => {
    const picked = picks.map((counts) => counts[option] ?? 0);
    const share = picked.reduce((sum, count) => sum + count, 0) / answers;
    const covariance = picked.reduce((sum, count, ninth) => sum + count * (ninth - mean), 0) / answers;
    const spread = Math.sqrt(variance * share * (1 - share));
    return spread > 0 ? covariance / spread : 0;
  });
}

/** Bounds of a share that holds with `SURE` standard errors (Wilson). */
function wilson(hits: number, total: number): [number, number] {
  const square = SURE ** 2;
  const middle = (hits + square / 2) / (total + square);
  const half = (SURE / (total + square)) * Math.sqrt((hits * (total - hits)) / total + square / 4);
  return [middle - half, middle + half];
}
