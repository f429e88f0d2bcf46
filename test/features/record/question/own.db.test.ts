// A server's own packs: made, changed and read like any other, and known to every process.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { draftOf, type OwnDraft } from '#content/own-question.ts';
import { domainOf, keyOf, questionsFor } from '#content/pack.ts';
import { openLibrary } from '#features/record/question/actions.ts';
import {
  addQuestions,
  changePack,
  createOwnPack,
  editQuestion,
  moveQuestion,
} from '#features/record/question/own.actions.ts';
import { ownPacks, ownQuestions, questionVersions } from '#features/record/question/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { makePack, packsOf } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

const NOW = new Date('2026-11-26T10:00:00Z');
let test: TestDatabase;
const deps = () => ({ db: test.db, clock: { now: () => NOW } });
const open = () => openLibrary(deps(), packsOf(makePack()));

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyTables(test.db));

const domains = [
  { id: '1', name: 'Knots', weight: 60 },
  { id: '2', name: 'Lights', weight: 40 },
];
const sitting = { items: 30, minutes: 60, passPercent: 70 };

const makeOwn = async (name = 'Sailing licence', serverId = 's1') => {
  const made = await createOwnPack(deps(), { serverId, memberId: 'ada', name, domains, sitting });
  if (made.kind !== 'created') throw new Error(made.kind);
  return { serverId, packId: made.id, exam: made.exam };
};

function draft(stem = 'Which knot holds under load and still opens?'): OwnDraft {
  const made = draftOf({
    stem,
    options: [
      { text: 'Bowline', correct: true, why: 'It does not jam.' },
      { text: 'Granny knot', correct: false },
    ],
  });
  if (!made.draft) throw new Error(JSON.stringify(made.faults));
  return made.draft;
}

const add = (pack: { serverId: string; packId: number }, count = 1, domain = '1') =>
  addQuestions(deps(), {
    ...pack,
    memberId: 'ada',
    status: 'live',
    questions: Array.from({ length: count }, (_, nth) => ({
      draft: draft(`Question ${nth}?`),
      domain,
      source: null,
    })),
  });

describe('a server’s own pack', () => {
  it('is an exam like any other, with its domains and weights', async () => {
    const pack = await makeOwn();
    await add(pack, 2);
    await add(pack, 1, '2');
    const library = await open();
    const found = await library.packOf(pack.exam);
    if (!found) throw new Error('no pack');
    expect(found.exam).toMatchObject({
      name: 'Sailing licence',
      editions: [{ id: 'own', items: 30, passScore: 700 }],
    });
    expect([...found.questions.keys()]).toEqual(['q-1', 'q-2', 'q-3']);
    const [last] = questionsFor(found, 'own', { kind: 'domain', id: '2' });
    expect(last && domainOf(found, 'own', last).name).toBe('Lights');
    expect(library.official(pack.exam)).toBeNull();
    expect(library.packs().map(({ exam }) => exam.id)).toEqual(['aws-developer-associate']);
  });

  it('is as this process knew it until it looks again; then as it is', async () => {
    const pack = await makeOwn();
    const library = await open();
    expect((await library.packOf(pack.exam))?.questions.size).toBe(0);
    await add(pack);
    expect((await library.packOf(pack.exam))?.questions.size).toBe(0);
    await library.refresh();
    expect((await library.packOf(pack.exam))?.questions.size).toBe(1);
    const before = await library.packOf(pack.exam);
    await library.refresh();
    expect(await library.packOf(pack.exam)).toBe(before);
  });

  it('that nobody made is none, and is found once somebody did', async () => {
    const library = await open();
    expect(await library.packOf('own-1')).toBeNull();
    expect(await library.packOf('own-1; drop table')).toBeNull();
    const pack = await makeOwn();
    expect(await library.packOf(pack.exam)).not.toBeNull();
  });

  it('has a name of its own in its server, whatever its letters’ case', async () => {
    const first = await makeOwn();
    const again = { serverId: 's1', memberId: 'bob', domains, sitting };
    expect(await createOwnPack(deps(), { ...again, name: 'SAILING licence' })).toMatchObject({
      kind: 'name-taken',
    });
    await makeOwn('Sailing licence', 's2');
    await makeOwn('Radio');
    expect(await changePack(deps(), { ...first, name: 'radio' })).toMatchObject({ kind: 'name-taken' });
    expect(await changePack(deps(), { ...first, serverId: 's2', name: 'Mine' })).toEqual({
      kind: 'no-such-pack',
    });
  });

  it('is one of twenty at most, however many are made at once', async () => {
    const names = Array.from({ length: 24 }, (_, nth) => `Pack ${nth}`);
    const made = await Promise.all(
      names.map((name) => createOwnPack(deps(), { serverId: 's1', memberId: 'ada', name, domains, sitting })),
    );
    expect(made.filter(({ kind }) => kind === 'created')).toHaveLength(20);
    expect(made.filter(({ kind }) => kind === 'too-many-packs')).toHaveLength(4);
    expect(await test.db.$count(ownPacks)).toBe(20);
  });

  it('has two thousand questions at most; what does not fit is refused whole', async () => {
    const pack = await makeOwn();
    expect(await add(pack, 1999)).toMatchObject({ kind: 'added' });
    expect(await add(pack, 2)).toEqual({ kind: 'too-many-questions', limit: 2000, left: 1 });
    expect(await test.db.$count(ownQuestions)).toBe(1999);
    expect(await test.db.$count(questionVersions)).toBe(1999);
  });

  it('gives each question a number of its own, also when several people add at once', async () => {
    const pack = await makeOwn();
    await Promise.all(Array.from({ length: 8 }, () => add(pack, 3)));
    const rows = await test.db.select({ id: ownQuestions.id }).from(ownQuestions);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(24);
  });
});

describe('a question of a server’s own pack', () => {
  it('that is edited is a new version; what was asked stays as it was', async () => {
    const pack = await makeOwn();
    await add(pack);
    const library = await open();
    const edit = { ...pack, id: 'q-1', draft: draft('Which knot?'), domain: '2', from: 1 };
    expect(await editQuestion(deps(), edit)).toEqual({ kind: 'edited', version: 2 });
    await library.refresh();
    expect((await library.packOf(pack.exam))?.questions.get('q-1')).toMatchObject({
      version: 2,
      stem: 'Which knot?',
    });
    const before = await library.questionAt({ exam: pack.exam, id: 'q-1', version: 1 });
    expect(before?.stem).toBe('Question 0?');
    expect(before && keyOf(before)).toEqual(['a']);
  });

  it('is not edited over somebody else’s change, nor from another server', async () => {
    const pack = await makeOwn();
    await add(pack);
    const edit = { ...pack, id: 'q-1', draft: draft(), domain: '1', from: 1 };
    const both = await Promise.all([editQuestion(deps(), edit), editQuestion(deps(), edit)]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['changed-meanwhile', 'edited']);
    expect(await editQuestion(deps(), { ...edit, from: 2, serverId: 's2' })).toEqual({
      kind: 'no-such-pack',
    });
    expect(await editQuestion(deps(), { ...edit, id: 'q-9' })).toEqual({ kind: 'no-such-question' });
  });

  it('is asked once it is live, and no more once it is retired', async () => {
    const pack = await makeOwn();
    await addQuestions(deps(), {
      ...pack,
      memberId: 'bob',
      status: 'suggested',
      questions: [{ draft: draft(), domain: '1', source: null }],
    });
    const sizeNow = async () => (await (await open()).packOf(pack.exam))?.questions.size;
    expect(await sizeNow()).toBe(0);
    const move = { ...pack, id: 'q-1' };
    expect(await moveQuestion(deps(), { ...move, from: ['suggested'], to: 'live' })).toMatchObject({
      authorId: 'bob',
    });
    expect(await sizeNow()).toBe(1);
    expect(await moveQuestion(deps(), { ...move, from: ['suggested'], to: 'declined' })).toEqual({
      kind: 'changed-meanwhile',
    });
    await moveQuestion(deps(), { ...move, from: ['live'], to: 'retired' });
    expect(await sizeNow()).toBe(0);
  });
});
