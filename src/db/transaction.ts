// A transaction that survives the loss of its connection. postgres.js 3.4.9 goes on writing to it, be it the next
// statement or its own rollback, which brings the whole process down (porsager/postgres #1208) or, once the connection
// has been reopened for somebody else, lands in their transaction (#1216).
import type { Sql, TransactionSql } from 'postgres';
import { isConnectionLost } from './failure.ts';
import type { Watch } from './watch.ts';

export type Transaction<T> = { watch: Watch; work: (tx: TransactionSql, watch: Watch) => Promise<T> };

export async function runTransaction<T>(sql: Sql, { watch, work }: Transaction<T>): Promise<T> {
  const loss = createLoss();
  const guarded: Watch = {
    statement: (send) => loss.guard(() => watch.statement(send)),
    around: (open) =>
      loss.guard(() => watch.around((enter) => open((inner) => enter(() => loss.guard(inner))))),
  };
  const begun = watch.around((enter) => sql.begin((tx) => enter(() => loss.guard(() => work(tx, guarded)))));
  // `begin` also rejects when the connection closes between two statements: this is how the next one learns of it.
  begun.catch(loss.report);
  // What `begin` resolves to is what the work resolved to; its type also unpacks arrays of promises.
  return Promise.race([begun as Promise<T>, loss.reported]);
}

function createLoss() {
  const { promise: reported, reject } = Promise.withResolvers<never>();
  reported.catch(() => undefined);
  let lost = false;

  const report = (error: unknown) => {
    if (isConnectionLost(error)) lost = true;
    reject(error);
  };

  /** Never settles after the loss, so that postgres.js has nothing to commit or roll back; the race has decided. */
  const guard = async <T>(step: () => Promise<T>): Promise<T> => {
    if (lost) return new Promise<never>(() => undefined);
    try {
      const result = await step();
      return lost ? await new Promise<never>(() => undefined) : result;
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      report(error);
      return new Promise<never>(() => undefined);
    }
  };

  return { reported, report, guard };
}
