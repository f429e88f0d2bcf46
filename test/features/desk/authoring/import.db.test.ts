// An import: shown before it is made, made once and whole, or not at all.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '#content/library.ts';
import { ownExamId } from '#content/own-pack.ts';
import { draftOf } from '#content/own-question.ts';
import { runImport, tryImport } from '#features/desk/authoring/import.actions.ts';
import { questionImports } from '#features/desk/authoring/table.ts';
import { noteDoubts, readDoubts } from '#features/record/question/doubts.store.ts';
import { openContent } from '#features/record/question/index.ts';
import { addQuestions, createOwnPack, editQuestion } from '#features/record/question/own.actions.ts';
import { ownPacks, ownQuestions, questionVersions } from '#features/record/question/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { makePack, packsOf } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

const NOW = new Date('2026-11-26T10:00:00Z');
let test: TestDatabase;
let content: Library;
const deps = () => ({ db: test.db, content, clock: { now: () => NOW } });
const own = { serverId: 's1', memberId: 'ada' };

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  await emptyTables(test.db);
  content = await openContent(deps(), packsOf(makePack()));
});

/** Unlike each other, as questions are. */
const stem = (index: number) =>
  Array.from({ length: 12 }, (_, place) => `w${(index * 31 + place * 97 + index * place) % 1999}`).join(' ');
const csv = (count: number, from = 0) =>
  [
    'id,question,A,B,correct',
    ...Array.from(
      { length: count },
      (_, index) => `k${from + index},${stem(from + index)},Yes ${index},No ${index},A`,
    ),
  ].join('\n');
const draftOfTwo = () => {
  const options = ['A', 'B'].map((text) => ({ text, correct: text === 'A' }));
  const { draft } = draftOf({ stem: 'Which?', options });
  if (!draft) throw new Error('no draft');
  return draft;
};
const bring = async (text: string, pack: Parameters<typeof tryImport>[1]['pack'] = null) => {
  const file = { name: 'knots.csv', bytes: new TextEncoder().encode(text), format: null };
  const run = await tryImport(deps(), { ...own, pack, file });
  if (run.kind !== 'planned') throw new Error(run.kind);
  return run;
};

it('changes nothing before it is pressed, and then all of it, once', async () => {
  const run = await bring(csv(40));
  expect(run).toMatchObject({ packName: 'knots', isNew: true, adds: 40, changes: 0 });
  expect(await test.db.$count(ownPacks)).toBe(0);
  const both = await Promise.all([1, 2].map(() => runImport(deps(), { ...own, id: run.id })));
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['import-gone', 'imported']);
  expect(await test.db.$count(ownQuestions)).toBe(40);
});

it('that does not fit leaves nothing behind, not even the pack, and can be tried again', async () => {
  const made = await createOwnPack(deps(), {
    ...own,
    name: 'Full',
    domains: [{ id: '1', name: 'All', weight: 1 }],
    sitting: { items: 1, minutes: 1, passPercent: 1 },
  });
  if (made.kind !== 'created') throw new Error(made.kind);
  const first = await bring(csv(50), {
    id: made.id,
    name: 'Full',
    domains: [{ id: '1', name: 'All', weight: 1 }],
  });
  const draft = draftOfTwo();
  // Somebody else fills the pack between the dry run and the press.
  const others = Array.from({ length: 1_990 }, () => ({ draft, domain: '1', source: null }));
  await addQuestions(deps(), {
    serverId: 's1',
    packId: made.id,
    memberId: 'bob',
    status: 'live',
    questions: others,
  });
  const before = await test.db.$count(questionVersions);
  expect(await runImport(deps(), { ...own, id: first.id })).toEqual({
    kind: 'too-many-questions',
    limit: 2000,
    left: 10,
  });
  expect(await test.db.$count(ownQuestions)).toBe(1_990);
  expect(await test.db.$count(questionVersions)).toBe(before);
  expect(await test.db.$count(questionImports)).toBe(1);
});

it('of another member or server is nobody else’s to make', async () => {
  const run = await bring(csv(3));
  expect(await runImport(deps(), { serverId: 's1', memberId: 'eve', id: run.id })).toEqual({
    kind: 'import-gone',
  });
  expect(await runImport(deps(), { serverId: 's2', memberId: 'ada', id: run.id })).toEqual({
    kind: 'import-gone',
  });
  expect(await test.db.$count(ownQuestions)).toBe(0);
});

it('leaves out what is nearly the same as another, in the file or in the pack', async () => {
  const twice = `${csv(2)}\nk9,${stem(0)} indeed,Yes 0,No 0,A`;
  const run = await bring(twice);
  expect(run.adds).toBe(2);
  expect(run.left).toMatchObject([{ kind: 'twin', of: 'k0' }]);
});

it('that two processes are sent is one: both screens do the same', async () => {
  const [one, other] = await Promise.all([bring(csv(5)), bring(csv(5))]);
  expect(one.id).toBe(other.id);
  expect(await runImport(deps(), { ...own, id: one.id })).toMatchObject({ added: 5 });
});

it('that is newer takes the place of the one before it in the server', async () => {
  const first = await bring(csv(3));
  await bring(csv(2));
  expect(await runImport(deps(), { ...own, id: first.id })).toEqual({ kind: 'import-gone' });
  expect(await test.db.$count(questionImports)).toBe(1);
});

describe('a bank brought again', () => {
  const domains = [{ id: '1', name: 'All', weight: 1 }];
  const table = (second: string) =>
    ['id,question,A,B,correct', `k0,${stem(0)},Yes,No,A`, `k1,${stem(1)},${second},No,A`].join('\n');
  const bringFirst = async () => {
    const first = await bring(table('Yes'));
    const done = await runImport(deps(), { ...own, id: first.id });
    if (done.kind !== 'imported') throw new Error(done.kind);
    return { id: done.packId, exam: ownExamId(done.packId) };
  };
  const bringAgain = (id: number, second: string) => bring(table(second), { id, name: 'knots', domains });

  it('changes what is different: the new version is asked, the old one kept, its doubts are over', async () => {
    const { id, exam } = await bringFirst();
    const doubts = ['q-1', 'q-2'].map((questionId) => ({ exam, questionId }));
    await noteDoubts(test.db, { doubts, now: NOW });
    const run = await bringAgain(id, 'Certainly');
    expect(run).toMatchObject({ adds: 0, changes: 1, unchanged: 1 });
    expect(await runImport(deps(), { ...own, id: run.id })).toMatchObject({ added: 0, changed: 1 });
    const pack = await content.packOf(exam);
    expect(pack?.questions.get('q-1')?.version).toBe(1);
    expect(pack?.questions.get('q-2')).toMatchObject({
      id: 'q-2',
      version: 2,
      difficulty: 2,
      options: [{ text: 'Certainly', correct: true }, { text: 'No' }],
    });
    const before = await content.questionAt({ exam, id: 'q-2', version: 1 });
    expect(before?.options[0]?.text).toBe('Yes');
    expect(await readDoubts(test.db)).toEqual([{ exam, questionId: 'q-1' }]);
  });

  it('changes nothing at all where somebody edited one of its questions after the dry run', async () => {
    const { id, exam } = await bringFirst();
    const run = await bringAgain(id, 'Certainly');
    const edit = { serverId: 's1', packId: id, id: 'q-2', domain: '1', from: 1, draft: draftOfTwo() };
    expect(await editQuestion(deps(), edit)).toMatchObject({ kind: 'edited' });
    expect(await runImport(deps(), { ...own, id: run.id })).toEqual({ kind: 'changed-meanwhile' });
    await content.refresh();
    const pack = await content.packOf(exam);
    expect(pack?.questions.get('q-2')).toMatchObject({ version: 2, stem: 'Which?' });
    expect(await test.db.$count(questionVersions, eq(questionVersions.exam, exam))).toBe(3);
  });
});
