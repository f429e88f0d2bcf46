// What the nightly job learns from first answers, and that it learns each once.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/connect.ts';
import { memberQuestions } from '#features/record/post/table.ts';
import { listAlarms } from '#features/standing/progress/alarms.ts';
import { learnFromAnswers } from '#features/standing/progress/learning.actions.ts';
import { claimLearning, saveLesson } from '#features/standing/progress/learning.store.ts';
import {
  estimates,
  itemAlarms,
  learning,
  memberGrowth,
  questionDifficulties,
} from '#features/standing/progress/table.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { insertAnswers, makeAnswer } from '../../../support/answers.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack, seededRandom } from '../../../support/pack.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';

const NOW = new Date('2026-12-10T03:10:00Z');
const HOUR = 3_600_000;
let test: TestDatabase;
let now = NOW;
const pack = makePack({ perDomain: 10 });
const ids = [...pack.questions.keys()];
const deps = (db: Db = test.db) => ({
  db,
  content: libraryOf(pack),
  clock: { now: () => now },
  log: silentLog,
});
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  await emptyTables(test.db);
  await makePost(test.db, { createdAt: ago(24 * 30) });
});

const difficulty = async (id = 'q-1.1-001') => {
  const [row] = await test.db
    .select()
    .from(questionDifficulties)
    .where(eq(questionDifficulties.questionId, id));
  return row;
};
const everything = async () => ({
  difficulties: (await test.db.select().from(questionDifficulties)).toSorted((a, b) =>
    a.questionId.localeCompare(b.questionId),
  ),
  growth: await test.db.select().from(memberGrowth),
});

/** A group of members who each answer every question, some more able than others. */
function group({ members = 8, hours = 200 }: { members?: number; hours?: number } = {}) {
  const random = seededRandom(7);
  return Array.from({ length: members }, (_, member) =>
    ids.map((questionId, index) =>
      makeAnswer({
        memberId: `m${member}`,
        questionId,
        domain: questionId.slice(2, 3),
        isCorrect: random() < 0.35 + (0.5 * member) / members,
        answeredAt: new Date(ago(hours).getTime() + (index * members + member) * 90_000),
      }),
    ),
  ).flat();
}

describe('learning from answers', () => {
  it('moves a difficulty by first answers: up where they are wrong, down where they are right', async () => {
    const rows = Array.from({ length: 12 }, (_, member) => [
      makeAnswer({ memberId: `m${member}`, isCorrect: false, answeredAt: ago(20) }),
      makeAnswer({ memberId: `m${member}`, questionId: 'q-2.1-001', answeredAt: ago(19) }),
    ]).flat();
    await insertAnswers(test.db, rows);
    expect(await learnFromAnswers(deps())).toBe(24);
    expect(await difficulty()).toMatchObject({ answers: 12, tally: { answers: 12, rights: 0 } });
    expect((await difficulty())?.mean).toBeGreaterThan(0.3);
    expect((await difficulty('q-2.1-001'))?.mean).toBeLessThan(-0.1);
  });

  it('learns nothing from repeats, nor from answers after the key was shown', async () => {
    await test.db.insert(memberQuestions).values({
      ...{ memberId: 'grace', exam: pack.exam.id, questionId: 'q-1.1-001', seen: 0, right: 0 },
      keySeenAt: ago(30),
    });
    await insertAnswers(test.db, [
      makeAnswer({ answeredAt: ago(40) }),
      makeAnswer({ isCorrect: false, answeredAt: ago(30) }),
      makeAnswer({ memberId: 'grace', answeredAt: ago(20) }),
    ]);
    await learnFromAnswers(deps());
    expect(await difficulty()).toMatchObject({ answers: 1, tally: { rights: 1 } });
  });

  it('leaves the last six hours for the next night, and then goes on from there', async () => {
    await insertAnswers(test.db, [
      makeAnswer({ answeredAt: ago(6.5) }),
      makeAnswer({ memberId: 'grace', answeredAt: ago(5.5) }),
    ]);
    expect(await learnFromAnswers(deps())).toBe(1);
    expect(await learnFromAnswers(deps())).toBe(0);
    now = new Date(NOW.getTime() + 24 * HOUR);
    expect(await learnFromAnswers(deps())).toBe(1);
    expect(await difficulty()).toMatchObject({ answers: 2 });
  });

  it('keeps what options were picked by thirds of ability, and how long an exam’s answers took', async () => {
    await insertAnswers(test.db, [
      makeAnswer({ answeredAt: ago(20), seconds: 60 }),
      makeAnswer({ memberId: 'grace', isCorrect: false, answeredAt: ago(20) }),
    ]);
    await learnFromAnswers(deps());
    const tally = (await difficulty())?.tally;
    const sum = (counts: readonly number[] = []) => counts.reduce((total, count) => total + count, 0);
    const picked = (option: number) => sum(tally?.picks.map((counts) => counts[option] ?? 0));
    expect([0, 1, 2, 3].map(picked)).toEqual([1, 1, 0, 0]);
    expect(sum(tally?.seconds)).toBe(1);
  });

  it('learns the same in many pages as in one night after another, each answer once', async () => {
    const rows = group();
    await insertAnswers(test.db, rows);
    // 320 answers within hours: more than a page, and some windows of an hour.
    expect(await learnFromAnswers(deps())).toBe(rows.length);
    const whole = await everything();
    expect(whole.difficulties).toHaveLength(ids.length);
    expect(whole.difficulties.every(({ answers }) => answers === 8)).toBe(true);
    expect(whole.growth[0]?.information).toBeGreaterThan(0);
    for (const table of [learning, questionDifficulties, memberGrowth, itemAlarms])
      await test.db.delete(table);
    // The same again from nothing: everything that was learned follows from the answers.
    await learnFromAnswers(deps());
    expect(await everything()).toEqual(whole);
  });

  it('ends no page between two answers to one post at the same instant', async () => {
    // 501 answers: the page takes 499, and the last two together come with the next one.
    const rows = Array.from({ length: 501 }, (_, index) =>
      makeAnswer({
        memberId: `m${String(index).padStart(3, '0')}`,
        answeredAt: new Date(ago(20).getTime() + Math.min(index, 499)),
      }),
    );
    await insertAnswers(
      test.db,
      rows.map((row, index) => ({ ...row, postId: Math.min(index, 499) + 1 })),
    );
    expect(await learnFromAnswers(deps())).toBe(501);
    expect(await difficulty()).toMatchObject({ answers: 501 });
  });

  it('may be cut off between any two pages, and misses and repeats nothing', async () => {
    await insertAnswers(test.db, group());
    await learnFromAnswers(deps());
    const whole = await everything();
    for (const table of [learning, questionDifficulties, memberGrowth]) await test.db.delete(table);
    for (let night = 0; night < 100; night += 1) {
      let pages = 0;
      await learnFromAnswers(deps(), () => {
        pages += 1;
        return pages <= 3;
      });
    }
    expect(await everything()).toEqual(whole);
  });

  it('writes nothing of a page when it is killed within it', async () => {
    await insertAnswers(test.db, group({ members: 3 }));
    const broken = new Proxy(test.db, {
      get: (db, name) =>
        name === 'transaction'
          ? (work: (tx: Db) => Promise<unknown>) =>
              db.transaction(async (tx) => {
                await work(tx);
                throw new Error('killed');
              })
          : Reflect.get(db, name),
    });
    await expect(learnFromAnswers(deps(broken))).rejects.toThrow('killed');
    expect(await everything()).toEqual({ difficulties: [], growth: [] });
    // Its lease has to end before anybody else goes on.
    expect(await learnFromAnswers(deps())).toBe(0);
    now = new Date(NOW.getTime() + 6 * 60_000);
    expect(await learnFromAnswers(deps())).toBe(3 * ids.length);
  });

  it('is done once by any number of processes', async () => {
    await insertAnswers(test.db, group({ members: 6 }));
    const counts = await Promise.all([
      learnFromAnswers(deps()),
      learnFromAnswers(deps()),
      learnFromAnswers(deps()),
    ]);
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 0, 6 * ids.length]);
    expect(await difficulty()).toMatchObject({ answers: 6 });
  });

  it('writes nothing for a process whose place another one has left behind', async () => {
    await insertAnswers(test.db, [makeAnswer({ answeredAt: ago(20) })]);
    await learnFromAnswers(deps());
    const place = { answeredAt: ago(24 * 30), postId: 0 };
    const lesson = {
      from: place,
      to: place,
      leaseUntil: NOW,
      learned: [],
      growth: new Map(),
      alarms: [],
      now,
    };
    expect(await saveLesson(test.db, lesson)).toBe(false);
    expect(await claimLearning(test.db, { now, leaseMs: 1000 })).not.toMatchObject(place);
  });

  it('does nothing in a database without posts', async () => {
    await emptyTables(test.db);
    expect(await learnFromAnswers(deps())).toBe(0);
  });

  it('forgets estimates that are older than any answer they rest on', async () => {
    const old = {
      ...{ memberId: 'ada', exam: pack.exam.id, edition: 'c03', median: 700, low: 600, high: 800 },
      ...{ chance: 500, domains: [], answers: 50 },
    };
    await test.db.insert(estimates).values([
      { ...old, day: '2025-11-01' },
      { ...old, day: '2026-11-01' },
    ]);
    await learnFromAnswers(deps());
    expect((await test.db.select().from(estimates)).map(({ day }) => day)).toEqual(['2026-11-01']);
  });
});

describe('an alarm', () => {
  /** The better somebody is, the rarer they pick the key of the first question: b is the true one. */
  function wrongKey() {
    return group({ members: 30, hours: 300 }).map((row) => {
      if (row.questionId !== 'q-1.1-001') return row;
      const able = Number(row.memberId.slice(1)) >= 15;
      return { ...row, isCorrect: !able, picks: [able ? 'b' : 'a'] };
    });
  }

  it('is raised for a question whose key the able avoid, with its evidence in one line', async () => {
    // Last of all, when it is known who is able.
    const rows = wrongKey().map((row) =>
      row.questionId === 'q-1.1-001' ? { ...row, answeredAt: new Date(ago(20).getTime() + row.postId) } : row,
    );
    await insertAnswers(test.db, rows);
    await learnFromAnswers(deps());
    const [alarm, ...others] = await listAlarms(test.db, { exam: null, limit: 50 }, wordsOf('en'));
    expect(alarm).toMatchObject({
      ...{ exam: pack.exam.id, questionId: 'q-1.1-001', questionVersion: 1, kind: 'wrong-key' },
      reportedAt: NOW,
    });
    expect(alarm?.text).toMatch(
      /^Option b behaves like the key in 30 first answers: \d+% of the picks .*, \d+% of the best\.$/,
    );
    expect(others).toEqual([]);
    expect(await listAlarms(test.db, { exam: 'cooking', limit: 50 }, wordsOf('en'))).toEqual([]);
  });

  it.each(listLanguages().map(({ code }) => code))('says each kind in one line: %s', async (code) => {
    const key = { answers: 30, option: 1, odds: 312, weakest: 0.1, best: 0.7 };
    const alarms = [
      { kind: 'wrong-key', ...key },
      { kind: 'second-key', ...key },
      { kind: 'negative-discrimination', answers: 60, discrimination: -0.456 },
      { kind: 'rival-option', answers: 60, option: 2, correlation: 0.4, ofKey: 0.1 },
      { kind: 'hardly-anybody-right', answers: 60, shareRight: 0.02 },
      { kind: 'nearly-everybody-right', answers: 60, shareRight: 1 },
      { kind: 'level', answers: 100, level: 1, fits: 3, difficulty: 1.2 },
    ] as const;
    await test.db.insert(itemAlarms).values(
      alarms.map((alarm, index) => ({
        ...{ exam: pack.exam.id, questionId: `q-1.1-00${index}`, questionVersion: 1, alarm },
        raisedAt: NOW,
      })),
    );
    const lines = await listAlarms(test.db, { exam: pack.exam.id, limit: 50 }, wordsOf(code));
    expect(new Set(lines.map(({ kind }) => kind)).size).toBe(alarms.length);
    expect(lines.filter(({ text }) => text.includes('\n') || text.includes('undefined'))).toEqual([]);
  });
});
