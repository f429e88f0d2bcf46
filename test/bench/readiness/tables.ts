// The simulation's tables as text, with what was to be reached beside them.
import { calibrate } from '#features/standing/progress/calibration.rules.ts';
import { mostExposed } from './diagnosis.ts';
import type { Simulated } from './simulation.ts';
import { COLUMNS, type Judged, STAGES } from './taker.ts';

export type Figures = {
  rmse: number;
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
  return {
    rmse: rootMeanSquare(errors),
    bias: mean(errors),
    cover: calibration.scored?.cover ?? 0,
    ...calibration,
  };
}

export function stageFigures(simulated: readonly Simulated[]): Record<(typeof COLUMNS)[number], Figures>[] {
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
  const header = `${''.padEnd(32)}   RMSE   bias  cover  Brier  calib  calls`;
  const stages = stageFigures(simulated).flatMap((columns, stage) =>
    COLUMNS.map((column) => row(`${STAGES[stage]} answers: ${column}`, columns[column], column === 'Cohort')),
  );
  const diagnosed = simulated.flatMap(({ diagnosed }) => diagnosed);
  const references = simulated.flatMap(({ references }) => references);
  const reference = (name: 'random200' | 'adaptive30') =>
    rootMeanSquare(references.map((each) => each[name])).toFixed(1);
  return [
    header,
    ...stages,
    row('diagnosis, 30 questions', figuresOf(diagnosed.map(({ judged }) => judged)), true),
    `  one question went to at most ${(100 * Math.max(...simulated.map((each) => mostExposed(each.diagnosed)))).toFixed(0)} % of the takers of one level`,
    `  out of reach of any estimate: difficulties known, level constant: RMSE ${reference('random200')} after 200 random answers, ${reference('adaptive30')} after 30 adaptive`,
  ];
}

function row(name: string, figures: Figures, hasRange: boolean): string {
  const cell = (value: number, digits: number) => value.toFixed(digits).padStart(7);
  return [
    name.padEnd(32),
    cell(figures.rmse, 1),
    cell(figures.bias, 1),
    hasRange ? cell(100 * figures.cover, 1) : '      –',
    cell(figures.brier, 3),
    cell(figures.calibrationError, 3),
    cell(100 * figures.rightCalls, 1),
  ].join('');
}

export function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value ** 2)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
