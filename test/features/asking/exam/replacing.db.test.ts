// A retired question in exams that are running: replaced where nobody has seen it, and left alone where somebody has.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary } from '#content/library.ts';
import type { Pack } from '#content/pack.ts';
import { beginExam, pressExam, type Screen } from '#features/asking/exam/actions.ts';
import { replaceRetired } from '#features/asking/exam/replacing.actions.ts';
import { replaceItem } from '#features/asking/exam/replacing.store.ts';
import { readSitting } from '#features/asking/exam/store.ts';
import { sittings } from '#features/asking/exam/table.ts';
import { projections } from '#features/index.ts';
import { amendments } from '#features/record/question/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { makePack, makeQuestion, packsOf, seededRandom } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

const NOW = new Date('2026-12-01T20:00:00Z');
const EXAM = 'aws-developer-associate';
const LEVELS = [1, 2, 3] as const;
let test: TestDatabase;
let now = NOW;
let whole: Pack;
let pack: Pack;
const deps = () => ({
  db: test.db,
  content: createLibrary(packsOf(pack), async ({ id }) => whole.questions.get(id) ?? null),
  projections,
  log: silentLog,
  clock: { now: () => now },
  random: seededRandom(7),
});

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  const questions = ['1', '2', '3', '4'].flatMap((domain) =>
    Array.from({ length: 40 }, (_, index) =>
      makeQuestion({
        id: `q-${domain}.1-${String(index + 1).padStart(3, '0')}`,
        domain,
        ...(LEVELS[index % 3] && { difficulty: LEVELS[index % 3] }),
      }),
    ),
  );
  whole = makePack({ questions });
  pack = whole;
  await emptyTables(test.db);
});

const begin = async () => {
  const chosen = { exam: EXAM, edition: 'c03', kind: 'full', domain: null, hasExtra: false } as const;
  const screen = await beginExam(deps(), { memberId: 'ada', serverId: 's1', pressId: 'begin', ...chosen });
  if (screen.kind !== 'question') throw new Error(screen.kind);
  return screen.sitting;
};
const look = (sittingId: number) => readSitting(test.db, { sittingId, memberId: 'ada' });
const press = (sittingId: number, what: object): Promise<Screen> => {
  now = new Date(now.getTime() + 20);
  return pressExam(deps(), { sittingId, memberId: 'ada', at: now, show: null, ...what });
};

/** By reviewers, as every process knows it. */
async function retire(...ids: string[]): Promise<void> {
  for (const questionId of ids) {
    const kept = { exam: EXAM, questionId, baseVersion: 1, version: 1001, madeAt: NOW };
    await test.db.insert(amendments).values({ ...kept, kind: 'retired' });
  }
  pack = { ...whole, questions: new Map([...pack.questions].filter(([id]) => !ids.includes(id))) };
}

const idAt = (sitting: { marks: { questionId: string }[] } | null, position: number) =>
  sitting?.marks[position - 1]?.questionId ?? '';

describe('a retired question in a running exam', () => {
  it('that was not shown gives its place to one of its domain and difficulty that is not asked already', async () => {
    const before = await begin();
    const gone = idAt(before, 9);
    await retire(gone);
    await replaceRetired(deps());
    const after = await look(before.id);
    const put = idAt(after, 9);
    expect(put).not.toBe(gone);
    expect(before.marks.some(({ questionId }) => questionId === put)).toBe(false);
    const [one, other] = [whole.questions.get(gone), whole.questions.get(put)];
    expect([other?.module, other?.difficulty]).toEqual([one?.module, one?.difficulty]);
    const [from, to] = [before.marks[8], after?.marks[8]];
    expect([to?.domain, to?.isScored]).toEqual([from?.domain, from?.isScored]);
    expect(to?.optionOrder.toSorted()).toEqual(other?.options.map(({ id }) => id));
    // All others are as they were, and a second look changes nothing.
    await replaceRetired(deps());
    expect(await look(before.id)).toEqual(after);
    const others = (all: typeof after) => all?.marks.filter(({ position }) => position !== 9);
    expect(others(after)).toEqual(others(before));
  });

  it('that was seen stays, however shortly', async () => {
    const { id } = await begin();
    await press(id, { show: 2 });
    await press(id, { show: 3 });
    const sitting = await look(id);
    await retire(idAt(sitting, 1), idAt(sitting, 2), idAt(sitting, 3));
    await replaceRetired(deps());
    await press(id, { show: 1 });
    await press(id, { show: 2 });
    const after = await look(id);
    expect([1, 2, 3].map((position) => idAt(after, position))).toEqual(
      [1, 2, 3].map((position) => idAt(sitting, position)),
    );
  });

  it('is replaced at the moment at which it would be shown, before any job has looked', async () => {
    const before = await begin();
    const gone = idAt(before, 5);
    await retire(gone);
    const screen = await press(before.id, { show: 5 });
    if (screen.kind !== 'question') throw new Error(screen.kind);
    expect(screen.question.id).not.toBe(gone);
    // From now on it was seen: it stays what it is.
    await retire(screen.question.id);
    const again = await press(before.id, { show: 5 });
    expect(again.kind === 'question' && again.question.id).toBe(screen.question.id);
  });

  it('is one question to whoever opens it at that moment, whatever job or press comes first', async () => {
    const before = await begin();
    const places = Array.from({ length: 30 }, (_, index) => index + 10);
    await retire(...places.map((position) => idAt(before, position)));
    const shown: string[] = [];
    for (const position of places) {
      const [screen] = await Promise.all([
        press(before.id, { show: position }),
        replaceRetired(deps()),
        replaceRetired(deps()),
      ]);
      if (screen.kind === 'question') shown.push(screen.question.id);
    }
    const after = await look(before.id);
    expect(places.map((position) => idAt(after, position))).toEqual(shown);
    expect(new Set(after?.marks.map(({ questionId }) => questionId)).size).toBe(65);
    expect(shown.every((id) => pack.questions.has(id))).toBe(true);
  });

  it('goes on with what is left after a kill in between', async () => {
    const before = await begin();
    await retire(idAt(before, 20), idAt(before, 21));
    const [first] = before.marks.slice(19);
    const spare = [...pack.questions.keys()].find((id) => !before.marks.some((m) => m.questionId === id));
    if (!first || !spare) throw new Error('no marks');
    const item = { ...first, questionId: spare };
    const done = { sittingId: before.id, mark: first, item, isShown: false };
    expect(await replaceItem(test.db, done)).not.toBeNull();
    expect(await replaceItem(test.db, done)).toBeNull();
    await replaceRetired(deps());
    const after = await look(before.id);
    expect(idAt(after, 20)).toBe(spare);
    expect(pack.questions.has(idAt(after, 21))).toBe(true);
  });

  it('stays where its domain has no other, where the exam is over, and where a release asks it again', async () => {
    const before = await begin();
    const gone = idAt(before, 30);
    await test.db.insert(amendments).values({
      ...{ exam: EXAM, questionId: gone, baseVersion: 1, version: 1001, madeAt: NOW, kind: 'retired' },
    });
    await replaceRetired(deps());
    expect(idAt(await look(before.id), 30)).toBe(gone);
    const module = whole.questions.get(gone)?.module;
    const rest = [...whole.questions].filter(
      ([id, each]) =>
        id !== gone && (each.module !== module || before.marks.some((m) => m.questionId === id)),
    );
    pack = { ...whole, questions: new Map(rest) };
    await replaceRetired(deps());
    expect(idAt(await look(before.id), 30)).toBe(gone);
    pack = { ...whole, questions: new Map([...whole.questions].filter(([id]) => id !== gone)) };
    await test.db.update(sittings).set({ submittedAt: NOW }).where(eq(sittings.id, before.id));
    await replaceRetired(deps());
    expect(idAt(await look(before.id), 30)).toBe(gone);
  });
});
