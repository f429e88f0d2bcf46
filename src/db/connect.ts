// The database as the product sees it: drizzle over a pool that reconnects by itself and fails in bounded time.

import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { Logger } from 'pino';
import postgres from 'postgres';
import { createDriver } from './driver.ts';
import { createPool } from './pool.ts';

export { isUnavailable, isUniqueViolation } from './failure.ts';

type NoSchema = Record<string, never>;

/** What stores take: the database or a transaction in it. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, NoSchema>;
export type Database = PostgresJsDatabase<NoSchema> & { end(): Promise<void> };

export type ConnectOptions = {
  /** With `?prepare=false` for PgBouncer in transaction mode. */
  url: string;
  log: Logger;
  /** Connections at most. */
  max?: number;
  /** Milliseconds until a statement fails for lack of an answer. Discord waits 3 s for ours. */
  answerWithin?: number;
};

/** Opens nothing yet: the first statement does, and so does every one after the server was away. */
export function connect({ url, log, max = 10, answerWithin = 2500 }: ConnectOptions): Database {
  const limits = {
    // Each leaves time for the next: the server's own refusal is the best answer, silence the worst.
    statement: Math.round(answerWithin * 0.6),
    silence: Math.round(answerWithin * 0.8),
  };
  const settings = isPgBouncer(url) ? {} : serverSettings(limits.statement);
  const open = () =>
    postgres(url, {
      max,
      types,
      connection: { application_name: 'cohort', ...settings },
      connect_timeout: limits.statement / 1000,
      // The default grows to 20 s between attempts; a server that is back should be used at once.
      backoff: (retries: number) => Math.min(0.05 * 2 ** retries, 0.5),
      idle_timeout: 120,
      keep_alive: 15,
      onnotice: (notice) => log.debug({ notice }, 'notice from the database'),
    });
  const pool = createPool({ open, max, answerWithin, silentFor: limits.silence, log });
  return Object.assign(drizzle(createDriver(pool)), { end: pool.end });
}

/** PgBouncer refuses unknown settings at connection start; there they belong to the role (`alter role … set …`). */
function serverSettings(statement: number) {
  return { statement_timeout: statement, idle_in_transaction_session_timeout: 15_000 };
}

function isPgBouncer(url: string): boolean {
  return new URL(url).searchParams.get('prepare') === 'false';
}

// drizzle reads dates from text and writes them as text. The serializer also takes dates and lists of them that
// are put into sql`…` directly, which postgres.js would otherwise send as "Sun Nov 23 2025 …".
const DATES = [1184, 1082, 1083, 1114, 1182, 1185, 1115, 1231];
const types = {
  dates: { to: 1184, from: DATES, parse: (text: string) => text, serialize: dateText },
  json: {
    to: 114,
    from: [114, 3802],
    parse: (text: string) => JSON.parse(text),
    serialize: (text: string) => text,
  },
};

function dateText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? `{${value.map(dateText).join(',')}}` : String(value);
}
