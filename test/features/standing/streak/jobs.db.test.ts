// The jobs as the schedule runs them, with Discord replaced by a list of what was sent.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotApp } from '#bot/feature.ts';
import { members } from '#features/people/member/table.ts';
import { jobs } from '#features/standing/streak/jobs.ts';
import { heartbeats, outages, streaks } from '#features/standing/streak/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { runJob } from '../../../support/jobs.ts';

type Sent = { memberId: string; nonce: string };
let test: TestDatabase;
let now = new Date(0);
let sent: Sent[] = [];
let isConnected = true;
let answerOf: (memberId: string) => DirectOutcome = () => taken;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date('2026-11-23T22:00:00Z');
  sent = [];
  isConnected = true;
  answerOf = () => taken;
  for (const table of [members, streaks, outages, heartbeats]) await test.db.delete(table);
});

function app(): BotApp {
  const sendDirect = async (memberId: string, post: { nonce: string }) => {
    const outcome = answerOf(memberId);
    if (outcome.kind === 'sent') sent.push({ memberId, nonce: post.nonce });
    return outcome;
  };
  const channels = { isConnected: () => isConnected, sendDirect };
  // safe: the jobs of this feature use nothing else
  return { db: test.db, clock: { now: () => now }, log: silentLog, channels } as unknown as BotApp;
}

const run = (name: string, on: BotApp = app()) => runJob(jobs, name, { app: on, now });

async function haveStreaks(ids: readonly string[], remindAt: Date | null = now): Promise<void> {
  await test.db.insert(members).values(ids.map((id) => ({ id, reminders: true })));
  await test.db.insert(streaks).values(
    ids.map((memberId) => ({
      ...{ memberId, current: 4, longest: 4, lastDate: '2026-11-22', freezes: 0, progress: 4, remindAt },
    })),
  );
}
const remindAtOf = async (id: string) =>
  (await test.db.select({ at: streaks.remindAt }).from(streaks).where(eq(streaks.memberId, id)))[0]?.at;

describe('streak-reminders', () => {
  it('sends one direct message to each member who is due, with a nonce of member and day', async () => {
    const id = '12345678901234567890';
    await haveStreaks([id]);
    await Promise.all([run('streak-reminders'), run('streak-reminders'), run('streak-reminders')]);
    await run('streak-reminders');
    expect(sent).toEqual([{ memberId: id, nonce: `r${id}1123` }]);
    expect(sent[0]?.nonce.length).toBeLessThanOrEqual(25);
    expect(await remindAtOf(id)).toBeNull();
  });

  it('goes through hundreds in one run', async () => {
    await haveStreaks(Array.from({ length: 130 }, (_, index) => `m${index}`));
    await run('streak-reminders');
    expect(new Set(sent.map(({ memberId }) => memberId)).size).toBe(130);
  });

  it('switches reminders off for a member who takes none, and goes on with the others', async () => {
    await haveStreaks(['closed', 'open']);
    answerOf = (memberId) => (memberId === 'closed' ? { kind: 'closed', code: 50007 } : taken);
    await run('streak-reminders');
    expect(sent.map(({ memberId }) => memberId)).toEqual(['open']);
    const [closed] = await test.db.select().from(members).where(eq(members.id, 'closed'));
    expect(closed?.reminders).toBe(false);
  });

  it('leaves reminders on for members whom Discord refuses for any other reason', async () => {
    await haveStreaks(['too-fast', 'no-server', 'our-fault']);
    answerOf = (memberId) => {
      if (memberId === 'too-fast') return notNow;
      const code = memberId === 'no-server' ? 50278 : 50035;
      return { kind: 'refused', reason: `discord-${code}`, code };
    };
    await expect(run('streak-reminders')).rejects.toThrow('1 reminders not sent');
    const wishes = await test.db.select({ reminders: members.reminders }).from(members);
    expect(wishes.map(({ reminders }) => reminders)).toEqual([true, true, true]);
    expect(await remindAtOf('too-fast')).not.toBeNull();
    expect(await remindAtOf('no-server')).toBeNull();
  });

  it('tries again a quarter of an hour after sending failed, without a second message to the others', async () => {
    await haveStreaks(['unlucky', 'open']);
    answerOf = (memberId) => (memberId === 'unlucky' ? notNow : taken);
    await expect(run('streak-reminders')).rejects.toThrow('1 reminders not sent');
    answerOf = () => taken;
    now = new Date(now.getTime() + 14 * 60_000);
    await run('streak-reminders');
    expect(sent.map(({ memberId }) => memberId)).toEqual(['open']);
    now = new Date(now.getTime() + 60_000);
    await run('streak-reminders');
    expect(sent.map(({ memberId }) => memberId)).toEqual(['open', 'unlucky']);
    expect(sent[1]?.nonce).toBe('runlucky1123');
  });

  it('reaches everybody else in the same run when the members due first cannot be sent to', async () => {
    const unlucky = Array.from({ length: 30 }, (_, index) => `unlucky${index}`);
    const open = Array.from({ length: 30 }, (_, index) => `open${index}`);
    await haveStreaks(unlucky, new Date(now.getTime() - 60_000));
    await haveStreaks(open);
    answerOf = (memberId) => (memberId.startsWith('unlucky') ? notNow : taken);
    await expect(run('streak-reminders')).rejects.toThrow('30 reminders not sent');
    expect(sent.map(({ memberId }) => memberId).toSorted()).toEqual(open.toSorted());
  });

  it('leaves a member alone who answered while sending to them failed', async () => {
    await haveStreaks(['ada']);
    const tomorrow = new Date('2026-11-24T21:00:00Z');
    answerOf = () => notNow;
    const failing = app();
    const send = failing.channels.sendDirect;
    failing.channels.sendDirect = async (memberId, post) => {
      await test.db.update(streaks).set({ remindAt: tomorrow, leaseUntil: null });
      return send(memberId, post);
    };
    await expect(run('streak-reminders', failing)).rejects.toThrow('1 reminders not sent');
    const [row] = await test.db.select({ at: streaks.remindAt, lease: streaks.leaseUntil }).from(streaks);
    expect(row).toEqual({ at: tomorrow, lease: null });
  });
});

describe('heartbeat', () => {
  it('counts only time with Discord: without it, an outage goes on', async () => {
    await run('heartbeat');
    isConnected = false;
    now = new Date('2026-11-24T05:00:00Z');
    await run('heartbeat');
    expect(await test.db.$count(outages)).toBe(0);
    isConnected = true;
    now = new Date('2026-11-24T05:01:00Z');
    await run('heartbeat');
    const rows = await test.db.select({ from: outages.fromAt, to: outages.toAt }).from(outages);
    expect(rows).toEqual([{ from: new Date('2026-11-23T22:00:00Z'), to: now }]);
  });
});
