// What is said after a close: whose word comes next, and what counts as a try.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { claimWords, prepareWord } from '#features/asking/quiz/afterword.actions.ts';
import { insertAfterword } from '#features/asking/quiz/afterwords.store.ts';
import { afterwords } from '#features/asking/quiz/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';

const START = new Date('2026-11-26T10:00:00Z');
let test: TestDatabase;
let now = START;
const deps = () => ({ db: test.db, content: libraryOf(makePack()), clock: { now: () => now } });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = START;
  await emptyTables(test.db);
});

const due = (postId: number, serverId: string, channelId: string) =>
  insertAfterword(test.db, {
    ...{ postId, kind: 'reply', serverId, channelId, createdAt: START },
    dueAt: new Date(START.getTime() - 100_000 + postId),
  });
const channelsOf = async (limit: number, busyChannels: string[] = []) =>
  (await claimWords(deps(), { limit, busyChannels })).map(({ channelId }) => channelId);

it('every server’s first word comes before any server’s second', async () => {
  for (let id = 1; id <= 60; id += 1) await due(id, 'busy', `b${id % 3}`);
  await due(61, 'calm', 'c1');
  const taken = await channelsOf(5);
  expect(taken).toHaveLength(5);
  expect(taken).toContain('c1');
});

it('no more of a channel is taken than gets said within a lease, and nothing where work is underway', async () => {
  for (let id = 1; id <= 60; id += 1) await due(id, 's1', 'slow');
  await due(61, 's1', 'c1');
  expect(await channelsOf(50, ['slow'])).toEqual(['c1']);
  expect(await channelsOf(50)).toHaveLength(25);
});

it('a word is one process’s at a time', async () => {
  for (let id = 1; id <= 20; id += 1) await due(id, `s${id}`, `c${id}`);
  const claims = await Promise.all([channelsOf(15), channelsOf(15), channelsOf(15)]);
  expect(new Set(claims.flat()).size).toBe(claims.flat().length);
});

it('a claim whose turn never came is no try', async () => {
  const post = await makePost(test.db, { createdAt: START, status: 'closed', messageId: 'm1' });
  await due(post.id, 's1', 'c1');
  for (let claim = 0; claim < 3; claim += 1) {
    expect(await channelsOf(1)).toEqual(['c1']);
    now = new Date(now.getTime() + 61_000);
  }
  expect((await prepareWord(deps(), { postId: post.id }))?.word.attempts).toBe(1);
  expect((await prepareWord(deps(), { postId: post.id }))?.word.attempts).toBe(2);
  await test.db.update(afterwords).set({ settledAt: now });
  expect(await prepareWord(deps(), { postId: post.id })).toBeNull();
});
