import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotApp } from '#bot/feature.ts';
import {
  chooseEdition,
  chooseLanguage,
  chooseZone,
  readChanges,
  readSetup,
} from '#features/desk/setup/actions.ts';
import { dueEditionNotices } from '#features/desk/setup/edition.actions.ts';
import { setupJobs } from '#features/desk/setup/jobs.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import { readServer } from '#features/people/server/store.ts';
import { serverChanges, servers } from '#features/people/server/table.ts';
import type { Projection } from '#features/record/projection.ts';
import { stale } from '#features/record/stale/table.ts';
import { wordsOf } from '#words/words.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { runJob } from '../../../support/jobs.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';

let test: TestDatabase;
let now = new Date();
let told: string[] = [];
/** Channels for notices, by server. */
let channels: Record<string, string> = {};
const words = wordsOf('en');

/** A standing that a move of the zone makes wrong, and one that does not mind. */
const projections = [
  { name: 'boards', brokenBy: ['zone-moved'] },
  { name: 'cards', brokenBy: ['outage'] },
] as unknown as Projection[]; // safe: only these two are read here
const languages = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
];
/** A part of the set-up that another feature brings; only what is used here. */
const section = {
  async zoneMoved(_tx, { serverId, before, after }) {
    told.push(`${serverId} ${before} ${after}`);
    return () => 'It follows.';
  },
  noticeChannel: async (_db, serverId) => channels[serverId] ?? null,
} as Pick<SetupSection, 'zoneMoved' | 'noticeChannel'> as SetupSection;

const deps = (sections = [section]) => ({
  db: test.db,
  content: libraryOf(makePack()),
  clock: { now: () => now },
  projections,
  sections,
  languages,
});
const who = { serverId: 's1', memberId: 'admin' };
const setEdition = (typed: string) => chooseEdition(deps(), { ...who, typed });
const setZone = (typed: string, sections = [section]) => chooseZone(deps(sections), { ...who, typed });
const setLanguage = (typed: string) => chooseLanguage(deps(), { ...who, typed });
const changesOf = async () =>
  (await readChanges(deps(), who)).map(({ memberId, setting, before, after }) => ({
    memberId,
    setting,
    before,
    after,
  }));

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date('2026-11-23T08:00:00Z');
  told = [];
  channels = {};
  for (const table of [serverChanges, servers, stale]) await test.db.delete(table);
});

describe('a new server', () => {
  it('gets the edition that can still be sat on that day', async () => {
    expect((await readSetup(deps(), who)).edition?.id).toBe('c02');
    await test.db.delete(servers);
    now = new Date('2026-12-01T08:00:00Z');
    expect((await readSetup(deps(), who)).edition?.id).toBe('c03');
  });
});

describe('changing settings', () => {
  it('acts at once, by code or by city', async () => {
    expect(await setEdition('dva-c03')).toEqual({ kind: 'edition-changed', code: 'DVA-C03' });
    expect((await setZone('berlin')).notice).toEqual({ kind: 'zone-changed', zone: 'Europe/Berlin' });
    expect(await setLanguage('Deutsch')).toEqual({ kind: 'language-changed', name: 'Deutsch' });
    expect(await readServer(test.db, 's1')).toMatchObject({
      edition: 'c03',
      zone: 'Europe/Berlin',
      language: 'de',
    });
  });

  it('logs who changed what', async () => {
    await setEdition('dva-c03');
    await setZone('Europe/Berlin');
    await setLanguage('de');
    await setLanguage('discord');
    expect(await changesOf()).toEqual([
      { memberId: 'admin', setting: 'language', before: 'de', after: null },
      { memberId: 'admin', setting: 'language', before: null, after: 'de' },
      { memberId: 'admin', setting: 'zone', before: null, after: 'Europe/Berlin' },
      {
        memberId: 'admin',
        setting: 'edition',
        before: 'aws-developer-associate/c02',
        after: 'aws-developer-associate/c03',
      },
    ]);
  });

  it('logs nothing that stayed as it was, and says so', async () => {
    expect(await setEdition('dva-c02')).toEqual({ kind: 'edition-kept', code: 'DVA-C02' });
    await test.db.update(servers).set({ isZoneGuessed: false });
    expect(await setZone('UTC')).toEqual({ notice: { kind: 'zone-kept', zone: 'UTC' }, followed: [] });
    await setLanguage('discord');
    expect(await changesOf()).toEqual([]);
    expect([told, await test.db.select().from(stale)]).toEqual([[], []]);
  });

  it('logs the first choice of a zone as one, also of the zone that was guessed: nothing else follows it then', async () => {
    expect(await setZone('UTC')).toEqual({ notice: { kind: 'zone-changed', zone: 'UTC' }, followed: [] });
    expect(await readServer(test.db, 's1')).toMatchObject({ zone: 'UTC', isZoneGuessed: false });
    expect(await changesOf()).toEqual([{ memberId: 'admin', setting: 'zone', before: null, after: 'UTC' }]);
    expect([told, await test.db.select().from(stale)]).toEqual([[], []]);
    expect((await setZone('UTC')).notice.kind).toBe('zone-kept');
  });

  it('suggests the zone that was meant and changes nothing', async () => {
    expect((await setZone('Berln')).notice).toMatchObject({
      kind: 'unknown-zone',
      choices: ['Europe/Berlin'],
    });
    await readSetup(deps(), who);
    expect((await readServer(test.db, 's1'))?.zone).toBe('UTC');
  });

  it('names the editions there are when one is typed that is not among them', async () => {
    expect(await setEdition('SAA-C03')).toEqual({
      kind: 'no-such-edition',
      typed: 'SAA-C03',
      codes: ['DVA-C02', 'DVA-C03'],
    });
  });
});

describe('the zone', () => {
  it('moves with everything that goes by it: boards are counted anew, and sections say what followed', async () => {
    const { followed } = await setZone('Europe/Berlin', [section, section]);
    expect(followed.map((sentence) => sentence(words))).toEqual(['It follows.', 'It follows.']);
    expect(told).toEqual(['s1 UTC Europe/Berlin', 's1 UTC Europe/Berlin']);
    const marked = await test.db.select({ what: stale.what, scope: stale.scope }).from(stale);
    expect(marked).toEqual([{ what: 'boards', scope: 'server:s1' }]);
  });

  it('moves with nothing when one of them cannot follow', async () => {
    const failing = { ...section, zoneMoved: () => Promise.reject(new Error('cannot follow')) };
    await expect(setZone('Europe/Berlin', [section, failing])).rejects.toThrow('cannot follow');
    expect((await readServer(test.db, 's1'))?.zone).toBe('UTC');
    expect([await changesOf(), await test.db.select().from(stale)]).toEqual([[], []]);
  });
});

describe('the language of what everybody reads', () => {
  it('is that of Discord until one is chosen, and again when the choice is given up', async () => {
    const language = async () => (await readSetup(deps(), who)).server.language;
    expect(await language()).toBeNull();
    await setLanguage(' deutsch ');
    expect(await language()).toBe('de');
    expect(await setLanguage('Discord')).toEqual({ kind: 'language-changed', name: null });
    expect(await language()).toBeNull();
  });

  it('stays when one is typed that is not spoken', async () => {
    await setLanguage('de');
    expect(await setLanguage('Klingon')).toEqual({ kind: 'unknown-language', typed: 'Klingon' });
    expect((await readServer(test.db, 's1'))?.language).toBe('de');
    expect(await changesOf()).toHaveLength(1);
  });
});

let sent: string[] = [];
let unavailable: string[] = [];
const ofServer = async () => words;

async function tellRetired(): Promise<void> {
  const send = async (channelId: string, post: { nonce: string }) => {
    if (unavailable.includes(channelId)) return { kind: 'unavailable', reason: 'discord-unavailable' };
    sent.push(`${channelId} ${post.nonce}`);
    return { kind: 'sent', messageId: 'm1' };
  };
  // safe: the job uses nothing else
  const app = { ...deps(), channels: { send }, languages: { ofServer } } as unknown as BotApp;
  await runJob(setupJobs([section]), 'edition-notices', { app, now });
}

describe('a retired edition', () => {
  beforeEach(() => {
    sent = [];
    unavailable = [];
  });

  const join = (serverId: string) => readSetup(deps(), { serverId });

  it('is told once, in the channel for notices', async () => {
    await join('s1');
    channels = { s1: 'c1' };
    now = new Date('2026-12-01T08:00:00Z');
    const [notice] = await dueEditionNotices(deps());
    expect(notice).toMatchObject({
      serverId: 's1',
      channelId: 'c1',
      from: { id: 'c02' },
      to: { id: 'c03' },
    });
    await tellRetired();
    expect(await dueEditionNotices(deps())).toEqual([]);
    expect((await readSetup(deps(), who)).successor?.id).toBe('c03');
  });

  it('is told ahead in its last weeks, once, and then once more when it has ended', async () => {
    await join('s1');
    channels = { s1: 'c1' };
    now = new Date('2026-10-30T08:15:00Z');
    expect(await dueEditionNotices(deps())).toEqual([]);
    now = new Date('2026-10-31T08:15:00Z');
    expect(await dueEditionNotices(deps())).toMatchObject([{ news: 'ahead', to: { id: 'c03' } }]);
    for (const day of ['2026-10-31', '2026-11-30', '2026-12-01', '2026-12-02']) {
      now = new Date(`${day}T08:15:00Z`);
      await tellRetired();
    }
    expect(sent).toEqual(['c1 ns1', 'c1 es1']);
  });

  it('is told again by the next run where sending failed, and nowhere else', async () => {
    for (const id of ['s1', 's2']) await join(id);
    channels = { s1: 'c1', s2: 'c2' };
    now = new Date('2026-12-01T08:15:00Z');
    unavailable = ['c1'];
    await expect(tellRetired()).rejects.toThrow('1 of 2 failed');
    unavailable = [];
    now = new Date('2026-12-01T09:15:00Z');
    await tellRetired();
    await tellRetired();
    expect(sent).toEqual(['c2 es2', 'c1 es1']);
  });

  it('is told where the first section that knows a channel says', async () => {
    await join('s1');
    channels = { s1: 'c1' };
    now = new Date('2026-12-01T08:00:00Z');
    const none = { ...section, noticeChannel: async () => null };
    const other = { ...section, noticeChannel: async () => 'c9' };
    expect(await dueEditionNotices(deps([none, section, other]))).toMatchObject([{ channelId: 'c1' }]);
  });

  it('is not told in a server without such a channel, also when it gets one later', async () => {
    await join('s1');
    now = new Date('2026-12-01T08:15:00Z');
    await tellRetired();
    channels = { s1: 'c1' };
    await tellRetired();
    expect(sent).toEqual([]);
  });

  it('is left behind with one switch', async () => {
    await join('s1');
    channels = { s1: 'c1' };
    now = new Date('2026-12-01T08:00:00Z');
    await setEdition('aws-developer-associate/c03');
    expect(await readSetup(deps(), who)).toMatchObject({ edition: { id: 'c03' }, successor: null });
    expect(await dueEditionNotices(deps())).toEqual([]);
  });
});
