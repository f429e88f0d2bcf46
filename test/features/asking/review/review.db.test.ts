// A review, card by card: what comes, in which order, how much of it, and what happens to cards that changed.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Pack } from '#content/pack.ts';
import type { Flashcard } from '#content/schema.ts';
import { nextCard } from '#features/asking/review/actions.ts';
import { gradeFlashcard, gradeQuestion } from '#features/asking/review/grading.actions.ts';
import { servers } from '#features/people/server/table.ts';
import { memberQuestions } from '#features/record/post/table.ts';
import type { CardKind } from '#features/standing/review/rules.ts';
import { reviewCards } from '#features/standing/review/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack, makeQuestion, seededRandom } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const HOUR_MS = 3_600_000;
const flashcard: Flashcard = {
  id: 'f-1.1-001',
  concept: 'concept-1',
  front: 'What does a queue do?',
  back: 'It hands each message to one worker at a time.',
  references: ['https://docs.aws.amazon.com/x.html'],
  volatile: false,
  verifiedOn: '2026-11-23',
  lesson: '1.1',
  module: '1',
};
const pack: Pack = { ...makePack({ perDomain: 40 }), flashcards: new Map([[flashcard.id, flashcard]]) };
const exam = pack.exam.id;
let test: TestDatabase;
let now = NOW;
let press = 0;

const depsOf = (of: Pack) => ({
  db: test.db,
  content: libraryOf(of),
  clock: { now: () => now },
  random: seededRandom(7),
});
const reader = { memberId: 'ada', serverId: 's1' };
const next = (of = pack) => nextCard(depsOf(of), reader);

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  await emptyTables(test.db);
  await test.db.insert(servers).values({ id: 's1', exam, edition: 'c02', zone: 'UTC', createdAt: NOW });
});

type Changes = Partial<typeof reviewCards.$inferInsert> & { hoursDue?: number };

async function addCard(cardId: string, { hoursDue = 1, ...changes }: Changes = {}) {
  await test.db.insert(reviewCards).values({
    memberId: 'ada',
    exam,
    kind: 'question' satisfies CardKind,
    cardId,
    mark: 'a',
    dueAt: new Date(NOW.getTime() - hoursDue * HOUR_MS),
    days: [20_000],
    grades: [1],
    turn: 0,
    ...changes,
  });
}
const id = (number: number, domain = 1) => `q-${domain}.1-${String(number).padStart(3, '0')}`;
const known = { introducedOn: '2026-10-01', gradedOn: '2026-10-01' };

async function gradeShown(
  picks: readonly string[],
  confidence: 'guess' | 'unsure' | 'sure' = 'sure',
  of = pack,
) {
  const step = await next(of);
  if (step.kind !== 'question') throw new Error(`no question but ${step.kind}`);
  const { question, turn, optionOrder } = step;
  const outcome = await gradeQuestion(depsOf(of), {
    ...reader,
    exam,
    id: question.id,
    version: question.version,
    turn,
    optionOrder,
    picks,
    confidence,
    at: now,
    pressId: `p${press++}`,
  });
  if (outcome.kind === 'stale') throw new Error('stale');
  return outcome;
}

describe('what comes', () => {
  it('is what was reviewed before and is due longest, then what is new', async () => {
    await addCard(id(1), { hoursDue: 100 });
    await addCard(id(2), { hoursDue: 2, ...known });
    await addCard(id(3), { hoursDue: 50, ...known });
    await addCard(id(4), { hoursDue: -5, ...known });
    const seen: (string | null)[] = [];
    for (let step = await next(); step.kind === 'question'; step = await next()) {
      seen.push(step.question.id, String(step.left));
      await gradeShown(['a']);
    }
    expect(seen).toEqual([id(3), '3', id(2), '2', id(1), '1']);
    expect(await next()).toMatchObject({
      kind: 'done',
      isEnough: false,
      nextAt: new Date(NOW.getTime() + 5 * HOUR_MS),
    });
  });

  it('is ten new cards a day, and more tomorrow', async () => {
    for (let number = 1; number <= 13; number += 1) await addCard(id(number));
    for (let count = 0; count < 10; count += 1) await gradeShown(['a']);
    expect(await next()).toMatchObject({
      kind: 'done',
      isEnough: true,
      nextAt: new Date('2026-11-24T00:00:00Z'),
    });
    now = new Date('2026-11-24T00:00:00Z');
    expect(await next()).toMatchObject({ kind: 'question', left: 3 });
  });

  it('is a hundred at most after a holiday; nothing says how much is waiting', async () => {
    for (const domain of [1, 2, 3, 4]) {
      for (let number = 1; number <= 30; number += 1) await addCard(id(number, domain), known);
    }
    expect(await next()).toMatchObject({ kind: 'question', left: 100 });
  });

  it('has its options in another order each time', async () => {
    await addCard(id(1));
    const deps = depsOf(pack);
    const orders = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const step = await nextCard(deps, reader);
        return step.kind === 'question' ? step.optionOrder.join('') : '';
      }),
    );
    expect(new Set(orders).size).toBeGreaterThan(2);
  });

  it('begins with what was answered wrong before there was a review', async () => {
    const seen = { memberId: 'ada', exam, seen: 1, right: 0, lastAt: new Date(NOW.getTime() - HOUR_MS) };
    await test.db.insert(memberQuestions).values([
      { ...seen, questionId: id(5), lastRight: false },
      { ...seen, questionId: id(6), lastRight: true, right: 1 },
    ]);
    expect(await next()).toMatchObject({ kind: 'question', question: { id: id(5) }, left: 1 });
  });
});

describe('an answer with how sure the member is', () => {
  it.each([
    [['a'], 'sure', 3],
    [['a'], 'unsure', 2],
    [['a'], 'guess', 1],
    [['b'], 'sure', 1],
    [['b'], 'guess', 1],
  ] as const)('%j, %s is grade %i', async (picks, confidence, grade) => {
    await addCard(id(1));
    await gradeShown(picks, confidence);
    const [row] = await test.db.select({ grades: reviewCards.grades }).from(reviewCards);
    expect(row?.grades).toEqual([1, grade]);
  });

  it('tells of a leech after eight lapses', async () => {
    const days = Array.from({ length: 8 }, (_, index) => 20_000 + index);
    await addCard(id(1), { days, grades: days.map(() => 1) });
    expect((await gradeShown(['a'])).isLeech).toBe(false);
    await test.db.delete(reviewCards);
    await addCard(id(1), { days, grades: days.map(() => 1) });
    expect((await gradeShown(['b'])).isLeech).toBe(true);
  });

  it('is refused for options that were not shown', async () => {
    await addCard(id(1));
    await expect(gradeShown(['z'])).rejects.toThrow('stale');
  });
});

it('questions and flashcards come together', async () => {
  await addCard(flashcard.id, { kind: 'flashcard', mark: null, hoursDue: 9 });
  await addCard(id(1), { hoursDue: 1 });
  const step = await next();
  expect(step).toMatchObject({ kind: 'flashcard', flashcard: { id: flashcard.id } });
  const graded = await gradeFlashcard(depsOf(pack), {
    ...reader,
    exam,
    id: flashcard.id,
    turn: 0,
    grade: 'good',
    at: now,
    pressId: 'f',
  });
  expect(graded.kind).toBe('graded');
  expect(await next()).toMatchObject({ kind: 'question' });
});

describe('a bank that has changed', () => {
  it('takes a retired question out of the review, and says so', async () => {
    await addCard('q-9.9-001', known);
    await addCard('f-9.9-001', { kind: 'flashcard', ...known });
    await addCard(id(1), known);
    expect(await next()).toMatchObject({ kind: 'question', question: { id: id(1) }, retired: 2, left: 1 });
    expect(await next()).toMatchObject({ retired: 0 });
    expect(await test.db.$count(reviewCards)).toBe(1);
  });

  it('goes past any number of them', async () => {
    for (let number = 1; number <= 60; number += 1) await addCard(`q-9.9-${number}`, known);
    expect(await next()).toMatchObject({ kind: 'done', retired: 60, cards: 0 });
  });

  it('says of a changed key that the card begins anew, and keeps the schedule of other words', async () => {
    const history = { days: [20_000, 20_100], grades: [3, 3] };
    const question = makeQuestion();
    const reworded = makePack({
      questions: [{ ...question, version: 2, takeaway: 'Other words for the same thing.' }],
    });
    await addCard(question.id, { ...history, ...known });
    expect(await next(reworded)).toMatchObject({ kind: 'question', isRekeyed: false });
    const options = question.options.map((each) => ({ ...each, correct: each.id === 'd' }));
    const rekeyed = makePack({ questions: [{ ...question, version: 2, options }] });
    expect(await next(rekeyed)).toMatchObject({ kind: 'question', isRekeyed: true });
    await gradeShown(['d'], 'sure', rekeyed);
    const [row] = await test.db.select().from(reviewCards);
    expect(row).toMatchObject({ mark: 'd', grades: [3] });
  });
});

describe('when nothing is due', () => {
  it('the weakest domain is offered', async () => {
    const seen = (questionId: string, right: number) => ({
      memberId: 'ada',
      exam,
      questionId,
      seen: 5,
      right,
    });
    await test.db
      .insert(memberQuestions)
      .values([seen(id(1, 1), 4), seen(id(1, 2), 1), seen(id(1, 3), 3), seen(id(1, 4), 3)]);
    const step = await next();
    expect(step).toMatchObject({ kind: 'done', cards: 0, nextAt: null, weakest: { id: '2' } });
  });
});
