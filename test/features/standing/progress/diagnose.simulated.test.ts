import { describe, expect, it } from 'vitest';
import { POPULATION, solve } from '#features/standing/progress/ability.rules.ts';
import {
  BAND_COUNT,
  bandOf,
  type Candidate,
  chooseDiagnostic,
  DIAGNOSE_LENGTH,
  type DiagnoseInput,
} from '#features/standing/progress/diagnose.rules.ts';
import { difficultyOfLevel } from '#features/standing/progress/difficulty.rules.ts';
import { noEvidence } from '#features/standing/progress/follow.rules.ts';
import { seededRandom } from '#lib/random.ts';
import { askThirty, mostExposed, noExposure } from '../../../bench/readiness/diagnosis.ts';
import { makeWorld } from '../../../bench/readiness/taker.ts';
import { makeBank, makePerson } from '../../../bench/readiness/world.ts';

const weights = [32, 26, 24, 18];
const none = Array<number>(BAND_COUNT).fill(0);
const candidates: Candidate[] = Array.from({ length: 200 }, (_, index) => ({
  ...{ id: `q${index}`, domain: index % 4, guess: 0.25, difficultyVariance: 0.1, shown: none },
  difficulty: (index % 50) / 10 - 2.5,
}));
const input: DiagnoseInput = {
  ...{ ability: solve(noEvidence(4)), weights, asked: [0, 0, 0, 0], candidates, takers: none },
  random: seededRandom(1),
};

describe('the next question of a diagnosis', () => {
  it('keeps to the blueprint over all thirty, and asks none twice', () => {
    const asked = [0, 0, 0, 0];
    const ids = new Set<string>();
    for (let question = 0; question < DIAGNOSE_LENGTH; question++) {
      const left = candidates.filter(({ id }) => !ids.has(id));
      const next = chooseDiagnostic({ ...input, asked, candidates: left })!;
      ids.add(next.id);
      asked[next.domain]!++;
    }
    expect(ids.size).toBe(30);
    expect(asked).toEqual([10, 8, 7, 5]);
    expect(chooseDiagnostic({ ...input, asked })).toBeNull();
  });

  it('is neither far too easy nor far too hard', () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(Math.abs(chooseDiagnostic({ ...input, random: seededRandom(seed) })!.difficulty)).toBeLessThan(
        0.8,
      );
    }
  });

  it('is none that too many of the same level have had', () => {
    const takers = none.map(() => 100);
    const worn = candidates.map((one) => ({
      ...one,
      shown: none.map(() => (Math.abs(one.difficulty) < 1 ? 20 : 2)),
    }));
    expect(
      Math.abs(chooseDiagnostic({ ...input, candidates: worn, takers })!.difficulty),
    ).toBeGreaterThanOrEqual(1);
  });

  it('is still found in a bank where all have been seen too often', () => {
    const worn = candidates.map((one, index) => ({ ...one, shown: none.map(() => (index === 8 ? 40 : 50)) }));
    expect(chooseDiagnostic({ ...input, candidates: worn, takers: none.map(() => 60) })?.id).toBe('q8');
  });

  it('goes to at most a fifth of the takers of a level', () => {
    const bank = makeBank(5);
    const world = makeWorld(bank, {
      known: bank.map(({ level }) => difficultyOfLevel(level)),
      population: POPULATION,
    });
    const exposure = noExposure(world);
    const random = seededRandom(9);
    const diagnosed = Array.from({ length: 120 }, () => {
      const { ability, items } = askThirty(world, { exposure, known: makePerson(random).known }, random);
      return { band: bandOf(ability), items };
    });
    expect(mostExposed(diagnosed, 30)).toBeGreaterThan(0.05);
    expect(mostExposed(diagnosed, 30)).toBeLessThanOrEqual(0.2);
  });
});
