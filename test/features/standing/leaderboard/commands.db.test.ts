import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BotApp, CommandInteraction } from '#bot/feature.ts';
import { leaderboardCommand } from '#features/standing/leaderboard/commands.ts';
import { scores } from '#features/standing/leaderboard/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';

const pack = makePack();
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('a board read again within a minute looks nobody up again', async () => {
  const line = { serverId: 's1', exam: pack.exam.id, domain: 'all', window: 'all' as const };
  await test.db.insert(scores).values(
    ['m1', 'm2', 'm3'].map((memberId, index) => ({
      ...{ ...line, startsOn: '1970-01-01', memberId, points: 9 - index, right: 1, rated: 1 },
    })),
  );
  const command = leaderboardCommand([]);
  const looked: string[] = [];
  const stillMembers = async (_: string, ids: readonly string[]) => {
    looked.push(...ids);
    return new Map(ids.map((id) => [id, id]));
  };
  const clock = { now: () => new Date('2026-11-23T20:00:00Z') };
  // safe: the command uses nothing else
  const app = {
    db: test.db,
    content: libraryOf(pack),
    clock,
    channels: { stillMembers },
  } as unknown as BotApp;
  const options = { getString: (name: string) => (name === 'window' ? 'all' : null) };
  // safe: as above
  const use = (id: string) =>
    ({
      options,
      user: { id },
      guildId: 's1',
      authorizingIntegrationOwners: { 0: 's1' },
    }) as unknown as CommandInteraction;
  await command.run(app, use('m1'));
  await command.run(app, use('m2'));
  await command.run(app, use('m2'));
  expect(looked.toSorted()).toEqual(['m1', 'm2', 'm3']);
});
