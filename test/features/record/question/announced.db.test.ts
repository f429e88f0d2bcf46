// What one process changes, another asks within a second: official questions and a server's own, without any job.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Library } from '#content/library.ts';
import { ownExamId } from '#content/own-pack.ts';
import { keyOf } from '#content/pack.ts';
import { hearAnnouncements } from '#db/announcements.ts';
import { connect, type Database } from '#db/connect.ts';
import { amendQuestion } from '#features/record/question/amending.actions.ts';
import { openContent, QUESTIONS_CHANGED } from '#features/record/question/index.ts';
import {
  addQuestions,
  createOwnPack,
  editQuestion,
  moveQuestion,
} from '#features/record/question/own.actions.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { makePack, makeQuestion, packsOf } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

const clock = { now: () => new Date('2026-11-26T10:00:00Z') };
const EXAM = 'aws-developer-associate';
const question = makeQuestion();
let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyTables(test.db));

type Process = { db: Database; content: Library; clock: typeof clock; stop(): Promise<void> };

async function start(): Promise<Process> {
  const db = connect({ url: test.url, log: silentLog, max: 2 });
  const packs = packsOf(makePack({ questions: [question, makeQuestion({ id: 'q-1.1-002' })] }));
  const content = await openContent({ db, clock }, packs);
  const heard = () => content.refresh();
  const hearing = hearAnnouncements({ url: test.url, log: silentLog, channel: QUESTIONS_CHANGED, heard });
  const stop = async () => {
    await hearing.stop();
    await db.end();
  };
  return { db, content, clock, stop };
}

const soon = { timeout: 1_000, interval: 10 };

it('a key that reviewers change, and a question that they retire', async () => {
  const [one, other] = [await start(), await start()];
  const keyed = {
    ...question,
    options: question.options.map((each) => ({ ...each, correct: each.id === 'b' })),
  };
  const change = { exam: EXAM, question, memberId: 'judge' };
  await one.db.transaction((tx) =>
    amendQuestion({ ...one, db: tx }, { ...change, after: keyed, kind: 'key' }),
  );
  const asked = () => other.content.official(EXAM)?.questions.get(question.id);
  await expect.poll(() => keyOf(asked() ?? question), soon).toEqual(['b']);
  await one.db.transaction((tx) =>
    amendQuestion({ ...one, db: tx }, { ...change, after: null, kind: 'undo' }),
  );
  await expect.poll(() => keyOf(asked() ?? keyed), soon).toEqual(['a']);
  await one.db.transaction((tx) =>
    amendQuestion({ ...one, db: tx }, { ...change, after: null, kind: 'retired' }),
  );
  await expect.poll(asked, soon).toBeUndefined();
  await Promise.all([one.stop(), other.stop()]);
});

it('a question of a server’s own that is edited, or asked no more', async () => {
  const [one, other] = [await start(), await start()];
  const made = await createOwnPack(one, {
    ...{ serverId: 's1', memberId: 'ada', name: 'Knots' },
    domains: [{ id: '1', name: 'General', weight: 100 }],
    sitting: { items: 10, minutes: 20, passPercent: 70 },
  });
  if (made.kind !== 'created') throw new Error(made.kind);
  const place = { serverId: 's1', packId: made.id };
  const draft = { ...question, references: [] };
  const questions = [{ draft, domain: '1', source: null }];
  await addQuestions(one, { ...place, memberId: 'ada', status: 'live', questions });
  const asked = async () => (await other.content.packOf(ownExamId(made.id)))?.questions.get('q-1')?.version;
  expect(await asked()).toBe(1);
  await editQuestion(one, {
    ...place,
    id: 'q-1',
    draft: { ...draft, stem: 'Another?' },
    domain: '1',
    from: 1,
  });
  await expect.poll(asked, soon).toBe(2);
  await moveQuestion(one, { ...place, id: 'q-1', from: ['live'], to: 'retired' });
  await expect.poll(asked, soon).toBeUndefined();
  await Promise.all([one.stop(), other.stop()]);
});
