import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projections } from '#features/index.ts';
import type { Visibility } from '#features/people/member/rules.ts';
import { members, pauses } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import { outages } from '#features/record/outage/table.ts';
import { answers, memberQuestions, posts } from '#features/record/post/table.ts';
import { type BoardInput, readBoard } from '#features/standing/leaderboard/actions.ts';
import type { Board, OwnPlace } from '#features/standing/leaderboard/board.rules.ts';
import { rememberPresence } from '#features/standing/leaderboard/presence.ts';
import { pruneBoards } from '#features/standing/leaderboard/prune.actions.ts';
import { rebuildScores } from '#features/standing/leaderboard/rebuild.actions.ts';
import { rankByAccuracy, rankByPoints } from '#features/standing/leaderboard/rules.ts';
import { scores } from '#features/standing/leaderboard/table.ts';
import { ranking } from '#features/standing/streak/ranking.ts';
import { streakDays, streakPlaces, streaks } from '#features/standing/streak/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';

const pack = makePack();
const content = libraryOf(pack);
// A Monday evening, and Tuesday already in Kolkata.
const NOW = new Date('2026-11-23T20:00:00Z');
let test: TestDatabase;
let present: (id: string) => boolean = () => true;
let asked: string[] = [];
let requests = 0;
let cannotSay = false;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  present = () => true;
  asked = [];
  requests = 0;
  cannotSay = false;
  await emptyTables(test.db);
  const base = { exam: pack.exam.id, edition: 'c02', createdAt: NOW };
  await test.db.insert(servers).values([
    { ...base, id: 's1', zone: 'Europe/Berlin' },
    { ...base, id: 's2', zone: 'Asia/Kolkata' },
  ]);
});

async function board(changes: Partial<BoardInput> = {}): Promise<Board> {
  const outcome = await readBoard(
    {
      db: test.db,
      content,
      rankings: [ranking],
      clock: { now: () => NOW },
      // Remembers nothing of the boards before, as another process does, or this one the next day.
      presence: rememberPresence({
        db: test.db,
        clock: { now: () => NOW },
        ask: async (_, ids) => {
          asked.push(...ids);
          requests += 1;
          return cannotSay ? null : new Map(ids.filter(present).map((id) => [id, id]));
        },
      }),
    },
    {
      ...{ serverId: 's1', memberId: 'ada', memberName: 'Ada' },
      ...{ domain: null, window: 'week', metric: 'points', page: 0 },
      ...changes,
    },
  );
  if (outcome.kind !== 'board') throw new Error(outcome.kind);
  return outcome;
}

const names = (shown: Board) => shown.rows.map((row) => `${row.rank} ${row.memberId}`);
const rankOf = (own: OwnPlace) => (own.kind === 'ranked' ? own.entry.rank : own.kind);

type Line = { memberId: string; points: number; right?: number; rated?: number };

/** Rows of this week's board of all domains. */
async function haveScores(lines: readonly Line[]): Promise<void> {
  const rows = lines.map(({ memberId, points, right = 5, rated = 20 }) => ({
    serverId: 's1',
    exam: pack.exam.id,
    domain: 'all',
    window: 'week' as const,
    startsOn: '2026-11-23',
    memberId,
    points,
    right,
    rated,
  }));
  if (rows.length > 0) await test.db.insert(scores).values(rows);
}

const be = (id: string, visibility: Visibility) => test.db.insert(members).values({ id, visibility });

describe('a board', () => {
  it('is empty without rated answers, for a server that was never set up too', async () => {
    expect(await board()).toMatchObject({ rows: [], own: { kind: 'nothing-yet' }, isPrivate: false });
    expect(await board({ serverId: 'unknown' })).toMatchObject({ rows: [] });
  });

  it('shows ten, ties sharing a rank, and the caller’s own place behind them', async () => {
    await haveScores(
      Array.from({ length: 15 }, (_, index) => ({
        memberId: `m${String(index).padStart(2, '0')}`,
        points: 30 - index,
      })),
    );
    await haveScores([
      { memberId: 'ada', points: 18, right: 4 },
      { memberId: 'tie', points: 30 },
    ]);
    const shown = await board();
    expect(names(shown).slice(0, 3)).toEqual(['1 m00', '1 tie', '3 m01']);
    expect(shown.rows).toHaveLength(10);
    // Fourteen are better: m00 to m12 and tie have more points or the same with a better share.
    expect(shown.own).toMatchObject({ kind: 'ranked', isOnPage: false, entry: { rank: 15, points: 18 } });
    expect(shown.resetsAt).toEqual(new Date('2026-11-29T23:00:00Z'));
  });

  it('asks only about members on the page, and never about the caller', async () => {
    await haveScores(
      Array.from({ length: 30 }, (_, index) => ({ memberId: `m${index}`, points: 100 - index })),
    );
    await haveScores([{ memberId: 'ada', points: 200 }]);
    await board();
    expect(asked.toSorted()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8']);
  });

  const many = (count: number, above: number) =>
    haveScores(
      Array.from({ length: count }, (_, index) => ({ memberId: `m${index}`, points: above - index })),
    );

  it('fills up when members have left, moves ranks up, and asks about nobody below the caller', async () => {
    await many(39, 100);
    await haveScores([{ memberId: 'ada', points: 87 }]);
    present = (id) => !['m0', 'm3', 'm10'].includes(id);
    const shown = await board();
    expect(names(shown)).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 11, 12].map((id, index) => `${index + 1} m${id}`));
    expect(rankOf(shown.own)).toBe(11);
    expect(asked).toHaveLength(13);
    expect(shown).toMatchObject({ isChecked: true, hasMore: true });
  });

  it.each([9, 29, 30, 35, 60, 200])(
    'shows the three who are left when the %i above them are gone',
    async (gone) => {
      await many(gone, 1000);
      await haveScores([
        { memberId: 'here1', points: 50 },
        { memberId: 'here2', points: 40 },
        { memberId: 'ada', points: 30 },
      ]);
      present = (id) => id.startsWith('here');
      const shown = await board();
      expect(names(shown)).toEqual(['1 here1', '2 here2', '3 ada']);
      expect(shown.own).toMatchObject({ isOnPage: true, entry: { rank: 3, points: 30 } });
      expect(shown).toMatchObject({ isChecked: true, hasMore: false });
      expect(requests).toBeLessThanOrEqual(8);
    },
  );

  it('asks eight times at most, and says that it did not look everybody up', async () => {
    await many(700, 1000);
    await haveScores([{ memberId: 'ada', points: 1 }]);
    present = () => false;
    const shown = await board();
    expect(requests).toBe(8);
    expect(shown.isChecked).toBe(false);
    expect(shown.rows).toHaveLength(10);
  });

  describe('with leavers among all who are there', () => {
    // Twelve who are there, and twenty between them who are not: h1 g1 g2 h2 …
    const line = Array.from({ length: 12 }, (_, index) => [
      `h${index + 1}`,
      `g${2 * index}`,
      `g${2 * index + 1}`,
    ])
      .flat()
      .filter((id) => !['g20', 'g21', 'g22', 'g23'].includes(id));
    beforeEach(async () => {
      await haveScores(line.map((memberId, index) => ({ memberId, points: 100 - index })));
      await haveScores([{ memberId: 'ada', points: 1 }]);
      present = (id) => !id.startsWith('g');
    });

    it('counts only who is there in the caller’s own rank, on the first look', async () => {
      expect((await board()).own).toMatchObject({ entry: { rank: 13 }, isOnPage: false, isExact: true });
      expect(requests).toBeLessThanOrEqual(8);
    });

    it('goes on over the pages where the one before ended, also for who never saw that one', async () => {
      expect(names(await board({ page: 1 }))).toEqual(['11 h11', '12 h12', '13 ada']);
      expect(names(await board()).map((name) => name.split(' ')[1])).toEqual(
        Array.from({ length: 10 }, (_, index) => `h${index + 1}`),
      );
    });

    it('remembers them for every process: the next look asks about nobody of them', async () => {
      await board();
      asked = [];
      expect(rankOf((await board()).own)).toBe(13);
      expect(asked.filter((id) => id.startsWith('g'))).toEqual([]);
    });

    it('says that a rank is not exact where not everybody above could be looked up', async () => {
      await many(900, 2000);
      present = () => true;
      expect((await board()).own).toMatchObject({ isOnPage: false, isExact: false });
      expect(requests).toBe(8);
    });

    it('knows who answers here again at once', async () => {
      await board();
      present = () => true;
      const post = await makePost(test.db, { serverId: 's1', createdAt: NOW, closesAt: null });
      const press = { postId: post.id, serverId: 's1', memberId: 'g0', picked: [0], pressId: 'p', at: NOW };
      await answerQuestion({ db: test.db, content, projections }, { from: null, ...press });
      expect(names(await board()).slice(0, 2)).toEqual(['1 h1', '2 g0']);
    });
  });

  it('shows everybody when Discord cannot say who is still there, and says so', async () => {
    await haveScores([{ memberId: 'm1', points: 5 }]);
    cannotSay = true;
    expect(await board()).toMatchObject({ rows: [{ memberId: 'm1' }], isChecked: false });
  });

  it('has pages, with ranks that go on over them, ties too', async () => {
    await haveScores(
      Array.from({ length: 24 }, (_, index) => ({
        memberId: `m${String(index).padStart(2, '0')}`,
        // The tenth to the twelfth are equal.
        points: index >= 9 && index <= 11 ? 50 : 100 - index,
      })).toSorted((a, b) => a.points - b.points),
    );
    const first = await board();
    expect(first).toMatchObject({ page: 0, hasMore: true });
    const pages = [first, await board({ page: 1 }), await board({ page: 2 })];
    const ranks = pages.flatMap(({ rows }) => rows.map(({ rank }) => rank));
    const all = rankByPoints(pages.flatMap(({ rows }) => rows.map(({ rank, ...score }) => score)));
    expect(ranks).toEqual(all.map(({ rank }) => rank));
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ memberId }) => memberId))).size).toBe(24);
    expect(pages.map(({ hasMore }) => hasMore)).toEqual([true, true, false]);
    expect(pages[2]?.rows).toHaveLength(4);
  });

  it('a page that has emptied is answered with the one before it', async () => {
    await many(12, 100);
    present = (id) => !['m10', 'm11'].includes(id);
    expect(await board({ page: 1 })).toMatchObject({ page: 0, hasMore: false, rows: { length: 10 } });
    expect(await board({ page: 99 })).toMatchObject({ page: 0 });
  });

  it('counts points of one domain alone', async () => {
    await haveScores([{ memberId: 'm1', points: 5 }]);
    await test.db.insert(scores).values({
      ...{ serverId: 's1', exam: pack.exam.id, window: 'week', startsOn: '2026-11-23' },
      ...{ domain: '2', memberId: 'm2', points: 3, right: 1, rated: 1 },
    });
    expect(names(await board({ domain: '2' }))).toEqual(['1 m2']);
    expect(names(await board({ domain: 'subject 2' }))).toEqual(['1 m2']);
    await expect(board({ domain: 'Cooking' })).rejects.toThrow('unknown-domain');
  });

  it('ranks accuracy only from ten rated answers on, and says how many are missing', async () => {
    await haveScores([
      { memberId: 'm1', points: 9, right: 9, rated: 9 },
      { memberId: 'm2', points: 5, right: 9, rated: 10 },
      { memberId: 'ada', points: 1, right: 1, rated: 4 },
    ]);
    const shown = await board({ metric: 'accuracy' });
    expect(names(shown)).toEqual(['1 m2']);
    expect(shown.own).toEqual({ kind: 'too-few', rated: 4, needed: 10 });
  });

  it('ranks in SQL exactly as the rules do, for any scores', async () => {
    const lists = fc.array(
      fc.record({
        points: fc.integer({ min: 0, max: 6 }),
        right: fc.integer({ min: 0, max: 12 }),
        wrong: fc.integer({ min: 0, max: 12 }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(
        lists,
        fc.constantFrom('points' as const, 'accuracy' as const),
        async (list, metric) => {
          await test.db.delete(scores);
          const lines = list.map(({ points, right, wrong }, index) => ({
            ...{ memberId: `m${String(index).padStart(2, '0')}`, points, right, rated: right + wrong },
          }));
          await haveScores(lines);
          const expected = (metric === 'points' ? rankByPoints : rankByAccuracy)(lines);
          const last = expected.at(-1);
          const shown = await board({ metric, memberId: last?.memberId ?? 'ada' });
          expect(shown.rows.map((row) => row.rank)).toEqual(expected.slice(0, 10).map((row) => row.rank));
          expect(shown.rows.map(({ points, right, rated }) => [points, right, rated])).toEqual(
            expected.slice(0, 10).map(({ points, right, rated }) => [points, right, rated]),
          );
          if (last) expect(rankOf(shown.own)).toBe(last.rank);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('visibility', () => {
  beforeEach(() =>
    haveScores([
      { memberId: 'm1', points: 9 },
      { memberId: 'shy', points: 8 },
      { memberId: 'gone', points: 7 },
      { memberId: 'ada', points: 6 },
    ]),
  );

  it('keeps hidden members out of everybody else’s ranks, and shows them their own', async () => {
    await be('shy', 'hidden');
    const shown = await board();
    expect(names(shown)).toEqual(['1 m1', '2 gone', '3 ada']);
    expect(shown.isPrivate).toBe(false);
    const own = await board({ memberId: 'shy' });
    expect(names(own)).toEqual(['1 m1', '2 gone', '3 ada']);
    expect(own).toMatchObject({ isPrivate: true, own: { isOnPage: false, entry: { rank: 2 } } });
  });

  it('ranks anonymous members among the others, and answers them privately', async () => {
    await be('shy', 'anonymous');
    expect((await board()).rows[1]).toMatchObject({ memberId: 'shy', visibility: 'anonymous', rank: 2 });
    expect(await board({ memberId: 'shy' })).toMatchObject({ isPrivate: true, own: { isOnPage: true } });
  });
});

describe('the streak board', () => {
  const streakOf = async (memberId: string, current: number, lastDate: string, freezes = 0) => {
    await test.db
      .insert(streaks)
      .values({ memberId, current, longest: current, lastDate, freezes, progress: 0 });
    await test.db.insert(scores).values({
      ...{ serverId: 's1', exam: pack.exam.id, domain: 'all', window: 'all', startsOn: '1970-01-01' },
      ...{ memberId, points: 1, right: 1, rated: 1 },
    });
    const place = { memberId, serverId: 's1', exam: pack.exam.id, current, lastDate };
    await test.db.insert(streakPlaces).values(place);
  };
  const streakBoard = (memberId = 'ada') => board({ metric: 'streak', memberId });

  it('ranks streaks that live today, not what was stored when they did', async () => {
    await streakOf('done', 3, '2026-11-23');
    await streakOf('open', 5, '2026-11-22');
    await streakOf('broken', 50, '2026-11-21');
    await streakOf('frozen', 20, '2026-11-20', 2);
    await streakOf('thawed', 30, '2026-11-19', 2);
    await streakOf('paused', 40, '2026-10-30');
    await test.db.insert(pauses).values({ memberId: 'paused', fromDate: '2026-10-31', toDate: '2026-11-22' });
    expect(names(await streakBoard())).toEqual(['1 paused', '2 frozen', '3 open', '4 done']);
    expect((await streakBoard()).own).toEqual({ kind: 'nothing-yet' });
  });

  it('dates each member’s today in their own zone', async () => {
    await streakOf('here', 4, '2026-11-22');
    await streakOf('kolkata', 5, '2026-11-22');
    await streakOf('kiritimati', 6, '2026-11-23');
    await test.db.insert(members).values([
      { id: 'kolkata', zone: 'Asia/Kolkata' },
      { id: 'kiritimati', zone: 'Pacific/Kiritimati' },
    ]);
    expect(names(await streakBoard())).toEqual(['1 kiritimati', '2 here']);
  });

  it('is there for all although one member’s zone is unknown: that one goes by the server’s', async () => {
    await streakOf('here', 4, '2026-11-22');
    await streakOf('odd', 5, '2026-11-22');
    await test.db.insert(members).values({ id: 'odd', zone: 'Mars/Olympus' });
    expect(names(await streakBoard())).toEqual(['1 odd', '2 here']);
  });

  it('spares streaks across an outage', async () => {
    await streakOf('away', 8, '2026-11-10');
    expect(names(await streakBoard())).toEqual([]);
    await test.db.insert(outages).values({
      fromAt: new Date('2026-11-10T20:00Z'),
      toAt: new Date('2026-11-22T20:00Z'),
      reason: 'offline',
    });
    expect(names(await streakBoard())).toEqual(['1 away']);
  });

  it('shows the caller’s rank behind the page, and hidden members only to themselves', async () => {
    for (let index = 0; index < 14; index += 1) await streakOf(`m${index}`, 50 - index, '2026-11-23');
    await streakOf('ada', 3, '2026-11-23');
    await be('m0', 'hidden');
    const shown = await streakBoard();
    expect(names(shown)[0]).toBe('1 m1');
    expect(rankOf(shown.own)).toBe(14);
    expect(rankOf((await streakBoard('m0')).own)).toBe(1);
  });

  it('does not know members of other servers', async () => {
    await streakOf('m1', 3, '2026-11-23');
    expect((await board({ metric: 'streak', serverId: 's2' })).rows).toEqual([]);
  });
});

describe('counting a server’s boards anew', () => {
  const allScores = () =>
    test.db
      .select()
      .from(scores)
      .orderBy(scores.serverId, scores.domain, scores.window, scores.startsOn, scores.memberId);

  async function answer(step: {
    serverId: string;
    memberId: string;
    question: string;
    right: boolean;
    at: Date;
  }) {
    const { serverId, memberId, at } = step;
    const asked = { serverId, questionId: step.question, domain: null, createdAt: at, closesAt: null };
    const post = await makePost(test.db, { ...asked, optionOrder: ['a', 'b', 'c', 'd'] });
    const picked = [step.right ? 0 : 1];
    const deps = { db: test.db, content, projections };
    const press = { postId: post.id, serverId, memberId, picked, pressId: 'p1', at };
    await answerQuestion(deps, { from: null, ...press });
  }

  const rebuilding = (now: Date) => ({ db: test.db, clock: { now: () => now } });

  async function rebuildAll(now: Date): Promise<number> {
    let changed = 0;
    for (const serverId of ['s1', 's2'])
      changed += (await rebuildScores(rebuilding(now), { serverId })).changed;
    return changed;
  }

  it('gives what was written answer by answer, in any zone and over clock changes', async () => {
    const start = new Date('2026-10-20T00:00:00Z').getTime();
    const steps = fc.array(
      fc.record({
        serverId: fc.constantFrom('s1', 's2'),
        memberId: fc.constantFrom('ada', 'grace', 'linus'),
        question: fc.constantFrom(...pack.questions.keys()),
        right: fc.boolean(),
        at: fc.integer({ min: 0, max: 50 * 24 * 60 }).map((minutes) => new Date(start + minutes * 60_000)),
      }),
      { minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        for (const table of [answers, memberQuestions, scores, streaks, streakDays, posts])
          await test.db.delete(table);
        for (const step of list) await answer(step);
        const written = await allScores();
        await test.db.update(scores).set({ points: sql`points + 7` }).where(eq(scores.domain, '1'));
        await test.db.delete(scores).where(eq(scores.window, 'month'));
        expect(await rebuildAll(new Date(start))).toBeGreaterThan(0);
        expect(await allScores()).toEqual(written);
      }),
      { numRuns: 25 },
    );
  });

  it('does not bring back boards that were pruned, and finds the others unchanged', async () => {
    const [first, second] = pack.questions.keys();
    const one = (question: string | undefined, at: Date) =>
      answer({ serverId: 's1', memberId: 'ada', question: question ?? '', right: true, at });
    await one(first, new Date('2026-08-20T12:00:00Z'));
    await one(second, NOW);
    const written = await allScores();
    await pruneBoards({ db: test.db, clock: { now: () => NOW } });
    const kept = await allScores();
    // The day, the week and the month of August, each of a domain and of all domains.
    expect(kept).toHaveLength(written.length - 6);
    expect(await rebuildAll(NOW)).toBe(0);
    // It counts what is kept as it did, the answers of August included.
    await test.db.update(scores).set({ points: 99 });
    await rebuildAll(NOW);
    expect(await allScores()).toEqual(kept);
  });

  it('loses and doubles nothing while members go on answering', async () => {
    const questions = [...pack.questions.keys()];
    const at = NOW;
    const one = (memberId: string, question: string) =>
      answer({ serverId: 's1', memberId, question, right: true, at });
    for (const question of questions.slice(0, 5)) await one('ada', question);
    const later = questions.slice(5).flatMap((question) => [one('ada', question), one('grace', question)]);
    const rebuilds = Array.from({ length: 3 }, () => rebuildScores(rebuilding(NOW), { serverId: 's1' }));
    await Promise.all([...later, ...rebuilds]);
    const [ada] = await test.db
      .select({ points: scores.points, rated: scores.rated })
      .from(scores)
      .where(sql`member_id = 'ada' and domain = 'all' and "window" = 'all'`);
    expect(ada).toEqual({ points: 40, rated: 20 });
    const counted = await allScores();
    await rebuildScores(rebuilding(NOW), { serverId: 's1' });
    expect(await allScores()).toEqual(counted);
  });

  it('touches only rows that are wrong: members go on answering meanwhile', async () => {
    for (const question of [...pack.questions.keys()].slice(0, 4)) {
      await answer({ serverId: 's1', memberId: 'ada', question, right: true, at: NOW });
    }
    expect(await rebuildScores(rebuilding(NOW), { serverId: 's1' })).toEqual({ changed: 0 });
    await test.db.update(scores).set({ points: 99 }).where(eq(scores.window, 'week'));
    await haveScores([{ memberId: 'nobody', points: 5 }]);
    // The board of domain 1 and that of all domains, and the row without an answer.
    expect(await rebuildScores(rebuilding(NOW), { serverId: 's1' })).toEqual({ changed: 3 });
    await test.db.delete(answers);
    expect(await rebuildScores(rebuilding(NOW), { serverId: 's1' })).toEqual({ changed: 8 });
    expect(await test.db.$count(scores)).toBe(0);
  });

  it('leaves other servers alone', async () => {
    await haveScores([{ memberId: 'm1', points: 5 }]);
    await rebuildScores(rebuilding(NOW), { serverId: 's2' });
    expect(await test.db.$count(scores)).toBe(1);
  });
});
