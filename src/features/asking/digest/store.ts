// Queries on servers' summaries: the setting, what is due, what the group answered.
import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { serverChanges, servers } from '#features/people/server/table.ts';
import { answers, posts } from '#features/record/post/table.ts';
import type { Asked, DigestSetting } from './rules.ts';
import { serverDigests } from './table.ts';

const columns = {
  serverId: serverDigests.serverId,
  channelId: serverDigests.channelId,
  weekday: serverDigests.weekday,
  hour: serverDigests.hour,
  startedOn: serverDigests.startedOn,
  setBy: serverDigests.setBy,
  dueAt: serverDigests.dueAt,
  attempts: serverDigests.attempts,
  failure: serverDigests.failure,
} as const;

export async function readSetting(db: Db, serverId: string): Promise<DigestSetting | null> {
  const [row] = await db.select(columns).from(serverDigests).where(eq(serverDigests.serverId, serverId));
  return row ?? null;
}

export type Change = {
  serverId: string;
  memberId: string;
  now: Date;
  /** What is to be, from what is; null turns it off. */
  decide: (before: DigestSetting | null) => Omit<DigestSetting, 'attempts' | 'failure'> | null;
};

/** Sets and logs it, both or neither; says what was and what is. */
export async function changeSetting(
  db: Db,
  { serverId, memberId, now, decide }: Change,
): Promise<{ before: string | null; after: string | null }> {
  return db.transaction(async (tx) => {
    // Two at once come one after the other.
    await tx.select({ id: servers.id }).from(servers).where(eq(servers.id, serverId)).for('update');
    const old = await readSetting(tx, serverId);
    const next = decide(old);
    const [before, after] = [asText(old), asText(next)];
    if (before === after) {
      // Whoever says the same again after a failure has mended what was in its way.
      const hasFailed = and(eq(serverDigests.serverId, serverId), isNotNull(serverDigests.failure));
      await tx.update(serverDigests).set({ leaseUntil: null }).where(hasFailed);
      return { before, after };
    }
    if (next === null) await tx.delete(serverDigests).where(eq(serverDigests.serverId, serverId));
    else {
      const { startedOn, ...set } = { ...next, leaseUntil: null, attempts: 0, failure: null, toldAt: null };
      await tx
        .insert(serverDigests)
        .values({ startedOn, ...set })
        .onConflictDoUpdate({ target: serverDigests.serverId, set });
    }
    const change = { setting: 'digest', before, after };
    await tx.insert(serverChanges).values({ serverId, memberId, changedAt: now, ...change });
    return { before, after };
  });
}

/** As the log keeps it. */
function asText(setting: Pick<DigestSetting, 'channelId' | 'weekday' | 'hour'> | null): string | null {
  return setting && `${setting.channelId}/${setting.weekday}/${setting.hour}`;
}

export type DueDigest = DigestSetting & { exam: string; edition: string; zone: string };

/** Takes those that are due, so that no other process posts them until the lease ends. */
export async function claimDue(
  db: Db,
  { now, leaseMs, limit }: { now: Date; leaseMs: number; limit: number },
): Promise<DueDigest[]> {
  const isFree = or(isNull(serverDigests.leaseUntil), lte(serverDigests.leaseUntil, now));
  const due = db
    .select({ serverId: serverDigests.serverId })
    .from(serverDigests)
    .innerJoin(servers, eq(servers.id, serverDigests.serverId))
    .where(and(lte(serverDigests.dueAt, now), isFree, isNull(servers.leftAt)))
    .orderBy(asc(serverDigests.dueAt))
    .limit(limit)
    .for('update', { of: serverDigests, skipLocked: true });
  return db
    .update(serverDigests)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs), attempts: sql`${serverDigests.attempts} + 1` })
    .from(servers)
    .where(and(inArray(serverDigests.serverId, due), eq(servers.id, serverDigests.serverId)))
    .returning({ ...columns, exam: servers.exam, edition: servers.edition, zone: servers.zone });
}

type Due = Pick<DigestSetting, 'serverId' | 'dueAt'>;
const isStill = ({ serverId, dueAt }: Due) =>
  and(eq(serverDigests.serverId, serverId), eq(serverDigests.dueAt, dueAt));

/** On to the next week; `failure` stays where this one was given up. */
export async function settle(
  db: Db,
  { due, nextAt, isPosted }: { due: Due; nextAt: Date; isPosted: boolean },
): Promise<void> {
  const cleared = isPosted ? { failure: null, toldAt: null } : {};
  await db
    .update(serverDigests)
    .set({ dueAt: nextAt, leaseUntil: null, attempts: 0, ...cleared })
    .where(isStill(due));
}

/** Tried again later; the admin is told of the first failure. */
export async function putOff(
  db: Db,
  { due, until, failure }: { due: Due; until: Date; failure: string },
): Promise<void> {
  await db.update(serverDigests).set({ leaseUntil: until, failure }).where(isStill(due));
}

/** Whose admin does not know yet. Marked as they are read: one who could not be told sees it on the set-up screen. */
export async function takeUntold(db: Db, { now, limit }: { now: Date; limit: number }) {
  const untold = db
    .select({ serverId: serverDigests.serverId })
    .from(serverDigests)
    .where(and(isNotNull(serverDigests.failure), isNull(serverDigests.toldAt)))
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(serverDigests)
    .set({ toldAt: now })
    .where(inArray(serverDigests.serverId, untold))
    .returning({ ...columns });
}

export async function moveDue(tx: Db, { serverId, dueAt }: { serverId: string; dueAt: Date }): Promise<void> {
  await tx.update(serverDigests).set({ dueAt, leaseUntil: null }).where(eq(serverDigests.serverId, serverId));
}

type Week = { serverId: string; exam: string; from: Date; to: Date };

/** What the group answered where all could see the question; what somebody practised alone is nobody's business. */
export async function answeredInWeek(db: Db, week: Week): Promise<{ asked: Asked[]; members: number }> {
  const where = and(
    eq(answers.serverId, week.serverId),
    eq(answers.exam, week.exam),
    gte(answers.answeredAt, week.from),
    lt(answers.answeredAt, week.to),
    inArray(posts.kind, ['quiz', 'round', 'daily']),
  );
  const asked = await db
    .select({
      questionId: answers.questionId,
      answers: sql<number>`count(*)::int`,
      right: sql<number>`count(*) filter (where ${answers.isCorrect})::int`,
    })
    .from(answers)
    .innerJoin(posts, eq(posts.id, answers.postId))
    .where(where)
    .groupBy(answers.questionId);
  const [row] = await db
    .select({ members: sql<number>`count(distinct ${answers.memberId})::int` })
    .from(answers)
    .innerJoin(posts, eq(posts.id, answers.postId))
    .where(where);
  return { asked, members: row?.members ?? 0 };
}

/** Where they are told, of servers that the bot has not left. */
export async function readPlaces(db: Db): Promise<{ serverId: string; channelId: string }[]> {
  return db
    .select({ serverId: serverDigests.serverId, channelId: serverDigests.channelId })
    .from(serverDigests)
    .innerJoin(servers, and(eq(servers.id, serverDigests.serverId), isNull(servers.leftAt)))
    .orderBy(serverDigests.serverId);
}
