// Which role looks after a server's own questions, besides those who manage the server; and where it is shown what waits.
import { serverOf } from '#features/people/server/actions.ts';
import {
  type ReviewChannel,
  readReviewChannel,
  setReviewChannel,
  takeUntold,
} from '#features/people/server/review-channel.store.ts';
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

/** Null for none. */
export async function findReviewChannel(
  { db }: Pick<AuthoringDeps, 'db'>,
  { serverId }: { serverId: string },
): Promise<ReviewChannel | null> {
  return readReviewChannel(db, serverId);
}

/** Null for none: says whether there was one. */
export async function chooseReviewChannel(
  deps: AuthoringDeps,
  choice: { serverId: string; memberId: string; channelId: string | null },
): Promise<{ before: string | null }> {
  await serverOf(deps, choice.serverId);
  return setReviewChannel(deps.db, { ...choice, now: deps.clock.now() });
}

const AT_ONCE = 50;

/** Those whose admin is to be told, once, that showing fails. */
export async function takeFailing({
  db,
  clock,
}: Pick<AuthoringDeps, 'db' | 'clock'>): Promise<ReviewChannel[]> {
  return takeUntold(db, { now: clock.now(), limit: AT_ONCE });
}
