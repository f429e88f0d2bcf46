// What a member reads about themselves, and what others may read: from answers as they stand in their rows.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toPayload } from '#bot/payload.ts';
import { listOutcomes, recordRealResult } from '#features/asking/exam/history.actions.ts';
import { realResults } from '#features/asking/exam/table.ts';
import { lessonQuiz } from '#features/asking/quiz/lesson.view.ts';
import { members } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';
import { answers, memberQuestions } from '#features/record/post/table.ts';
import { estimateBefore, readProgress } from '#features/standing/progress/actions.ts';
import type { Progress } from '#features/standing/progress/figures.rules.ts';
import { noTally } from '#features/standing/progress/statistics.rules.ts';
import { estimates, learning, questionDifficulties } from '#features/standing/progress/table.ts';
import { showNoProgressOf, showProgress } from '#features/standing/progress/view.ts';
import { showWhy } from '#features/standing/progress/why.view.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { insertAnswers, makeAnswer, type Row } from '../../../support/answers.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { pseudoWords } from '../../../support/pseudo.ts';
import { emptyTables } from '../../../support/rows.ts';

const NOW = new Date('2026-12-10T12:00:00Z');
const DAY = 86_400_000;
let test: TestDatabase;
let now = NOW;
const pack = makePack({ perDomain: 40 });
const content = libraryOf(pack);
const exam = pack.exam.id;
const deps = () => ({ db: test.db, content, clock: { now: () => now } });
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  await emptyTables(test.db);
  await test.db.insert(servers).values({ id: 's1', exam, edition: 'c03', zone: 'UTC', createdAt: NOW });
});

/** First answers to so many questions of each domain, from one number on. */
function practice({ perDomain = 25, from = 1, share = 0.8, at = daysAgo(1), memberId = 'ada' } = {}): Row[] {
  return ['1', '2', '3', '4'].flatMap((domain) =>
    Array.from({ length: perDomain }, (_, index) =>
      makeAnswer({
        memberId,
        domain,
        questionId: `q-${domain}.1-${String(from + index).padStart(3, '0')}`,
        isCorrect: index % 10 < share * 10,
        answeredAt: new Date(at.getTime() + index * 60_000),
      }),
    ),
  );
}

const read = (viewerId = 'ada', outcomes: Parameters<typeof readProgress>[0]['outcomes'] = null) =>
  readProgress({ ...deps(), outcomes }, { memberId: 'ada', viewerId, serverId: 's1' });
async function progress(): Promise<Progress> {
  const outcome = await read();
  if (outcome.kind !== 'progress') throw new Error(outcome.kind);
  return outcome;
}
const stored = () => test.db.select().from(estimates).orderBy(estimates.day);

describe('a member’s progress', () => {
  it('says score, chance and domains from the answers, the same however often one looks', async () => {
    const rows = practice();
    await insertAnswers(test.db, rows);
    await test.db
      .insert(memberQuestions)
      .values(
        rows
          .filter(({ domain }) => domain === '1')
          .map(({ memberId, questionId }) => ({ memberId, exam, questionId, seen: 1, right: 1 })),
      );
    const { figures } = await progress();
    expect(figures).toMatchObject({
      forecast: { kind: 'known' },
      answers: { counted: 100, given: 100 },
      tasks: [{ answered: 25, questions: 40, isCovered: true }, {}, {}, {}],
    });
    expect(figures.domains.map(({ answers: count, forecast }) => [count, forecast.kind])).toEqual(
      Array(4).fill([25, 'known']),
    );
    expect(figures.unavoidableError).toBeGreaterThan(0.05);
    expect(figures.unavoidableError).toBeLessThan(0.2);
    expect((await progress()).figures).toEqual(figures);
  });

  it('says only what is missing while there are too few answers', async () => {
    await insertAnswers(test.db, practice({ perDomain: 5 }));
    expect((await progress()).figures.forecast).toMatchObject({ kind: 'not-enough', missing: 20 });
  });

  it('keeps one estimate a day, the latest, and nothing for who has not answered', async () => {
    await progress();
    expect(await stored()).toEqual([]);
    await insertAnswers(test.db, practice({ at: daysAgo(0.1) }));
    await progress();
    const [first] = await stored();
    await insertAnswers(test.db, practice({ perDomain: 10, from: 26, share: 0, at: daysAgo(0.05) }));
    await progress();
    const [second, ...others] = await stored();
    expect(others).toEqual([]);
    expect(second).toMatchObject({ day: '2026-12-10', answers: 140 });
    expect(second?.median).toBeLessThan(first?.median ?? 0);
  });

  it('shows weeks in which nobody looked, as the answers tell them', async () => {
    await insertAnswers(test.db, [
      ...practice({ perDomain: 15, share: 0.4, at: daysAgo(21) }),
      ...practice({ perDomain: 15, from: 16, share: 0.9, at: daysAgo(2) }),
    ]);
    const { trend } = (await progress()).figures;
    expect(trend.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-29', '2026-12-06', '2026-12-10']);
    expect(trend.at(-1)?.median).toBeGreaterThan((trend[0]?.median ?? 0) + 50);
    // Kept, so that they are not worked out at each look, and had again from the answers alone.
    const before = await stored();
    await test.db.delete(estimates);
    await progress();
    expect(await stored()).toEqual(before);
  });

  it('rests on what was learned of the questions, as soon as it was', async () => {
    await insertAnswers(test.db, practice());
    const { forecast } = (await progress()).figures;
    const hard = [...pack.questions.values()].map(({ id, options }) => ({
      ...{ exam, questionId: id, questionVersion: 1, mean: 1.5, variance: 0.05, answers: 80 },
      tally: noTally(options.length),
    }));
    await test.db.insert(questionDifficulties).values(hard);
    await test.db.insert(learning).values({ name: 'answers', answeredAt: NOW, postId: 1, pages: 1 });
    const learned = (await progress()).figures.forecast;
    // Whoever gets harder questions right so often knows more, and the exam is as hard as they are.
    expect(learned).not.toEqual(forecast);
  });

  it('leaves out answers that are older than 400 days', async () => {
    await insertAnswers(test.db, practice({ at: daysAgo(420) }));
    expect((await progress()).figures.answers).toEqual({ counted: 0, given: 0 });
  });

  it('is shown to others as the member’s visibility says', async () => {
    await insertAnswers(test.db, practice());
    expect(await read('grace')).toMatchObject({ kind: 'progress', isOwn: false });
    for (const visibility of ['anonymous', 'hidden'] as const) {
      await test.db
        .insert(members)
        .values({ id: 'ada', visibility })
        .onConflictDoUpdate({ target: members.id, set: { visibility } });
      expect(await read('grace')).toEqual({ kind: 'not-visible' });
      expect(await read('ada')).toMatchObject({ kind: 'progress', isOwn: true });
    }
  });

  it('says so where the server’s exam is not there', async () => {
    await test.db.update(servers).set({ edition: 'c99' }).where(eq(servers.id, 's1'));
    expect(await read()).toEqual({ kind: 'no-exam' });
  });
});

describe('a real result', () => {
  const told = { memberId: 'ada', exam, edition: 'c03', satOn: '2026-12-09', isPassed: true, score: 780 };

  it('is kept with what would have been said on the evening before, not with what was learned since', async () => {
    await insertAnswers(test.db, practice({ at: daysAgo(3) }));
    const before = await estimateBefore(deps(), { memberId: 'ada', exam, edition: 'c03', day: '2026-12-09' });
    await insertAnswers(test.db, practice({ perDomain: 10, from: 30, share: 0, at: daysAgo(1) }));
    await recordRealResult(deps(), told);
    const [result] = await test.db.select().from(realResults);
    expect(result?.estimate).toEqual([before?.median, before?.low, before?.high, before?.chance]);
    await insertAnswers(test.db, practice({ perDomain: 1, from: 12, share: 0, at: daysAgo(40) }));
    await recordRealResult(deps(), { ...told, score: 790 });
    const [again] = await test.db.select().from(realResults);
    expect(again).toMatchObject({ score: 790, estimate: result?.estimate });
    expect(await listOutcomes(test.db, { exam })).toEqual([
      {
        passChance: (before?.chance ?? 0) / 1000,
        score: { median: before?.median, low: before?.low, high: before?.high },
        hasPassed: true,
        realScore: 790,
      },
    ]);
    expect(await listOutcomes(test.db, { exam: 'cooking' })).toEqual([]);
  });

  it('of somebody with too few answers has no estimate, and judges none', async () => {
    await insertAnswers(test.db, practice({ perDomain: 9, at: daysAgo(3) }));
    await recordRealResult(deps(), told);
    expect(await test.db.select({ estimate: realResults.estimate }).from(realResults)).toEqual([
      { estimate: null },
    ]);
    expect(await listOutcomes(test.db, { exam: null })).toEqual([]);
  });

  it('shows members how good estimates were from 30 results on', async () => {
    await insertAnswers(test.db, practice());
    const outcome = {
      ...{ passChance: 0.7, hasPassed: true, realScore: 760 },
      score: { median: 740, low: 690, high: 790 },
    };
    const known = (count: number) => read('ada', { read: async () => Array(count).fill(outcome) });
    expect(await known(29)).toMatchObject({ figures: { calibration: null } });
    expect(await known(30)).toMatchObject({ figures: { calibration: { count: 30 } } });
  });
});

describe.each([
  ...listLanguages().map(({ code }) => [code, wordsOf(code)] as const),
  ['pseudo', pseudoWords(wordsOf('en'))] as const,
])('in words: %s', (_language, words) => {
  const isTaken = (message: ReturnType<typeof showProgress>) =>
    validateBody('callback', { type: 4, data: toPayload(message, { private: true }) });
  const quizzes = [lessonQuiz, null];
  const calibrated = async () => ({
    read: async () =>
      Array(40).fill({
        ...{ passChance: 0.7, hasPassed: true, realScore: 760 },
        score: { median: 740, low: 690, high: 790 },
      }),
  });

  it('all that there is to show is taken by Discord', async () => {
    await insertAnswers(test.db, [
      ...practice({ perDomain: 12, share: 0.4, at: daysAgo(50) }),
      ...practice({ perDomain: 15, from: 13, share: 0.7, at: daysAgo(2) }),
      ...practice({ perDomain: 1, from: 30, share: 0, at: daysAgo(9) }),
    ]);
    await test.db.delete(answers).where(eq(answers.domain, '4'));
    for (const viewer of ['ada', 'grace']) {
      const outcome = await read(viewer, await calibrated());
      for (const quiz of quizzes)
        expect(isTaken(showProgress(words, outcome, { quiz, name: 'Ada' }))).toEqual([]);
    }
  });

  it('each reason is taken by Discord', async () => {
    await insertAnswers(test.db, practice({ share: 0.5 }));
    const seen = await progress();
    const topics = (['score', 'chance', 'tasks', 'trend', 'raise'] as const).map((kind) => ({ kind }));
    for (const topic of [...topics, { kind: 'domain', id: '2' } as const])
      expect(isTaken(showWhy(words, seen, topic))).toEqual([]);
  });

  it('there is a sentence for everybody who has nothing to show', async () => {
    const own = await read();
    const shown = [
      showProgress(words, own, { quiz: null, name: 'Ada' }),
      showProgress(words, await read('grace'), { quiz: null, name: 'Ada' }),
      showProgress(words, { kind: 'not-visible' }, { quiz: null, name: 'Ada' }),
      showProgress(words, { kind: 'no-exam' }, { quiz: null, name: 'Ada' }),
      showNoProgressOf(words, 'bot'),
      showNoProgressOf(words, 'stranger'),
    ];
    for (const message of shown) expect(isTaken(message)).toEqual([]);
    expect(new Set(shown.map((message) => JSON.stringify(message))).size).toBe(shown.length);
  });
});

describe('the picture', () => {
  const words = wordsOf('en');

  it('shows what the text says, and says it to those who cannot see it', async () => {
    await insertAnswers(test.db, practice({ perDomain: 15, share: 0.7, at: daysAgo(2) }));
    await test.db.delete(answers).where(eq(answers.domain, '4'));
    const outcome = await read('ada');
    const { pictures } = showProgress(words, outcome, { quiz: null, name: 'Ada' });
    if (outcome.kind !== 'progress') throw new Error(outcome.kind);
    const { forecast } = outcome.figures;
    if (forecast.kind !== 'known') throw new Error(forecast.kind);
    const alt = pictures?.[0]?.alt ?? '';
    expect(alt).toContain(
      `${Math.round(forecast.score.median)}, between ${Math.round(forecast.score.low)} and`,
    );
    // 15 answers in a domain are too few to say anything of it: nothing is drawn.
    expect(alt).not.toContain('Subject');
  });

  it('is none where nothing is known', async () => {
    const nothing = await read('ada');
    expect(showProgress(words, nothing, { quiz: null, name: 'Ada' }).pictures).toBeUndefined();
  });
});
