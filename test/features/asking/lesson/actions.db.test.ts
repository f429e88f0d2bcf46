// Reading lessons on the database: what is done, and buttons that stay good.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '#content/library.ts';
import type { Pack } from '#content/pack.ts';
import { openLesson, openModule, openModules, setDone, turnTo } from '#features/asking/lesson/actions.ts';
import { openConcept } from '#features/asking/lesson/concept.actions.ts';
import { personal } from '#features/asking/lesson/personal.ts';
import { lessonProgress } from '#features/asking/lesson/table.ts';
import { servers } from '#features/people/server/table.ts';
import { loadBank } from '../../../support/bank.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const ada = { serverId: 's1', memberId: 'ada' };
let test: TestDatabase;
let pack: Pack;
let content: Library;
let now = NOW;
const deps = () => ({ db: test.db, content, clock: { now: () => now } });

beforeAll(async () => {
  test = await createTestDatabase();
  const found = (await loadBank()).get('aws-developer-associate');
  if (!found) throw new Error('no pack');
  pack = found;
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  content = libraryOf(pack);
  await emptyTables(test.db);
  await test.db
    .insert(servers)
    .values({ id: 's1', exam: pack.exam.id, edition: 'c02', zone: 'UTC', createdAt: NOW });
});

const turn = (lessonId = '1.1', page = 0) => ({ ...ada, exam: pack.exam.id, lessonId, page });
const rows = () => test.db.select().from(lessonProgress);

describe('a lesson', () => {
  it('opens by number, title, alias or concept, on its first page', async () => {
    for (const typed of ['1.1', 'lesson:1.1', 'cold starts'])
      expect(await openLesson(deps(), { ...ada, typed })).toMatchObject({
        kind: 'page',
        index: 0,
        lesson: { id: '1.1' },
        isDone: false,
        next: { id: '1.2' },
      });
    expect(await openLesson(deps(), { ...ada, typed: 'qqqqqq' })).toEqual({
      kind: 'unknown',
      typed: 'qqqqqq',
    });
  });

  it('that is marked twice is done once, since the first time; taken back it is not', async () => {
    expect(await setDone(deps(), { ...turn(), isDone: true })).toMatchObject({ isDone: true });
    now = new Date(NOW.getTime() + 60_000);
    await setDone(deps(), { ...turn(), isDone: true });
    expect(await rows()).toEqual([{ memberId: 'ada', exam: pack.exam.id, lesson: '1.1', doneAt: NOW }]);
    await setDone(deps(), { ...turn(), isDone: false });
    expect(await setDone(deps(), { ...turn(), isDone: false })).toMatchObject({ isDone: false });
    expect(await rows()).toEqual([]);
  });

  it('marked by two processes at once is done once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => setDone(deps(), { ...turn(), isDone: true })));
    expect(await rows()).toHaveLength(1);
  });

  it('of a button that anybody could have written leaves no row', async () => {
    expect(await setDone(deps(), { ...turn('9.9'), isDone: true })).toEqual({ kind: 'gone' });
    expect(await setDone(deps(), { ...turn(), exam: 'another', isDone: true })).toEqual({ kind: 'gone' });
    expect(await rows()).toEqual([]);
  });

  it('is gone from a server that has another exam since, and stays done', async () => {
    await setDone(deps(), { ...turn(), isDone: true });
    await test.db.update(servers).set({ exam: 'another' });
    const other = makePack();
    content = {
      ...libraryOf(pack),
      packOf: async (exam) =>
        exam === 'another' ? { ...other, exam: { ...other.exam, id: exam } } : libraryOf(pack).packOf(exam),
    };
    expect(await turnTo(deps(), turn())).toEqual({ kind: 'gone' });
    expect(await rows()).toHaveLength(1);
  });

  it('that was shortened opens at its last page', async () => {
    const screen = await turnTo(deps(), turn('1.1', 200));
    expect(screen.kind === 'page' && screen.index === screen.pages.length - 1).toBe(true);
  });
});

describe('the list', () => {
  it('counts what is done by module, and goes on with the first that is not', async () => {
    await setDone(deps(), { ...turn('1.1'), isDone: true });
    await setDone(deps(), { ...turn('1.3'), isDone: true });
    const all = await openModules(deps(), ada);
    expect(all).toMatchObject({ kind: 'modules', next: { id: '1.2' } });
    expect(all.kind === 'modules' && all.modules[0]).toMatchObject({ lessons: 4, done: 2 });
    const module = await openModule(deps(), { ...ada, moduleId: '1' });
    expect(module.kind === 'module' && module.lessons.map(({ isDone }) => isDone)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(await openModules(deps(), { ...ada, memberId: 'grace' })).toMatchObject({ next: { id: '1.1' } });
    expect(await openModule(deps(), { ...ada, moduleId: '0' })).toEqual({ kind: 'gone' });
  });

  it('of an exam without lessons says so', async () => {
    content = libraryOf(makePack());
    expect(await openModules(deps(), ada)).toEqual({ kind: 'no-lessons' });
  });
});

describe('a concept', () => {
  it('is found as chosen or as typed, with what there is about it in the server’s edition', async () => {
    for (const typed of ['sqs-visibility-timeout', 'visibilty timeout'])
      expect(await openConcept(deps(), { ...ada, typed })).toMatchObject({
        kind: 'concept',
        concept: { slug: 'sqs-visibility-timeout' },
        lesson: { id: '4.1' },
        edition: { code: 'DVA-C02' },
      });
    expect(await openConcept(deps(), { ...ada, typed: 'qqqqqq' })).toMatchObject({ kind: 'unknown' });
  });
});

describe('what a member has done', () => {
  it('is theirs: read and erased for them alone', async () => {
    await setDone(deps(), { ...turn(), isDone: true });
    await setDone(deps(), { ...turn(), memberId: 'grace', isDone: true });
    expect((await personal.read(test.db, 'ada')).lesson_progress).toHaveLength(1);
    await personal.erase(test.db, 'ada');
    expect((await rows()).map(({ memberId }) => memberId)).toEqual(['grace']);
  });
});
