// A member's unfinished private round is found by itself, however many they have finished.
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unfinishedPrivateRound } from '#features/asking/quiz/rounds.store.ts';
import { rounds } from '#features/asking/quiz/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('is looked up among the unfinished rounds alone', async () => {
  await test.db.execute(sql`
    insert into ${rounds} (kind, member_id, server_id, exam, edition, question_ids, open_minutes, created_at, finished_at)
    select 'private', 'm' || n % 20, 's' || n % 3, 'x', 'c03', '{}', 0, now(), now() from generate_series(1, 5000) n`);
  await test.db.execute(sql`analyze rounds`);
  const asked: { query: string; params: unknown[] }[] = [];
  const connection = postgres(test.url, { max: 1 });
  try {
    const logger = { logQuery: (query: string, params: unknown[]) => void asked.push({ query, params }) };
    const found = unfinishedPrivateRound(drizzle(connection, { logger }), {
      ...{ serverId: 's1', memberId: 'm1', exam: 'x' },
    });
    expect(await found).toBeNull();
    // As the bot's connections plan it: without looking at the values.
    const plan = await connection.unsafe(`explain (generic_plan) ${asked[0]?.query}`);
    expect(JSON.stringify(plan)).toContain('rounds_one_private');
  } finally {
    await connection.end();
  }
});
