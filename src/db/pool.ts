// Connections that always answer in time. By itself postgres.js waits without limit: for a free connection, and
// for a server that has stopped talking (a paused machine, a cut line), because TCP notices that only after minutes.
import type { Logger } from 'pino';
import type { Sql, TransactionSql } from 'postgres';
import { DatabaseTimeout, isConnectionLost } from './failure.ts';
import { createSlots } from './slots.ts';
import { runTransaction } from './transaction.ts';
import { createWatch, type Watch } from './watch.ts';

export type PoolOptions = {
  open: () => Sql;
  max: number;
  /** The longest one statement's caller waits, for a free connection and for the answer together; in ms. */
  answerWithin: number;
  /** How long a server may say nothing before its connections count as dead; longer than its statement timeout. */
  silentFor: number;
  log: Logger;
};

export type Pool = {
  statement<T>(send: (sql: Sql) => PromiseLike<T>): Promise<T>;
  transaction<T>(work: (tx: TransactionSql, watch: Watch) => Promise<T>): Promise<T>;
  end(): Promise<void>;
};

/** Seconds that statements underway get when their connections are given up. */
const TO_FINISH = 5;

export function createPool({ open, max, answerWithin, silentFor, log }: PoolOptions): Pool {
  // Waiting happens here and not in postgres.js, whose queue cannot be left: what gave up is then never sent.
  const slots = createSlots(max);
  let current = open();
  let ended = false;

  // postgres.js 3.4.9 does not get over every loss: a connection that closes with a write pending never writes again
  // (porsager/postgres #1215), and another hands the old server's error to the next query. So a loss means new ones.
  const replace = (lost: Sql, timeout: number) => {
    if (lost !== current || ended) return;
    current = open();
    void lost.end({ timeout });
  };

  const holding = async <T>(release: () => void, work: (sql: Sql, watch: Watch) => Promise<T>) => {
    const sql = current;
    const watch = createWatch(silentFor, () => {
      log.warn({ silentFor }, 'the database stopped answering: opening new connections');
      // Whatever still waits on the old ones fails now, as CONNECTION_DESTROYED.
      replace(sql, 0);
    });
    try {
      return await work(sql, watch);
    } catch (error) {
      if (isConnectionLost(error)) replace(sql, TO_FINISH);
      throw error;
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
    end() {
      ended = true;
      return current.end({ timeout: TO_FINISH });
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
