// Which posts wait for the bot: whether there are any, and since when.
import { and, eq, isNull, lte, min, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Due } from '#db/due.ts';
import { posts } from './table.ts';

/** Nobody works on it, and its next try has come. */
export function freeAt(now: Date) {
  const free = (column: typeof posts.leaseUntil | typeof posts.retryAt) =>
    or(isNull(column), lte(column, now));
  return and(free(posts.leaseUntil), free(posts.retryAt));
}

/** Whether there is anything to claim. */
export const due: Record<'send' | 'close', Due> = {
  send: (now) => sql`exists (select from ${posts} where status = 'pending' and ${freeAt(now)})`,
  close: (now) =>
    sql`exists (select from ${posts} where status = 'open' and ${lte(posts.closesAt, now)} and ${freeAt(now)})`,
};

/** Since when the work that waits longest has been due: sending what is pending, closing what is over. */
export async function oldestDue(db: Db, now: Date): Promise<Date | null> {
  const [row] = await db
    .select({
      toSend: min(sql`coalesce(${posts.retryAt}, ${posts.createdAt})`.mapWith(posts.createdAt)).as('to_send'),
    })
    .from(posts)
    .where(and(eq(posts.status, 'pending'), or(isNull(posts.retryAt), lte(posts.retryAt, now))));
  const [closing] = await db
    .select({ toClose: min(posts.closesAt) })
    .from(posts)
    .where(
      and(
        eq(posts.status, 'open'),
        lte(posts.closesAt, now),
        or(isNull(posts.retryAt), lte(posts.retryAt, now)),
      ),
    );
  const due = [row?.toSend, closing?.toClose].filter((at) => at instanceof Date);
  return due.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
