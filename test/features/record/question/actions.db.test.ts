// A question stays as it was asked: an update of the pack changes no open post, and no key of a closed one.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keyOf, type Pack, type Question } from '#content/pack.ts';
import { showFeedback } from '#features/asking/quiz/feedback.view.ts';
import { features, openContent, projections } from '#features/index.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import { prepareReveal, readOpenPost, readReveal } from '#features/record/post/actions.ts';
import { showReveal } from '#features/record/post/reveal.view.ts';
import { posts } from '#features/record/post/table.ts';
import { showPost } from '#features/record/post/view.ts';
import { keepQuestions } from '#features/record/question/actions.ts';
import { questionVersions } from '#features/record/question/table.ts';
import { wordsOf } from '#words/words.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { makePack, makeQuestion, packsOf } from '../../../support/pack.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';
import { read } from '../../../support/shown.ts';

const NOW = new Date('2026-11-26T10:00:00Z');
const words = wordsOf('en');
const offered = features.flatMap(({ feedback }) => feedback ?? []);
let test: TestDatabase;
const deps = () => ({ db: test.db, clock: { now: () => NOW } });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyTables(test.db));

const first = makeQuestion({ stem: 'As it was first asked.' });
/** The same question with another key, as an erratum would have it. */
const corrected: Question = {
  ...first,
  version: 2,
  stem: 'As it was corrected.',
  options: first.options.map((option) => ({ ...option, correct: option.id === 'b' })),
};

const kept = async () => {
  const rows = await test.db.select().from(questionVersions);
  return rows.map(({ id, version }) => `${id} v${version}`).toSorted();
};

describe('keeping questions', () => {
  it('keeps every version once, those of today and those that were replaced', async () => {
    const packs = packsOf({ ...makePack({ questions: [corrected] }), superseded: [first] });
    expect(await keepQuestions(deps(), packs)).toEqual({ kept: 2 });
    expect(await keepQuestions(deps(), packs)).toEqual({ kept: 0 });
    expect(await kept()).toEqual(['q-1.1-001 v1', 'q-1.1-001 v2']);
  });

  it('never changes what is kept, whatever a pack says of the same version later', async () => {
    await keepQuestions(deps(), packsOf(makePack({ questions: [first] })));
    await keepQuestions(deps(), packsOf(makePack({ questions: [{ ...first, stem: 'Rewritten.' }] })));
    const [row] = await test.db.select().from(questionVersions);
    expect(row?.question).toMatchObject({ stem: 'As it was first asked.' });
  });

  it('keeps a bank of thousands, and any number of processes may do so at once', async () => {
    const packs = packsOf(makePack({ perDomain: 300 }));
    const counts = await Promise.all([1, 2, 3].map(() => keepQuestions(deps(), packs)));
    expect(counts.reduce((sum, { kept: count }) => sum + count, 0)).toBe(1200);
    expect(await test.db.$count(questionVersions)).toBe(1200);
  });
});

describe.each([
  ['corrected', makePack({ questions: [corrected] })],
  ['withdrawn', makePack({ questions: [makeQuestion({ id: 'q-2.1-001', domain: '2' })] })],
])('a question that was %s while it stood open', (_, after: Pack) => {
  const updated = async () => {
    await openContent(deps(), packsOf(makePack({ questions: [first] })));
    const post = await makePost(test.db, { createdAt: NOW, messageId: 'm1' });
    return { post, content: await openContent(deps(), packsOf(after)) };
  };

  it('is graded by the key that its members saw', async () => {
    const { post, content } = await updated();
    const press = (memberId: string, index: number) =>
      answerQuestion(
        { db: test.db, content, projections },
        {
          from: null,
          postId: post.id,
          memberId,
          serverId: 's1',
          picked: [index],
          pressId: memberId,
          at: NOW,
        },
      );
    // Shown as B, A, C, D: option a, the key of the first version, is the second.
    const right = await press('ada', 1);
    expect(right).toMatchObject({ kind: 'answered', points: 2, grade: { isCorrect: true } });
    expect(await press('grace', 0)).toMatchObject({ points: 0, grade: { isCorrect: false } });
    if (right.kind === 'no-such-question') return;
    expect(read(showFeedback(words, right, offered))).toContain('You chose B');
  });

  it('goes on standing there, and is revealed, as it was asked', async () => {
    const { post, content } = await updated();
    const all = { ...deps(), content };
    const open = await readOpenPost(all, { postId: post.id });
    expect(open && read(showPost(words, open, 0))).toContain('As it was first asked.');
    const reveal = await prepareReveal(all, post);
    expect(reveal && keyOf(reveal.question)).toEqual(['a']);
    await test.db.update(posts).set({ status: 'closed' });
    const again = await readReveal(all, { postId: post.id, serverId: 's1' });
    expect(again && read(showReveal(words, again, again.tally))).toContain('As it was first asked.');
  });
});

it('a version that nobody kept is not answered, rather than graded by another key', async () => {
  const content = await openContent(deps(), packsOf(makePack({ questions: [corrected] })));
  const post = await makePost(test.db, { createdAt: NOW });
  const press = {
    from: null,
    postId: post.id,
    memberId: 'ada',
    serverId: 's1',
    picked: [1],
    pressId: 'p',
    at: NOW,
  };
  expect(await answerQuestion({ db: test.db, content, projections }, press)).toEqual({
    kind: 'no-such-question',
  });
});
