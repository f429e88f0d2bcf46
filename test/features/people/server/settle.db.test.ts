import { afterAll, beforeAll, expect, it } from 'vitest';
import { purgeLeftServers, settleServers } from '#features/people/server/actions.ts';
import { ensureServer, readServer } from '#features/people/server/store.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('a server that removed the bot while it was down is purged 30 days later; one that invited it again is not', async () => {
  const start = new Date('2026-11-01T00:00:00Z');
  const later = (days: number) => ({
    db: test.db,
    clock: { now: () => new Date(start.getTime() + days * 86_400_000) },
  });
  for (const id of ['stays', 'goes', 'returns']) {
    await ensureServer(test.db, { id, exam: 'x', edition: 'c02', zone: 'UTC', createdAt: start });
  }
  await settleServers(later(0), { present: ['stays'] });
  await settleServers(later(20), { present: ['stays', 'returns', 'new'] });
  expect(await purgeLeftServers(later(29))).toBe(0);
  expect(await purgeLeftServers(later(31))).toBe(1);
  expect(await readServer(test.db, 'goes')).toBeNull();
  expect(await readServer(test.db, 'stays')).not.toBeNull();
  expect(await readServer(test.db, 'returns')).not.toBeNull();
});
