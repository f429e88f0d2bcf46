// Says that something was changed which standings rest on: for whoever changes it, in the same transaction.
import type { Db } from '#db/connect.ts';
import type { Projection, Scope, Upheaval } from '../projection.ts';
import { formatScope } from './rules.ts';
import { insertStale } from './store.ts';

type Deps = { db: Db; projections: readonly Projection[] };

/** In the transaction of the change: every standing that it breaks is put into the queue. */
export async function markStale(
  { db, projections }: Deps,
  { by, scope, since }: { by: Upheaval; scope: Scope; since: Date },
): Promise<void> {
  const broken = projections.filter((projection) => projection.brokenBy.includes(by));
  await insertStale(
    db,
    broken.map(({ name }) => ({ what: name, scope: formatScope(scope), since })),
  );
}
