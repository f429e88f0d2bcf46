// The jobs as the schedule runs them, with Discord replaced by a list of what was sent.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotApp } from '#bot/feature.ts';
import type { DirectOutcome } from '#bot/sending.ts';
import { members } from '#features/people/member/table.ts';
import { jobs } from '#features/standing/streak/jobs.ts';
import { streaks } from '#features/standing/streak/table.ts';
import { wordsOf } from '#words/words.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { runJob } from '../../../support/jobs.ts';

type Sent = { memberId: string; nonce: string };
const taken: DirectOutcome = { kind: 'sent', messageId: '1' };
const notNow: DirectOutcome = { kind: 'unavailable', reason: 'discord-40003', code: 40003, status: 403 };
let test: TestDatabase;
let now = new Date(0);
let sent: Sent[] = [];
let answerOf: (memberId: string) => DirectOutcome = () => taken;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date('2026-11-23T22:00:00Z');
  sent = [];
  answerOf = () => taken;
  for (const table of [members, streaks]) await test.db.delete(table);
});

function app(): BotApp {
  const sendDirect = async (memberId: string, post: { nonce: string }) => {
    const outcome = answerOf(memberId);
    if (outcome.kind === 'sent') sent.push({ memberId, nonce: post.nonce });
    return outcome;
  };
  const channels = { isConnected: () => true, sendDirect };
  const languages = { ofMember: async () => wordsOf('en') };
  // safe: the jobs of this feature use nothing else
  return { db: test.db, clock: { now: () => now }, log: silentLog, channels, languages } as unknown as BotApp;
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

  it('puts a member off who cannot be dated, and reminds the others in the same run', async () => {
    await haveStreaks(['lost', 'ada', 'grace']);
    await test.db.update(members).set({ zone: 'Mars/Olympus' }).where(eq(members.id, 'lost'));
    await expect(run('streak-reminders')).rejects.toThrow('1 reminders not sent');
    expect(sent.map(({ memberId }) => memberId).toSorted()).toEqual(['ada', 'grace']);
    const [lost] = await test.db
      .select({ lease: streaks.leaseUntil, at: streaks.remindAt })
      .from(streaks)
      .where(eq(streaks.memberId, 'lost'));
    expect(lost).toEqual({ lease: new Date(now.getTime() + 15 * 60_000), at: now });
    await test.db.update(members).set({ zone: 'UTC' }).where(eq(members.id, 'lost'));
    now = new Date(now.getTime() + 15 * 60_000);
    await run('streak-reminders');
    expect(sent.map(({ memberId }) => memberId)).toContain('lost');
  });

  it('sends nothing while the bot has no gateway', async () => {
    await haveStreaks(['ada']);
    const away = app();
    away.channels.isConnected = () => false;
    await run('streak-reminders', away);
    expect(sent).toEqual([]);
    expect(await remindAtOf('ada')).toEqual(now);
  });
});
