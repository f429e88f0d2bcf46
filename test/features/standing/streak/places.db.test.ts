import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { members } from '#features/people/member/table.ts';
import { outages } from '#features/record/outage/table.ts';
import type { Placed, ReadTo } from '#features/standing/ranking.ts';
import { ranking } from '#features/standing/streak/ranking.ts';
import { rebuildStreaks } from '#features/standing/streak/rebuild.actions.ts';
import { streakPlaces, streaks } from '#features/standing/streak/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { answerAt, answerPost, emptyServer } from '../../../support/streaks.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyServer(test.db));

const NOW = new Date('2026-03-20T12:00:00Z');
const EXAM = 'aws-developer-associate';
/** Another question too: the same one is rated once in a while. */
const answerElsewhere = (memberId: string, iso: string) =>
  answerPost(test.db, memberId, { serverId: 's2', questionId: 'q-2.1-001', createdAt: new Date(iso) });

async function boardOf(serverId: string): Promise<string[]> {
  const board = { serverId, exam: EXAM, serverZone: 'UTC', now: NOW };
  const found: Placed[] = [];
  let readTo: ReadTo | null = null;
  do {
    const next = await ranking.next(test.db, board, readTo);
    found.push(...next.placed);
    readTo = next.readTo;
  } while (readTo);
  return found.map(({ memberId, worth }) => `${memberId} ${worth}`);
}

it('a new day moves the member on the boards of all their servers', async () => {
  await answerAt(test.db, 'ada', '2026-03-18T10:00:00Z');
  await answerElsewhere('ada', '2026-03-19T10:00:00Z');
  expect(await boardOf('s1')).toEqual(['ada 2']);
  await answerAt(test.db, 'ada', '2026-03-20T10:00:00Z');
  expect(await boardOf('s1')).toEqual(['ada 3']);
  expect(await boardOf('s2')).toEqual(['ada 3']);
});

it('a second answer of a day puts the member on the board of the server where it is given', async () => {
  await answerAt(test.db, 'ada', '2026-03-20T09:00:00Z');
  await answerElsewhere('ada', '2026-03-20T10:00:00Z');
  await answerElsewhere('ada', '2026-03-20T11:00:00Z');
  expect(await boardOf('s2')).toEqual(['ada 1']);
});

it('a streak that is counted anew is counted on boards too', async () => {
  await answerAt(test.db, 'ada', '2026-03-17T10:00:00Z');
  await answerAt(test.db, 'ada', '2026-03-20T10:00:00Z');
  expect(await boardOf('s1')).toEqual(['ada 1']);
  const away = {
    fromAt: new Date('2026-03-17T20:00Z'),
    toAt: new Date('2026-03-19T20:00Z'),
    reason: 'offline',
  };
  await test.db.insert(outages).values(away);
  await rebuildStreaks({ db: test.db });
  expect(await boardOf('s1')).toEqual(['ada 2']);
});

it('a board read in parts is everybody’s streak of today in order, whoever’s has ended on the way', async () => {
  const lived = fc.record({
    current: fc.integer({ min: 1, max: 9 }),
    daysAgo: fc.integer({ min: 0, max: 6 }),
    freezes: fc.integer({ min: 0, max: 2 }),
    zone: fc.constantFrom(null, 'Asia/Kolkata', 'Pacific/Kiritimati'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(lived, { minLength: 1, maxLength: 160 }), async (all) => {
      await emptyServer(test.db);
      const rows = all.map(({ daysAgo, ...one }, index) => ({
        ...one,
        memberId: `m${String(index).padStart(3, '0')}`,
        lastDate: new Date(NOW.getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10),
      }));
      await test.db.insert(members).values(rows.map(({ memberId: id, zone }) => ({ id, zone })));
      await test.db
        .insert(streaks)
        .values(rows.map((row) => ({ ...row, longest: row.current, progress: 0 })));
      await test.db.insert(streakPlaces).values(rows.map((row) => ({ ...row, serverId: 's1', exam: EXAM })));
      const memberIds = rows.map(({ memberId }) => memberId);
      const worths = await ranking.worths(test.db, { memberIds, serverZone: 'UTC', now: NOW });
      const inOrder = [...worths].toSorted(([a, long], [b, short]) => short - long || (a < b ? -1 : 1));
      expect(await boardOf('s1')).toEqual(inOrder.map(([memberId, length]) => `${memberId} ${length}`));
    }),
    { numRuns: 30 },
  );
});
