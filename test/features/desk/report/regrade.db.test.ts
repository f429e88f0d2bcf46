// Grading anew: official questions and their amendments, what was practice, a kill in the middle, and the way back.
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '#content/library.ts';
import { keyOf } from '#content/pack.ts';
import { amendText, regrade, rejectTicket, retireQuestion } from '#features/desk/report/deciding.actions.ts';
import { tryRegrade } from '#features/desk/report/dry-run.actions.ts';
import { gradeAll, takeRegrade } from '#features/desk/report/regrade.actions.ts';
import { claimRegrade, gradePage } from '#features/desk/report/regrade.store.ts';
import { regraded, regrades, tickets } from '#features/desk/report/table.ts';
import { ticketFor } from '#features/desk/report/tickets.actions.ts';
import { undoRegrade } from '#features/desk/report/undoing.actions.ts';
import { projections } from '#features/index.ts';
import { answers } from '#features/record/post/table.ts';
import { openContent } from '#features/record/question/index.ts';
import { stale } from '#features/record/stale/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { makePack, makeQuestion, packsOf } from '../../../support/pack.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';

const NOW = new Date('2026-11-26T10:00:00Z');
const EXAM = 'aws-developer-associate';
let now = NOW;
let test: TestDatabase;
let content: Library;
const deps = () => ({ db: test.db, content, clock: { now: () => now }, projections, points: null });
const team = { isTeam: true, serverId: null };
const question = makeQuestion();
const ref = { exam: EXAM, questionId: question.id, questionVersion: 1 };

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  await emptyTables(test.db);
  content = await openContent(
    deps(),
    packsOf(makePack({ questions: [question, makeQuestion({ id: 'q-1.1-002' })] })),
  );
});

type Given = { picks: readonly string[]; isRated: boolean };

/** Each on a post of its own, as answers to one version of it. */
async function answered(given: readonly Given[]): Promise<void> {
  const key = keyOf(question);
  for (const [index, { picks, isRated }] of given.entries()) {
    const post = await makePost(test.db, { createdAt: NOW, channelId: `c${index}`, status: 'closed' });
    const isCorrect = picks.length === key.length && key.every((id) => picks.includes(id));
    await test.db.insert(answers).values({
      postId: post.id,
      memberId: `m${index}`,
      serverId: 's1',
      exam: EXAM,
      domain: '1',
      questionId: question.id,
      questionVersion: 1,
      difficulty: 2,
      picks: [...picks],
      pressId: `p${index}`,
      isCorrect,
      isRated,
      ratedRound: 0,
      points: isCorrect && isRated ? 2 : 0,
      answeredAt: NOW,
      localDate: '2026-11-26',
    });
  }
}

async function ticket(): Promise<number> {
  await ticketFor(deps(), ref);
  const [row] = await test.db.select().from(tickets);
  return row?.id ?? 0;
}

const read = async () => {
  const rows = await test.db.select().from(answers);
  return rows
    .map(({ memberId, points, isCorrect, isRated }) => ({ memberId, points, isCorrect, isRated }))
    .toSorted((a, b) => a.memberId.localeCompare(b.memberId));
};

async function work(): Promise<void> {
  const taken = await takeRegrade(deps());
  if (taken) await gradeAll(deps(), taken);
}

async function change(id: number, how: 'rekeyed' | 'either', key: string[]) {
  const decision = { id, reach: team, memberId: 'judge' };
  const run = await tryRegrade(deps(), { ...decision, how, key });
  if (run.kind !== 'dry-run') throw new Error(run.kind);
  return regrade(deps(), { ...decision, how, key, mark: run.mark });
}

describe('a changed key', () => {
  it('amends an official question for those who ask it next; what was asked keeps its text', async () => {
    await answered([
      { picks: ['b'], isRated: true },
      { picks: ['a'], isRated: true },
    ]);
    expect(await change(await ticket(), 'rekeyed', ['b'])).toEqual({ kind: 'decided', status: 'rekeyed' });
    await work();
    expect(await read()).toMatchObject([
      { points: 2, isCorrect: true },
      { points: 2, isCorrect: true },
    ]);
    const today = content.official(EXAM)?.questions.get(question.id);
    expect(today?.version).toBe(1001);
    expect(today && keyOf(today)).toEqual(['b']);
    const before = await content.questionAt({ exam: EXAM, id: question.id, version: 1 });
    expect(before && keyOf(before)).toEqual(['a']);
    expect(await test.db.$count(stale)).toBeGreaterThan(0);
  });

  it('gives way to a release that has changed the question itself', async () => {
    await change(await ticket(), 'rekeyed', ['b']);
    const released = packsOf(makePack({ questions: [{ ...question, version: 2 }] }));
    const next = await openContent(deps(), released);
    expect(next.official(EXAM)?.questions.get(question.id)).toMatchObject({ version: 2 });
  });

  it('is shown anew when somebody answered after it was looked at', async () => {
    const id = await ticket();
    const decision = { id, reach: team, memberId: 'judge' };
    const run = await tryRegrade(deps(), { ...decision, how: 'rekeyed', key: ['b'] });
    if (run.kind !== 'dry-run') throw new Error(run.kind);
    await answered([{ picks: ['b'], isRated: true }]);
    expect(await regrade(deps(), { ...decision, how: 'rekeyed', key: ['b'], mark: run.mark })).toMatchObject({
      kind: 'dry-run',
      answers: 1,
    });
    expect(await test.db.$count(regrades)).toBe(0);
  });

  it('is made once by two reviewers at once', async () => {
    const id = await ticket();
    const both = await Promise.all([change(id, 'rekeyed', ['b']), change(id, 'rekeyed', ['c'])]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['decided', 'decided-before']);
    expect(await test.db.$count(regrades)).toBe(1);
  });

  it('is made once where two processes were given the same press, and both say so', async () => {
    const id = await ticket();
    const both = await Promise.all([change(id, 'rekeyed', ['b']), change(id, 'rekeyed', ['b'])]);
    expect(both.map(({ kind }) => kind)).toEqual(['decided', 'decided']);
    expect(await test.db.$count(regrades)).toBe(1);
  });

  it('never moves a number that was not rated, whatever was answered how; and all of it goes back', async () => {
    const given = fc.record({ picks: fc.constantFrom(['a'], ['b'], ['c']), isRated: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(given, { maxLength: 12 }),
        fc.constantFrom('rekeyed' as const, 'either' as const),
        async (all, how) => {
          await emptyTables(test.db);
          now = NOW;
          content = await openContent(deps(), packsOf(makePack({ questions: [question] })));
          await answered(all);
          const before = await read();
          const id = await ticket();
          await change(id, how, how === 'either' ? ['a', 'b'] : ['b']);
          await work();
          const after = await read();
          for (const [index, row] of after.entries()) {
            const was = before[index];
            if (!row.isRated) expect(row.points).toBe(0);
            // Nobody loses what they had, and only who had chosen so gains.
            expect(row.points).toBeGreaterThanOrEqual(was?.points ?? 0);
            const gained = all[Number(row.memberId.slice(1))]?.picks[0] === 'b';
            expect(row.isCorrect).toBe(was?.isCorrect || gained);
          }
          const sum = (rows: { points: number }[]) => rows.reduce((total, { points }) => total + points, 0);
          const ratedB = all.filter(({ picks, isRated }) => isRated && picks[0] === 'b').length;
          expect(sum(after) - sum(before)).toBe(2 * ratedB);
          expect(await undoRegrade(deps(), { id, reach: team, memberId: 'judge' })).toEqual({
            kind: 'undone',
          });
          now = new Date(now.getTime() + 120_000);
          await work();
          expect(await read()).toEqual(before);
          expect(await test.db.$count(regraded)).toBe(0);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('cut off in the middle is finished by the next process, each answer once', async () => {
    await answered(Array.from({ length: 7 }, () => ({ picks: ['b'], isRated: true })));
    await change(await ticket(), 'rekeyed', ['b']);
    const claimed = await claimRegrade(test.db, { now, leaseMs: 60_000 });
    if (!claimed) throw new Error('nothing to do');
    await gradePage(test.db, { ...claimed, limit: 3 });
    expect(await takeRegrade(deps())).toBeNull();
    now = new Date(NOW.getTime() + 61_000);
    await work();
    expect((await read()).every(({ points }) => points === 2)).toBe(true);
    expect(await test.db.$count(regraded)).toBe(7);
  });
});

describe('other outcomes', () => {
  const decision = async () => ({ id: await ticket(), reach: team, memberId: 'judge' });

  it('a retired question is asked no more, and an earlier version can be revealed', async () => {
    expect(await retireQuestion(deps(), await decision())).toEqual({ kind: 'decided', status: 'retired' });
    expect(content.official(EXAM)?.questions.has(question.id)).toBe(false);
    expect(await content.questionAt({ exam: EXAM, id: question.id, version: 1 })).not.toBeNull();
  });

  it('a mended text keeps key and options in their order, and refuses what does not fit', async () => {
    const on = await decision();
    const options = question.options.map(({ text }) => `${text} Indeed.`);
    expect(await amendText(deps(), { ...on, stem: question.stem, options: options.slice(1) })).toMatchObject({
      kind: 'faulty',
    });
    expect(await amendText(deps(), { ...on, stem: 'x'.repeat(701), options })).toMatchObject({
      kind: 'faulty',
      faults: [{ kind: 'too-long' }],
    });
    expect(await amendText(deps(), { ...on, stem: 'How is it read once?', options })).toEqual({
      kind: 'decided',
      status: 'amended',
    });
    expect(content.official(EXAM)?.questions.get(question.id)).toMatchObject({
      stem: 'How is it read once?',
      version: 1001,
    });
  });

  it('rejected reports change nothing; a decided ticket is decided', async () => {
    const on = await decision();
    expect(await rejectTicket(deps(), { ...on, reason: 'It is so.' })).toEqual({
      kind: 'decided',
      status: 'rejected',
    });
    expect(await retireQuestion(deps(), on)).toEqual({ kind: 'decided-before' });
    expect(content.official(EXAM)?.questions.get(question.id)?.version).toBe(1);
  });

  it('is not for whom the ticket is not', async () => {
    const on = { ...(await decision()), reach: { isTeam: false, serverId: 's1' } };
    expect(await retireQuestion(deps(), on)).toEqual({ kind: 'no-ticket' });
  });
});
