// The nightly fit: whose turn it is, what is stored of it, and that one failure is nobody else's.
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fitMembers } from '#features/standing/review/fitting.actions.ts';
import { DEFAULT_WEIGHTS } from '#features/standing/review/memory.rules.ts';
import { loadOptimizer, type Optimize } from '#features/standing/review/optimizer.ts';
import { reviewCards, reviewMembers } from '#features/standing/review/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { emptyTables } from '../../../support/rows.ts';

const NOW = new Date('2026-11-23T04:10:00Z');
const clock = { now: () => NOW };
let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyTables(test.db));

/** Someone who forgets nothing. */
async function addMember(memberId: string, reviews: number) {
  await test.db.insert(reviewMembers).values({ memberId, reviews, fitAt: 100 });
  await test.db.insert(reviewCards).values(
    Array.from({ length: 40 }, (_, card) => ({
      memberId,
      exam: 'x',
      kind: 'question' as const,
      cardId: `q${card}`,
      dueAt: NOW,
      days: [0, 3, 12, 40, 120].map((day) => day + card),
      grades: [3, 3, 3, 3, 3],
      turn: 5,
    })),
  );
}
const members = () => test.db.select().from(reviewMembers).orderBy(asc(reviewMembers.memberId));
const LONG = DEFAULT_WEIGHTS.map((weight, index) => (index < 4 ? 100 : weight));
const runFit = (optimize: Optimize) => fitMembers({ db: test.db, clock, log: silentLog, optimize });

it('fits members with a hundred reviews, and stores weights, model and what they are worth', async () => {
  await addMember('ada', 100);
  await addMember('grace', 99);
  expect(await runFit(async () => LONG)).toBe(1);
  const [ada, grace] = await members();
  expect(ada).toMatchObject({
    weights: LONG,
    algorithm: 'fsrs-6',
    fitAt: 125,
    fittedAt: NOW,
    leaseUntil: null,
  });
  expect(ada?.loss).toBeLessThan(ada?.lossBefore ?? 0);
  expect(grace).toMatchObject({ weights: null, fitAt: 100, fittedAt: null });
  expect(await runFit(() => Promise.reject(new Error('nobody’s turn')))).toBe(0);
});

it('keeps the weights there are when others tell no better, and waits for more reviews', async () => {
  await addMember('ada', 100);
  expect(await runFit(async () => DEFAULT_WEIGHTS)).toBe(0);
  expect(await members()).toMatchObject([{ weights: null, fitAt: 125, leaseUntil: null }]);
});

it('lets one member’s failure keep nobody from their turn, and tries again when the lease has ended', async () => {
  await addMember('ada', 100);
  await addMember('grace', 100);
  let calls = 0;
  const failsOnce: Optimize = async () => {
    calls += 1;
    if (calls === 1) throw new Error('no convergence');
    return LONG;
  };
  expect(await runFit(failsOnce)).toBe(1);
  expect(await runFit(failsOnce)).toBe(0);
  const hour = { now: () => new Date(NOW.getTime() + 3_600_000) };
  expect(await fitMembers({ db: test.db, clock: hour, log: silentLog, optimize: failsOnce })).toBe(1);
  expect((await members()).map(({ fitAt }) => fitAt)).toEqual([125, 125]);
});

it('is done once by two processes', async () => {
  await addMember('ada', 100);
  let calls = 0;
  const optimize: Optimize = async () => {
    calls += 1;
    return LONG;
  };
  const taken = await Promise.all([runFit(optimize), runFit(optimize)]);
  expect(taken.toSorted()).toEqual([0, 1]);
  expect(calls).toBe(1);
});

it('fits with the real optimizer where it is installed', async (context) => {
  const optimize = await loadOptimizer();
  if (!optimize) return context.skip();
  await addMember('ada', 160);
  expect(await runFit(optimize)).toBe(1);
  expect((await members())[0]?.weights).toHaveLength(21);
});

it('leaves everybody with the weights of everybody where the optimizer is not installed', async () => {
  expect(await loadOptimizer(() => Promise.reject(new Error('Cannot find package')))).toBeNull();
});
