// The work that follows a changed key, page by page: a killed process leaves a page done or not, and the next goes on.

import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { type Reveal, readReveal } from '#features/record/post/actions.ts';
import type { Projection } from '#features/record/projection.ts';
import { markStale } from '#features/record/stale/mark.ts';
import type { Clock } from '#lib/clock.ts';
import {
  claimRegrade,
  gradePage,
  hasOpenPosts,
  moveRegrade,
  noteDone,
  postsToNote,
  type Regrade,
  undoPage,
} from './regrade.store.ts';
import { NOTED_DAYS } from './ticket.rules.ts';

type Deps = { db: Db; clock: Clock; projections: readonly Projection[] };

const LEASE_MS = 60_000;
/** Few enough for one statement to end well within its time. */
const PAGE = 500;
const NOTED = 20;
const DAY_MS = 86_400_000;

export async function takeRegrade({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<Regrade | null> {
  return claimRegrade(db, { now: clock.now(), leaseMs: LEASE_MS });
}

/** Grades all that is left, or puts all of it back; then its reveals are told. */
export async function gradeAll(deps: Deps, regrade: Regrade): Promise<void> {
  const isUndo = regrade.state === 'undoing';
  await gradePages(deps, regrade, isUndo);
  await moveRegrade(deps.db, { id: regrade.id, from: regrade.state, to: isUndo ? 'unnoting' : 'noting' });
}

async function gradePages(deps: Deps, regrade: Regrade, isUndo: boolean): Promise<void> {
  for (;;) {
    const graded = await deps.db.transaction(async (tx) => {
      const page = isUndo
        ? await undoPage(tx, { ...regrade, limit: PAGE })
        : await gradePage(tx, { ...regrade, limit: PAGE });
      for (const id of page.servers) {
        await markStale(
          { ...deps, db: tx },
          { by: 'key-changed', scope: { kind: 'server', id }, since: deps.clock.now() },
        );
      }
      return page.graded;
    });
    if (graded < PAGE) return;
  }
}

/** All reveals tell of it. False while one of its posts is still to be closed: answers that came before count too. */
export async function endNoting(deps: Deps, regrade: Regrade): Promise<boolean> {
  const { id, state } = regrade;
  const isUndo = state === 'unnoting';
  if (!isUndo && (await hasOpenPosts(deps.db, regrade))) return false;
  // Written while the first pages were graded.
  if (!isUndo) await gradePages(deps, regrade, false);
  return moveRegrade(deps.db, { id, from: state, to: isUndo ? 'undone' : 'done' });
}

export async function noted({ db }: Pick<Deps, 'db'>, step: { id: number; post: number }): Promise<void> {
  await noteDone(db, step);
}

/** The next reveals that shall tell of it. */
export async function revealsToNote({ db, clock }: Pick<Deps, 'db' | 'clock'>, regrade: Regrade) {
  const since = new Date(clock.now().getTime() - NOTED_DAYS * DAY_MS);
  return postsToNote(db, { ...regrade, after: regrade.notedPost, since, limit: NOTED });
}

/** A closed question as its channel sees it; null where it is not there any more. */
export async function revealOf(
  deps: { db: Db; content: Library; clock: Clock },
  post: { postId: number; serverId: string | null },
): Promise<Reveal | null> {
  return readReveal(deps, post);
}
