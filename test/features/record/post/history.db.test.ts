import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/connect.ts';
import { type HistoryWanted, readHistory } from '#features/record/post/history.actions.ts';
import { closedPosts, type HistoryPart } from '#features/record/post/history.store.ts';
import type { NewPost } from '#features/record/post/store.ts';
import { posts } from '#features/record/post/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';

const NOW = new Date('2026-11-26T10:00:00Z');
const at = (minute: number) => new Date(NOW.getTime() + minute * 60_000);
const content = libraryOf(makePack());
let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyTables(test.db));

const closed = (minute: number, changes: Partial<NewPost> = {}) =>
  makePost(test.db, {
    ...{ createdAt: at(minute), closesAt: at(minute), status: 'closed', messageId: `m${minute}` },
    ...changes,
  });
const list = (changes: Partial<HistoryPart> = {}) =>
  closedPosts(test.db, { channelId: 'c1', way: 'older', edge: null, only: null, limit: 25, ...changes });
const read = (changes: Partial<HistoryWanted> = {}) =>
  readHistory(
    { db: test.db, content },
    { channelId: 'c1', only: null, from: { kind: 'newest' }, ...changes },
  );
const messages = (found: { messageId: string | null }[]) => found.map(({ messageId }) => messageId);
const seen = ({ questions }: Awaited<ReturnType<typeof read>>) => messages(questions.map(({ post }) => post));

describe('a channel’s closed questions', () => {
  it('are listed with those of its threads, newest first, up to a limit', async () => {
    for (let minute = 0; minute < 30; minute += 1) await closed(minute);
    await closed(40, { channelId: 'thread', homeChannelId: 'c1' });
    await closed(50, { channelId: 'c2' });
    const listed = await list();
    expect(listed).toHaveLength(25);
    expect(messages(listed.slice(0, 3))).toEqual(['m40', 'm29', 'm28']);
    expect(messages(await list({ channelId: 'thread' }))).toEqual(['m40']);
  });

  it('are none that is open, that never reached Discord, or that only one member saw', async () => {
    await closed(1, { status: 'open' });
    await closed(2, { status: 'dropped' });
    await closed(3, { messageId: null });
    await closed(4, { kind: 'private' });
    await closed(5);
    expect(messages(await list())).toEqual(['m5']);
  });

  it('are without those that nobody kept the question of, and the others are shown', async () => {
    await closed(1, { questionVersion: 9 });
    await closed(2);
    expect(seen(await read())).toEqual(['m2']);
  });

  it('are all reached page by page, to the oldest and back, also where several closed at once', async () => {
    // Five at each instant, some of them in a thread.
    for (let n = 0; n < 57; n += 1) {
      const place = n % 7 === 0 ? { channelId: 'thread', homeChannelId: 'c1' } : {};
      await closed(Math.floor(n / 5), { messageId: `n${n}`, ...place });
    }
    const walk = async (
      way: 'older' | 'newer',
      from: HistoryWanted['from'],
    ): Promise<(string | null)[][]> => {
      const page = await read({ from });
      const postId = page[way];
      return [seen(page), ...(postId ? await walk(way, { kind: 'beside', postId, way }) : [])];
    };
    const there = await walk('older', { kind: 'newest' });
    expect(there.flat()).toEqual(Array.from({ length: 57 }, (_, index) => `n${56 - index}`));
    expect(there.map((page) => page.length)).toEqual([10, 10, 10, 10, 10, 7]);
    const last = await test.db.select({ id: posts.id }).from(posts).orderBy(posts.id).limit(1);
    const back = await walk('newer', { kind: 'beside', postId: last[0]?.id ?? 0, way: 'newer' });
    expect(back.toReversed().flat()).toEqual(Array.from({ length: 56 }, (_, index) => `n${56 - index}`));
    expect((await read()).newer).toBeNull();
  });

  it('can be those of a few questions alone, and those up to an instant', async () => {
    for (let n = 0; n < 40; n += 1) await closed(n, { questionId: n % 4 === 0 ? 'q-2.1-001' : 'q-1.1-001' });
    const only = { exam: 'aws-developer-associate', questionIds: ['q-2.1-001', 'q-2.1-002'] };
    expect(seen(await read({ only }))).toEqual([36, 32, 28, 24, 20, 16, 12, 8, 4, 0].map((n) => `m${n}`));
    const until = await read({ from: { kind: 'until', instant: at(12) } });
    expect(seen(until).slice(0, 2)).toEqual(['m11', 'm10']);
    expect(until.newer).not.toBeNull();
    expect((await read({ only: { ...only, exam: 'another' } })).questions).toEqual([]);
  });

  it('begin at the newest again where nothing is left beside a page', async () => {
    const first = await closed(1);
    const page = await read({ from: { kind: 'beside', postId: first.id, way: 'newer' } });
    expect(seen(page)).toEqual(['m1']);
  });

  it('are read by indexes, some dozen rows, however many there are and wherever a page begins', async () => {
    await test.db.execute(sql`
      insert into ${posts} (kind, status, server_id, channel_id, home_channel_id, message_id, exam, edition,
        question_id, question_version, option_order, created_at, closes_at)
      select 'quiz', case when n % 50 = 0 then 'open' else 'closed' end, 's1',
        case when n % 4 = 0 then 't' || n % 40 else 'c' || n % 10 end, 'c' || n % 10, 'm' || n, 'x', 'c02',
        'q' || n % 500, 1, '{a,b,c,d}', now() - n * interval '1 minute', now() - n * interval '1 minute'
      from generate_series(1, 20000) n`);
    await test.db.execute(sql`analyze ${posts}`);
    const middle = { closesAt: new Date(Date.now() - 7 * 86_400_000).toISOString(), postId: 0 };
    const parts = [null, middle].flatMap((edge) =>
      (['older', 'newer'] as const).flatMap((way) =>
        ['c1', 'c4', 't4', 'nowhere'].map((channelId) => ({ channelId, edge, way, only: null, limit: 25 })),
      ),
    );
    for (const part of parts) {
      const read = await test.db.transaction(async (tx) => {
        const before = await readSoFar(tx);
        const listed = await closedPosts(tx, part);
        const after = await readSoFar(tx);
        return { listed, scans: after.scans - before.scans, rows: after.rows - before.rows };
      });
      const name = JSON.stringify(part);
      expect(read.scans, name).toBe(0);
      expect(read.rows, name).toBeGreaterThanOrEqual(read.listed.length);
      expect(read.rows, name).toBeLessThanOrEqual(60);
      expect(read.listed, name).toHaveLength(part.channelId === 'nowhere' ? 0 : 25);
    }
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
