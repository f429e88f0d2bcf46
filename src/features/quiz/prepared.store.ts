// Statements that are built once: for the answer's, building takes longer than running.
import type { Db } from '#db/connect.ts';

export type AnswerKey = { postId: number; memberId: string };

export function once<T>(made: WeakMap<Db, T>, db: Db, prepare: (db: Db) => T): T {
  const known = made.get(db);
  if (known) return known;
  const statement = prepare(db);
  made.set(db, statement);
  return statement;
}
