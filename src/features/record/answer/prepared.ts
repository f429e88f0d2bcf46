// Statements that are built once for a database and a list of projections: building takes longer than running.
import type { Db } from '#db/connect.ts';
import type { Projection } from '../projection.ts';

export type AnswerKey = { postId: number; memberId: string };
type Projections = readonly Projection[];

/** Remembers what `prepare` made; what is no longer used goes with its database. */
export function once<T>(prepare: (db: Db, projections: Projections) => T) {
  const made = new WeakMap<Db, WeakMap<Projections, T>>();
  return (db: Db, projections: Projections): T => {
    const ofDb = made.get(db) ?? new WeakMap<Projections, T>();
    made.set(db, ofDb);
    const known = ofDb.get(projections);
    if (known) return known;
    const statement = prepare(db, projections);
    ofDb.set(projections, statement);
    return statement;
  };
}
