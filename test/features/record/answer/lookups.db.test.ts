// What an answer reads does not grow with those who answered before: every row is looked up by its key.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Database } from '#db/connect.ts';
import { projections } from '#features/index.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import type { Post } from '#features/record/post/store.ts';
import { answers } from '#features/record/post/table.ts';
import { absentees } from '#features/standing/leaderboard/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { makePost } from '../../../support/rows.ts';
import { emptyServer } from '../../../support/streaks.ts';

const content = libraryOf(makePack());
const PAST = 3_000;
/** Once each, one after the other and all at once: after some turns PostgreSQL keeps its plans. */
const TURNS = 12;
const AT_ONCE = 10;

let test: TestDatabase;
let post: Post;

beforeAll(async () => {
  test = await createTestDatabase();
  await emptyServer(test.db);
  post = await makePost(test.db, { createdAt: new Date(), closesAt: null });
  await answer(test.db, 'model');
  await repeatModel();
});
afterAll(() => test.drop());

async function answer(db: Database, memberId: string): Promise<void> {
  const press = { postId: post.id, memberId, serverId: 's1', picked: [0], from: null };
  const outcome = await answerQuestion(
    { db, content, projections },
    { ...press, pressId: memberId, at: new Date() },
  );
  expect(outcome.kind).toBe('answered');
}

/** As many members with all that the first one has now, and as many who are away. */
async function repeatModel(): Promise<void> {
  await test.db.execute(sql`
    do $$ declare part record; begin
      for part in
        select c.table_name, string_agg(quote_ident(column_name), ', ') as names,
          string_agg(case when (c.table_name, column_name) = ('members', 'id') or column_name = 'member_id'
            then quote_literal('m') || ' || n' else 'model.' || quote_ident(column_name) end, ', ') as given,
          max(column_name) filter (where column_name = 'member_id' or c.table_name = 'members' and column_name = 'id') as key
        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where table_schema = current_schema() and is_identity = 'NO' group by c.table_name
      loop
        continue when part.key is null;
        execute format('insert into %1$I (%2$s) select %3$s from %1$I model, generate_series(1, %4$s) n where model.%5$I = ''model''',
          part.table_name, part.names, part.given, ${sql.raw(String(PAST))}, part.key);
      end loop;
    end $$`);
  await test.db.insert(absentees).values(
    Array.from({ length: PAST }, (_, index) => ({
      ...{ serverId: 's1', memberId: `away${index}`, askedAt: new Date() },
    })),
  );
  await test.db.execute(sql`analyze`);
}

/** Rows of each table that were read without an index, so far; of connections that have ended. */
async function readThrough(): Promise<Map<string, number>> {
  const rows = await test.db.execute<{ name: string; count: string }>(sql`
    select relname as name, seq_tup_read as count from pg_stat_user_tables where schemaname = current_schema()`);
  return new Map(rows.map(({ name, count }) => [name, Number(count)]));
}

it.each([
  ['one by one', 1],
  ['together', AT_ONCE],
])('of many members, %s', async (way, atOnce) => {
  expect(await test.db.$count(answers)).toBeGreaterThan(PAST);
  const before = await readThrough();
  const db = connect({ url: test.url, log: silentLog, max: 1 });
  try {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const names = Array.from({ length: atOnce }, (_, index) => `${way}-${turn}-${index}`);
      await Promise.all(names.map((name) => answer(db, name)));
    }
  } finally {
    await db.end();
  }
  const grown = async () => {
    const after = await readThrough();
    return [...after].filter(([name, count]) => count - (before.get(name) ?? 0) > PAST / 2);
  };
  // A connection that ends tells what it has read.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await grown()).toEqual([]);
});
