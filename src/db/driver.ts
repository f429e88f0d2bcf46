// The pool in the shape that drizzle expects of a postgres.js client.
import type { Sql, TransactionSql } from 'postgres';
import type { Trace } from '#lib/trace.ts';
import type { Pool } from './pool.ts';
import { statementStep, TRANSACTION } from './statement-step.ts';
import type { Watch } from './watch.ts';

type Parameters = NonNullable<globalThis.Parameters<Sql['unsafe']>[1]>;
type Statement = { text: string; parameters: Parameters; asArrays: boolean };

/** Only what drizzle-orm 0.45 calls (postgres-js/session.js): `unsafe` with `values`, `begin`, `savepoint`. */
export function createDriver(pool: Pool, trace?: Trace): Sql {
  const driver = {
    // drizzle switches off the parsing of dates here; connect.ts declares the same for every connection instead.
    options: { parsers: {}, serializers: {} },
    unsafe: (text: string, parameters: Parameters = []) =>
      whenRead((asArrays) =>
        asStep(trace, text, () => pool.statement((sql) => send(sql, { text, parameters, asArrays }))),
      ),
    begin: <T>(work: (tx: TransactionSql) => Promise<T>) => {
      if (!trace) return pool.transaction((tx, watch) => work(watched(tx, watch)));
      // postgres.js calls back from its socket, which belongs to whoever opened the connection.
      return trace.run(TRANSACTION, () =>
        pool.transaction(trace.bind((tx: TransactionSql, watch: Watch) => work(watched(tx, watch, trace)))),
      );
    },
  };
  return driver as unknown as Sql;
}

function watched(tx: TransactionSql, watch: Watch, trace?: Trace): TransactionSql {
  const driver = {
    unsafe: (text: string, parameters: Parameters = []) =>
      whenRead((asArrays) =>
        asStep(trace, text, () => watch.statement(() => send(tx, { text, parameters, asArrays }))),
      ),
    savepoint: <T>(work: (nested: TransactionSql) => Promise<T>) => savepoint(tx, watch, { work, trace }),
  };
  return driver as unknown as TransactionSql;
}

function savepoint<T>(
  tx: TransactionSql,
  watch: Watch,
  { work, trace }: { work: (nested: TransactionSql) => Promise<T>; trace: Trace | undefined },
) {
  const inside = (nested: TransactionSql) => work(watched(nested, watch, trace));
  const bound = trace ? trace.bind(inside) : inside;
  return watch.around((enter) => tx.savepoint((nested) => enter(() => bound(nested))));
}

function asStep<T>(trace: Trace | undefined, text: string, work: () => Promise<T>): Promise<T> {
  return trace ? trace.run(statementStep(text), work) : work();
}

function send(sql: Sql | TransactionSql, { text, parameters, asArrays }: Statement): PromiseLike<unknown> {
  // drizzle never asks for prepared statements unless they are named; without, each one takes two round trips.
  const query = sql.unsafe(text, parameters, { prepare: parameters.length > 0 });
  return asArrays ? query.values() : query;
}

/** A promise whose rows come as arrays if `values` is called on it at once, as on a postgres.js query. */
function whenRead(start: (asArrays: boolean) => Promise<unknown>) {
  let asArrays = false;
  const rows = Promise.resolve().then(() => start(asArrays));
  const values = () => {
    asArrays = true;
    return rows;
  };
  return Object.assign(rows, { values });
}
