// Queries on schedules as admins see and change them. Posting is in posting.store.ts, recaps in recaps.store.ts.
import { and, asc, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { type Db, isUniqueViolation } from '#db/connect.ts';
import { serverChanges, servers } from '#features/people/server/table.ts';
import { posts } from '#features/record/post/table.ts';
import { dropPending } from './pending.store.ts';
import {
  type DateOutcome,
  MAX_SCHEDULES,
  type Occurrence,
  type ScheduleSettings,
  type ScheduleStatus,
  summarize,
} from './rules.ts';
import { dailyDates, dailySchedules } from './table.ts';

const lastDate = sql<
  string | null
>`(select max(d.local_date)::text from ${dailyDates} d where d.schedule_id = ${dailySchedules.id})`;

const lastOutcome = sql<DateOutcome | null>`(select d.outcome from ${dailyDates} d
  where d.schedule_id = ${dailySchedules.id} order by d.local_date desc limit 1)`;

/** What stood in the way of showing the last key of a schedule; null when nothing did. */
export const lastReveal = sql<string | null>`(
  select p.failure from ${posts} p
  where p.home_channel_id = ${dailySchedules.channelId} and p.server_id = ${dailySchedules.serverId}
    and p.kind = 'daily' and p.status = 'closed'
  order by p.closes_at desc limit 1)`;

/** A server's schedules, oldest first, each with the date it settled last and its newest post. */
export async function readSchedules(db: Db, serverId: string) {
  return db
    .select({
      id: dailySchedules.id,
      serverId: dailySchedules.serverId,
      channelId: dailySchedules.channelId,
      time: dailySchedules.time,
      zone: dailySchedules.zone,
      weekdays: dailySchedules.weekdays,
      domains: dailySchedules.domains,
      roleId: dailySchedules.roleId,
      wantsThread: dailySchedules.wantsThread,
      closeAfterMinutes: dailySchedules.closeAfterMinutes,
      status: dailySchedules.status,
      nextDate: dailySchedules.nextDate,
      nextAt: dailySchedules.nextAt,
      skipDate: dailySchedules.skipDate,
      lastDate,
      lastOutcome,
      lastPost: { status: posts.status, failure: posts.failure, retryAt: posts.retryAt },
      lastReveal,
    })
    .from(dailySchedules)
    .leftJoin(posts, eq(posts.id, dailySchedules.lastPostId))
    .where(eq(dailySchedules.serverId, serverId))
    .orderBy(asc(dailySchedules.id));
}

export type Schedule = Awaited<ReturnType<typeof readSchedules>>[number];

/** One line of the server's change log, written together with what it tells. */
export type LogLine = {
  serverId: string;
  memberId: string;
  now: Date;
  setting: string;
  before: string | null;
  after: string | null;
};

export type SaveInput = {
  /** Null makes a new schedule. */
  id: number | null;
  settings: ScheduleSettings;
  status: ScheduleStatus;
  next: Occurrence;
  log: LogLine;
};

export type Saved = 'saved' | 'taken' | 'gone' | 'full';

/**
 * Makes or changes a schedule; 'taken' when another one has that channel, 'gone' when it was removed meanwhile, 'full'
 * when the server has as many as it may have.
 */
export async function saveSchedule(db: Db, { id, settings, status, next, log }: SaveInput): Promise<Saved> {
  const values = {
    ...settings,
    weekdays: [...settings.weekdays],
    domains: [...settings.domains],
    status,
    nextDate: next.date,
    nextAt: next.at,
    createdBy: log.memberId,
    toldDegradedAt: null,
  };
  try {
    return await db.transaction(async (tx) => {
      if (id === null) {
        if (await isFull(tx, { serverId: log.serverId, channelId: settings.channelId })) return 'full';
        await tx.insert(dailySchedules).values({ ...values, serverId: log.serverId, createdAt: log.now });
        await writeLog(tx, log);
        return 'saved';
      }
      const change = { ...values, skipDate: skipAhead(next.date) };
      const changed = await changeSchedule(tx, { id, log }, change);
      if (changed === 'changed') await writeLog(tx, log);
      return changed === 'gone' ? 'gone' : 'saved';
    });
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken';
    throw error;
  }
}

/** Two that are made at once queue behind each other by the server's row, so that the second counts the first. */
async function isFull(
  tx: Db,
  { serverId, channelId }: { serverId: string; channelId: string },
): Promise<boolean> {
  await tx.select({ id: servers.id }).from(servers).where(eq(servers.id, serverId)).for('update');
  const others = and(eq(dailySchedules.serverId, serverId), ne(dailySchedules.channelId, channelId));
  return (await tx.$count(dailySchedules, others)) >= MAX_SCHEDULES;
}

type Values = Partial<typeof dailySchedules.$inferInsert> & { channelId: string };

/**
 * A question that waits for the channel the schedule has left would appear where nobody expects it any more. The same
 * settings once more, by a press that came twice, are no change.
 */
async function changeSchedule(
  tx: Db,
  { id, log }: { id: number; log: LogLine },
  values: Omit<Values, 'skipDate'> & { skipDate: SQL },
): Promise<'changed' | 'same' | 'gone'> {
  const [before] = await tx.select().from(dailySchedules).where(eq(dailySchedules.id, id)).for('update');
  if (!before) return 'gone';
  await tx.update(dailySchedules).set(values).where(eq(dailySchedules.id, id));
  if (before.channelId !== values.channelId) {
    await dropPending(tx, { channelId: before.channelId, now: log.now });
    return 'changed';
  }
  return before.status === values.status && summarize(before) === log.after ? 'same' : 'changed';
}

/** True when the newest change of a schedule was that it began. */
export async function hasJustBegun(
  db: Db,
  { serverId, setting }: Pick<LogLine, 'serverId' | 'setting'>,
): Promise<boolean> {
  const [last] = await db
    .select({ before: serverChanges.before, after: serverChanges.after })
    .from(serverChanges)
    .where(and(eq(serverChanges.serverId, serverId), eq(serverChanges.setting, setting)))
    .orderBy(desc(serverChanges.id))
    .limit(1);
  return last !== undefined && last.before === null && last.after !== null && !last.after.startsWith('skips');
}

/** A skip stays through every other change for as long as its date is still to come. */
function skipAhead(nextDate: string): SQL {
  return sql`case when ${dailySchedules.skipDate} >= ${nextDate}::date then ${dailySchedules.skipDate} end`;
}

export type StatusChange = { id: number; status: ScheduleStatus; next: Occurrence; log: LogLine };

/** Pauses or resumes; false when it is gone. What waits to be sent is given up with a pause; a skip ends with either. */
export async function setStatus(db: Db, { id, status, next, log }: StatusChange): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [changed] = await tx
      .update(dailySchedules)
      .set({ status, nextDate: next.date, nextAt: next.at, skipDate: null, toldDegradedAt: null })
      .where(eq(dailySchedules.id, id))
      .returning({ channelId: dailySchedules.channelId });
    if (!changed) return false;
    if (status === 'paused') await dropPending(tx, { channelId: changed.channelId, now: log.now });
    await writeLog(tx, log);
    return true;
  });
}

/** What was posted, and the record of its dates, stays. */
export async function removeSchedule(db: Db, { id, log }: { id: number; log: LogLine }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(dailySchedules)
      .where(eq(dailySchedules.id, id))
      .returning({ channelId: dailySchedules.channelId });
    if (!gone) return false;
    await dropPending(tx, { channelId: gone.channelId, now: log.now });
    await writeLog(tx, log);
    return true;
  });
}

/** False when the schedule is gone. */
export async function setSkipDate(
  db: Db,
  { id, date, log }: { id: number; date: string; log: LogLine },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(dailySchedules)
      .set({ skipDate: date })
      .where(eq(dailySchedules.id, id))
      .returning({ id: dailySchedules.id });
    if (changed.length === 0) return false;
    await writeLog(tx, log);
    return true;
  });
}

/** Moves a schedule to another zone; its place in the log is the change of the server's zone that caused it. */
export async function setZone(
  db: Db,
  { id, zone, next }: { id: number; zone: string; next: Occurrence },
): Promise<void> {
  await db
    .update(dailySchedules)
    .set({ zone, nextDate: next.date, nextAt: next.at, skipDate: skipAhead(next.date) })
    .where(eq(dailySchedules.id, id));
}

async function writeLog(db: Db, { now, ...line }: LogLine): Promise<void> {
  await db.insert(serverChanges).values({ ...line, changedAt: now });
}

/** Where schedules post that are not paused. */
export async function readPlaces(
  db: Db,
): Promise<{ serverId: string; channelId: string; wantsThread: boolean }[]> {
  return db
    .select({
      serverId: dailySchedules.serverId,
      channelId: dailySchedules.channelId,
      wantsThread: dailySchedules.wantsThread,
    })
    .from(dailySchedules)
    .innerJoin(servers, and(eq(servers.id, dailySchedules.serverId), isNull(servers.leftAt)))
    .where(eq(dailySchedules.status, 'active'))
    .orderBy(dailySchedules.id);
}
