// A private round goes with its member from place to place.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startPrivateRound } from '#features/asking/quiz/asking.actions.ts';
import {
  findPrivateRound,
  findUnfinished,
  nextPrivateQuestion,
} from '#features/asking/quiz/private.actions.ts';
import { cooldowns, rounds } from '#features/asking/quiz/table.ts';
import { eraseMember } from '#features/desk/privacy/actions.ts';
import { features, projections } from '#features/index.ts';
import { saveSettings } from '#features/people/member/store.ts';
import { purgeServer } from '#features/people/server/purge.store.ts';
import { servers } from '#features/people/server/table.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack, seededRandom } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const pack = makePack();
let test: TestDatabase;
let press = 0;
const deps = () => ({
  ...{ db: test.db, content: libraryOf(pack), projections, random: seededRandom(3) },
  clock: { now: () => NOW },
});
const here = { serverId: 's1', memberId: 'ada', channelId: 'c1' };
const outside = { serverId: null, memberId: 'ada', channelId: 'dm' };

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  await emptyTables(test.db);
  const server = { exam: pack.exam.id, edition: 'c02', zone: 'UTC', createdAt: NOW };
  await test.db.insert(servers).values(['s1', 's2'].map((id) => ({ ...server, id })));
  await saveSettings(test.db, { id: 'ada', exam: pack.exam.id, edition: 'c02' });
});

async function start(where: typeof here | typeof outside) {
  await test.db.delete(cooldowns);
  const pressId = `p${press++}`;
  const asked = { ...where, pressId, topic: null, count: 5, openMinutes: 0, replaces: null };
  const started = await startPrivateRound(deps(), asked);
  return started?.kind === 'started' ? started.round : null;
}

async function answerFirst(where: typeof here | typeof outside, roundId: number) {
  const step = await nextPrivateQuestion(deps(), { ...where, roundId });
  if (step.kind !== 'question') throw new Error(step.kind);
  const given = { postId: step.post.id, from: null, picked: [0], pressId: `p${press++}`, at: NOW };
  return answerQuestion(deps(), { ...where, ...given });
}

it('begun in a server it goes on in a direct message and in another server of that exam', async () => {
  const round = await start(here);
  expect((await answerFirst(here, round?.id ?? 0)).kind).toBe('answered');
  expect((await answerFirst(outside, round?.id ?? 0)).kind).toBe('answered');
  const unfinished = await findUnfinished(deps(), { ...outside, pressId: 'another' });
  expect(unfinished).toMatchObject({ kind: 'question', post: { position: 3 } });
  expect(await findPrivateRound(deps(), { ...here, serverId: 's2' })).toMatchObject({ id: round?.id });
});

it('there is one outside of servers as there is one in each', async () => {
  expect(await start(outside)).not.toBeNull();
  expect(await start(outside)).toBeNull();
  expect(await start(here)).not.toBeNull();
  expect(await findPrivateRound(deps(), here)).toMatchObject({ serverId: 's1' });
  expect(await findPrivateRound(deps(), outside)).toMatchObject({ serverId: null });
});

it('what was done outside of servers is no server’s to take along', async () => {
  const [mine, theirs] = [await start(outside), await start(here)];
  await answerFirst(outside, mine?.id ?? 0);
  await answerFirst(here, theirs?.id ?? 0);
  await test.db.update(servers).set({ leftAt: NOW });
  await purgeServer(test.db, 's1');
  for (const table of [rounds, posts, answers]) {
    expect(await test.db.select({ serverId: table.serverId }).from(table)).toEqual([{ serverId: null }]);
  }
});

it('nothing of a direct message that names its member is left when they delete their data', async () => {
  const [mine, inServer] = [await start(outside), await start(here)];
  await answerFirst(outside, mine?.id ?? 0);
  await answerFirst(here, inServer?.id ?? 0);
  await eraseMember(
    { db: test.db, personals: features.flatMap(({ personal }) => personal ?? []) },
    { memberId: 'ada' },
  );
  const left = await test.db
    .select({ serverId: posts.serverId, askedBy: posts.askedBy, channelId: posts.channelId })
    .from(posts)
    .orderBy(posts.id);
  expect(left).toEqual([
    { serverId: null, askedBy: null, channelId: 'erased' },
    { serverId: 's1', askedBy: null, channelId: 'c1' },
  ]);
  expect(await test.db.$count(rounds)).toBe(0);
});
