// Queries on schedules as admins see and change them. Posting is in posting.store.ts, recaps in recaps.store.ts.
import { and, asc, eq, max, type SQL, sql } from 'drizzle-orm';
import { type Db, isUniqueViolation } from '#db/connect.ts';
import { posts } from '../quiz/table.ts';
import { serverChanges } from '../server/table.ts';
import type { DateOutcome, Occurrence, ScheduleSettings, ScheduleStatus } from './rules.ts';
import { dailyDates, dailySchedules } from './table.ts';

const lastDate = sql<
  string | null
>`(select max(d.local_date)::text from ${dailyDates} d where d.schedule_id = ${dailySchedules.id})`;

const lastOutcome = sql<DateOutcome | null>`(select d.outcome from ${dailyDates} d
  where d.schedule_id = ${dailySchedules.id} order by d.local_date desc limit 1)`;

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
      createdBy: dailySchedules.createdBy,
      lastDate,
      lastOutcome,
      lastPost: { status: posts.status, failure: posts.failure, retryAt: posts.retryAt },
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

/** Makes or changes a schedule; false when another one has that channel. */
export async function saveSchedule(db: Db, { id, settings, status, next, log }: SaveInput): Promise<boolean> {
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
    await db.transaction(async (tx) => {
      if (id === null) {
        await tx.insert(dailySchedules).values({ ...values, serverId: log.serverId, createdAt: log.now });
      } else {
        await changeSchedule(tx, id, { ...values, skipDate: skipAhead(next.date) });
      }
      await writeLog(tx, log);
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

type Values = Partial<typeof dailySchedules.$inferInsert> & { channelId: string };

/** A question that waits for the channel the schedule has left would appear where nobody expects it any more. */
async function changeSchedule(
  tx: Db,
  id: number,
  values: Omit<Values, 'skipDate'> & { skipDate: SQL },
): Promise<void> {
  const [before] = await tx
    .select({ channelId: dailySchedules.channelId })
    .from(dailySchedules)
    .where(eq(dailySchedules.id, id))
    .for('update');
  await tx.update(dailySchedules).set(values).where(eq(dailySchedules.id, id));
  if (before && before.channelId !== values.channelId) await dropPending(tx, before.channelId);
}

/** A skip stays through every other change for as long as its date is still to come. */
function skipAhead(nextDate: string): SQL {
  return sql`case when ${dailySchedules.skipDate} >= ${nextDate}::date then ${dailySchedules.skipDate} end`;
}

export type StatusChange = { id: number; status: ScheduleStatus; next: Occurrence; log: LogLine };

/** Pauses or resumes. A question still waiting to be sent is given up with a pause; a skip ends with either. */
export async function setStatus(db: Db, { id, status, next, log }: StatusChange): Promise<void> {
  await db.transaction(async (tx) => {
    const [changed] = await tx
      .update(dailySchedules)
      .set({ status, nextDate: next.date, nextAt: next.at, skipDate: null, toldDegradedAt: null })
      .where(eq(dailySchedules.id, id))
      .returning({ channelId: dailySchedules.channelId });
    if (changed && status === 'paused') await dropPending(tx, changed.channelId);
    await writeLog(tx, log);
  });
}

/** What was posted, and the record of its dates, stays. */
export async function removeSchedule(db: Db, { id, log }: { id: number; log: LogLine }): Promise<void> {
  await db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(dailySchedules)
      .where(eq(dailySchedules.id, id))
      .returning({ channelId: dailySchedules.channelId });
    if (gone) await dropPending(tx, gone.channelId);
    await writeLog(tx, log);
  });
}

export async function setSkipDate(
  db: Db,
  { id, date, log }: { id: number; date: string; log: LogLine },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(dailySchedules).set({ skipDate: date }).where(eq(dailySchedules.id, id));
    await writeLog(tx, log);
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

/** When each question was last asked in a channel. */
export async function lastAskedIn(db: Db, channelId: string): Promise<Map<string, Date>> {
  const rows = await db
    .select({ questionId: posts.questionId, at: max(posts.createdAt) })
    .from(posts)
    .where(eq(posts.homeChannelId, channelId))
    .groupBy(posts.questionId);
  return new Map(rows.flatMap((row) => (row.at ? [[row.questionId, row.at] as const] : [])));
}

export type NewPost = typeof posts.$inferInsert;

/** Queues one more question for a schedule; false while another one still waits to be sent. */
export async function insertExtraPost(db: Db, { id, post }: { id: number; post: NewPost }): Promise<boolean> {
  return db.transaction(async (tx) => {
    // The lock makes two admins who press at once queue behind each other.
    await tx
      .select({ id: dailySchedules.id })
      .from(dailySchedules)
      .where(eq(dailySchedules.id, id))
      .for('update');
    if ((await tx.$count(posts, pendingIn(post.homeChannelId))) > 0) return false;
    const [made] = await tx.insert(posts).values(post).returning({ id: posts.id });
    if (!made) return false;
    await tx.update(dailySchedules).set({ lastPostId: made.id }).where(eq(dailySchedules.id, id));
    return true;
  });
}

/** Queues a test question; it belongs to no schedule. */
export async function insertTestPost(db: Db, post: NewPost): Promise<void> {
  await db.insert(posts).values(post);
}

async function dropPending(db: Db, channelId: string): Promise<void> {
  await db.update(posts).set({ status: 'dropped', failure: 'schedule-changed' }).where(pendingIn(channelId));
}

function pendingIn(channelId: string) {
  return and(eq(posts.homeChannelId, channelId), eq(posts.kind, 'daily'), eq(posts.status, 'pending'));
}

async function writeLog(db: Db, { now, ...line }: LogLine): Promise<void> {
  await db.insert(serverChanges).values({ ...line, changedAt: now });
}
