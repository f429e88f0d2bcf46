// Nothing is kept of a member whom the look for long absences would not find.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginExam } from '#features/asking/exam/actions.ts';
import { recordRealResult } from '#features/asking/exam/history.actions.ts';
import { beginDeck } from '#features/asking/flashcards/actions.ts';
import { setDone } from '#features/asking/lesson/actions.ts';
import { makePlan, tickTask } from '#features/asking/plan/actions.ts';
import { lookForAbsences } from '#features/desk/privacy/absence.actions.ts';
import { countOwnData } from '#features/desk/privacy/actions.ts';
import { absences } from '#features/desk/privacy/table.ts';
import { features, projections } from '#features/index.ts';
import { servers } from '#features/people/server/table.ts';
import { addQuestions } from '#features/standing/review/actions.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { loadBank } from '../../../support/bank.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, seededRandom } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

const exam = 'aws-developer-associate';
const pack = (await loadBank()).get(exam);
if (!pack) throw new Error('no pack');
const NOW = new Date('2026-11-24T12:00:00Z');
const personals = features.flatMap(({ personal }) => personal ?? []);
const ada = { memberId: 'ada', serverId: 's1' };
let test: TestDatabase;
const deps = () => ({
  ...{ db: test.db, content: libraryOf(pack), clock: { now: () => NOW }, random: seededRandom(1) },
  ...{ projections, log: silentLog, doings: [] },
});

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  await emptyTables(test.db);
  await test.db.insert(servers).values({ id: 's1', exam, edition: 'c03', zone: 'UTC', createdAt: NOW });
});

const lesson = [...pack.lessons.keys()][0] ?? '';
const task = pack.plan?.tasks[0]?.id ?? '';
const whole = { exam, edition: 'c03', kind: 'full', domain: null, hasExtra: false } as const;
const told = { memberId: 'ada', exam, edition: 'c03', satOn: '2026-11-20', isPassed: true, score: 800 };

describe('a member who never answered is found when they are away', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['has done a lesson', () => setDone(deps(), { ...ada, exam, lessonId: lesson, page: 0, isDone: true })],
    ['has begun a deck', () => beginDeck(deps(), { ...ada, text: 'high' })],
    ['has made a plan', () => makePlan(deps(), { ...ada, examDate: '2027-01-20', hours: null })],
    ['has done a task', () => tickTask(deps(), { ...ada, task, isDone: true })],
    ['has begun an exam', () => beginExam(deps(), { ...ada, pressId: '1', ...whole })],
    ['has told of the real exam', () => recordRealResult(deps(), told)],
    ['wants to review', () => addQuestions(deps(), { ...ada, exam, questionIds: ['q-1.1-001'] })],
  ])('and %s', async (_what, act) => {
    await act();
    expect((await countOwnData({ db: test.db, personals }, ada)).length).toBeGreaterThan(1);
    await lookForAbsences(deps());
    expect(await test.db.select().from(absences)).toMatchObject([{ memberId: 'ada' }]);
  });
});

it.each(listLanguages().map(({ code }) => code))('everything that is kept has a name in %s', (code) => {
  const tables = new Set(
    personals.flatMap(({ columns }) => columns.map((column) => column.split('.')[0] ?? '')),
  );
  const { tables: names } = wordsOf(code).privacy;
  expect([...tables].filter((table) => names[table] === undefined)).toEqual([]);
});
