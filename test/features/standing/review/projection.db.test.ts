// Wrong answers enter the review with their own statement; grades are written once.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#db/connect.ts';
import { projections } from '#features/index.ts';
import { servers } from '#features/people/server/table.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import type { NewPost } from '#features/record/post/store.ts';
import { memberQuestions } from '#features/record/post/table.ts';
import { addQuestions, gradeOutside, recordGrade } from '#features/standing/review/actions.ts';
import { ALGORITHM, DEFAULT_WEIGHTS, dayNumberOf } from '#features/standing/review/memory.rules.ts';
import { reviewProjection } from '#features/standing/review/projection.ts';
import { reviewCards, reviewMembers } from '#features/standing/review/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack, makeQuestion } from '../../../support/pack.ts';
import { emptyTables, makePost as insertPost } from '../../../support/rows.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const DAY_MS = 86_400_000;
const TODAY = dayNumberOf('2026-11-23');
const pack = makePack();
const exam = pack.exam.id;
let content = libraryOf(pack);
let test: TestDatabase;
let press = 0;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  content = libraryOf(pack);
  await emptyTables(test.db);
  await test.db.insert(servers).values({ id: 's1', exam, edition: 'c02', zone: 'UTC', createdAt: NOW });
});

const RIGHT = 1;
const WRONG = 0;
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

/** Option a is the key, and is shown as B. */
async function answer(index: number, { at = NOW, ...changes }: Partial<NewPost> & { at?: Date } = {}) {
  const post = await insertPost(test.db, { createdAt: at, ...changes });
  const outcome = await answerQuestion(
    { db: test.db, content, projections },
    {
      from: null,
      postId: post.id,
      memberId: 'ada',
      serverId: 's1',
      picked: [index],
      pressId: `p${press++}`,
      at,
    },
  );
  if (outcome.kind === 'no-such-question') throw new Error('no such question');
  return outcome;
}
const cards = () => test.db.select().from(reviewCards).orderBy(reviewCards.kind, reviewCards.cardId);
const card = async () => (await cards())[0];

describe('an answer', () => {
  it('enters the review when it is wrong, as forgotten today, due on the member’s next day', async () => {
    const { told } = await answer(WRONG);
    expect(told.review).toEqual({ comesAgain: true });
    expect(await cards()).toEqual([
      {
        memberId: 'ada',
        exam,
        kind: 'question',
        cardId: 'q-1.1-001',
        mark: 'a',
        dueAt: new Date('2026-11-24T00:00:00Z'),
        days: [TODAY],
        grades: [1],
        turn: 0,
        introducedOn: null,
        gradedOn: null,
        lastPress: null,
      },
    ]);
  });

  it('changes nothing when it is right', async () => {
    expect((await answer(RIGHT)).told.review).toEqual({ comesAgain: false });
    expect(await cards()).toEqual([]);
    await answer(WRONG);
    const before = await cards();
    await answer(RIGHT, { at: later(1) });
    expect(await cards()).toEqual(before);
  });

  it('is one lapse a day, however often it is wrong', async () => {
    await answer(WRONG);
    await answer(WRONG, { at: new Date(NOW.getTime() + 60_000) });
    expect(await card()).toMatchObject({ days: [TODAY], grades: [1] });
    await answer(WRONG, { at: later(3) });
    expect(await card()).toMatchObject({ days: [TODAY, TODAY + 3], grades: [1, 1] });
  });

  it('brings a card that was far away back tomorrow', async () => {
    await answer(WRONG);
    await test.db.update(reviewCards).set({ dueAt: later(90) });
    await answer(WRONG, { at: later(5) });
    expect((await card())?.dueAt).toEqual(new Date('2026-11-29T00:00:00Z'));
  });

  it('begins anew under another key, and goes on under other words', async () => {
    await answer(WRONG);
    const options = makeQuestion().options.map((each) => ({ ...each, correct: each.id === 'd' }));
    const reworded = makeQuestion({ version: 2, stem: `${makeQuestion().stem} Please.` });
    content = libraryOf(makePack({ questions: [reworded] }));
    await answer(WRONG, { at: later(1), questionVersion: 2 });
    expect(await card()).toMatchObject({ mark: 'a', grades: [1, 1] });
    content = libraryOf(makePack({ questions: [makeQuestion({ version: 3, options })] }));
    await answer(WRONG, { at: later(2), questionVersion: 3 });
    expect(await card()).toMatchObject({ mark: 'd', days: [TODAY + 2], grades: [1] });
  });
});

const gradeOf = (changes: Partial<Parameters<typeof recordGrade>[1]> = {}) => ({
  memberId: 'ada',
  serverId: 's1',
  exam,
  kind: 'question' as const,
  cardId: 'q-1.1-001',
  grade: 'good' as const,
  mark: 'a',
  turn: 0,
  at: later(1),
  pressId: `p${press++}`,
  ...changes,
});

describe('a grade', () => {
  it('is written with the member’s count, and the key counts as seen', async () => {
    await answer(WRONG);
    const outcome = await recordGrade({ db: test.db }, gradeOf());
    expect(outcome).toMatchObject({ kind: 'graded', isLeech: false });
    expect(await card()).toMatchObject({
      grades: [1, 3],
      turn: 1,
      introducedOn: '2026-11-24',
      gradedOn: '2026-11-24',
    });
    expect(await test.db.select().from(reviewMembers)).toMatchObject([{ reviews: 1, fitAt: 100 }]);
    const [seen] = await test.db.select().from(memberQuestions);
    expect(seen?.keySeenAt).toEqual(later(1));
  });

  it('counts once when the same press comes twice, in two processes, and says the same both times', async () => {
    await answer(WRONG);
    const second = connect({ url: test.url, log: silentLog, max: 2 });
    const same = gradeOf();
    const outcomes = await Promise.all(
      [test.db, second, test.db, second].map((db) => recordGrade({ db }, same)),
    );
    await second.end();
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]?.kind).toBe('graded');
    expect(await card()).toMatchObject({ grades: [1, 3], turn: 1 });
    expect(await test.db.select().from(reviewMembers)).toMatchObject([{ reviews: 1 }]);
  });

  it('of what was shown before the last grade changes nothing', async () => {
    await answer(WRONG);
    await recordGrade({ db: test.db }, gradeOf());
    const before = await cards();
    expect(await recordGrade({ db: test.db }, gradeOf({ grade: 'easy', at: later(2) }))).toEqual({
      kind: 'stale',
    });
    expect(await cards()).toEqual(before);
  });

  it('goes by the member’s own weights, as long as the model is the one they were fitted for', async () => {
    const gradeAnew = async () => {
      await test.db.delete(reviewCards);
      await answer(WRONG);
      return recordGrade({ db: test.db }, gradeOf());
    };
    const byAll = await gradeAnew();
    const weights = DEFAULT_WEIGHTS.map((weight, index) => (index < 4 ? 50 : weight));
    await test.db.update(reviewMembers).set({ weights, algorithm: ALGORITHM });
    expect(await gradeAnew()).not.toEqual(byAll);
    await test.db.update(reviewMembers).set({ algorithm: 'another' });
    expect(await gradeAnew()).toEqual(byAll);
  });
});

it('a member without a zone of their own lives by the server’s, as the list of what is due does', async () => {
  await test.db.update(servers).set({ zone: 'Asia/Tokyo' });
  await addQuestions(
    { db: test.db, clock: { now: () => NOW } },
    { memberId: 'ada', exam, questionIds: ['q-1.1-001'] },
  );
  // The 24th has begun in Tokyo.
  await recordGrade({ db: test.db }, gradeOf({ at: new Date('2026-11-23T16:00:00Z') }));
  expect((await card())?.gradedOn).toBe('2026-11-24');
});

describe('what a member asks for', () => {
  it('is due at once, once, and takes nothing from what is there', async () => {
    await answer(WRONG);
    const before = await card();
    const wish = { memberId: 'ada', exam, questionIds: ['q-1.1-001', 'q-2.1-001', 'q-2.1-001'] };
    const deps = { db: test.db, clock: { now: () => NOW } };
    expect(await addQuestions(deps, wish)).toBe(1);
    expect(await addQuestions(deps, wish)).toBe(0);
    expect(await addQuestions(deps, { ...wish, questionIds: [] })).toBe(0);
    expect(await cards()).toMatchObject([before, { cardId: 'q-2.1-001', dueAt: NOW, grades: [] }]);
  });
});

describe('a flashcard', () => {
  const recalled = {
    memberId: 'ada',
    serverId: 's1',
    exam,
    cardId: 'f-1.1-001',
    grade: 'good' as const,
    at: NOW,
    pressId: 'f1',
  };

  it('enters with its first grade, counts the same press once, and a repeat of the day not at all', async () => {
    const first = await gradeOutside({ db: test.db }, recalled);
    expect(first.getTime()).toBeGreaterThan(NOW.getTime());
    expect(await gradeOutside({ db: test.db }, recalled)).toEqual(first);
    expect(await gradeOutside({ db: test.db }, { ...recalled, pressId: 'f2' })).toEqual(first);
    expect(await cards()).toMatchObject([{ kind: 'flashcard', grades: [3], turn: 2 }]);
    expect(await test.db.select().from(reviewMembers)).toMatchObject([{ reviews: 1 }]);
    expect(await test.db.select().from(memberQuestions)).toEqual([]);
  });

  it('is dated as in a review: without a zone of their own by the server’s', async () => {
    await test.db.update(servers).set({ zone: 'Asia/Tokyo' });
    await gradeOutside({ db: test.db }, { ...recalled, at: new Date('2026-11-23T16:00:00Z') });
    expect((await cards())[0]?.gradedOn).toBe('2026-11-24');
  });

  it('stands or falls with the transaction that it is graded in', async () => {
    const failed = test.db.transaction(async (tx) => {
      await gradeOutside({ db: tx }, recalled);
      throw new Error('the place in the deck was not written');
    });
    await expect(failed).rejects.toThrow('the place');
    expect(await cards()).toEqual([]);
  });

  it('graded by two presses at once takes both', async () => {
    await Promise.all(['f3', 'f4'].map((pressId) => gradeOutside({ db: test.db }, { ...recalled, pressId })));
    expect(await cards()).toMatchObject([{ grades: [3], turn: 2 }]);
  });
});

describe('counting anew', () => {
  const scope = { kind: 'member' as const, id: 'ada' };

  it('finds nothing changed', async () => {
    await answer(WRONG);
    await answer(RIGHT, { questionId: 'q-2.1-001', domain: '2' });
    const before = await cards();
    expect(await reviewProjection.rebuild({ db: test.db, clock: { now: () => NOW } }, scope)).toBe(0);
    expect(await cards()).toEqual(before);
  });

  it('finds wrong answers of before there were reviews', async () => {
    await answer(WRONG);
    await test.db.delete(reviewCards);
    expect(await reviewProjection.rebuild({ db: test.db, clock: { now: () => NOW } }, scope)).toBe(1);
    expect(await cards()).toMatchObject([{ cardId: 'q-1.1-001', mark: null, grades: [] }]);
  });
});

it('a member’s cards and memory are theirs: shown, and gone when they say so', async () => {
  await answer(WRONG);
  await recordGrade({ db: test.db }, gradeOf());
  await addQuestions(
    { db: test.db, clock: { now: () => NOW } },
    { memberId: 'grace', exam, questionIds: ['q-2.1-001'] },
  );
  const { personal } = reviewProjection;
  expect(Object.keys(await personal.read(test.db, 'ada'))).toEqual(['review_cards', 'review_members']);
  await personal.erase(test.db, 'ada');
  expect(await test.db.$count(reviewCards, eq(reviewCards.memberId, 'ada'))).toBe(0);
  expect(await test.db.$count(reviewMembers)).toBe(0);
  expect(await test.db.$count(reviewCards)).toBe(1);
});
