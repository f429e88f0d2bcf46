// The simulation's tables as text, with what was to be reached beside them.
import { calibrate } from '#features/standing/progress/calibration.rules.ts';
import { mostExposed } from './diagnosis.ts';
import type { Reference } from './reference.ts';
import type { Simulated } from './simulation.ts';
import { COLUMNS, type Judged, STAGES } from './taker.ts';

export type Figures = {
  rmse: number;
  /** Half of the errors are below this. */
  half: number;
  bias: number;
  cover: number;
  brier: number;
  calibrationError: number;
  rightCalls: number;
};

export function figuresOf(judged: readonly Judged[]): Figures {
  const calibration = calibrate(judged);
  if (calibration === null) throw new Error('nobody was judged');
  const errors = judged.map(({ score, truth }) => score.median - truth);
  const cover = calibration.scored?.cover ?? 0;
  return {
    rmse: rootMeanSquare(errors),
    half: medianSize(errors),
    bias: mean(errors),
    cover,
    ...calibration,
  };
}

function stageFigures(simulated: readonly Simulated[]): Record<(typeof COLUMNS)[number], Figures>[] {
  return STAGES.map((_, stage) => {
    const figures = (column: (typeof COLUMNS)[number]) =>
      figuresOf(simulated.flatMap(({ takers }) => takers.map((stages) => stages[stage]![column])));
    return {
      Cohort: figures('Cohort'),
      'level known': figures('level known'),
      percentage: figures('percentage'),
      'last 100': figures('last 100'),
      'last mock': figures('last mock'),
      'acc × diff × recency': figures('acc × diff × recency'),
    };
  });
}

export function simulationTable(simulated: readonly Simulated[]): string[] {
  const header = `${''.padEnd(32)}   RMSE   half   bias  cover  Brier  calib  calls`;
  const stages = stageFigures(simulated).flatMap((columns, stage) =>
    COLUMNS.map((column) => row(`${STAGES[stage]} answers: ${column}`, columns[column], column === 'Cohort')),
  );
  const diagnosed = simulated.flatMap(({ diagnosed }) => diagnosed);
  const references = simulated.flatMap(({ references }) => references);
  const limit = (name: keyof Reference) => {
    const errors = references.map((each) => each[name]);
    return `${rootMeanSquare(errors).toFixed(1)} (half below ${medianSize(errors).toFixed(1)})`;
  };
  const exposed = Math.max(...simulated.map((each) => mostExposed(each.diagnosed)));
  return [
    header,
    ...stages,
    row('diagnosis, 30 questions', figuresOf(diagnosed.map(({ judged }) => judged)), true),
    `The diagnosis gave one question to at most ${(100 * exposed).toFixed(0)} % of the takers of a level.`,
    'For comparison, with every difficulty known and a level that does not move:',
    `RMSE ${limit('random200')} after 200 random answers, ${limit('adaptive30')} after 30 adaptive ones.`,
  ];
}

function row(name: string, figures: Figures, hasRange: boolean): string {
  const cell = (value: number, digits: number) => value.toFixed(digits).padStart(7);
  return [
    name.padEnd(32),
    cell(figures.rmse, 1),
    cell(figures.half, 1),
    cell(figures.bias, 1),
    hasRange ? cell(100 * figures.cover, 1) : '      –',
    cell(figures.brier, 3),
    cell(figures.calibrationError, 3),
    cell(100 * figures.rightCalls, 1),
  ].join('');
}

function medianSize(errors: readonly number[]): number {
  return errors.map(Math.abs).sort((a, b) => a - b)[Math.floor(errors.length / 2)] ?? 0;
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value ** 2)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
