import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEdition, type Pack } from '#content/pack.ts';
import { drawExam, sizeIn } from '#features/asking/exam/draw.rules.ts';
import type { ExamKind } from '#features/asking/exam/rules.ts';
import { makePack, makeQuestion, seededRandom } from '../../../support/pack.ts';

const NOW = new Date('2026-12-01T10:00:00Z');
const DAY = 24 * 3_600_000;

/** As many concepts as questions, each taught in its own words. */
function packOf(perDomain: number): Pack {
  const questions = ['1', '2', '3', '4'].flatMap((domain) =>
    Array.from({ length: perDomain }, (_, index) =>
      makeQuestion({
        id: `q-${domain}.1-${String(index + 1).padStart(3, '0')}`,
        domain,
        takeaway: `word${domain}x${index} thing${domain}x${index} sense${domain}x${index}`,
      }),
    ),
  );
  return makePack({ questions });
}

function draw(
  pack: Pack,
  changes: {
    kind?: ExamKind;
    domain?: string;
    lastSeen?: Map<string, Date>;
    doubtful?: Set<string>;
    seed?: number;
  } = {},
) {
  const edition = findEdition(pack.exam, 'c03');
  if (!edition) throw new Error('no edition');
  const { kind = 'full', domain = null, lastSeen = new Map(), doubtful = new Set(), seed = 1 } = changes;
  return drawExam({
    ...{ pack, edition, kind, domain, lastSeen, doubtful },
    now: NOW,
    random: seededRandom(seed),
  });
}

describe('drawing an exam', () => {
  const pack = packOf(60);

  it('follows the blueprint, over all questions and over those that are scored', () => {
    const drawn = draw(pack);
    const count = (domain: string, isScored?: boolean) =>
      drawn.filter((item) => item.domain === domain && (isScored === undefined || item.isScored === isScored))
        .length;
    expect(drawn).toHaveLength(65);
    expect(['1', '2', '3', '4'].map((domain) => count(domain, true))).toEqual([16, 13, 12, 9]);
    expect(['1', '2', '3', '4'].map((domain) => count(domain))).toEqual([21, 17, 15, 12]);
  });

  it('of one domain asks that domain alone, and all of it counts', () => {
    const drawn = draw(pack, { kind: 'domain', domain: '3' });
    expect(drawn).toHaveLength(20);
    expect(new Set(drawn.map(({ domain }) => domain))).toEqual(new Set(['3']));
    expect(drawn.every(({ isScored }) => isScored)).toBe(true);
    expect(draw(pack, { kind: 'domain', domain: '9' })).toEqual([]);
  });

  it('of a domain with fewer questions has as much less time', () => {
    const small = packOf(11);
    const edition = findEdition(small.exam, 'c03');
    if (!edition) throw new Error('no edition');
    expect(sizeIn({ pack: small, edition, kind: 'domain', domain: '1' })).toEqual({
      items: 11,
      scored: 11,
      minutes: 22,
    });
    expect(sizeIn({ pack, edition, kind: 'full', domain: null })).toEqual({
      items: 65,
      scored: 50,
      minutes: 130,
    });
  });

  it('asks nothing twice, whatever was seen before', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 200 }),
        (seed, size, seen) => {
          const small = packOf(size);
          const ids = [...small.questions.keys()].slice(0, seen);
          const lastSeen = new Map(ids.map((id, index) => [id, new Date(NOW.getTime() - index * DAY)]));
          const drawn = draw(small, { seed, lastSeen });
          expect(new Set(drawn.map(({ questionId }) => questionId)).size).toBe(drawn.length);
          expect(drawn.length).toBeLessThanOrEqual(65);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('takes what was not seen for a fortnight before what was seen lately, and that by age', () => {
    const ids = [...pack.questions.keys()].filter((id) => id.startsWith('q-3.'));
    const lastSeen = new Map(ids.map((id, index) => [id, new Date(NOW.getTime() - (index + 1) * DAY)]));
    const drawn = draw(pack, { kind: 'domain', domain: '3', lastSeen }).map(({ questionId }) => questionId);
    // 46 of the 60 were seen more than a fortnight ago.
    expect(drawn.every((id) => (lastSeen.get(id)?.getTime() ?? 0) < NOW.getTime() - 14 * DAY)).toBe(true);
    const recent = new Map(ids.map((id, index) => [id, new Date(NOW.getTime() - (index + 1) * 3_600_000)]));
    const oldest = draw(pack, { kind: 'domain', domain: '3', lastSeen: recent }).map(
      ({ questionId }) => questionId,
    );
    expect(oldest.toSorted()).toEqual(ids.slice(-20).toSorted());
  });

  it('asks two about one concept, or with nearly one takeaway, only where nothing else is left', () => {
    const same = 'Visibility time-outs hide a message from other consumers for a while';
    const questions = Array.from({ length: 30 }, (_, index) =>
      makeQuestion({
        id: `q-1.1-${String(index + 1).padStart(3, '0')}`,
        takeaway: index < 10 ? `${same} ${index}.` : `own${index} words${index} here${index}`,
        concepts: [`concept-1`],
      }),
    );
    const apart = makePack({ questions });
    const concepts = new Map(
      questions.map(({ id }) => [id, { ...apart.concepts.get('concept-1'), slug: id }]),
    );
    const pack30 = {
      ...apart,
      concepts: concepts as Pack['concepts'],
      questions: new Map(
        questions.map((question) => [question.id, { ...question, concepts: [question.id] }]),
      ),
    };
    const drawn = draw(pack30, { kind: 'domain', domain: '1' }).map(({ questionId }) => questionId);
    expect(drawn.filter((id) => Number(id.slice(-3)) <= 10)).toHaveLength(1);
    expect(drawn).toHaveLength(20);
    // One concept, thirty questions: better twenty about it than none.
    expect(draw(apart, { kind: 'domain', domain: '1' })).toHaveLength(20);
  });
});

describe('doubtful questions', () => {
  it('are asked only where their domain has no others', () => {
    const pack = packOf(30);
    const doubtful = new Set([...pack.questions.keys()].filter((_, index) => index % 4 === 0));
    const drawn = draw(pack, { doubtful });
    expect(drawn.some(({ questionId }) => doubtful.has(questionId))).toBe(false);
    const all = draw(pack, { doubtful: new Set(pack.questions.keys()) });
    expect(all).toHaveLength(65);
  });
});
