// A post that nobody needs any more, or that can never be sent: whoever asked for it hears of it before it is given up.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { BotApp } from '#bot/feature.ts';
import type { Follower } from '#features/record/post/follower.ts';
import { postJobs } from '#features/record/post/jobs.ts';
import { type NewPost, readPost } from '#features/record/post/store.ts';
import { wordsOf } from '#words/words.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { runJob } from '../../../support/jobs.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';

const START = new Date('2026-11-26T10:00:00Z');
let test: TestDatabase;
let now = START;
let answer: object = {};
let told: string[] = [];
let isWanted = true;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  [now, told, isWanted] = [START, [], true];
  await emptyTables(test.db);
});

const follower: Follower = {
  closed: async () => ({ kind: 'nothing' }),
  isWanted: async () => isWanted,
  async givenUp(_app, post, failure) {
    const stored = await readPost(test.db, post.id);
    told.push(`${failure}, while it is ${stored?.status}`);
  },
};

/** Sends what is due, with Discord's answer to it; what became of the post. */
async function trySend(changes: Partial<NewPost> = {}) {
  const post = await makePost(test.db, { createdAt: START, kind: 'round', status: 'pending', ...changes });
  const channels = {
    hasRole: () => true,
    findOwn: async () => {
      told.push('looked for');
      return null;
    },
    send: async () => {
      told.push('sent');
      return answer;
    },
  };
  const app = {
    ...{ db: test.db, channels, log: silentLog, content: libraryOf(makePack()) },
    ...{ clock: { now: () => now }, languages: { ofServer: async () => wordsOf('en') } },
  };
  // safe: sending uses nothing else
  await runJob(postJobs([follower]), 'send-posts', { app: app as unknown as BotApp, now });
  return (await readPost(test.db, post.id))?.status;
}

it('is not sent when nobody wants it any more', async () => {
  isWanted = false;
  expect(await trySend()).toBe('dropped');
  expect(told).toEqual(['not-wanted, while it is pending']);
});

it('is given up when its question is gone', async () => {
  expect(await trySend({ questionId: 'gone' })).toBe('dropped');
  expect(told).toEqual(['no-question, while it is pending']);
});

it('is given up when it was refused to the end', async () => {
  answer = { kind: 'no-permission', missing: ['Send Messages in Threads'] };
  expect(await trySend()).toBe('pending');
  expect(told).toEqual(['sent']);
  expect(await trySend({ sendBefore: new Date(START.getTime() + 30_000) })).toBe('dropped');
  expect(told.at(-1)).toBe('no-permission:Send Messages in Threads, while it is pending');
});

it('is looked for once more where it may stand', async () => {
  answer = { kind: 'unavailable', reason: 'discord-unavailable' };
  expect(await trySend({ sendBefore: new Date(START.getTime() + 30_000) })).toBe('pending');
  expect(told).toEqual(['sent']);
});

it('is not looked for because it has waited long, but because somebody took it before', async () => {
  answer = { kind: 'sent', messageId: '1' };
  const longAgo = new Date(START.getTime() - 30 * 60_000);
  expect(await trySend({ createdAt: longAgo })).toBe('open');
  expect(told).toEqual(['sent']);
  const taken = { createdAt: longAgo, leaseUntil: new Date(START.getTime() - 1000) };
  expect(await trySend(taken)).toBe('open');
  expect(told).toEqual(['sent', 'looked for', 'sent']);
});

it('is sent once more, and not looked for, while Discord knows its nonce again', async () => {
  answer = { kind: 'sent', messageId: '1' };
  const createdAt = new Date(START.getTime() - 40_000);
  expect(await trySend({ createdAt, leaseUntil: new Date(START.getTime() - 1000) })).toBe('open');
  expect(told).toEqual(['sent']);
});
