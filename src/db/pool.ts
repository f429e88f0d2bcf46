// Connections that always answer in time. By itself postgres.js waits without limit: for a free connection, and
// for a server that has stopped talking (a paused machine, a cut line), because TCP notices that only after minutes.
import type { Logger } from 'pino';
import type { Sql, TransactionSql } from 'postgres';
import { DatabaseClosed, DatabaseTimeout, isConnectionLost } from './failure.ts';
import { createSlots } from './slots.ts';
import { runTransaction } from './transaction.ts';
import { createWatch, type Watch } from './watch.ts';

export type PoolOptions = {
  /** A client of one connection, which tells when that has closed. */
  open: (onClose: () => void) => Sql;
  max: number;
  /** The longest one statement's caller waits, for a free connection and for the answer together; in ms. */
  answerWithin: number;
  /** How long a server may say nothing before its connection counts as dead; longer than its statement timeout. */
  silentFor: number;
  /** After so many ms a connection is not used again: the server's side of one grows with what it has planned. */
  renewAfter?: number;
  log: Logger;
};

export type Pool = {
  statement<T>(send: (sql: Sql) => PromiseLike<T>): Promise<T>;
  transaction<T>(work: (tx: TransactionSql, watch: Watch) => Promise<T>): Promise<T>;
  end(): Promise<void>;
};

/**
 * One connection for all its life: postgres.js 3.4.9 does not get over every loss (one that closes with a write pending
 * never writes again, porsager/postgres #1215; another hands the old server's error to the next query).
 */
type Line = { sql: Sql; isClosed: boolean; openedAt: number };

/** Seconds that statements underway get when the pool ends. */
const TO_FINISH = 5;
const RENEW_AFTER_MS = 45 * 60_000;

export function createPool(options: PoolOptions): Pool {
  const { open, max, answerWithin, silentFor, renewAfter = RENEW_AFTER_MS, log } = options;
  // Waiting happens here and not in postgres.js, whose queue cannot be left: what gave up is then never sent.
  const slots = createSlots(max);
  const working = new Set<Line>();
  let idle: Line[] = [];
  let isEnded = false;

  const openLine = (): Line => {
    const line: Line = {
      sql: open(() => {
        line.isClosed = true;
      }),
      isClosed: false,
      openedAt: performance.now(),
    };
    return line;
  };

  const take = (): Line => {
    if (isEnded) throw new DatabaseClosed();
    idle = idle.filter((line) => !line.isClosed);
    // The last used first, so that what a quiet hour does not need closes by its idle timeout.
    const line = idle.pop() ?? openLine();
    working.add(line);
    return line;
  };

  // Others at work find out by themselves, and may yet be answered; those at rest may be as dead as this one.
  const giveUp = (lost: Line) => {
    lost.isClosed = true;
    for (const line of [lost, ...idle.splice(0)]) void line.sql.end({ timeout: 0 });
  };

  const putBack = (line: Line) => {
    if (line.isClosed || isEnded) return;
    if (performance.now() - line.openedAt < renewAfter) idle.push(line);
    else void line.sql.end({ timeout: TO_FINISH });
  };

  const holding = async <T>(release: () => void, work: (sql: Sql, watch: Watch) => Promise<T>) => {
    try {
      const line = take();
      const watch = createWatch(silentFor, () => {
        log.warn({ silentFor }, 'the database stopped answering: opening a new connection');
      });
      try {
        return await work(line.sql, watch);
      } catch (error) {
        if (isConnectionLost(error)) giveUp(line);
        throw error;
      } finally {
        working.delete(line);
        putBack(line);
      }
    } finally {
      release();
    }
  };

  return {
    statement: (send) =>
      inTime(answerWithin, async (signal) => {
        const release = await slots.acquire(signal);
        return holding(release, (sql, watch) => watch.statement(() => send(sql)));
      }),
    // A transaction is limited wait by wait, not as a whole: what happens in between is the caller's.
    async transaction(work) {
      const release = await inTime(answerWithin, slots.acquire);
      return holding(release, (sql, watch) => runTransaction(sql, { watch, work }));
    },
    async end() {
      isEnded = true;
      await Promise.all([...idle, ...working].map((line) => line.sql.end({ timeout: TO_FINISH })));
    },
  };
}

async function inTime<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const leaving = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new DatabaseTimeout(milliseconds);
    leaving.abort(error);
    late.reject(error);
  }, milliseconds);
  return Promise.race([work(leaving.signal), late.promise]).finally(() => clearTimeout(timer));
}
