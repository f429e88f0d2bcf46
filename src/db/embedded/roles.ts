// The database and its roles in the embedded server: the superuser, whom only this file lets in, owner and bot.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import type { Sql } from 'postgres';
import { openSql } from '../open.ts';
import { SUPERUSER } from './cluster.ts';

const DATABASE = 'cohort';
const OWNER = 'cohort_owner';
const BOT = 'cohort_bot';
const ROLES = new URL('../roles.sql', import.meta.url);
const CONNECT_WITHIN = 10_000;

export type Access = {
  /** The bot's, who reads and writes rows. */
  url: string;
  /** The owner's, who makes and changes tables. */
  migrationUrl: string;
  /** For who looks after the server itself, such as tests that make databases of their own. */
  superuserUrl: string;
};

type Server = { port: number; password: string; log: Logger };

/** Makes what is missing, and brings the clusters of earlier releases to the same state. */
export async function openAccess({ port, password, log }: Server): Promise<Access> {
  const urlOf = (user: string, secret: string, database: string) =>
    `postgres://${user}:${secret}@127.0.0.1:${port}/${database}`;
  // From the superuser's and not random: an address stays the same from start to start, and tells nothing of it.
  const passwordOf = (role: string) => createHmac('sha256', password).update(role).digest('base64url');
  const superuserUrl = urlOf(SUPERUSER, password, DATABASE);
  const onNotice = (notice: object) => log.debug({ notice }, 'roles');
  await within(
    openSql(urlOf(SUPERUSER, password, 'postgres'), { connectWithin: CONNECT_WITHIN, onNotice }),
    createDatabase,
  );
  await within(openSql(superuserUrl, { connectWithin: CONNECT_WITHIN, onNotice }), async (sql) => {
    await sql`select set_config('cohort.owner_password', ${passwordOf(OWNER)}, false),
      set_config('cohort.bot_password', ${passwordOf(BOT)}, false)`;
    await sql.unsafe(readFileSync(ROLES, 'utf8'));
  });
  return {
    url: urlOf(BOT, passwordOf(BOT), DATABASE),
    migrationUrl: urlOf(OWNER, passwordOf(OWNER), DATABASE),
    superuserUrl,
  };
}

async function createDatabase(sql: Sql): Promise<void> {
  const existing = await sql`select from pg_database where datname = ${DATABASE}`;
  if (existing.length === 0) await sql`create database ${sql(DATABASE)}`;
}

async function within(sql: Sql, work: (sql: Sql) => Promise<void>): Promise<void> {
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
