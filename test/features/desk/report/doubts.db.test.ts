// A question of a server's own that two members report, or that answers make suspect, is asked less until it is reviewed.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '#content/library.ts';
import { ownExamId } from '#content/own-pack.ts';
import { findEdition } from '#content/pack.ts';
import { drawQuestion } from '#features/asking/daily/drawing.rules.ts';
import { drawExam } from '#features/asking/exam/draw.rules.ts';
import { reportQuestion } from '#features/desk/report/actions.ts';
import { rejectTicket } from '#features/desk/report/deciding.actions.ts';
import { tickets } from '#features/desk/report/table.ts';
import { lookAtTicket, ticketsForSuspects } from '#features/desk/report/tickets.actions.ts';
import { chooseQuestions } from '#features/record/question/choice.rules.ts';
import { openContent } from '#features/record/question/index.ts';
import { addQuestions, createOwnPack, editQuestion } from '#features/record/question/own.actions.ts';
import type { Alarm } from '#features/standing/progress/alarms.rules.ts';
import { saveLesson, startLearning } from '#features/standing/progress/learning.store.ts';
import { seededRandom } from '#lib/random.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { makePack, makeQuestion, packsOf } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

const NOW = new Date('2026-11-26T10:00:00Z');
const reach = { isTeam: false, serverId: 's1' };
const draft = { ...makeQuestion(), references: [] };
let test: TestDatabase;
let content: Library;
let exam = '';
let place = { serverId: 's1', packId: 0 };
const deps = () => ({ db: test.db, content, clock: { now: () => NOW }, log: silentLog });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  await emptyTables(test.db);
  content = await openContent(deps(), packsOf(makePack()));
  const made = await createOwnPack(deps(), {
    ...{ serverId: 's1', memberId: 'ada', name: 'Knots' },
    domains: [{ id: '1', name: 'General', weight: 100 }],
    sitting: { items: 2, minutes: 20, passPercent: 70 },
  });
  if (made.kind !== 'created') throw new Error(made.kind);
  exam = ownExamId(made.id);
  place = { serverId: 's1', packId: made.id };
  const questions = Array.from({ length: 3 }, () => ({ draft, domain: '1', source: null }));
  await addQuestions(deps(), { ...place, memberId: 'ada', status: 'live', questions });
});

/** Which questions come in a hundred draws of each way of asking. */
async function asked() {
  await content.refresh();
  const pack = await content.packOf(exam);
  const edition = pack && findEdition(pack.exam, 'own');
  if (!pack || !edition) throw new Error('no pack');
  const doubtful = content.doubtful(exam);
  const found = { quiz: new Set<string>(), daily: new Set<string>(), exam: new Set<string>() };
  for (let seed = 0; seed < 100; seed += 1) {
    const random = seededRandom(seed);
    const input = { pack, edition: 'own', lastAsked: new Map<string, Date>(), doubtful, random };
    for (const { id } of chooseQuestions({ ...input, topic: null, count: 1 }).questions) found.quiz.add(id);
    const daily = drawQuestion({ ...input, domains: ['1'] });
    if (daily) found.daily.add(daily.question.id);
    const sitting = { kind: 'full', domain: null, lastSeen: new Map<string, Date>(), now: NOW } as const;
    for (const { questionId } of drawExam({ ...input, edition, ...sitting })) found.exam.add(questionId);
  }
  return Object.values(found).map((ids) => [...ids].toSorted());
}

const all = ['q-1', 'q-2', 'q-3'];
const rest = ['q-2', 'q-3'];

const report = (memberId: string) =>
  reportQuestion(deps(), {
    ...{ exam, questionId: 'q-1', questionVersion: 1, memberId, serverId: 's1' },
    ...{ kind: 'wrong-key', text: 'The other one is right.' },
  });

async function alarm(kind: 'wrong-key' | 'level') {
  const found: Alarm =
    kind === 'level'
      ? { kind, answers: 50, level: 1, fits: 3, difficulty: 2 }
      : { kind, answers: 50, option: 1, odds: 900, weakest: 0.2, best: 0.8 };
  await startLearning(test.db, NOW);
  const at = { answeredAt: NOW, postId: 0 };
  const alarms = [{ exam, questionId: 'q-1', questionVersion: 1, alarm: found }];
  const lesson = { from: at, to: at, leaseUntil: NOW, learned: [], growth: new Map(), alarms, now: NOW };
  expect(await saveLesson(test.db, lesson)).toBe(true);
}

const ticketOf = async () => (await test.db.select().from(tickets))[0];

describe('a question of a server’s own', () => {
  it('that one member reports is asked as before, that two report only where nothing else is left', async () => {
    await report('grace');
    expect(await asked()).toEqual([all, all, all]);
    await report('linus');
    expect(await asked()).toEqual([rest, rest, rest]);
    expect(await ticketOf()).toMatchObject({ serverId: 's1', exam });
  });

  it('is asked as before once its reviewers have decided', async () => {
    for (const member of ['grace', 'linus']) await report(member);
    const decision = { id: (await ticketOf())?.id ?? 0, reach, memberId: 'ada' };
    expect(await rejectTicket(deps(), { ...decision, reason: 'It is right.' })).toMatchObject({
      kind: 'decided',
    });
    expect(await asked()).toEqual([all, all, all]);
  });

  it('or once somebody has edited it', async () => {
    for (const member of ['grace', 'linus']) await report(member);
    await editQuestion(deps(), {
      ...place,
      id: 'q-1',
      draft: { ...draft, stem: 'Another?' },
      domain: '1',
      from: 1,
    });
    expect(await asked()).toEqual([all, all, all]);
  });

  it('that answers make suspect gets a ticket of its server, and no second one after it was found sound', async () => {
    await alarm('wrong-key');
    expect(await asked()).toEqual([rest, rest, rest]);
    await ticketsForSuspects(deps());
    await ticketsForSuspects(deps());
    const ticket = await ticketOf();
    expect(await test.db.$count(tickets)).toBe(1);
    expect(ticket).toMatchObject({ serverId: 's1', status: 'open' });
    const screen = await lookAtTicket(deps(), { id: ticket?.id ?? 0, reach });
    expect(screen).toMatchObject({ kind: 'ticket', alarm: { kind: 'wrong-key' }, reports: [] });
    const decision = { id: ticket?.id ?? 0, reach, memberId: 'ada' };
    await rejectTicket(deps(), { ...decision, reason: 'It is right: see the rules.' });
    // The next night says the same: it has been looked at.
    await alarm('wrong-key');
    await ticketsForSuspects(deps());
    expect(await asked()).toEqual([all, all, all]);
    expect(await ticketOf()).toMatchObject({ status: 'rejected' });
  });

  it('whose level alone is doubted is asked as before', async () => {
    await alarm('level');
    await ticketsForSuspects(deps());
    expect(await asked()).toEqual([all, all, all]);
    expect(await test.db.$count(tickets)).toBe(0);
  });
});
