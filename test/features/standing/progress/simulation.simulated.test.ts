// A small edition of the bench, with fixed seeds: what `npm run bench:readiness` shows with thousands of takers.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#lib/random.ts';
import { aucOf, HABITS, runLog } from '../../../bench/readiness/logs.ts';
import { worldOf } from '../../../bench/readiness/simulation.ts';
import { figuresOf } from '../../../bench/readiness/tables.ts';
import { followTaker, STAGES } from '../../../bench/readiness/taker.ts';

const world = worldOf(1);
const takers = Array.from({ length: 16 }, (_, taker) => followTaker(world, taker + 1));
const figures = (stage: (typeof STAGES)[number], column: keyof (typeof takers)[number][number]) =>
  figuresOf(takers.map((stages) => stages[STAGES.indexOf(stage)]![column]));

describe('simulated takers', () => {
  it('are estimated closer with every stage, and closer than by percentages', () => {
    expect(figures(50, 'Cohort').rmse).toBeLessThan(100);
    expect(figures(200, 'Cohort').rmse).toBeLessThan(55);
    expect(figures(400, 'Cohort').rmse).toBeLessThan(figures(50, 'Cohort').rmse);
    expect(figures(200, 'Cohort').rmse).toBeLessThan(figures(200, 'percentage').rmse);
    expect(figures(200, 'Cohort').rmse).toBeLessThan(figures(200, 'last mock').rmse);
  });

  it('come out within their range nine times of ten', () => {
    for (const stage of STAGES) expect(figures(stage, 'Cohort').cover).toBeGreaterThanOrEqual(0.8);
  });

  it('are judged nearly as well as if their level were known', () => {
    expect(figures(400, 'Cohort').brier).toBeLessThan(figures(400, 'level known').brier + 0.05);
  });
});

describe('a log of answers', () => {
  it('is foreseen better than by chance', () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 4_000 }, (_, index) => {
      const [learner, item] = [Math.floor(index / 40), Math.floor(random() * 50)];
      return { learner, item, skill: item % 5, isRight: random() < ((learner % 10) + (item % 7)) / 15 };
    });
    const found = runLog({ train: rows.slice(0, 2_000), test: rows.slice(2_000) }, HABITS.statics);
    expect(found.auc).toBeGreaterThan(0.7);
  });

  it.each([
    [[0.1, 0.2, 0.8, 0.9], 1],
    [[0.9, 0.8, 0.2, 0.1], 0],
    [[0.5, 0.5, 0.5, 0.5], 0.5],
  ])('with chances %j has an area of %d', (chances, area) => {
    expect(aucOf(chances.map((chance, index) => ({ chance, isRight: index > 1 })))).toBe(area);
  });
});
