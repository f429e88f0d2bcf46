// The controls of the set-up screen's question of the day: what a press carries need not come from its menu.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotApp, ComponentInteraction } from '#bot/feature.ts';
import { section } from '#features/asking/daily/section.ts';
import { dailySchedules } from '#features/asking/daily/table.ts';
import { section as digest } from '#features/asking/digest/section.ts';
import { section as winners } from '#features/standing/leaderboard/section.ts';
import { weeklyWinners } from '#features/standing/leaderboard/table.ts';
import { Refusal } from '#lib/refusal.ts';
import { wordsOf } from '#words/words.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyTables(test.db));

/** Channels are named after their server: "s1-daily". */
const channels = {
  know: async () => true,
  missingPermissions: async ({ serverId, channelId }: { serverId: string; channelId: string }) =>
    channelId.startsWith(serverId) ? [] : 'no-channel',
};
// safe: an app and a press with what the sections read of them
const app = () =>
  ({
    db: test.db,
    content: libraryOf(makePack()),
    clock: { now: () => new Date('2026-11-23T08:00:00Z') },
    channels,
  }) as unknown as BotApp;
const press = async (of: typeof section, control: string, value: string) => {
  const guild = {
    roles: { cache: new Map([['own', { mentionable: true }]]) },
    channels: { cache: new Map() },
  };
  const interaction = {
    ...{
      guildId: 's1',
      authorizingIntegrationOwners: { 0: 's1' },
      guild,
      user: { id: 'ada' },
      member: null,
      values: [value],
    },
    memberPermissions: { has: () => true },
    isAnySelectMenu: () => true,
    isModalSubmit: () => false,
  } as unknown as ComponentInteraction;
  const pressed = await of.press(app(), interaction, control);
  return pressed.kind === 'notices' ? pressed.notices.map((notice) => notice(wordsOf('en'))).join() : '';
};
const schedules = () =>
  test.db.select({ channelId: dailySchedules.channelId, roleId: dailySchedules.roleId }).from(dailySchedules);

describe('a press with what no menu offers', () => {
  it('changes no time, no days, and no day or hour of the summary', async () => {
    await press(section, 'channel', 's1-daily');
    expect(await press(section, 'time', '25:00')).toContain('not a time of day');
    expect(await press(section, 'weekdays', '8')).toContain('cannot read the weekdays');
    await press(digest, 'digest', 's1-daily');
    await expect(press(digest, 'digest-day', '8')).rejects.toThrow(Refusal);
    await expect(press(digest, 'digest-hour', '24')).rejects.toThrow(Refusal);
    expect(await press(digest, 'digest-day', '5')).toContain('Friday at 09:00');
    expect(await press(digest, 'digest-hour', '18')).toContain('Friday at 18:00');
  });

  it('stops and starts nothing where there is no question of the day', async () => {
    expect(await press(section, 'pause', '')).toContain('choose a channel');
    expect(await press(section, 'resume', '')).toContain('choose a channel');
  });
});

describe('a press with an id of another server', () => {
  it('sets no channel there', async () => {
    expect(await press(section, 'channel', 's2-daily')).toContain('View Channel');
    expect(await schedules()).toEqual([]);
    expect(await press(winners, 'winners', 's2-daily')).toContain('View Channel');
    expect(await test.db.select().from(weeklyWinners)).toEqual([]);
  });

  it('moves no question of the day there, and has no role of it pinged, by an admin either', async () => {
    await press(section, 'channel', 's1-daily');
    await press(section, 'channel', 's2-daily');
    expect(await press(section, 'role', 'of-s2')).toContain('<@&of-s2>');
    expect(await schedules()).toEqual([{ channelId: 's1-daily', roleId: null }]);
    await press(section, 'role', 'own');
    expect(await schedules()).toEqual([{ channelId: 's1-daily', roleId: 'own' }]);
  });
});
