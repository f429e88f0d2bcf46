// A member's data in their own hands: every column is covered, the file has all of it, and nothing is left.
import { sql } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { countOwnData, eraseMember, exportOwnData, readOwnData } from '#features/desk/privacy/actions.ts';
import { features } from '#features/index.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { rebuildScores } from '#features/standing/leaderboard/rebuild.actions.ts';
import { scores } from '#features/standing/leaderboard/table.ts';
import { administer, silentLog, type TestDatabase } from '../../../support/database.ts';
import { countRows, createFirstRelease, tablesOf } from '../../../support/first-release.ts';
import { makePost } from '../../../support/rows.ts';

const personals = features.flatMap(({ personal }) => personal ?? []);
const covered = new Set(personals.flatMap(({ columns }) => columns));

let test: TestDatabase;
let memberId = '';
let serverId = '';
beforeAll(async () => {
  test = await createFirstRelease();
  await migrate({ url: test.url, log: silentLog });
  // Whoever answered most, so that there is something of everything.
  const [most] = await test.db.execute<{ member_id: string; server_id: string }>(sql`
    select member_id, max(server_id) as server_id from ${answers} group by member_id order by count(*) desc limit 1`);
  memberId = most?.member_id ?? '';
  serverId = most?.server_id ?? '';
  await giveOneOfEach(test.db, memberId);
});
afterAll(() => test.drop());

describe('what is a member’s own', () => {
  it('is covered by a feature, column by column', async () => {
    const columns = await columnsWithMembers(test.db);
    expect(columns.length).toBeGreaterThan(12);
    expect(columns.filter((column) => !covered.has(column))).toEqual([]);
    expect([...covered].filter((column) => !columns.includes(column))).toEqual([]);
  });

  it('would be missed in a table that nobody covers', async () => {
    await administer(test.ownerUrl, (own) => own`create table planted (member_id text not null)`);
    const columns = await columnsWithMembers(test.db);
    await administer(test.ownerUrl, (own) => own`drop table planted`);
    expect(columns.filter((column) => !covered.has(column))).toEqual(['planted.member_id']);
  });

  it('is listed with how much there is of it', async () => {
    const counted = await countOwnData({ db: test.db, personals }, { memberId });
    const tables = counted.map(({ table }) => table);
    expect(tables).toEqual(
      expect.arrayContaining(['answers', 'streaks', 'members', 'scores', 'reports', 'server_changes']),
    );
    expect(counted.every(({ rows }) => rows > 0)).toBe(true);
  });

  it('is a file: all of it as JSON, each table as CSV, formulas defused', async () => {
    await test.db.execute(sql`update reports set text = '=1+1' where member_id = ${memberId}`);
    const files = unzipSync(await exportOwnData({ db: test.db, personals }, { memberId }));
    const data = JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array()));
    const own = await readOwnData({ db: test.db, personals }, { memberId });
    expect(data.answers).toHaveLength(own.answers?.length ?? -1);
    expect(data.answers[0]).toMatchObject({ memberId, questionId: expect.any(String) });
    const csv = strFromU8(files['answers.csv'] ?? new Uint8Array())
      .trim()
      .split('\n');
    expect(csv).toHaveLength((own.answers?.length ?? 0) + 1);
    expect(csv[0]).toContain('answeredAt');
    expect(strFromU8(files['reports.csv'] ?? new Uint8Array())).toContain("'=1+1");
  });
});

describe('deleting everything', () => {
  it('leaves the id in no table, and of others every row', async () => {
    const before = await countRows(test.db);
    const boardBefore = await othersOnBoards();
    await eraseMember({ db: test.db, personals }, { memberId });
    expect(await tablesNaming(memberId)).toEqual([]);
    const after = await countRows(test.db);
    for (const table of ['answers', 'posts', 'reports', 'server_changes', 'daily_schedules']) {
      expect(after[table], table).toBe(before[table]);
    }
    expect(after.streaks).toBe((before.streaks ?? 0) - 1);
    expect(await othersOnBoards()).toEqual(boardBefore);
  });

  it('leaves boards as the remaining answers make them', async () => {
    expect(
      (await rebuildScores({ db: test.db, clock: { now: () => new Date() } }, { serverId })).changed,
    ).toBeGreaterThanOrEqual(0);
    const erased = await test.db.execute(sql`select 1 from ${scores} where member_id like 'erased%'`);
    expect(erased).toHaveLength(0);
  });

  it('is done again without harm', async () => {
    await eraseMember({ db: test.db, personals }, { memberId });
    expect(await countOwnData({ db: test.db, personals }, { memberId })).toEqual([]);
  });

  it('takes the id off questions, too, that an exam hands in meanwhile', async () => {
    const handing = {
      columns: [],
      read: async () => ({}),
      erase: async () => {
        await makePost(test.db, { createdAt: new Date(), kind: 'private', askedBy: memberId });
      },
    };
    const ofPosts = personals.findIndex(({ columns }) => columns.includes('posts.asked_by'));
    const meanwhile = personals.toSpliced(ofPosts, 0, handing);
    await eraseMember({ db: test.db, personals: meanwhile }, { memberId });
    expect(await tablesNaming(memberId)).toEqual([]);
  });

  it('is done whole or not at all', async () => {
    const [other] = await test.db.execute<{ member_id: string }>(sql`
      select member_id from ${answers} where member_id not like 'erased%' group by 1 limit 1`);
    const id = other?.member_id ?? '';
    const before = await countOwnData({ db: test.db, personals }, { memberId: id });
    const failing = {
      columns: [],
      read: async () => ({}),
      erase: async () => {
        throw new Error('the line broke');
      },
    };
    const first = [failing, ...personals];
    await expect(eraseMember({ db: test.db, personals: first }, { memberId: id })).rejects.toThrow('broke');
    expect(await countOwnData({ db: test.db, personals }, { memberId: id })).toEqual(before);
  });
});

/** Columns that hold a member's id, by the names that such columns have here. */
async function columnsWithMembers(db: Db): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'text'
      and (c.column_name ~ '(^|_)(member|user|author|reporter|admin)_id$' or c.column_name ~ '_by$'
        or (c.table_name = 'members' and c.column_name = 'id'))
    order by 1`);
  return rows.map(({ name }) => name);
}

/** Tables with a row that names somebody anywhere in it, whatever the column is called. */
async function tablesNaming(id: string): Promise<string[]> {
  const naming: string[] = [];
  for (const table of await tablesOf(test.db)) {
    const rows = await test.db.execute(sql`
      select 1 from ${sql.identifier(table)} x where x::text like ${`%${id}%`} limit 1`);
    if (rows.length > 0) naming.push(table);
  }
  return naming;
}

function othersOnBoards() {
  return test.db.select().from(scores).where(sql`member_id <> ${memberId}`).orderBy(sql`1, 2, 3, 4, 5, 6`);
}

/** The fixture has most of it already. */
async function giveOneOfEach(db: Db, id: string): Promise<void> {
  await db.execute(
    sql`insert into cooldowns (member_id, until_at) values (${id}, now()) on conflict do nothing`,
  );
  await db.execute(sql`insert into absences (member_id, since) values (${id}, now()) on conflict do nothing`);
  await db.execute(
    sql`insert into pauses (member_id, from_date, to_date) values (${id}, '2027-01-01', '2027-01-02')`,
  );
  await db.execute(
    sql`insert into lesson_progress (member_id, exam, lesson, done_at) values (${id}, 'x', '1.1', now())`,
  );
  await db.execute(
    sql`insert into card_decks (member_id, exam, deck, day, position, moved_at) values (${id}, 'x', 'all', '2026-11-26', 3, now())`,
  );
  await db.execute(sql`update reports set member_id = ${id}`);
  await db.execute(sql`update server_changes set member_id = ${id}`);
  await db.execute(sql`update daily_schedules set created_by = ${id}`);
  await db.update(posts).set({ askedBy: id }).where(sql`id = (select min(id) from ${posts})`);
  await db.execute(sql`update rounds set member_id = ${id} where kind = 'public'`);
}
