// The database as the product sees it: drizzle over a pool that reconnects by itself and fails in bounded time.

import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { Logger } from 'pino';
import type { Trace } from '#lib/trace.ts';
import { readAddress } from './address.ts';
import { createDriver } from './driver.ts';
import { openSql } from './open.ts';
import { createPool, type Pool } from './pool.ts';
import { timeouts } from './session.ts';

export { DatabaseBusy, isUnavailable, isUncertain, isUniqueViolation } from './failure.ts';

type NoSchema = Record<string, never>;

/** What stores take: the database or a transaction in it. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, NoSchema>;
export type Database = PostgresJsDatabase<NoSchema> & { end(): Promise<void> };

export type ConnectOptions = {
  /** What address.ts understands; with `?prepare=false` for PgBouncer in transaction mode. */
  url: string;
  log: Logger;
  /** Told how long each took, for metrics. */
  observe?: (asked: { kind: 'statement' | 'transaction'; failed: boolean; seconds: number }) => void;
  /** Statements are steps of whatever asks for them. */
  trace?: Trace | undefined;
  /** Connections at most. */
  max?: number;
  /** Milliseconds until a statement fails for lack of an answer. Discord waits 3 s for ours. */
  answerWithin?: number;
};

/** Of one process. */
export const POOL_SIZE = 10;

/** Opens nothing yet: the first statement does, and so does every one after the server was away. */
export function connect(options: ConnectOptions): Database {
  const { url, log, max = POOL_SIZE, answerWithin = 2500, observe, trace } = options;
  const limits = {
    // Each leaves time for the next: the server's own refusal is the best answer, silence the worst.
    statement: Math.round(answerWithin * 0.6),
    silence: Math.round(answerWithin * 0.8),
  };
  const open = (onClose: () => void) =>
    openSql(url, {
      connectWithin: limits.statement,
      idleTimeout: 120,
      keepAlive: 15,
      settings: timeouts(readAddress(url), limits.statement),
      onClose,
      onNotice: (notice) => log.debug({ notice }, 'notice from the database'),
    });
  const pool = createPool({ open, max, answerWithin, silentFor: limits.silence, log });
  const measured = observe ? measure(pool, observe) : pool;
  return Object.assign(drizzle(createDriver(measured, trace)), { end: pool.end });
}

function measure(pool: Pool, observe: NonNullable<ConnectOptions['observe']>): Pool {
  const timed = async <T>(kind: 'statement' | 'transaction', work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const tell = (failed: boolean) => observe({ kind, failed, seconds: (performance.now() - began) / 1000 });
    try {
      const result = await work();
      tell(false);
      return result;
    } catch (error) {
      tell(true);
      throw error;
    }
  };
  return {
    statement: (send) => timed('statement', () => pool.statement(send)),
    transaction: (work) => timed('transaction', () => pool.transaction(work)),
    end: pool.end,
  };
}
