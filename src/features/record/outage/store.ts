// Queries on heartbeats and the outages that follow from them.
import { asc, gte, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Outage } from '#features/people/member/day.rules.ts';
import { heartbeats, outages } from './table.ts';

export type Beat = { name: string; now: Date; aliveSince: Date };

/**
 * Says that the bot works now. When it was last seen before `aliveSince`, the time between is recorded as an outage
 * and returned, to one caller of any number: the others wait for the row and then see the new heartbeat. Each part
 * reads from the one before, because Postgres promises no other order within a statement.
 */
export async function beat(db: Db, { name, now, aliveSince }: Beat): Promise<Outage | null> {
  const rows = await db.execute<{ from_at: string | null }>(sql`
    with seen as (
      select h.at from ${heartbeats} h where h.name = ${name} for update
    ), outage as (
      insert into ${outages} (from_at, to_at, reason)
      select at, ${now}::timestamptz, 'offline' from seen where at < ${aliveSince}::timestamptz
      returning from_at
    ), found as (
      select max(from_at) as from_at from outage
    ), beaten as (
      insert into ${heartbeats} as h (name, at) select ${name}, ${now}::timestamptz from found
      on conflict (name) do update set at = greatest(h.at, excluded.at)
    )
    select from_at from found`);
  const from = rows[0]?.from_at;
  return from ? { fromAt: new Date(from), toAt: now } : null;
}

/** Says that something works now, and returns when it last said so; null the first time. Two at once go one after another. */
export async function touch(tx: Db, { name, now }: { name: string; now: Date }): Promise<Date | null> {
  const rows = await tx.execute<{ at: string }>(sql`
    with seen as (
      select h.at from ${heartbeats} h where h.name = ${name} for update
    ), touched as (
      insert into ${heartbeats} as h (name, at)
      select ${name}, ${now.toISOString()}::timestamptz from (select count(*) from seen) as one
      on conflict (name) do update set at = greatest(h.at, excluded.at)
    )
    select at from seen`);
  const at = rows[0]?.at;
  return at ? new Date(at) : null;
}

/** Outages that ended after an instant, oldest first. */
export async function readOutages(db: Db, { since }: { since: Date }): Promise<Outage[]> {
  return db
    .select({ fromAt: outages.fromAt, toAt: outages.toAt })
    .from(outages)
    .where(gte(outages.toAt, since))
    .orderBy(asc(outages.fromAt));
}

/** Records an outage, without the part that an earlier row tells already: overlapping rows would count twice. */
export async function recordOutage(tx: Db, { from, to }: { from: Date; to: Date }): Promise<void> {
  await tx.execute(sql`
    insert into ${outages} (from_at, to_at, reason)
    select start.at, ${to.toISOString()}::timestamptz, 'daily-skipped'
    from (select greatest(${from.toISOString()}::timestamptz, max(o.to_at)) as at from ${outages} o
      where o.from_at <= ${from.toISOString()}::timestamptz and o.to_at >= ${from.toISOString()}::timestamptz) start
    where start.at < ${to.toISOString()}::timestamptz`);
}
