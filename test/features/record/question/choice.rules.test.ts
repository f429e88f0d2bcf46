import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf } from '#content/pack.ts';
import { chooseQuestions, domainBehind } from '#features/record/question/choice.rules.ts';
import { makePack, seededRandom } from '../../../support/pack.ts';

const pack = makePack({ perDomain: 25 });
const base = {
  pack,
  edition: 'c02',
  topic: null,
  count: 1,
  lastAsked: new Map<string, Date>(),
  random: seededRandom(),
};
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

describe('choosing a question', () => {
  it('prefers questions that were not asked yet', () => {
    const ids = [...pack.questions.keys()];
    const lastAsked = new Map(ids.slice(1).map((id) => [id, day(1)]));
    expect(chooseQuestions({ ...base, lastAsked }).questions.map((question) => question.id)).toEqual([
      ids[0],
    ]);
  });

  it('takes the one asked longest ago when all were asked, and says that the pool is exhausted', () => {
    const ids = [...pack.questions.keys()];
    const lastAsked = new Map(ids.map((id, index) => [id, day(index === 40 ? 1 : 2 + index)]));
    const choice = chooseQuestions({ ...base, lastAsked });
    expect(choice.questions.map((question) => question.id)).toEqual([ids[40]]);
    expect(choice.isExhausted).toBe(true);
    expect(chooseQuestions(base).isExhausted).toBe(false);
  });

  it('follows the domain weights of the edition over a hundred questions', () => {
    const lastAsked = new Map<string, Date>();
    const counts: Record<string, number> = {};
    for (let asked = 0; asked < 50; asked += 1) {
      const [question] = chooseQuestions({ ...base, lastAsked }).questions;
      if (!question) throw new Error('nothing chosen');
      lastAsked.set(question.id, day(asked));
      const domain = domainOf(pack, 'c02', question).id;
      counts[domain] = (counts[domain] ?? 0) + 1;
    }
    expect(counts).toEqual({ 1: 16, 2: 13, 3: 12, 4: 9 });
  });

  it('stays within the topic, and within the domains it is given', () => {
    const topic = { kind: 'domain' as const, id: '3' };
    const chosen = chooseQuestions({ ...base, topic, count: 10 }).questions;
    expect(chosen).toHaveLength(10);
    expect(chosen.every((question) => question.module === '3')).toBe(true);
    const daily = chooseQuestions({ ...base, domains: ['2', '4'], count: 10 }).questions;
    expect(new Set(daily.map((question) => question.module))).toEqual(new Set(['2', '4']));
  });

  it('never draws a question twice, and never more than there are', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(1, 5, 10), (seed, count) => {
        const small = makePack({ perDomain: 2 });
        const { questions } = chooseQuestions({ ...base, pack: small, count, random: seededRandom(seed) });
        expect(new Set(questions.map((question) => question.id)).size).toBe(Math.min(count, 8));
      }),
    );
  });

  it('chooses nothing for a topic without questions', () => {
    const topic = { kind: 'concept' as const, id: 'unheard-of' };
    expect(chooseQuestions({ ...base, topic })).toEqual({ questions: [], isExhausted: false });
  });
});

describe('the domain that is behind', () => {
  const weights = new Map([
    ['1', 60],
    ['2', 40],
  ]);

  it('starts with the heaviest', () => {
    expect(domainBehind(weights, new Map(), new Set(['1', '2']))).toBe('1');
  });

  it('is one that still has questions', () => {
    expect(domainBehind(weights, new Map(), new Set(['2']))).toBe('2');
    expect(domainBehind(weights, new Map(), new Set())).toBeNull();
  });

  it('is never more than one question away from its weight', () => {
    const counts = new Map<string, number>();
    for (let total = 1; total <= 500; total += 1) {
      const domain = domainBehind(weights, counts, new Set(['1', '2'])) ?? '';
      counts.set(domain, (counts.get(domain) ?? 0) + 1);
      expect(Math.abs((counts.get('1') ?? 0) - total * 0.6)).toBeLessThanOrEqual(1);
    }
  });
});

describe('a question that is doubted', () => {
  it('is asked only where nothing else is left', () => {
    const [first = '', ...others] = [...makePack({ perDomain: 1 }).questions.keys()];
    const small = { ...base, pack: makePack({ perDomain: 1 }), doubtful: new Set([first]) };
    for (let seed = 1; seed <= 20; seed += 1) {
      const { questions } = chooseQuestions({ ...small, count: 3, random: seededRandom(seed) });
      expect(questions.map(({ id }) => id).toSorted()).toEqual(others.toSorted());
    }
    expect(chooseQuestions({ ...small, count: 4 }).questions.at(-1)?.id).toBe(first);
  });
});
