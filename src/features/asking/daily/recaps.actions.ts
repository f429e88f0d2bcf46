// After a question of the day has closed: its recap, once. And telling an admin that posting fails, once.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import type { Recap } from './outcome.rules.ts';
import { deservesRecap } from './recap.rules.ts';
import {
  claimRecaps,
  claimUntold,
  forgetRecovered,
  markRecapped,
  markTold,
  type RecapFacts,
  readRecap,
  type Untold,
} from './recaps.store.ts';
import { nextPosts } from './rules.ts';

type Deps = { db: Db; clock: Clock };

/** Longer than a send may take, and short enough to try again while Discord still knows the nonce. */
const LEASE_MS = 30_000;
const BATCH = 50;

export type Closed = { postId: number; begunAt: Date; isSaid: boolean };

/** Questions that are over and whose recap is this process's to write now. */
export async function claimClosed({ db, clock }: Deps, { limit }: { limit: number }): Promise<Closed[]> {
  return claimRecaps(db, { now: clock.now(), leaseMs: LEASE_MS, limit });
}

/** The recap of a claimed question; null for one that nobody needs, which is settled here. */
export async function prepareRecap(deps: Deps, closed: Closed): Promise<Recap | null> {
  const { postId } = closed;
  const now = deps.clock.now();
  const facts = await readRecap(deps.db, postId);
  if (facts && deservesRecap({ ...facts, ...closed }, now)) return writeRecap(deps, facts);
  await markRecapped(deps.db, { postId, now, messageId: null });
  return null;
}

export async function recordRecap(
  { db, clock }: Deps,
  sent: { postId: number; messageId: string | null },
): Promise<void> {
  await markRecapped(db, { ...sent, now: clock.now() });
}

/** Schedules whose admin is to be told now; those that work again are forgotten first. */
export async function claimDegraded({ db, clock }: Deps): Promise<Untold[]> {
  await forgetRecovered(db);
  return claimUntold(db, { now: clock.now(), leaseMs: LEASE_MS, limit: BATCH });
}

export async function recordTold({ db, clock }: Deps, told: { id: number }): Promise<void> {
  await markTold(db, { id: told.id, now: clock.now() });
}

function writeRecap({ clock }: Deps, facts: RecapFacts): Recap {
  return {
    postId: facts.postId,
    serverId: facts.serverId,
    channelId: facts.channelId,
    threadId: facts.wantsThread ? facts.messageId : null,
    answers: facts.answers,
    right: facts.right,
    next: nextOf(facts, clock.now()),
  };
}

function nextOf({ postId, schedule }: RecapFacts, now: Date): Recap['next'] {
  if (schedule?.status !== 'active') return null;
  if (schedule.lastPostId !== null && schedule.lastPostId > postId) return 'posted';
  return nextPosts(schedule, { after: now, afterDate: null, skipDate: schedule.skipDate }, 1)[0] ?? null;
}
