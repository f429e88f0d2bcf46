// Which role looks after a server's own questions, besides those who manage the server.
import { serverOf } from '#features/people/server/actions.ts';
import { readReviewRole, setReviewRole } from '#features/people/server/reviewers.store.ts';
import type { AuthoringDeps } from './packs.actions.ts';

/** Null for none. */
export async function findReviewRole(
  { db }: Pick<AuthoringDeps, 'db'>,
  { serverId }: { serverId: string },
): Promise<string | null> {
  return readReviewRole(db, serverId);
}

/** Returns the role that is set: null for nobody. The role that everybody has makes nobody a reviewer. */
export async function chooseReviewers(
  deps: AuthoringDeps,
  { serverId, memberId, role }: { serverId: string; memberId: string; role: string | null },
): Promise<string | null> {
  await serverOf(deps, serverId);
  // It carries the server's own id.
  const chosen = role === serverId ? null : role;
  await setReviewRole(deps.db, { id: serverId, role: chosen, memberId, now: deps.clock.now() });
  return chosen;
}
