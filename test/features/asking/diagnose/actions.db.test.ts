// A diagnosis as it stands in its row: every press once, whoever makes it, and its answers as facts.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toPayload } from '#bot/payload.ts';
import {
  answerDiagnosis,
  beginDiagnosis,
  openDiagnosis,
  recordDiagnoses,
} from '#features/asking/diagnose/actions.ts';
import { drawNext, type NextInput } from '#features/asking/diagnose/rules.ts';
import type { Asking, DiagnoseScreen } from '#features/asking/diagnose/screens.rules.ts';
import { diagnoseExposures, diagnoses } from '#features/asking/diagnose/table.ts';
import { showDiagnose } from '#features/asking/diagnose/view.ts';
import { lessonQuiz } from '#features/asking/quiz/lesson.view.ts';
import { projections } from '#features/index.ts';
import { members } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';
import { answers, memberQuestions, posts } from '#features/record/post/table.ts';
import { openBank } from '#features/standing/progress/bank.actions.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack, makeQuestion, seededRandom } from '../../../support/pack.ts';
import { pseudoWords } from '../../../support/pseudo.ts';
import { emptyTables } from '../../../support/rows.ts';

const NOW = new Date('2026-12-10T12:00:00Z');
const MINUTE = 60_000;
let test: TestDatabase;
let now = NOW;
let press = 0;
const pack = makePack({ perDomain: 30 });
const exam = pack.exam.id;
const random = seededRandom(5);
const deps = (content = libraryOf(pack)) => ({
  db: test.db,
  content,
  projections,
  random,
  clock: { now: () => now },
});

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  await emptyTables(test.db);
  await test.db.insert(servers).values({ id: 's1', exam, edition: 'c03', zone: 'UTC', createdAt: NOW });
});

const who = (memberId = 'ada') => ({ memberId, serverId: 's1' });
const begin = (memberId = 'ada', pressId = `begin-${press++}`) =>
  beginDiagnosis(deps(), { ...who(memberId), pressId });
const asking = (screen: { kind: string }): Asking => {
  if (screen.kind !== 'question') throw new Error(screen.kind);
  return screen as Asking; // safe: the kind was looked at
};
function answer(
  screen: Asking,
  { isRight = true, ...changes }: { isRight?: boolean; memberId?: string } = {},
) {
  const { diagnosis, position, question } = screen;
  const option = question.options.find(({ correct }) => correct === isRight);
  now = new Date(now.getTime() + MINUTE);
  return answerDiagnosis(deps(), {
    ...{ id: diagnosis.id, memberId: diagnosis.memberId, position, picks: [option?.id ?? ''], at: now },
    ...changes,
  });
}
async function answerAll(memberId: string, isRight: (position: number) => boolean): Promise<DiagnoseScreen> {
  let screen = await begin(memberId);
  while (screen.kind === 'question') screen = await answer(screen, { isRight: isRight(screen.position) });
  return screen;
}
const rows = () => test.db.select().from(diagnoses);

describe('a diagnosis', () => {
  it('asks thirty questions by the blueprint, none twice, and ends with the profile', async () => {
    const done = await answerAll('ada', (position) => position % 3 > 0);
    expect(done).toMatchObject({
      kind: 'done',
      progress: {
        figures: { answers: { counted: 30, given: 30 }, forecast: { kind: 'not-enough', missing: 10 } },
      },
    });
    const [row] = await rows();
    expect(new Set(row?.questionIds).size).toBe(30);
    const perDomain = ['1', '2', '3', '4'].map((id) => row?.domains.filter((domain) => domain === id).length);
    // Weights 32, 26, 24 and 18.
    expect(perDomain).toEqual([10, 8, 7, 5]);
  });

  it('goes on where it was left, in any process, days later', async () => {
    const first = asking(await begin());
    const second = asking(await answer(first));
    now = new Date(NOW.getTime() + 5 * 24 * 60 * MINUTE);
    expect(await openDiagnosis(deps(), who())).toMatchObject({
      ...{ kind: 'question', position: 2, size: 30 },
      question: { id: second.question.id },
    });
    expect(asking(await begin()).question.id).toBe(second.question.id);
    expect(await rows()).toHaveLength(1);
  });

  it('makes its member known, so that whoever stays away is found and deleted', async () => {
    await begin();
    expect(await test.db.$count(members)).toBe(1);
  });

  it('is begun once by one press seen twice, and by two at once', async () => {
    const same = await Promise.all([begin('ada', 'same'), begin('ada', 'same')]);
    expect(new Set(same.map((screen) => asking(screen).question.id)).size).toBe(1);
    await Promise.all([begin('grace'), begin('grace')]);
    expect(await rows()).toHaveLength(2);
  });

  it('takes each answer once and for good: a second press shows what is asked now', async () => {
    const first = asking(await begin());
    const [one, two] = await Promise.all([answer(first), answer(first, { isRight: false })]);
    expect([asking(one).position, asking(two).position]).toEqual([2, 2]);
    expect(asking(one).question.id).toBe(asking(two).question.id);
    expect(asking(await answer(first, { isRight: false })).question.id).toBe(asking(one).question.id);
    expect((await rows())[0]).toMatchObject({ picks: [expect.any(String)], seconds: [expect.any(Number)] });
  });

  it('is nobody else’s, and takes no option that it does not offer', async () => {
    const first = asking(await begin());
    expect(await answer(first, { memberId: 'grace' })).toEqual({ kind: 'gone' });
    const odd = { id: first.diagnosis.id, memberId: 'ada', position: 1, at: now };
    for (const picks of [['f'], [], ['a', 'a']])
      expect(await answerDiagnosis(deps(), { ...odd, picks })).toMatchObject({
        kind: 'question',
        position: 1,
      });
    expect((await rows())[0]?.picks).toEqual([]);
  });

  it('chooses by the answers so far: after right ones what is harder', async () => {
    const questions = [...pack.questions.values()].map((question, index) => ({
      ...question,
      difficulty: ([1, 2, 3] as const)[index % 3] ?? 2,
    }));
    const opened = await openBank(
      { db: test.db, content: libraryOf(makePack({ questions })) },
      { exam, edition: 'c03' },
    );
    if (!opened) throw new Error('no bank');
    const average = (isRight: boolean) => {
      const answered: { questionId: string; domain: string; isRight: boolean }[] = [];
      const input: NextInput = {
        ...{ pack: opened.pack, bank: opened.bank, answered, exposures: new Map(), lastSeen: new Map() },
        ...{ now, doubtful: new Set<string>(), random: seededRandom(3) },
      };
      for (let next = drawNext(input); next; next = drawNext(input)) answered.push({ ...next, isRight });
      const levels = answered.map(({ questionId }) => opened.pack.questions.get(questionId)?.difficulty ?? 0);
      return levels.slice(10).reduce<number>((sum, level) => sum + level, 0) / levels.slice(10).length;
    };
    expect(average(true)).toBeGreaterThan(average(false) + 0.5);
  });

  it('asks what was not answered for three weeks first, and else what there is', async () => {
    const seen = [...pack.questions.keys()].filter((_, index) => index % 30 < 10);
    await test.db
      .insert(memberQuestions)
      .values(
        seen.map((questionId) => ({ memberId: 'ada', exam, questionId, seen: 1, right: 1, lastAt: NOW })),
      );
    await answerAll('ada', () => true);
    const [row] = await rows();
    expect(row?.questionIds.filter((id) => seen.includes(id))).toEqual([]);
    const all = [...pack.questions.keys()];
    await test.db
      .insert(memberQuestions)
      .values(
        all.map((questionId) => ({ memberId: 'grace', exam, questionId, seen: 1, right: 1, lastAt: NOW })),
      );
    expect(await begin('grace')).toMatchObject({ kind: 'question' });
  });

  it('is shorter where the bank is smaller, and says so where there is nothing', async () => {
    const small = libraryOf(makePack({ perDomain: 2 }));
    expect(await openDiagnosis(deps(small), who())).toMatchObject({ kind: 'intro', size: 8 });
    const empty = libraryOf(makePack({ questions: [makeQuestion({ editions: ['c02'] })] }));
    expect(await openDiagnosis(deps(empty), who())).toEqual({ kind: 'no-questions' });
    expect(await beginDiagnosis(deps(empty), { ...who(), pressId: 'x' })).toEqual({ kind: 'no-questions' });
  });
});

describe('exposure', () => {
  it('is counted at the end, under the level at which it ended', async () => {
    await answerAll('ada', () => true);
    const counts = await test.db.select().from(diagnoseExposures);
    expect(counts).toHaveLength(31);
    expect(new Set(counts.map(({ band }) => band)).size).toBe(1);
    await answerAll('grace', () => false);
    const takers = await test.db.select().from(diagnoseExposures).where(eq(diagnoseExposures.questionId, ''));
    expect(takers.map(({ times }) => times)).toEqual([1, 1]);
    expect(takers[0]?.band).not.toBe(takers[1]?.band);
  });
});

describe('what is left of it', () => {
  it('are answers like all others: private, never rated, dated when they were given, with their seconds', async () => {
    const first = asking(await begin());
    const second = asking(await answer(first));
    await recordDiagnoses(deps());
    // Handed in while it goes on, so that the day is kept at once.
    const [only] = await test.db.select().from(answers);
    expect(only).toMatchObject({
      ...{ questionId: first.question.id, isCorrect: true, isRated: false, points: 0, seconds: 60 },
      answeredAt: new Date(NOW.getTime() + MINUTE),
    });
    expect((await test.db.select().from(posts))[0]).toMatchObject({ kind: 'private', channelId: 'diagnose' });
    let screen: DiagnoseScreen = second;
    while (screen.kind === 'question') screen = await answer(screen);
    await Promise.all([recordDiagnoses(deps()), recordDiagnoses(deps())]);
    expect(await test.db.$count(answers)).toBe(30);
    expect((await rows())[0]?.recorded).toBe(30);
    expect(await test.db.$count(memberQuestions)).toBe(30);
  });

  it('are handed in by another process after a kill, each once', async () => {
    const done = await answerAll('ada', () => true);
    expect(done.kind).toBe('done');
    // As if it had been killed before it noted that.
    await test.db.update(diagnoses).set({ recorded: 7 });
    await recordDiagnoses(deps());
    expect(await test.db.$count(answers)).toBe(30);
    expect((await rows())[0]?.recorded).toBe(30);
  });

  it('makes room for the next one', async () => {
    await answerAll('ada', () => true);
    expect(await openDiagnosis(deps(), who())).toMatchObject({ kind: 'intro', size: 30 });
    expect(await begin()).toMatchObject({ kind: 'question', position: 1 });
  });
});

describe.each([
  ...listLanguages().map(({ code }) => [code, wordsOf(code)] as const),
  ['pseudo', pseudoWords(wordsOf('en'))] as const,
])('in words: %s', (_language, words) => {
  it('each screen is taken by Discord', async () => {
    const intro = await openDiagnosis(deps(), who());
    const first = asking(await begin());
    const several = makeQuestion({ keys: 2 });
    const screens: Parameters<typeof showDiagnose>[1][] = [
      intro,
      first,
      { ...first, question: several, drawn: { ...first.drawn, optionOrder: ['c', 'a', 'e', 'b', 'd'] } },
      await answerAll('grace', (position) => position < 15),
      { kind: 'gone' },
      { kind: 'no-questions' },
    ];
    for (const screen of screens) {
      const shown = { quiz: lessonQuiz, hasPlan: true, isOld: true, isResumed: true };
      const body = { type: 4, data: toPayload(showDiagnose(words, screen, shown), { private: true }) };
      expect(validateBody('callback', body)).toEqual([]);
    }
  });
});
