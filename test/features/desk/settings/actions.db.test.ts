import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  changeDayStart,
  changeLanguage,
  changeReminders,
  changeZone,
  chooseVisibility,
  showSettings,
} from '#features/desk/settings/actions.ts';
import { pauseStreak, unpauseStreak } from '#features/desk/settings/pausing.actions.ts';
import { readLanguage } from '#features/people/member/store.ts';
import { members, pauses } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';
import { dayWatcher } from '#features/standing/streak/day-watcher.ts';
import { streakDays, streaks } from '#features/standing/streak/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';

let test: TestDatabase;
let now = new Date(0);
const languages = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
];
const content = libraryOf(makePack());
const deps = () => ({ db: test.db, clock: { now: () => now }, watchers: [dayWatcher], languages, content });
const ada = { memberId: 'ada', serverId: 's1' };

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00Z');
  for (const table of [members, pauses, servers, streaks, streakDays]) await test.db.delete(table);
  await test.db
    .insert(servers)
    .values({ id: 's1', exam: 'x', edition: 'y', zone: 'Europe/Berlin', createdAt: now });
});

async function haveStreak(lastDate: string): Promise<void> {
  await test.db
    .insert(streaks)
    .values({ memberId: 'ada', current: 5, longest: 5, lastDate, freezes: 0, progress: 5 });
}
const memberRow = async () => (await test.db.select().from(members).where(eq(members.id, 'ada')))[0];
const remindAt = async () => (await test.db.select({ at: streaks.remindAt }).from(streaks))[0]?.at;

describe('the time zone', () => {
  it('is the server’s until one is set, and again when it is given up', async () => {
    expect(await showSettings(deps(), ada)).toMatchObject({
      settings: { zone: 'Europe/Berlin', isServerZone: true, localTime: '11:00', today: '2026-11-23' },
    });
    expect(await changeZone(deps(), { ...ada, zone: 'asia/kolkata' })).toMatchObject({
      kind: 'zone-saved',
      settings: { zone: 'Asia/Kolkata', isServerZone: false, localTime: '15:30' },
      freeAgainAt: new Date('2026-11-24T10:00:00Z'),
    });
    now = new Date('2026-11-24T10:00:00Z');
    expect(await changeZone(deps(), { ...ada, zone: 'server' })).toMatchObject({
      kind: 'zone-saved',
      settings: { zone: 'Europe/Berlin', isServerZone: true },
    });
  });

  it('changes once in 24 hours, also when several changes come at once', async () => {
    const zones = ['Asia/Tokyo', 'America/Lima', 'Africa/Lagos', 'UTC'];
    const all = () => Promise.all(zones.map((zone) => changeZone(deps(), { ...ada, zone })));
    await changeZone(deps(), { ...ada, zone: 'Asia/Kolkata' });
    now = new Date('2026-11-23T10:10:00Z');
    const untilAt = new Date('2026-11-24T10:00:00Z');
    expect(await all()).toEqual(zones.map(() => ({ kind: 'zone-locked', untilAt })));
    now = untilAt;
    // One of them is the change, the others correct it: the 24 hours begin once.
    expect((await all()).map(({ kind }) => kind)).toEqual(zones.map(() => 'zone-saved'));
    expect((await memberRow())?.zoneChangedAt).toEqual(untilAt);
  });

  it('may be corrected within ten minutes, which does not begin the 24 hours anew', async () => {
    const freeAgainAt = new Date('2026-11-24T10:00:00Z');
    await changeZone(deps(), { ...ada, zone: 'Asia/Tokyo' });
    now = new Date('2026-11-23T10:06:00Z');
    expect(await changeZone(deps(), { ...ada, zone: 'Asia/Kolkata' })).toMatchObject({
      kind: 'zone-saved',
      settings: { zone: 'Asia/Kolkata' },
      freeAgainAt,
    });
    // Ten minutes after the change itself, not after its correction.
    now = new Date('2026-11-23T10:10:00Z');
    const zone = { ...ada, zone: 'server' };
    expect(await changeZone(deps(), zone)).toEqual({ kind: 'zone-locked', untilAt: freeAgainAt });
    expect((await memberRow())?.zone).toBe('Asia/Kolkata');
    now = freeAgainAt;
    expect(await changeZone(deps(), zone)).toMatchObject({ kind: 'zone-saved' });
    expect(await memberRow()).toMatchObject({ zone: null, zoneChangedAt: freeAgainAt });
  });

  it('costs no waiting when it is the same, or no zone at all', async () => {
    await changeZone(deps(), { ...ada, zone: 'Mars/Olympus' });
    expect(await memberRow()).toBeUndefined();
    await changeZone(deps(), { ...ada, zone: 'Asia/Tokyo' });
    now = new Date('2026-11-25T10:00:00Z');
    expect(await changeZone(deps(), { ...ada, zone: 'Asia/Tokyo' })).toMatchObject({
      kind: 'zone-unchanged',
    });
    expect((await memberRow())?.zoneChangedAt).toEqual(new Date('2026-11-23T10:00:00Z'));
  });

  it('does not leave out a day that a streak still needs: one answer first', async () => {
    now = new Date('2026-11-23T11:00:00Z');
    await haveStreak('2026-11-22');
    await test.db.insert(members).values({ id: 'ada', zone: 'Pacific/Honolulu' });
    const change = () => changeZone(deps(), { ...ada, zone: 'Pacific/Kiritimati' });
    expect(await change()).toEqual({ kind: 'would-skip-a-day', today: '2026-11-24', current: 5 });
    expect((await memberRow())?.zone).toBe('Pacific/Honolulu');
    await test.db.update(streaks).set({ lastDate: '2026-11-23' });
    expect(await change()).toMatchObject({ kind: 'zone-saved', settings: { today: '2026-11-24' } });
  });

  it('moves the planned reminder with it', async () => {
    await haveStreak('2026-11-23');
    await changeReminders(deps(), { ...ada, on: true });
    expect(await remindAt()).toEqual(new Date('2026-11-24T20:00:00Z'));
    await changeZone(deps(), { ...ada, zone: 'America/New_York' });
    expect(await remindAt()).toEqual(new Date('2026-11-25T02:00:00Z'));
    await changeDayStart(deps(), { ...ada, hour: 4 });
    expect(await remindAt()).toEqual(new Date('2026-11-25T06:00:00Z'));
  });
});

describe('reminders', () => {
  it('are planned when switched on, and gone when switched off', async () => {
    await haveStreak('2026-11-22');
    expect(await changeReminders(deps(), { ...ada, on: true })).toEqual({
      kind: 'reminders-saved',
      on: true,
      nextAt: new Date('2026-11-23T20:00:00Z'),
    });
    expect(await changeReminders(deps(), { ...ada, on: false })).toMatchObject({ on: false, nextAt: null });
    expect(await remindAt()).toBeNull();
    expect((await memberRow())?.reminders).toBe(false);
  });

  it('are on without a streak too: the first answer plans one', async () => {
    expect(await changeReminders(deps(), { ...ada, on: true })).toMatchObject({ on: true, nextAt: null });
    expect((await memberRow())?.reminders).toBe(true);
  });
});

describe('pauses', () => {
  it('are set from today or a later day, and listed', async () => {
    await haveStreak('2026-11-22');
    expect(await pauseStreak(deps(), { ...ada, from: null, days: 3 })).toMatchObject({
      kind: 'paused',
      pause: { fromDate: '2026-11-23', toDate: '2026-11-25' },
      isRunning: true,
      current: 5,
    });
    const later = await pauseStreak(deps(), { ...ada, from: '2026-12-24', days: 5 });
    expect(later).toMatchObject({ kind: 'paused', isRunning: false });
    expect(await showSettings(deps(), ada)).toMatchObject({ settings: { pauses: [{}, {}] } });
  });

  it('end today: past days stay paused', async () => {
    await pauseStreak(deps(), { ...ada, from: null, days: 10 });
    now = new Date('2026-11-26T10:00:00Z');
    expect(await unpauseStreak(deps(), ada)).toMatchObject({ kind: 'unpaused', wasRunning: true });
    expect(await test.db.select().from(pauses)).toEqual([
      { memberId: 'ada', fromDate: '2026-11-23', toDate: '2026-11-25' },
    ]);
    expect(await unpauseStreak(deps(), ada)).toEqual({ kind: 'not-paused' });
  });

  it('do not overlap, also when two are set at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => pauseStreak(deps(), { ...ada, from: 'tomorrow', days: 5 })),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
      'overlaps',
      'overlaps',
      'overlaps',
      'paused',
    ]);
  });

  it('do not reach back behind a day that counts already', async () => {
    await haveStreak('2026-11-24');
    expect(await pauseStreak(deps(), { ...ada, from: 'today', days: 2 })).toEqual({
      kind: 'in-the-past',
      earliest: '2026-11-24',
    });
  });
});

describe('visibility', () => {
  it('is hidden for a value that nobody offers', async () => {
    const shown = { memberId: 'ada', shown: 'loud' };
    expect(await chooseVisibility({ db: test.db }, shown)).toMatchObject({ visibility: 'hidden' });
  });

  it('is stored, and leaves everything else as it is', async () => {
    await changeReminders(deps(), { ...ada, on: true });
    const shown = { memberId: 'ada', shown: 'hidden' };
    expect(await chooseVisibility({ db: test.db }, shown)).toMatchObject({ visibility: 'hidden' });
    expect(await memberRow()).toMatchObject({ visibility: 'hidden', reminders: true });
  });
});

describe('the language of private answers', () => {
  const change = (typed: string) => changeLanguage(deps(), { memberId: 'ada', typed });

  it('is the one that was chosen by code or own name, and that of their Discord again once it is given up', async () => {
    expect(await readLanguage(test.db, 'ada')).toBeNull();
    expect(await change('de')).toEqual({ kind: 'language-saved', name: 'Deutsch' });
    expect(await readLanguage(test.db, 'ada')).toBe('de');
    expect(await showSettings(deps(), ada)).toMatchObject({ settings: { language: 'Deutsch' } });
    expect(await change(' english ')).toEqual({ kind: 'language-saved', name: 'English' });
    expect(await change('discord')).toEqual({ kind: 'language-saved', name: null });
    expect(await readLanguage(test.db, 'ada')).toBeNull();
    expect(await showSettings(deps(), ada)).toMatchObject({ settings: { language: null } });
  });

  it('stays when one is typed that is not spoken', async () => {
    await change('de');
    expect(await change('Klingon')).toEqual({ kind: 'unknown-language', typed: 'Klingon' });
    expect(await readLanguage(test.db, 'ada')).toBe('de');
  });

  it('leaves everything else as it is', async () => {
    await changeReminders(deps(), { ...ada, on: true });
    await change('de');
    expect(await memberRow()).toMatchObject({ language: 'de', reminders: true, zone: null });
  });
});
