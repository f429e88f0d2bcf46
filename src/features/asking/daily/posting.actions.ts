// Settling due schedules: each local date once, its question queued in the same transaction. Never talks to Discord.
import type { Logger } from 'pino';
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { recordMissed } from '#features/record/outage/actions.ts';
import { postedAs } from '#features/record/post/rules.ts';
import { lastAskedIn, type NewPost } from '#features/record/post/store.ts';
import type { Projection } from '#features/record/projection.ts';
import type { Clock } from '#lib/clock.ts';
import { instantAt } from '#lib/local-date.ts';
import type { Random } from '#lib/random.ts';
import { drawQuestion } from './drawing.rules.ts';
import {
  advanceSchedules,
  claimDue,
  type Due,
  insertDailyPosts,
  insertDates,
  type NewDate,
  putOffSchedules,
} from './posting.store.ts';
import {
  aimOf,
  closesAt,
  GONE_AGAIN_MS,
  isDegraded,
  isInTime,
  type Settlement,
  sendBefore,
  settle,
} from './rules.ts';

type Deps = {
  db: Db;
  content: Library;
  clock: Clock;
  random: Random;
  log: Logger;
  projections: readonly Projection[];
};

/** Small enough that the locks are held for a moment only; 1,000 due channels are ten of these. */
const BATCH = 100;
/** A schedule that could not be computed is looked at again this much later: it must not fill every batch. */
const BROKEN_AGAIN_MS = 60 * 60_000;

export type Settled = { schedules: number; posts: number };

/** Settles everything that is due and not held by another process. */
export async function postDue(deps: Deps): Promise<Settled> {
  const total: Settled = { schedules: 0, posts: 0 };
  for (;;) {
    const batch = await settleBatch(deps);
    total.schedules += batch.schedules;
    total.posts += batch.posts;
    if (batch.schedules < BATCH) return total;
  }
}

type Plan = { due: Due; settlement: Settlement; post: (NewPost & { localDate: string }) | null };

async function settleBatch(deps: Deps): Promise<Settled> {
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const claimed = await claimDue(tx, { now, limit: BATCH });
    if (claimed.length === 0) return { schedules: 0, posts: 0 };
    const channelIds = claimed.map((due) => due.channelId);
    const history = await lastAskedIn(tx, { channelIds });
    const { plans, broken, away } = await planAll(deps, { claimed, now, history });
    await putOffSchedules(tx, { ids: broken, until: new Date(now.getTime() + BROKEN_AGAIN_MS) });
    await putOffSchedules(tx, { ids: away, until: new Date(now.getTime() + GONE_AGAIN_MS) });
    const recorded = await insertDates(
      tx,
      plans.flatMap((plan) => datesOf(plan, now)),
    );
    // A date that was recorded before (an admin moved the time after today's post) is not posted again.
    const isNew = new Set(recorded.map((date) => `${date.scheduleId} ${date.localDate}`));
    const queued = plans.flatMap(({ due, post }) =>
      post && isNew.has(`${due.id} ${post.localDate}`) ? [{ scheduleId: due.id, post }] : [],
    );
    await insertDailyPosts(tx, queued);
    await advanceSchedules(
      tx,
      plans.map(({ due, settlement: { next } }) => ({ id: due.id, nextDate: next.date, nextAt: next.at })),
    );
    const since = outageStart(plans);
    if (since) await recordMissed({ db: tx, projections: deps.projections }, { from: since, to: now });
    return { schedules: claimed.length, posts: queued.length };
  });
}

type Batch = {
  claimed: readonly Due[];
  now: Date;
  history: ReadonlyMap<string, ReadonlyMap<string, Date>>;
};

type Planned = { plans: Plan[]; broken: number[]; away: number[] };

/** A schedule that cannot be computed (a zone this runtime does not know) is its own server's trouble alone. */
async function planAll(deps: Deps, { claimed, now, history }: Batch): Promise<Planned> {
  const plans: Plan[] = [];
  const broken: number[] = [];
  const away: number[] = [];
  for (const due of claimed) {
    try {
      // That it is back may not be noted yet.
      if (isGone(due) && isInTime(instantAt(due.nextDate, due.time, due.zone), now)) away.push(due.id);
      else plans.push(await planOne(deps, { due, now, lastAsked: history.get(due.channelId) }));
    } catch (error) {
      deps.log.error({ err: error, schedule: due.id, server: due.serverId }, 'schedule not computed');
      broken.push(due.id);
    }
  }
  return { plans, broken, away };
}

function isGone({ server }: Due): boolean {
  return server === null || server.leftAt !== null;
}

type Claimed = { due: Due; now: Date; lastAsked: ReadonlyMap<string, Date> | undefined };

async function planOne(
  { content, random }: Deps,
  { due, now, lastAsked = new Map() }: Claimed,
): Promise<Plan> {
  // Late is late, also for a schedule that was put off since it could not be computed; but that was no outage.
  const at = instantAt(due.nextDate, due.time, due.zone);
  const settlement = settle(
    {
      ...due,
      next: { date: due.nextDate, at },
      isServerGone: isGone(due),
      isDegraded: isDegraded(due.lastPost) || due.nextAt > at,
    },
    now,
  );
  const { server } = due;
  if (!settlement.post || !server) return { due, settlement, post: null };
  const { exam, edition, domains } = aimOf(server, due.domains);
  const pack = await content.packOf(exam);
  const drawn = drawQuestion({ pack, edition, domains, lastAsked, doubtful: content.doubtful(exam), random });
  if (!pack || !drawn) return { due, settlement, post: null };
  const closes = closesAt(due.closeAfterMinutes, { postedAt: now, next: settlement.next });
  const post = {
    kind: 'daily' as const,
    status: 'pending' as const,
    serverId: due.serverId,
    channelId: due.channelId,
    homeChannelId: due.channelId,
    askedBy: null,
    ...postedAs(drawn.question, { pack, edition }, random),
    createdAt: now,
    closesAt: closes,
    localDate: settlement.post.date,
    isLate: settlement.post.isLate,
    pingRole: due.roleId,
    wantsThread: due.wantsThread,
    sendBefore: sendBefore(settlement.post.at, closes),
  };
  return { due, settlement, post };
}

function datesOf({ due, settlement, post }: Plan, now: Date): NewDate[] {
  return settlement.dates.map(({ date, outcome, lateMinutes }) => ({
    scheduleId: due.id,
    serverId: due.serverId,
    localDate: date,
    outcome: outcome === 'posted' && !post ? 'no-question' : outcome,
    lateMinutes,
    settledAt: now,
  }));
}

/** One outage for the whole batch: its schedules were missed together. */
function outageStart(plans: readonly Plan[]): Date | null {
  const starts = plans.flatMap(({ settlement }) => settlement.outageFrom ?? []);
  return starts.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
