// The jobs as the schedule runs them, with Discord replaced by a list of what was sent.
import { isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotApp } from '#bot/feature.ts';
import { dailyJobs } from '#features/asking/daily/jobs.ts';
import { dailyDates, dailySchedules } from '#features/asking/daily/table.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { wordsOf } from '#words/words.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { runJob } from '../../../support/jobs.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';

let test: TestDatabase;
let now = new Date(0);
let sentTo: string[] = [];
let unavailable: string[] = [];
let answerTo: (id: string) => Promise<boolean> = async () => true;
const pack = makePack();

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date('2026-11-23T09:10:00Z');
  sentTo = [];
  unavailable = [];
  answerTo = async () => true;
  for (const table of [dailySchedules, dailyDates, posts, answers]) await test.db.delete(table);
});

async function run(name: string): Promise<void> {
  const sendTo = async (id: string) => {
    const taken = await answerTo(id);
    if (taken) sentTo.push(id);
    return taken;
  };
  const channels = {
    sendDirect: async (memberId: string) =>
      (await sendTo(memberId)) ? { kind: 'sent', messageId: 'm' } : { kind: 'closed' },
    send: async (channelId: string) => {
      if (unavailable.includes(channelId)) return { kind: 'unavailable', reason: 'discord-unavailable' };
      await sendTo(channelId);
      return { kind: 'sent', messageId: `m-${channelId}` };
    },
  };
  const languages = { ofMember: async () => wordsOf('en'), ofServer: async () => wordsOf('en') };
  const app = {
    db: test.db,
    languages,
    clock: { now: () => now },
    content: libraryOf(pack),
    log: silentLog,
    channels,
  };
  // safe: the jobs of this feature use nothing else
  await runJob(dailyJobs([]), name, { app: app as unknown as BotApp, now });
}

/** A schedule in a channel of its own, with the newest question it made. */
async function havePost(name: string, post: Partial<typeof posts.$inferInsert>): Promise<number> {
  const common = { serverId: 's1', createdAt: now };
  const [made] = await test.db
    .insert(posts)
    .values({
      ...{ ...common, kind: 'daily', status: 'pending', exam: pack.exam.id, edition: 'c02' },
      ...{ channelId: `c-${name}`, homeChannelId: `c-${name}`, questionId: 'q', questionVersion: 1 },
      ...{ optionOrder: ['a'], ...post },
    })
    .returning({ id: posts.id });
  const lastPostId = made?.id ?? 0;
  await test.db.insert(dailySchedules).values({
    ...{ ...common, channelId: `c-${name}`, time: '09:00', zone: 'UTC', weekdays: [1], domains: [] },
    ...{ status: 'active', nextDate: '2026-11-30', nextAt: new Date('2026-11-30T09:00:00Z') },
    ...{ createdBy: `admin-${name}`, lastPostId },
  });
  return lastPostId;
}

const failWhen = (isUnlucky: (id: string) => boolean) => {
  answerTo = async (id) => {
    if (isUnlucky(id)) throw new Error('Discord answers 503');
    await new Promise((resolve) => setTimeout(resolve, 20));
    return true;
  };
};

describe('daily-degraded', () => {
  const failing = { failure: 'no-channel' };

  it('is over only when every admin was told or not: one failure leaves nothing running behind it', async () => {
    for (const name of ['unlucky', 'ada', 'grace']) await havePost(name, failing);
    failWhen((id) => id === 'admin-unlucky');
    await expect(run('daily-degraded')).rejects.toThrow('1 of 3 failed');
    expect(sentTo.toSorted()).toEqual(['admin-ada', 'admin-grace']);
    expect(await test.db.$count(dailySchedules, isNotNull(dailySchedules.toldDegradedAt))).toBe(2);
  });

  it('counts an admin who left or takes no direct messages as told', async () => {
    await havePost('gone', failing);
    answerTo = async () => false;
    await run('daily-degraded');
    answerTo = async () => true;
    now = new Date(now.getTime() + 3_600_000);
    await run('daily-degraded');
    expect(sentTo).toEqual([]);
  });

  it('lets those never tried go before more than a batch of those that fail every time', async () => {
    for (let index = 0; index < 50; index += 1) await havePost(`unlucky${index}`, failing);
    failWhen((id) => id.includes('unlucky'));
    await expect(run('daily-degraded')).rejects.toThrow('50 of 50 failed');
    await havePost('ada', failing);
    now = new Date(now.getTime() + 60_000);
    await expect(run('daily-degraded')).rejects.toThrow('49 of 50 failed');
    expect(sentTo).toEqual(['admin-ada']);
  });
});

describe('daily-recaps', () => {
  it('is over only when every recap was sent or not, and tries those again that Discord did not take just now', async () => {
    for (const name of ['unlucky', 'ada', 'grace']) {
      const over = { status: 'closed', closesAt: now, localDate: '2026-11-23' } as const;
      const postId = await havePost(name, { ...over, messageId: `q-${name}` });
      await test.db.insert(dailyDates).values({
        ...{ scheduleId: postId, localDate: '2026-11-23', serverId: 's1', outcome: 'posted' },
        ...{ lateMinutes: 0, settledAt: now, postId },
      });
      await test.db.insert(answers).values({
        ...{ postId, memberId: 'ada', serverId: 's1', exam: pack.exam.id, domain: '1', questionId: 'q' },
        ...{
          questionVersion: 1,
          difficulty: 1,
          picks: ['a'],
          pressId: name,
          isCorrect: true,
          isRated: false,
        },
        ...{ ratedRound: 0, points: 0, answeredAt: now, localDate: '2026-11-23' },
      });
    }
    unavailable = ['c-unlucky'];
    failWhen(() => false);
    await expect(run('daily-recaps')).rejects.toThrow('1 failed in lanes');
    const recaps = await test.db.select({ messageId: dailyDates.recapMessageId }).from(dailyDates);
    expect(recaps.map(({ messageId }) => messageId).toSorted()).toEqual(['m-c-ada', 'm-c-grace', null]);
    unavailable = [];
    now = new Date(now.getTime() + 40_000);
    await run('daily-recaps');
    expect(sentTo.toSorted()).toEqual(['c-ada', 'c-grace', 'c-unlucky']);
  });
});
