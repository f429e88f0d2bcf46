// Mock exams of the real bank: enough of it that members who sit many meet hardly anything twice.
import { describe, expect, it } from 'vitest';
import { drawExam, sizeIn } from '#features/asking/exam/draw.rules.ts';
import { sizeOf } from '#features/asking/exam/rules.ts';
import { loadBank } from '../support/bank.ts';
import { seededRandom } from '../support/pack.ts';

const DAY = 24 * 3_600_000;
const packs = [...(await loadBank()).values()];
const sure = { doubtful: new Set<string>() };
const cases = packs.flatMap((pack) =>
  pack.exam.editions.map((edition) => ({ pack, edition, name: `${pack.exam.id} ${edition.id}` })),
);

describe.each(cases)('$name', ({ pack, edition }) => {
  /** Full exams of one member, one after another on consecutive days. */
  function sit(count: number) {
    const lastSeen = new Map<string, Date>();
    return Array.from({ length: count }, (_, index) => {
      const now = new Date(Date.UTC(2026, 11, 1) + index * DAY);
      const random = seededRandom(index + 1);
      const drawn = drawExam({ pack, edition, kind: 'full', domain: null, lastSeen, ...sure, now, random });
      for (const { questionId } of drawn) lastSeen.set(questionId, now);
      return drawn;
    });
  }

  it('fills a full exam, two of whose questions are never about one concept', () => {
    const [drawn = []] = sit(1);
    expect(drawn).toHaveLength(sizeOf(edition, 'full').items);
    const concepts = drawn.map(({ questionId }) => pack.questions.get(questionId)?.concepts[0]);
    // A pack with fewer concepts than an exam has questions cannot keep them apart.
    const most = new Set([...pack.questions.values()].map(({ concepts: [first] }) => first)).size;
    if (most > 2 * drawn.length) expect(new Set(concepts).size).toBe(drawn.length);
  });

  it('fills an exam of each domain', () => {
    for (const { id } of edition.domains) {
      const asked = { pack, edition, kind: 'domain', domain: id } as const;
      const now = new Date(Date.UTC(2026, 11, 1));
      const drawn = drawExam({
        ...asked,
        lastSeen: new Map(),
        doubtful: new Set<string>(),
        now,
        random: seededRandom(7),
      });
      expect(drawn.length).toBe(sizeIn(asked).items);
      expect(drawn.length).toBeGreaterThanOrEqual(10);
      if (pack.questions.size > 500) expect(drawn.length).toBe(20);
    }
  });

  it.runIf(pack.questions.size > 500)(
    'has eight full exams with no question in more than two of them',
    () => {
      const times = new Map<string, number>();
      for (const { questionId } of sit(8).flat()) times.set(questionId, (times.get(questionId) ?? 0) + 1);
      expect([...times.values()].reduce((sum, each) => sum + each, 0)).toBe(8 * edition.items);
      expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
    },
  );
});
