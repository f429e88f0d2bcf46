// A large server on a local Discord, a database with its past, and the bot between them.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { loadPacks } from '#content/load.ts';
import { domainOf } from '#content/pack.ts';
import type { Embedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { type Actor, type LocalDiscord, startLocalDiscord } from '#local-discord/server.ts';
import { administer, silentLog, withDatabase } from '../../support/database.ts';
import { spawnBotWith } from '../handlers.ts';
import { type BankQuestion, fill, type Place, type Size } from './fill.ts';

type Made = Record<'posts' | 'rounds' | 'sittings', number>;
export type Stage = {
  name: string;
  channelId: string;
  sql: Sql;
  /** The last ids of the past: what has later ones, the bench has made. */
  made: Made;
  /** Who may set up the server. */
  owner: Actor;
  /** Members of the same past in every size. */
  members: Actor[];
  stop(): Promise<void>;
};

type Folder = { dir: string; server: Embedded };
export type Past = { name: string; size: Size };

/** Members of the large server who exist on Discord, and are those at the top of its boards. */
const REAL = 40;
const EDITION = 'c03';

const databaseOf = ({ server }: Folder, { name }: Past) =>
  withDatabase(server.migrationUrl, `growth_${name}`);
const discordFolder = ({ dir }: Folder, { name }: Past) => join(dir, `discord-${name}`);
const discordOf = (folder: Folder, past: Past) =>
  startLocalDiscord({ rateLimits: false, validate: false, dataDir: discordFolder(folder, past) });
const placeFile = ({ dir }: Folder, { name }: Past) => join(dir, `${name}.json`);

export const isWritten = (folder: Folder, past: Past) => existsSync(placeFile(folder, past));

/** Begins anew where an earlier run was cut off. */
export async function writePast(folder: Folder, past: Past): Promise<void> {
  const started = performance.now();
  rmSync(discordFolder(folder, past), { recursive: true, force: true });
  const discord = await discordOf(folder, past);
  const place = placeIn(discord);
  await discord.stop();
  const url = databaseOf(folder, past);
  const owner = new URL(url).username;
  await administer(folder.server.superuserUrl, async (sql) => {
    const name = sql(`growth_${past.name}`);
    await sql`drop database if exists ${name} with (force)`;
    await sql`create database ${name} owner ${sql(owner)}`;
  });
  await migrate({ url, log: silentLog });
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await fill(sql, { size: past.size, place, questions: await bankQuestions() });
  await sql.end();
  writeFileSync(placeFile(folder, past), JSON.stringify(place));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${past.name}: ${past.size.answers} answers written in ${seconds} s`);
}

type Owned = Place & { ownerId: string };

function placeIn(discord: LocalDiscord): Owned {
  const { id: serverId, ownerId } = discord.createGuild({ name: 'Large', ownerName: 'Owner' });
  const channelId = discord.createChannel(serverId, { name: 'general' }).id;
  const numbers = Array.from({ length: REAL }, (_, n) => n);
  const memberIds = numbers.map((n) => discord.createMember(serverId, { name: `m${n}` }).id);
  return { serverId, ownerId, channelId, memberIds };
}

/** The bot has just been started, and so has the database server: nothing is in their memory. */
export async function openStage(folder: Folder, past: Past): Promise<Stage> {
  const url = databaseOf(folder, past);
  // Of releases since the past was written.
  await migrate({ url, log: silentLog });
  const place: Owned = JSON.parse(readFileSync(placeFile(folder, past), 'utf8'));
  const discord = await discordOf(folder, past);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const [made] = await sql<[Made]>`
    select coalesce((select max(id) from posts), 0)::int as posts, coalesce((select max(id) from rounds), 0)::int as rounds,
      coalesce((select max(id) from sittings), 0)::int as sittings`;
  const bot = await spawnBotWith(discord, { DATABASE_URL: url });
  return {
    name: past.name,
    channelId: place.channelId,
    sql,
    made,
    owner: discord.as(place.ownerId),
    members: place.memberIds.map((id) => discord.as(id)),
    async stop() {
      await bot.stop();
      await sql.end();
      await discord.stop();
    },
  };
}

async function bankQuestions(): Promise<BankQuestion[]> {
  const [pack] = (await loadPacks(join(import.meta.dirname, '../../../content'))).values();
  if (!pack) throw new Error('no exam pack');
  return [...pack.questions.values()]
    .filter(({ editions }) => editions.includes(EDITION))
    .map((question) => ({
      exam: pack.exam.id,
      edition: EDITION,
      id: question.id,
      domain: domainOf(pack, EDITION, question).id,
    }));
}
