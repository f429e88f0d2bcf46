// Whose turn it is, over all processes: one row that says when the next one may go. A place is taken in one statement,
// and then waited for.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { loginTurns, requestTurns } from './table.ts';

/** Discord's five seconds, and something for the way there. */
const LOGIN_APART_MS = 5_250;

/** Milliseconds until this bucket's next login may be sent. */
export async function takeLoginTurn(db: Db, bucket: number): Promise<number> {
  const apart = sql`make_interval(secs => ${LOGIN_APART_MS / 1000}::float8)`;
  const rows = await db.execute<{ wait: number }>(sql`
    insert into ${loginTurns} as t (bucket, free_at) values (${bucket}::int, clock_timestamp() + ${apart})
    on conflict (bucket) do update set free_at = greatest(t.free_at, clock_timestamp()) + ${apart}
    returning (extract(epoch from t.free_at - ${apart} - clock_timestamp()) * 1000)::float8 as wait`);
  return Math.max(0, rows[0]?.wait ?? 0);
}

const KEY = 'discord';

/** Takes places for so many requests, `apartMs` from each other; milliseconds until the first of them. */
export async function takeRequestTurns(
  db: Db,
  { count, apartMs }: { count: number; apartMs: number },
): Promise<number> {
  const length = sql`make_interval(secs => ${(count * apartMs) / 1000}::float8)`;
  const rows = await db.execute<{ wait: number }>(sql`
    insert into ${requestTurns} as t (key, free_at) values (${KEY}, clock_timestamp() + ${length})
    on conflict (key) do update set free_at = greatest(t.free_at, clock_timestamp()) + ${length}
    returning (extract(epoch from t.free_at - ${length} - clock_timestamp()) * 1000)::float8 as wait`);
  return Math.max(0, rows[0]?.wait ?? 0);
}

/** Discord asked for silence: nobody takes a place within it. */
export async function putOffRequests(db: Db, milliseconds: number): Promise<void> {
  const end = sql`clock_timestamp() + make_interval(secs => ${milliseconds / 1000}::float8)`;
  await db.execute(sql`
    insert into ${requestTurns} as t (key, free_at) values (${KEY}, ${end})
    on conflict (key) do update set free_at = greatest(t.free_at, ${end})`);
}
