// The pool in the shape that drizzle expects of a postgres.js client.
import type { Sql, TransactionSql } from 'postgres';
import type { Pool } from './pool.ts';
import type { Watch } from './watch.ts';

type Parameters = NonNullable<globalThis.Parameters<Sql['unsafe']>[1]>;
type Statement = { text: string; parameters: Parameters; asArrays: boolean };

/** Only what drizzle-orm 0.45 calls (postgres-js/session.js): `unsafe` with `values`, `begin`, `savepoint`. */
export function createDriver(pool: Pool): Sql {
  const driver = {
    // drizzle switches off the parsing of dates here; connect.ts declares the same for every connection instead.
    options: { parsers: {}, serializers: {} },
    unsafe: (text: string, parameters: Parameters = []) =>
      whenRead((asArrays) => pool.statement((sql) => send(sql, { text, parameters, asArrays }))),
    begin: <T>(work: (tx: TransactionSql) => Promise<T>) =>
      pool.transaction((tx, watch) => work(watched(tx, watch))),
  };
  return driver as unknown as Sql;
}

function watched(tx: TransactionSql, watch: Watch): TransactionSql {
  const driver = {
    unsafe: (text: string, parameters: Parameters = []) =>
      whenRead((asArrays) => watch.statement(() => send(tx, { text, parameters, asArrays }))),
    savepoint: <T>(work: (nested: TransactionSql) => Promise<T>) =>
      watch.around((enter) => tx.savepoint((nested) => enter(() => work(watched(nested, watch))))),
  };
  return driver as unknown as TransactionSql;
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
