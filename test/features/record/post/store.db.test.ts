import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/connect.ts';
import { readHistory } from '#features/record/post/actions.ts';
import { closedPosts, insertPost, insertPosts, lastAskedIn } from '#features/record/post/store.ts';
import { channelQuestions, posts } from '#features/record/post/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables, makePost, newPost } from '../../../support/rows.ts';

const NOW = new Date('2026-11-26T10:00:00Z');
const at = (minute: number) => new Date(NOW.getTime() + minute * 60_000);
let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyTables(test.db));

describe('what a channel was asked', () => {
  const asked = async () => {
    const rows = await test.db.select().from(channelQuestions).orderBy(channelQuestions.questionId);
    return rows.map(({ channelId, questionId, times, lastAt }) => ({ channelId, questionId, times, lastAt }));
  };

  it('is noted by the statement that makes the post, and counted when it comes again', async () => {
    await makePost(test.db, { createdAt: at(0) });
    await makePost(test.db, { createdAt: at(5) });
    await makePost(test.db, { createdAt: at(3) });
    expect(await asked()).toEqual([{ channelId: 'c1', questionId: 'q-1.1-001', times: 3, lastAt: at(5) }]);
    const known = await lastAskedIn(test.db, { channelIds: ['c1', 'c2'], exam: 'aws-developer-associate' });
    expect(known.get('c1')).toEqual(new Map([['q-1.1-001', at(5)]]));
    expect(known.get('c2')).toEqual(new Map());
  });

  it('counts a thread’s questions under the channel where the round began', async () => {
    await makePost(test.db, { createdAt: at(0), channelId: 'thread', homeChannelId: 'c1' });
    expect(await asked()).toMatchObject([{ channelId: 'c1' }]);
  });

  it('counts many posts of one statement, also several of the same question', async () => {
    await insertPosts(test.db, [
      newPost({ createdAt: at(0) }),
      newPost({ createdAt: at(1) }),
      newPost({ createdAt: at(2), questionId: 'q-1.1-002' }),
    ]);
    expect(await asked()).toMatchObject([
      { questionId: 'q-1.1-001', times: 2, lastAt: at(1) },
      { questionId: 'q-1.1-002', times: 1, lastAt: at(2) },
    ]);
  });

  it.each(['private', 'test'] as const)('does not know of a %s question', async (kind) => {
    await makePost(test.db, { createdAt: at(0), kind });
    expect(await asked()).toEqual([]);
  });

  it('does not count what was not made: another process had that press or that place in the round', async () => {
    const press = newPost({ createdAt: at(0), pressId: 'p1' });
    expect(await insertPost(test.db, press)).not.toBeNull();
    expect(await insertPost(test.db, press)).toBeNull();
    const second = newPost({ createdAt: at(0), roundId: 7, position: 2, questionId: 'q-1.1-002' });
    expect(await insertPost(test.db, second)).not.toBeNull();
    expect(await insertPost(test.db, second)).toBeNull();
    expect((await asked()).map(({ times }) => times)).toEqual([1, 1]);
  });
});

describe('/history', () => {
  const closed = (minute: number, changes: Parameters<typeof makePost>[1] | object = {}) =>
    makePost(test.db, {
      ...{ createdAt: at(minute), closesAt: at(minute), status: 'closed', messageId: `m${minute}` },
      ...changes,
    });
  const history = (channelId = 'c1') => closedPosts(test.db, { channelId, limit: 25 });

  it('lists a channel’s closed questions with those of its threads, newest first, up to its limit', async () => {
    for (let minute = 0; minute < 30; minute += 1) await closed(minute);
    await closed(40, { channelId: 'thread', homeChannelId: 'c1' });
    await closed(50, { channelId: 'c2' });
    const listed = await history();
    expect(listed).toHaveLength(25);
    expect(listed.slice(0, 3).map(({ messageId }) => messageId)).toEqual(['m40', 'm29', 'm28']);
    expect((await history('thread')).map(({ messageId }) => messageId)).toEqual(['m40']);
  });

  it('lists nothing that is open, that never reached Discord, or that only one member saw', async () => {
    await closed(1, { status: 'open' });
    await closed(2, { status: 'dropped' });
    await closed(3, { messageId: null });
    await closed(4, { kind: 'private' });
    await closed(5);
    expect((await history()).map(({ messageId }) => messageId)).toEqual(['m5']);
  });

  it('leaves out a question that nobody kept, and shows the others', async () => {
    const content = libraryOf(makePack());
    await closed(1, { questionVersion: 9 });
    await closed(2);
    const listed = await readHistory(
      { db: test.db, content, clock: { now: () => NOW } },
      { channelId: 'c1' },
    );
    expect(listed.map(({ post }) => post.messageId)).toEqual(['m2']);
  });

  it('reads some dozen rows by indexes, however many there are', async () => {
    await test.db.execute(sql`
      insert into ${posts} (kind, status, server_id, channel_id, home_channel_id, message_id, exam, edition,
        question_id, question_version, option_order, created_at, closes_at)
      select 'quiz', case when n % 50 = 0 then 'open' else 'closed' end, 's1',
        case when n % 4 = 0 then 't' || n % 40 else 'c' || n % 10 end, 'c' || n % 10, 'm' || n, 'x', 'c02',
        'q' || n % 500, 1, '{a,b,c,d}', now() - n * interval '1 minute', now() - n * interval '1 minute'
      from generate_series(1, 20000) n`);
    await test.db.execute(sql`analyze ${posts}`);
    for (const channelId of ['c1', 'c4', 't4', 'nowhere']) {
      const read = await test.db.transaction(async (tx) => {
        const before = await readSoFar(tx);
        const listed = await closedPosts(tx, { channelId, limit: 25 });
        const after = await readSoFar(tx);
        return { listed, scans: after.scans - before.scans, rows: after.rows - before.rows };
      });
      expect(read.scans, channelId).toBe(0);
      expect(read.rows, channelId).toBeGreaterThanOrEqual(read.listed.length);
      expect(read.rows, channelId).toBeLessThanOrEqual(60);
      expect(read.listed, channelId).toHaveLength(channelId === 'nowhere' ? 0 : 25);
    }
    expect(await test.db.$count(posts, eq(posts.status, 'closed'))).toBeGreaterThan(19_000);
  });

  /** Whole scans of the table, and rows fetched by its indexes, as this connection counts them. */
  async function readSoFar(tx: Db): Promise<{ scans: number; rows: number }> {
    const [counted] = await tx.execute<{ scans: number; rows: number }>(sql`
      select seq_scan::int as scans, idx_tup_fetch::int as rows
      from pg_stat_xact_user_tables where relname = 'posts'`);
    if (!counted) throw new Error('PostgreSQL counts nothing');
    return counted;
  }
});
