// A server's coming and going, as Discord tells it and as a start finds it.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, it } from 'vitest';
import { servers } from '#features/people/server/table.ts';
import { type Stage, startStage, until } from '../support/cohort.ts';
import { administer } from '../support/database.ts';

let stage: Stage;
const own = () => eq(servers.id, stage.guildId);
const leftAt = async () =>
  (await stage.database.db.select({ at: servers.leftAt }).from(servers).where(own()))[0]?.at;
const has = (isLeft: boolean) => until(async () => ((await leftAt()) !== null) === isLeft);

beforeAll(async () => {
  stage = await startStage();
  // Never all servers are believed to have left: this one stays.
  const other = stage.discord.createGuild({ name: 'Another group', ownerName: 'Barbara' });
  const { db } = stage.database;
  await until(async () => (await db.select().from(servers).where(eq(servers.id, other.id))).length === 1);
  await (await stage.ada.command(stage.general, '/setup server')).settled();
});
afterAll(() => stage.stop());
beforeEach(() => stage.database.db.update(servers).set({ leftAt: null }).where(own()));

it('a removal is noted, and an invitation takes it back', async () => {
  stage.discord.kickBot(stage.guildId);
  await has(true);
  stage.discord.inviteBot(stage.guildId);
  await has(false);
});

it('an invitation while the database is away is noted once it is back', async () => {
  const rename = (from: string, to: string) =>
    administer(stage.database.ownerUrl, (sql) => sql`alter table ${sql(from)} rename to ${sql(to)}`);
  stage.discord.kickBot(stage.guildId);
  await has(true);
  await rename('servers', 'servers_away');
  stage.discord.inviteBot(stage.guildId);
  // Time for the first try, which fails.
  await new Promise((resolve) => setTimeout(resolve, 200));
  await rename('servers_away', 'servers');
  await has(false);
});

it('a server that Discord tells of in a new session has not left, whatever was told before', async () => {
  await stage.database.db.update(servers).set({ leftAt: new Date() }).where(own());
  // A resumed session says nothing of servers: only a new one does.
  stage.discord.dropGateway('op9');
  await has(false);
});

it('a server in which the bot is used has not left, whatever was told before', async () => {
  // It notes this once in a while: a new process has not yet.
  await stage.restart();
  await stage.database.db.update(servers).set({ leftAt: new Date() }).where(own());
  await (await stage.ada.command(stage.general, '/streak')).settled();
  await has(false);
});

it('a removal while the bot is down is found at the next start, and so is an invitation', async () => {
  await stage.bot.stop();
  stage.discord.kickBot(stage.guildId);
  await stage.restart();
  await has(true);
  await stage.bot.stop();
  stage.discord.inviteBot(stage.guildId);
  await stage.restart();
  await has(false);
});
