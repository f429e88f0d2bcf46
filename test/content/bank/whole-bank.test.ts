// What only the whole bank shows: tricks that answer without knowing (F03, F04, F05, F09–F11), and gaps (F29, C05, L06).
// The gates that were added later are in gates.test.ts.
import { describe, expect, it } from 'vitest';
import { countByConcept, leastQuestions } from '#content/bank/coverage.ts';
import { showCounts, showCoverage, showFinding } from '#content/bank/report.ts';
import { findTricks, runSolvers } from '#content/bank/solvers.ts';
import type { Pack, Question } from '#content/pack.ts';
import { makePack, makeQuestion } from '../../support/pack.ts';
import { check, rules, soundLessonText } from './sound-bank.ts';

/** 40 questions whose options have these texts; the key takes each place in turn unless `keyAt` says which. */
function bankOf(texts: readonly string[], keyAt?: number): Question[] {
  return Array.from({ length: 40 }, (_, index) => {
    const key = keyAt ?? index % 4;
    const base = makeQuestion({ id: `q-1.1-${String(index + 1).padStart(3, '0')}` });
    return {
      ...base,
      options: base.options.map((entry, place) => ({
        ...entry,
        text: texts[place] ?? '',
        correct: place === key,
      })),
    };
  });
}

const equal = ['First way one.', 'Other way two.', 'Third way six.', 'Every way ten.'];

describe('the test-wise solvers', () => {
  it.each([
    ['F03', 'the longest option', ['Take this one, which is longer.', 'Take two.', 'Take six.', 'Take ten.']],
    ['F04', 'the shortest option', ['Take.', 'Take two of it.', 'Take six of it.', 'Take ten of it.']],
    [
      'F09',
      'the most hedged option',
      ['It may usually.', 'It does it two.', 'It does it six.', 'It does it ten.'],
    ],
    [
      'F10',
      "the option with most of the stem's words",
      ['Queue orders worker.', 'Boil yellow rocks.', 'Bake purple lands.', 'Fill orange trees.'],
    ],
    [
      'F11',
      'the option with most terms in common with the others',
      ['Red big car.', 'Red tiny bus.', 'Blue big van.', 'Gold old car.'],
    ],
    ['F03', 'the second longest option', ['Take the nine.', 'Take the elevens.', 'Take one.', 'Take two.']],
    [
      'F03',
      'the option nearest to the mean length',
      ['Take this one.', 'Take.', 'Take this long one and the one after.', 'Do.'],
    ],
    [
      'F11',
      'the option with most rare words in common with the others',
      ['Paint red cars blue.', 'Paint cars.', 'Wash red bikes.', 'Sell old blue ones.'],
    ],
    [
      'F11',
      'the option with a near twin',
      ['Paint red cars in June.', 'Paint red cars in July.', 'Wash bikes.', 'Sell boats.'],
    ],
    [
      'F11',
      'the option least like the others',
      ['Sell boats.', 'Paint cars red.', 'Paint cars blue.', 'Paint cars green.'],
    ],
  ])('%s: %s gives the key away', (code, name, texts) => {
    const flaws = findTricks(bankOf(texts, 0));
    expect(flaws.map(({ code: found }) => found)).toContain(code);
    const share = runSolvers(bankOf(texts, 0)).find((solver) => solver.name === name)?.share ?? 0;
    expect(share).toBeGreaterThanOrEqual(0.5);
  });

  it('that are never right are a cue as well: their choice can be struck out', () => {
    const texts = ['Take two of it.', 'Take.', 'Take six of it.', 'Take ten of it.'];
    const flaws = findTricks(bankOf(texts, 0)).map(({ text }) => text);
    expect(flaws).toContainEqual(expect.stringMatching(/the shortest option answers 0\.0 %/));
  });

  it('are not asked of a bank of which chance decides', () => {
    expect(findTricks(bankOf(equal, 0).slice(0, 39))).toEqual([]);
  });

  it('score a quarter when the key takes each place in turn', () => {
    for (const { code, share } of runSolvers(bankOf(equal))) if (code !== 'F05') expect(share).toBe(0.25);
    expect(findTricks(bankOf(equal)).filter(({ code }) => code !== 'F05')).toEqual([]);
  });

  it('F05: see the letters only after the shuffle, so that the place in the file tells nothing', () => {
    const shares = runSolvers(bankOf(equal, 0)).filter(({ code }) => code === 'F05');
    expect(shares).toHaveLength(4);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(Math.max(...shares.map(({ share }) => share))).toBeLessThan(0.5);
  });

  it('F05: would report a letter that is right too often', () => {
    const items = bankOf(equal).map((item) => ({ ...item, id: 'q-1.1-001' }));
    expect(
      findTricks(items.map((item) => ({ ...item, options: bankOf(equal, 0)[0]?.options ?? [] }))).map(
        ({ code }) => code,
      ),
    ).toContain('F05');
  });

  it('F09: absolute words belong to distractors and keys alike', () => {
    const many = Array.from({ length: 3 }, () =>
      bankOf(['Red one.', 'It never did.', 'It always was.', 'It all went.'], 0),
    ).flat();
    expect(findTricks(many).map(({ code }) => code)).toContain('F09');
  });

  it('leave out questions with several keys', () => {
    expect(runSolvers([makeQuestion({ keys: 2 })]).every(({ share }) => share === 0)).toBe(true);
  });
});

describe('the coverage of complete modules (F29)', () => {
  const base = makePack({ perDomain: 10 });
  const complete = (...ids: string[]) =>
    base.modules.map((module) => ({ ...module, complete: ids.includes(module.id) }));
  const gapsOf = (
    pack: Partial<Pack>,
    questions: readonly Question[] = [...base.questions.values()],
    code = 'F29',
  ) =>
    check({ questions, pack })
      .filter((finding) => finding.code === code)
      .map(({ id, text }) => `${id}: ${text}`);

  it.each([
    ['high', false, 3],
    ['medium', false, 2],
    ['low', false, 1],
    ['low', true, 2],
  ] as const)('needs for a %s concept (neglected: %s) %i questions', (frequency, neglected, needed) => {
    const concept = [...base.concepts.values()][0]!;
    expect(leastQuestions({ ...concept, frequency, neglected })).toBe(needed);
  });

  it('counts a question for its first concept alone', () => {
    const both = makeQuestion({ concepts: ['concept-1', 'concept-2'] });
    expect([...countByConcept([both])]).toEqual([['concept-1', 1]]);
  });

  it('misses questions of a complete module only', () => {
    const one = [makeQuestion({ id: 'q-1.1-001' })];
    expect(gapsOf({ modules: complete('1', '2') }, one)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^concept-1: 1 questions list it first, a medium concept needs 2/),
        expect.stringMatching(/^concept-2: 0 questions/),
      ]),
    );
    expect(gapsOf({ modules: complete('1', '2') }, one).join()).not.toMatch(/concept-3/);
    expect(gapsOf({ modules: complete() }, one)).toEqual([]);
  });

  it('wants the difficulties 20/50/30 and 10–15 % of multiple response', () => {
    const mixed = [...base.questions.values()].map((item, index) => ({
      ...makeQuestion({ id: item.id, domain: item.module, keys: index % 8 === 0 ? 2 : 1 }),
      difficulty: index % 10 < 2 ? (1 as const) : index % 10 < 7 ? (2 as const) : (3 as const),
    }));
    const ofLevels = (gap: string) => !gap.includes('domain');
    expect(gapsOf({ modules: complete('1', '2', '3') }, mixed).filter(ofLevels)).toEqual([]);
    const easy = mixed.map((item) => ({ ...item, difficulty: 1 as const }));
    expect(gapsOf({ modules: complete('1', '2', '3') }, easy).filter(ofLevels)).toEqual([
      expect.stringMatching(/difficulty 1 \(recall\) has 100.0 %/),
      expect.stringMatching(/difficulty 2 \(apply\) has 0.0 %/),
      expect.stringMatching(/difficulty 3 \(analyze\) has 0.0 %/),
    ]);
    expect(gapsOf({ modules: complete('1') }).join()).toMatch(/multiple response has 0.0 %/);
  });

  it('compares the domains with their weights', () => {
    expect(gapsOf({ modules: complete('1') }).join()).toMatch(/domain 1 \(.*\) of DVA-C02 has 25.0 %/);
  });

  it('C05: wants a flashcard for each concept of a complete module', () => {
    const gaps = gapsOf({ modules: complete('1', '2') }, [...base.questions.values()], 'C05');
    expect(gaps).toEqual(['concept-2: no flashcard is about it: write one']);
  });

  it('L06: wants every lesson of a complete module', () => {
    const found = (lesson: string | null) =>
      check({ pack: { modules: complete('1') }, lesson })
        .filter(({ code }) => code === 'L06')
        .map(({ id }) => id);
    expect(found(null)).toEqual(['lesson 1.1']);
    expect(found(soundLessonText)).toEqual([]);
  });
});

describe('the report', () => {
  it('names file, line, flaw, item and what to do', () => {
    const finding = {
      file: 'a.yaml',
      line: 3,
      id: 'q-1.1-001',
      code: 'F08',
      level: 'error',
      text: 'no question: ask',
    } as const;
    expect(showFinding(finding)).toBe('a.yaml:3: F08 q-1.1-001: no question: ask');
    expect(showFinding({ ...finding, level: 'warning' })).toBe(
      'a.yaml:3: warning: F08 q-1.1-001: no question: ask',
    );
    expect(showCounts([finding, finding], 'error')).toBe('2 errors (F08 2)');
    expect(showCounts([finding], 'warning')).toBe('0 warnings');
  });

  it('counts by lesson, domain, task, difficulty, family, kind, concept and solver', () => {
    const pack = makePack();
    const text = showCoverage(pack, rules, [...pack.questions.values()]).join('\n');
    for (const part of [
      'Lessons',
      'DVA-C02',
      'DVA-C03',
      'Task 1.1',
      'Difficulty',
      'Family',
      'Kind',
      'Concepts',
      'solvers',
      'combined solver',
      'a cue',
      'Levels',
      'Stems',
      'openers',
    ])
      expect(text).toContain(part);
  });
});
