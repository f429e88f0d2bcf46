// Rows that many tests need, and a database without any.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { insertPost, type NewPost, type Post } from '#features/record/post/store.ts';

/** Deletes what the tests of a file left behind; the migrations stay applied. */
export async function emptyTables(db: Db): Promise<void> {
  await db.execute(sql`
    do $$ declare name text; begin
      for name in select tablename from pg_tables where schemaname = current_schema() loop
        execute format('delete from %I', name);
      end loop;
    end $$`);
}

/** An open question of the exam of `makePack`: its key, option a, is shown as B. */
export async function makePost(db: Db, changes: Partial<NewPost> & { createdAt: Date }): Promise<Post> {
  const post = await insertPost(db, newPost(changes));
  if (!post) throw new Error('no post was made');
  return post;
}

export function newPost(changes: Partial<NewPost> & { createdAt: Date }): NewPost {
  return {
    kind: 'quiz',
    status: 'open',
    serverId: 's1',
    channelId: 'c1',
    homeChannelId: changes.channelId ?? 'c1',
    askedBy: 'ada',
    exam: 'aws-developer-associate',
    edition: 'c02',
    domain: '1',
    questionId: 'q-1.1-001',
    questionVersion: 1,
    optionOrder: ['b', 'a', 'c', 'd'],
    closesAt: new Date(changes.createdAt.getTime() + 3_600_000),
    ...changes,
  };
}

/** How many connections to this database wait for a row that another holds. */
export async function waitingIn(db: Db): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return row?.n ?? 0;
}
