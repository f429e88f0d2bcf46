// The look-ups on a pack: topics, their questions, domains, the edition of a day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accentColorOf,
  domainOf,
  editionOn,
  findEdition,
  formatTopic,
  keyOf,
  listTopics,
  type Pack,
  parseTopic,
  type Question,
  questionsFor,
  selectCount,
} from '#content/pack.ts';
import { loadSmallPack } from './small-pack.ts';

const pack = await loadSmallPack();
const first = pack.questions.get('q-1.1-001') as Question; // the small pack has it
const idsFor = (edition: string, topic: string | null) =>
  questionsFor(pack, edition, topic === null ? null : parseTopic(topic)).map(({ id }) => id);

describe('a topic', () => {
  it.each(['domain:2', 'module:4', 'lesson:4.1', 'concept:sqs-dead-letter-queue'])(
    '%s reads as it is written',
    (text) => {
      const topic = parseTopic(text);
      expect(topic && formatTopic(topic)).toBe(text);
    },
  );

  it.each([
    '',
    'domain',
    'domain:',
    'Domain:2',
    'week:2',
    'lesson: 4.1',
    'lesson:4.1 ',
    'concept:a:b',
    'concept:A',
  ])('"%s" is none', (text) => {
    expect(parseTopic(text)).toBeNull();
  });

  it('never throws on what people type', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => parseTopic(text) === null || formatTopic(parseTopic(text) ?? fail()) === text,
      ),
    );
  });
});

describe('the questions for a topic', () => {
  it.each([
    [null, ['q-1.1-001', 'q-1.1-002']],
    ['domain:1', ['q-1.1-001']],
    ['domain:2', ['q-1.1-002']],
    ['module:1', ['q-1.1-001', 'q-1.1-002']],
    ['lesson:1.1', ['q-1.1-001', 'q-1.1-002']],
    ['lesson:1.2', []],
    ['concept:lock', ['q-1.1-002']],
    ['concept:none', []],
  ])('%s: %j', (topic, ids) => {
    expect(idsFor('old', topic)).toEqual(ids);
  });

  it('are found under every concept they list, but only in the domain of the first', () => {
    const both = withQuestion({ ...first, concepts: ['queue', 'lock'] });
    const count = (topic: string) => questionsFor(both, 'old', parseTopic(topic)).length;
    expect([count('concept:queue'), count('concept:lock'), count('domain:1'), count('domain:2')]).toEqual([
      1, 1, 1, 0,
    ]);
  });

  it('are only those of the edition', () => {
    const newOnly = withQuestion({ ...first, editions: ['new'] });
    expect(questionsFor(newOnly, 'old', null)).toEqual([]);
    expect(questionsFor(newOnly, 'new', null)).toHaveLength(1);
  });

  it('are none for an edition the exam does not have', () => {
    expect(idsFor('older', null)).toEqual([]);
  });

  it('are worked out once: the same list comes back', () => {
    expect(questionsFor(pack, 'old', parseTopic('lesson:1.1'))).toBe(
      questionsFor(pack, 'old', parseTopic('lesson:1.1')),
    );
  });
});

describe('the topics of an edition', () => {
  it('are domains, modules, lessons and concepts that have questions, under the names members read', () => {
    expect(
      listTopics(pack, 'old').map(({ topic, name, questions }) => [formatTopic(topic), name, questions]),
    ).toEqual([
      ['domain:1', 'Domain 1 – Building', 1],
      ['domain:2', 'Domain 2 – Guarding', 1],
      ['module:1', 'Module 1 – Basics', 2],
      ['lesson:1.1', '1.1 Queues and locks', 2],
      ['concept:queue', 'The queue concept', 1],
      ['concept:lock', 'The lock concept', 1],
    ]);
  });
});

describe('the aliases of a pack', () => {
  it('lead from what people type to topics, the likeliest first', async () => {
    const { aliases } = await loadSmallPack();
    expect(aliases.get('queues')).toEqual([
      { kind: 'concept', id: 'queue' },
      { kind: 'lesson', id: '1.1' },
    ]);
    expect(aliases.get('Queues')).toBeUndefined();
  });
});

describe('the domain of a question', () => {
  it('comes from the task of its first concept', () => {
    expect(domainOf(pack, 'old', first).name).toBe('Building');
  });

  it('is an error in an edition that the exam or the concept does not have', () => {
    expect(() => domainOf(pack, 'older', first)).toThrow('q-1.1-001 belongs to no domain of edition older');
  });

  it('has its accent colour as a number', () => {
    expect(accentColorOf(domainOf(pack, 'old', first))).toBe(0x3b82f6);
  });
});

describe('the edition of a day', () => {
  it.each([
    ['before the first sitting', '2024-12-31', 'old'],
    ['on the first day of the old one', '2025-01-01', 'old'],
    ['on the last day of the old one', '2026-11-30', 'old'],
    ['on the first day of the new one', '2026-12-01', 'new'],
    ['years later', '2031-01-01', 'new'],
  ])('%s (%s) is %s', (_when, date, id) => {
    expect(editionOn(pack.exam, date).id).toBe(id);
  });

  const [old, fresh] = pack.exam.editions;
  const examOf = (oldEnd: string, newStart: string, newEnd: string | null) => ({
    ...pack.exam,
    // In the wrong order, as the order in the file says nothing.
    editions: [
      { ...(fresh ?? fail()), firstSitting: newStart, lastSitting: newEnd },
      { ...(old ?? fail()), lastSitting: oldEnd },
    ],
  });

  it('is the newer one while both can be sat', () => {
    expect(editionOn(examOf('2027-03-31', '2026-12-01', null), '2027-01-15').id).toBe('new');
  });

  it('is the next one in a gap', () => {
    expect(editionOn(examOf('2026-10-31', '2026-12-01', null), '2026-11-15').id).toBe('new');
  });

  it('is the newest one when all are over', () => {
    expect(editionOn(examOf('2026-11-30', '2026-12-01', '2029-12-31'), '2030-01-01').id).toBe('new');
  });

  it('can be looked up by id', () => {
    expect([findEdition(pack.exam, 'new')?.id, findEdition(pack.exam, 'older')]).toEqual(['new', null]);
  });
});

describe('the key of a question', () => {
  const withKeys = (...keys: string[]): Question => ({
    ...first,
    options: first.options.map((option) => ({ ...option, correct: keys.includes(option.id) })),
  });

  it('is the ids of the right options', () => {
    expect(keyOf(withKeys('d', 'b'))).toEqual(['b', 'd']);
  });

  it.each([
    [1, ['a']],
    [2, ['a', 'c']],
    [3, ['a', 'c', 'd']],
  ])('asks for %i when %j are right', (count, keys) => {
    expect(selectCount(withKeys(...keys))).toBe(count);
  });

  it('cannot be empty', () => {
    expect(() => selectCount(withKeys())).toThrow('q-1.1-001 has 0 right options');
  });
});

function withQuestion(question: Question): Pack {
  return { ...pack, questions: new Map([[question.id, question]]) };
}

function fail(): never {
  throw new Error('the small pack lacks what this test needs');
}
