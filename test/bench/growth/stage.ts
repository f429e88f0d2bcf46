// A large server on a local Discord, a database with its past, and the bot between them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { loadPacks } from '#content/load.ts';
import { domainOf } from '#content/pack.ts';
import { type Embedded, startEmbedded } from '#db/embedded.ts';
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
  /** Somebody who has just come, and never answered. */
  newcomer(): Actor;
  /** Resolves when the bot has counted anew what its absence may have made wrong: all streaks, for some minutes. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

type Folder = { dir: string; server: Embedded };
/** `real`: members of the large server who exist on Discord. */
export type Past = { name: string; size: Size; real: number };

const EDITION = 'c03';

const databaseOf = ({ server }: Folder, { name }: Past) =>
  withDatabase(server.migrationUrl, `growth_${name}`);
const discordFolder = ({ dir }: Folder, { name }: Past) => join(dir, `discord-${name}`);
const discordOf = (folder: Folder, past: Past) =>
  startLocalDiscord({ rateLimits: false, validate: false, dataDir: discordFolder(folder, past) });
const placeFile = ({ dir }: Folder, { name }: Past) => join(dir, `${name}.json`);

/** For writing alone: a log that has to be kept, and waited for, would double the time. */
const WRITING = {
  ...{ fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: 0, autovacuum: 'off' },
  ...{ max_wal_size: '8GB', shared_buffers: '1GB' },
};

/** Those that the folder does not hold yet; on the disk when it is done, so that nothing is still written while one measures. */
export async function writePasts(dir: string, pasts: readonly Past[]): Promise<void> {
  const server = await startEmbedded({ dir, log: silentLog, settings: WRITING });
  try {
    const folder = { dir, server };
    for (const past of pasts) if (!existsSync(placeFile(folder, past))) await writePast(folder, past);
  } finally {
    await server.stop();
  }
  spawnSync('sync');
}

/** Begins anew where an earlier run was cut off. */
async function writePast(folder: Folder, past: Past): Promise<void> {
  const started = performance.now();
  rmSync(discordFolder(folder, past), { recursive: true, force: true });
  const discord = await discordOf(folder, past);
  const place = placeIn(discord, past.real);
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

function placeIn(discord: LocalDiscord, real: number): Owned {
  const { id: serverId, ownerId } = discord.createGuild({ name: 'Large', ownerName: 'Owner' });
  const channelId = discord.createChannel(serverId, { name: 'general' }).id;
  const numbers = Array.from({ length: real }, (_, n) => n);
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
  await endAll(sql);
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
    newcomer: () => discord.as(discord.createMember(place.serverId, { name: 'new' }).id),
    async settled() {
      // It looks for absences once it is connected, and counts again a minute later.
      do await sleep(3_000);
      while ((await sql`select from stale limit 1`).length > 0);
    },
    async stop() {
      await bot.stop();
      await sql.end();
      await discord.stop();
    },
  };
}

/** What a run that was cut off has left open, and what its bot had begun. */
async function endAll(sql: Sql): Promise<void> {
  await sql`update posts set status = 'dropped' where status = 'open' and kind <> 'private'`;
  await sql`update rounds set finished_at = now() where finished_at is null`;
  await sql`update sittings set submitted_at = now(), recorded_at = now() where submitted_at is null`;
  await sql`update stale set lease_until = null`;
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
