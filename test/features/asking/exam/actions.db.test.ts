import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary } from '#content/library.ts';
import type { Pack } from '#content/pack.ts';
import {
  beginExam,
  continueExam,
  pressExam,
  type Screen,
  submitExam,
} from '#features/asking/exam/actions.ts';
import { chooseExam } from '#features/asking/exam/choosing.actions.ts';
import { clockMoved, recordExams, settleDeadlines } from '#features/asking/exam/ending.actions.ts';
import { listPast, recordRealResult, todayOf } from '#features/asking/exam/history.actions.ts';
import { noteRead } from '#features/asking/exam/reviewing.actions.ts';
import { readSitting, runningSitting } from '#features/asking/exam/store.ts';
import { realResults, sittings } from '#features/asking/exam/table.ts';
import { countOwnData, eraseMember } from '#features/desk/privacy/actions.ts';
import { features, projections } from '#features/index.ts';
import { members } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';

import { answers, channelQuestions, memberQuestions, posts } from '#features/record/post/table.ts';
import { streaks } from '#features/standing/streak/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { makePack, packsOf, seededRandom } from '../../../support/pack.ts';
import { emptyTables, waitingIn } from '../../../support/rows.ts';

const NOW = new Date('2026-12-01T20:00:00Z');
const MINUTE = 60_000;
let test: TestDatabase;
let now = NOW;
let pack: Pack;
/** Versions that the pack had before, as the library keeps them. */
let kept: Pack;
let press = 0;
const deps = () => ({
  db: test.db,
  content: createLibrary(packsOf(pack), async ({ id, version }) => {
    const question = kept.questions.get(id);
    return question?.version === version ? question : null;
  }),
  projections,
  log: silentLog,
  clock: { now: () => now },
  random: seededRandom(press++),
});

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  kept = makePack({ perDomain: 30 });
  pack = kept;
  await emptyTables(test.db);
  await test.db
    .insert(servers)
    .values({ id: 's1', exam: pack.exam.id, edition: 'c03', zone: 'UTC', createdAt: NOW });
});

const whole = {
  exam: 'aws-developer-associate',
  edition: 'c03',
  kind: 'full',
  domain: null,
  hasExtra: false,
} as const;
const begin = (changes: object = {}) =>
  beginExam(deps(), { memberId: 'ada', serverId: 's1', pressId: `begin-${press++}`, ...whole, ...changes });

async function begun(changes: object = {}) {
  const screen = await begin(changes);
  if (screen.kind !== 'question') throw new Error(screen.kind);
  return screen.sitting;
}

const at = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
const pressAt = (minutes: number, sittingId: number, what: object, memberId = 'ada') => {
  now = at(minutes);
  return pressExam(deps(), { sittingId, memberId, at: now, show: null, ...what });
};
const pick = (minutes: number, sittingId: number, [position, id]: [number, string]) =>
  pressAt(minutes, sittingId, { show: position, answer: { position, picks: [id] } });
const markOf = (screen: Screen) => (screen.kind === 'question' ? screen.mark : null);

/** A heartbeat every half minute from one instant to another, as the job gives it. */
async function working(from: number, to: number) {
  for (let minute = from; minute <= to; minute += 0.5) {
    now = at(minute);
    await settleDeadlines(deps());
  }
}

describe('beginning an exam', () => {
  it('starts its clock at the first question, with as much time as the edition gives', async () => {
    const sitting = await begun();
    expect(sitting.marks).toHaveLength(65);
    expect(sitting.marks.filter(({ isScored }) => !isScored)).toHaveLength(15);
    expect([sitting.position, sitting.deadlineAt]).toEqual([1, at(130)]);
    expect((await begun({ memberId: 'grace', hasExtra: true })).deadlineAt).toEqual(at(160));
    expect((await begun({ memberId: 'linus', kind: 'half' })).deadlineAt).toEqual(at(66));
  });

  it('makes one exam of one press seen twice, and of two presses at once', async () => {
    const [one, two] = await Promise.all([begin({ pressId: 'same' }), begin({ pressId: 'same' })]);
    expect(one).toMatchObject({ kind: 'question', sitting: (two as { sitting: object }).sitting });
    const others = await Promise.all([begin({ memberId: 'grace' }), begin({ memberId: 'grace' })]);
    expect(others.map(({ kind }) => kind).toSorted()).toEqual(['question', 'running']);
  });

  it('is refused while another one runs, not once its time is up', async () => {
    const { id } = await begun();
    expect(await begin()).toMatchObject({ kind: 'running', sitting: { id } });
    now = at(131);
    await clockMoved(deps());
    expect(await begin()).toMatchObject({ kind: 'question' });
  });

  it('asks nothing that the last exams asked, answered or not', async () => {
    pack = makePack({ perDomain: 60 });
    kept = pack;
    const first = await begun();
    await submitExam(deps(), { sittingId: first.id, memberId: 'ada', at: now });
    const second = await begun();
    const ids = new Set(first.marks.map(({ questionId }) => questionId));
    expect(second.marks.filter(({ questionId }) => ids.has(questionId))).toEqual([]);
  });

  it('is not offered where there are no questions yet', async () => {
    const typed = {
      serverId: 's1',
      memberId: 'ada',
      size: null,
      domain: null,
      edition: null,
      hasExtra: false,
    };
    expect(await chooseExam(deps(), typed)).toMatchObject({ kind: 'full', edition: 'c03' });
    pack = { ...pack, questions: new Map() };
    expect(await chooseExam(deps(), typed)).toBeNull();
    expect(await chooseExam(deps(), { ...typed, domain: '1' })).toBeNull();
  });

  it('says that there is nothing for an exam, edition or domain that there is not', async () => {
    for (const wrong of [{ exam: 'nope' }, { edition: 'c09' }, { kind: 'domain', domain: '9' }]) {
      expect(await begin(wrong)).toEqual({ kind: 'no-questions' });
    }
  });
});

describe('a press', () => {
  it('changes an answer as often as one likes, and both devices see it', async () => {
    const { id, marks } = await begun();
    const [first = '', second = ''] = marks[2]?.optionOrder ?? [];
    await pick(1, id, [3, first]);
    expect(markOf(await pick(2, id, [3, second]))).toMatchObject({
      position: 3,
      picks: [second],
      answeredAt: at(2),
    });
    expect(markOf(await pressAt(3, id, { show: 3 }))).toMatchObject({ picks: [second] });
    expect(await pressAt(3, id, {})).toMatchObject({ kind: 'overview' });
  });

  it('counts the time on the question that was shown, not on the overview, and half an hour at most', async () => {
    const { id } = await begun();
    await pressAt(1, id, { show: 2 });
    await pressAt(1.5, id, {});
    await pressAt(10, id, { show: 2 });
    await pressAt(70, id, { show: 3 });
    const sitting = await readSitting(test.db, { sittingId: id, memberId: 'ada' });
    expect(sitting?.marks.slice(0, 3).map(({ seconds }) => seconds)).toEqual([60, 30 + 1800, 0]);
  });

  it('costs one statement, whatever it does', async () => {
    const { id } = await begun();
    let statements = 0;
    const counting = new Proxy(test.db, {
      get(target, name, receiver) {
        if (['execute', 'select', 'insert', 'update', 'delete', 'transaction'].includes(String(name)))
          statements += 1;
        return Reflect.get(target, name, receiver);
      },
    });
    const who = { sittingId: id, memberId: 'ada', at: at(1) };
    const presses = [
      { show: 1, answer: { position: 1, picks: ['a'] } },
      { show: 2, flag: { position: 2, isFlagged: true } },
      { show: 65 },
      { show: null },
    ];
    for (const what of presses) await pressExam({ ...deps(), db: counting }, { ...who, ...what });
    expect(statements).toBe(presses.length);
  });

  it('flags and unflags, seen once or twice', async () => {
    const { id } = await begun();
    const flag = (isFlagged: boolean) => pressAt(1, id, { show: 5, flag: { position: 5, isFlagged } });
    await flag(true);
    expect(markOf(await flag(true))).toMatchObject({ isFlagged: true });
    expect(markOf(await flag(false))).toMatchObject({ isFlagged: false });
  });

  it.each([
    ['another member', { memberId: 'grace', show: 2 }],
    ['a question that the exam has not', { show: 66 }],
    ['position 0', { show: 0 }],
    ['an option that the question has not', { show: 1, answer: { position: 1, picks: ['f'] } }],
  ])(
    'changes nothing for %s',
    async (_name, { memberId = 'ada', ...what }: { memberId?: string; show: number }) => {
      const { id } = await begun();
      const before = await readSitting(test.db, { sittingId: id, memberId: 'ada' });
      expect(await pressAt(0.5, id, what, memberId)).toEqual({ kind: 'gone' });
      expect(await readSitting(test.db, { sittingId: id, memberId: 'ada' })).toEqual(before);
    },
  );

  it('shows each question as it was drawn, whatever an update makes of it', async () => {
    const { id, marks } = await begun();
    const asked = marks[0]?.questionId ?? '';
    const changed = [...kept.questions.values()].map((question) => ({
      ...question,
      version: 2,
      stem: 'New',
    }));
    pack = makePack({ questions: changed });
    const screen = await pressAt(1, id, { show: 1 });
    expect(screen).toMatchObject({ kind: 'question', question: { id: asked, version: 1 } });
    const right = kept.questions.get(asked)?.options.find(({ correct }) => correct)?.id ?? '';
    await pick(2, id, [1, right]);
    expect(await submitExam(deps(), { sittingId: id, memberId: 'ada', at: now })).toMatchObject({
      outcome: { right: 1, items: 65 },
    });
  });
});

describe('the end of an exam', () => {
  it('comes with its taker’s word, once', async () => {
    const { id, marks } = await begun();
    await pick(1, id, [1, 'a']);
    const submit = () => submitExam(deps(), { sittingId: id, memberId: 'ada', at: now });
    const [one, two] = await Promise.all([submit(), submit()]);
    expect([one.kind, two.kind]).toEqual(['ended', 'ended']);
    expect(one).toMatchObject({
      outcome: { right: 1, open: 64, items: marks.length },
      sitting: { isTimeUp: false },
    });
    expect(await pick(2, id, [2, 'a'])).toMatchObject({ kind: 'ended', outcome: { right: 1 } });
    expect(await continueExam(deps(), { memberId: 'ada' })).toBeNull();
  });

  it('comes with its deadline, as it stands, in any process', async () => {
    const { id } = await begun();
    await pick(0.5, id, [1, 'a']);
    await working(0.5, 131);
    const sitting = await readSitting(test.db, { sittingId: id, memberId: 'ada' });
    expect(sitting).toMatchObject({ submittedAt: at(130), isTimeUp: true, right: 1 });
    expect(await pick(131, id, [2, 'a'])).toMatchObject({ kind: 'ended', outcome: { open: 64 } });
  });

  it('moves by as much as the bot was away, once for all processes', async () => {
    const { id } = await begun();
    await working(0, 10);
    now = at(40);
    await Promise.all([settleDeadlines(deps()), settleDeadlines(deps())]);
    expect(await runningSitting(test.db, 'ada')).toMatchObject({ deadlineAt: at(160), outageSeconds: 1800 });
    expect(markOf(await pick(41, id, [1, 'a']))).toMatchObject({ picks: ['a'] });
  });

  it('is ours: by a clock that is behind Discord’s nobody loses the last seconds', async () => {
    const { id } = await begun();
    await working(0, 129.5);
    now = at(129.9);
    const press = { sittingId: id, memberId: 'ada', at: at(130.1) };
    expect(await pressExam(deps(), { ...press, show: 2 })).toMatchObject({ kind: 'question' });
    expect(await submitExam(deps(), press)).toMatchObject({ kind: 'ended', sitting: { isTimeUp: false } });
  });

  it('comes for everybody at once, however many end at the same minute', async () => {
    const taking = Array.from({ length: 25 }, (_, index) => begun({ memberId: `m${index}` }));
    const ids = (await Promise.all(taking)).map((sitting) => sitting.id);
    await working(0, 130);
    const press = { sittingId: ids[24] ?? 0, show: 2 };
    expect(await pressAt(130.1, press.sittingId, press, 'm24')).toMatchObject({ kind: 'ended' });
  });

  it('is not missed by somebody whose time ran out while the bot was away', async () => {
    const { id } = await begun();
    await working(0, 120);
    // Back after the deadline: this press is the first thing that happens.
    expect(markOf(await pick(140, id, [1, 'a']))).toMatchObject({ picks: ['a'] });
    expect(await runningSitting(test.db, 'ada')).toMatchObject({ deadlineAt: at(150) });
  });

  it('gives an exam that began during the absence only what was left of it, and one that was over nothing', async () => {
    const over = await begun();
    await working(0, 131);
    const { id } = await begun({ memberId: 'grace' });
    const began = now;
    now = at(141);
    await settleDeadlines(deps());
    expect(await readSitting(test.db, { sittingId: over.id, memberId: 'ada' })).toMatchObject({
      outageSeconds: 0,
    });
    const sitting = await readSitting(test.db, { sittingId: id, memberId: 'grace' });
    expect(sitting?.deadlineAt).toEqual(new Date(began.getTime() + 140 * MINUTE));
  });

  it('comes when the playground’s clock is moved past it: nobody was away', async () => {
    const { id } = await begun();
    await working(0, 1);
    now = at(200);
    await clockMoved(deps());
    await settleDeadlines(deps());
    expect(await readSitting(test.db, { sittingId: id, memberId: 'ada' })).toMatchObject({ isTimeUp: true });
  });
});

describe('the answers of an exam', () => {
  it('become facts, once, however often that is begun: practice, which the streak and the memory know', async () => {
    const { id, marks } = await begun();
    await pick(1, id, [1, 'a']);
    await pick(2, id, [2, marks[1]?.optionOrder.find((each) => each !== 'a') ?? 'b']);
    now = at(3);
    await submitExam(deps(), { sittingId: id, memberId: 'ada', at: now });
    await Promise.all([recordExams(deps()), recordExams(deps())]);
    await recordExams(deps());
    const rows = await test.db.select().from(answers);
    expect(rows.map(({ isCorrect, isRated, answeredAt }) => ({ isCorrect, isRated, answeredAt }))).toEqual([
      { isCorrect: true, isRated: false, answeredAt: at(1) },
      { isCorrect: false, isRated: false, answeredAt: at(2) },
    ]);
    expect(await test.db.$count(posts)).toBe(2);
    expect(await test.db.$count(channelQuestions)).toBe(0);
    expect(await test.db.$count(memberQuestions)).toBe(2);
    expect(await test.db.select().from(streaks)).toMatchObject([{ memberId: 'ada', current: 1 }]);
  });

  it('of an evening and the night after it make two days, also when the night was counted before', async () => {
    const { id } = await begun();
    await pick(1, id, [1, 'a']);
    // The exam began at 20:00; an extension carries it past midnight.
    await test.db
      .update(sittings)
      .set({ deadlineAt: at(600) })
      .where(eq(sittings.id, id));
    const { id: other } = await begun({ memberId: 'grace' });
    await submitExam(deps(), { sittingId: other, memberId: 'grace', at: now });
    await pick(245, id, [2, 'a']);
    await submitExam(deps(), { sittingId: id, memberId: 'ada', at: now });
    await recordExams(deps());
    expect(await test.db.select().from(streaks)).toMatchObject([{ memberId: 'ada', current: 2 }]);
  });
});

describe('the answers of an exam that were given before others', () => {
  it('do not change what is known of a question since', async () => {
    const { id, marks } = await begun();
    const questionId = marks[0]?.questionId ?? '';
    await pick(1, id, [1, marks[0]?.optionOrder.find((each) => each !== 'a') ?? 'b']);
    const since = { memberId: 'ada', exam: pack.exam.id, questionId, seen: 1, right: 1 };
    await test.db.insert(memberQuestions).values({ ...since, lastAt: at(2), lastRight: true });
    now = at(3);
    await submitExam(deps(), { sittingId: id, memberId: 'ada', at: now });
    await recordExams(deps());
    expect(await test.db.select().from(memberQuestions)).toMatchObject([
      { seen: 2, right: 1, lastAt: at(2), lastRight: true },
    ]);
  });
});

describe('an exam whose pack is no longer loaded', () => {
  it('ends like the others, keeps nobody from theirs, and says that it is gone', async () => {
    const { id } = await begun();
    const { id: other } = await begun({ memberId: 'grace' });
    now = at(131);
    await clockMoved(deps());
    const without = { ...deps(), content: createLibrary(new Map(), async () => null) };
    await settleDeadlines(without);
    const sitting = await readSitting(test.db, { sittingId: id, memberId: 'ada' });
    expect(sitting).toMatchObject({ submittedAt: at(130), right: null });
    const submit = { sittingId: other, memberId: 'grace', at: now };
    expect(await submitExam(without, submit)).toEqual({ kind: 'gone' });
    expect(await listPast(without, { memberId: 'ada' })).toEqual([]);
    expect(await submitExam(deps(), submit)).toMatchObject({ kind: 'ended' });
  });
});

it('whoever reads an exam again reads its keys again, however long ago they answered', async () => {
  const { id } = await begun();
  await pick(1, id, [1, 'a']);
  const ended = await submitExam(deps(), { sittingId: id, memberId: 'ada', at: now });
  await recordExams(deps());
  if (ended.kind !== 'ended') throw new Error(ended.kind);
  now = new Date(NOW.getTime() + 30 * 86_400_000);
  await noteRead(deps(), { ended, of: 'all', index: 0 });
  expect(await test.db.select().from(memberQuestions)).toMatchObject([{ lastAt: at(1), keySeenAt: now }]);
});

it('answers that are being handed over do not bring back whoever deletes everything meanwhile', async () => {
  const { id, marks } = await begun();
  for (const { position } of marks.slice(0, 30)) await pick(1, id, [position, 'a']);
  await submitExam(deps(), { sittingId: id, memberId: 'ada', at: now });
  const personals = features.flatMap((feature) => feature.personal ?? []);
  let erasing: Promise<unknown> | undefined;
  let asked = 0;
  const { content } = deps();
  const questionAt: typeof content.questionAt = async (key) => {
    asked += 1;
    if (asked === 4) {
      erasing = eraseMember({ db: test.db, personals }, { memberId: 'ada' });
      await expect.poll(() => waitingIn(test.db), { interval: 5 }).toBe(1);
    }
    return content.questionAt(key);
  };
  await recordExams({ ...deps(), content: { ...content, questionAt } });
  await erasing;
  await recordExams(deps());
  expect(asked).toBeGreaterThanOrEqual(4);
  expect(asked).toBeLessThan(30);
  expect(await countOwnData({ db: test.db, personals }, { memberId: 'ada' })).toEqual([]);
});

describe('the history', () => {
  it('lists what is over, the newest first, with scores of whole and half exams', async () => {
    for (const kind of ['full', 'half', 'domain'] as const) {
      const { id } = await begun({ kind, domain: kind === 'domain' ? '2' : null });
      await submitExam(deps(), { sittingId: id, memberId: 'ada', at: now });
      now = new Date(now.getTime() + MINUTE);
    }
    const past = await listPast(deps(), { memberId: 'ada' });
    expect(past.map(({ sitting }) => sitting.kind)).toEqual(['domain', 'half', 'full']);
    expect(past.map(({ score }) => score?.score ?? null)).toEqual([null, 100, 100]);
    expect(await listPast(deps(), { memberId: 'grace' })).toEqual([]);
  });

  it('dates a real result by the day where its taker is', async () => {
    now = new Date('2026-12-01T20:00:00Z');
    const who = { memberId: 'ada', serverId: 's1' };
    expect(await todayOf(deps(), who)).toBe('2026-12-01');
    await test.db.insert(members).values({ id: 'ada', zone: 'Pacific/Auckland' });
    expect(await todayOf(deps(), who)).toBe('2026-12-02');
  });

  it('keeps one real result for a day: the last word', async () => {
    const told = { memberId: 'ada', exam: 'x', edition: 'c03', satOn: '2026-12-01', estimate: null };
    await recordRealResult(deps(), { ...told, isPassed: false, score: 700 });
    await recordRealResult(deps(), { ...told, isPassed: true, score: 740 });
    expect(await test.db.select().from(realResults)).toMatchObject([{ isPassed: true, score: 740 }]);
  });
});
