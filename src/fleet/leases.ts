// Leases of shards: each statement claims, renews or ends them in one go, and the database says which.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Picture } from './plan.ts';
import { fleetProcesses, shardLeases } from './table.ts';

/** What a process leaves for who takes a shard over; of no concern here but to keep it. */
export type Kept = { session: unknown; about: unknown; roster: unknown };
export type Lease = Kept & { shard: number };
/** Null: nothing is known that is newer than what is kept already. */
export type Held = { shard: number; kept: Kept | null };

/** Expired are those of a process that died, until another takes them. */
export type LeaseCounts = { held: number; free: number; expired: number };

/** Who asks, and of which fleet. */
export type Who = { db: Db; id: string; count: number };

/** A dead process's shards are taken over after this long. */
export const LEASE_SECONDS = 30;
const until = sql.raw(`clock_timestamp() + interval '${LEASE_SECONDS} seconds'`);

/** The rows of all shards, where they are not there yet. */
export async function makeShards({ db, count }: Pick<Who, 'db' | 'count'>): Promise<void> {
  await db.execute(sql`
    insert into ${shardLeases} (shard_count, shard)
    select ${count}::int, shard from generate_series(0, ${count}::int - 1) as shard on conflict do nothing`);
}

/** Who should have a shard that was handed back looks twice a second. */
const overdueAfter = sql.raw(`interval '1 second'`);

/** Makes this process known, or known to be alive still, and how many shards it takes now. */
export async function join({ db, id, count }: Who, most: number): Promise<void> {
  await db.execute(sql`
    with dead as (delete from ${fleetProcesses} where alive_until < clock_timestamp() - interval '1 hour')
    insert into ${fleetProcesses} (id, shard_count, most, alive_until)
    values (${id}, ${count}::int, ${most}::int, ${until})
    on conflict (id) do update set most = excluded.most, alive_until = excluded.alive_until`);
}

/** Of processes that run another number of shards: both would hear of every server. */
export async function strangersAlive({ db, count }: Who): Promise<number> {
  const rows = await db.execute<{ alive: number }>(sql`
    select count(*)::int as alive from ${fleetProcesses}
    where shard_count <> ${count}::int and alive_until > clock_timestamp()`);
  return rows[0]?.alive ?? 0;
}

/** Renews a process's leases, and keeps what is new; returns the shards that are still its own. */
export async function renew({ db, id, count }: Who, leases: readonly Held[]): Promise<Set<number>> {
  if (leases.length === 0) return new Set();
  const rows = await db.execute<{ shard: number }>(sql`
    update ${shardLeases} l set held_until = ${until}, session = case when k.is_known then k.session else l.session end,
      about = coalesce(k.about, l.about), roster = coalesce(k.roster, l.roster)
    from ${keptRows(leases)}
    where l.shard_count = ${count}::int and l.shard = k.shard and l.holder = ${id}
    returning l.shard`);
  return new Set(rows.map(({ shard }) => shard));
}

/** What was handed back for a process that asked for it is that one's for so long. */
const keptFor = sql.raw(`interval '5 seconds'`);

/** A lease is renewed every five seconds: whoever has not done so for seven was killed, or has no database. */
const silent = sql.raw(`clock_timestamp() + interval '${LEASE_SECONDS - 7} seconds'`);

/**
 * Takes shards that nobody holds, of these alone or of all; first those whose session may be gone on with: their members
 * wait. What it asked for it takes from a silent holder too.
 */
export async function claim({ db, id, count }: Who, most: number, of?: readonly number[]): Promise<Lease[]> {
  return db.execute<Lease>(sql`
    with free as (
      select shard from ${shardLeases}
      where shard_count = ${count}::int and ${of ? isOneOf(of) : sql`true`}
        and ((holder is null or held_until < clock_timestamp())
            and (successor is null or successor = ${id} or held_until < clock_timestamp() - ${keptFor})
          or (successor = ${id} and held_until < ${silent}))
      order by session is null, shard limit ${most}::int
      for update skip locked)
    update ${shardLeases} l set holder = ${id}, held_until = ${until}, successor = null from free
    where l.shard_count = ${count}::int and l.shard = free.shard
    returning l.shard, l.session, l.about, l.roster`);
}

function isOneOf(shards: readonly number[]) {
  return sql`shard = any(${sql.param([...shards])}::int[])`;
}

/** Asks whoever holds these to hand them over; returns those that somebody holds. Who asks last is heard. */
export async function ask({ db, id, count }: Who, shards: readonly number[]): Promise<number[]> {
  const rows = await db.execute<{ shard: number }>(sql`
    update ${shardLeases} set successor = ${id}
    where shard_count = ${count}::int and ${isOneOf(shards)} and holder <> ${id} and held_until >= clock_timestamp()
    returning shard`);
  return rows.map(({ shard }) => shard);
}

/** Hands shards back, with what is needed to go on with them. */
export async function handBack({ db, id, count }: Who, leases: readonly Held[]): Promise<void> {
  if (leases.length === 0) return;
  await db.execute(sql`
    update ${shardLeases} l set holder = null, held_until = clock_timestamp(), session = case when k.is_known then k.session else l.session end,
      about = coalesce(k.about, l.about), roster = coalesce(k.roster, l.roster)
    from ${keptRows(leases)}
    where l.shard_count = ${count}::int and l.shard = k.shard and l.holder = ${id}`);
}

/** Before its shards are handed back: what the others may hold is counted by who is alive. */
export async function leave({ db, id }: Who): Promise<void> {
  await db.execute(sql`delete from ${fleetProcesses} where id = ${id}`);
}

type Looked = { id: string | null; held: number; overdue: number; most: number; wanted: number[] | null };

/** `wanted`: those of this process that another one asks for. */
export async function look({ db, id: own, count }: Who): Promise<Picture & { wanted: number[] }> {
  const rows = await db.execute<Looked>(sql`
    with holding as (
      select case when held_until >= clock_timestamp() then holder end as id, count(*)::int as held,
        json_agg(shard) filter (where successor <> holder) as wanted,
        (count(*) filter (where session is not null and held_until < clock_timestamp() - ${overdueAfter}))::int
          as overdue
      from ${shardLeases} where shard_count = ${count}::int group by 1)
    select p.id, coalesce(h.held, 0) as held, 0 as overdue, p.most, h.wanted
    from ${fleetProcesses} p left join holding h on h.id = p.id
    where p.shard_count = ${count}::int and p.alive_until >= clock_timestamp()
    union all select null, h.held, h.overdue, 0, null from holding h where h.id is null`);
  const processes = rows.flatMap(({ id, held, most }) => (id === null ? [] : [{ id, held, most }]));
  const free = rows.find(({ id }) => id === null);
  const wanted = rows.find(({ id }) => id === own)?.wanted ?? [];
  return { processes, free: free?.held ?? 0, overdue: free?.overdue ?? 0, wanted };
}

/** Of all processes: who looks at one sees shards that none has. */
export async function countLeases({ db, count }: Pick<Who, 'db' | 'count'>): Promise<LeaseCounts> {
  const [row] = await db.execute<LeaseCounts>(sql`
    select (count(*) filter (where holder is null))::int as free,
      (count(*) filter (where holder is not null and held_until >= clock_timestamp()))::int as held,
      (count(*) filter (where holder is not null and held_until < clock_timestamp()))::int as expired
    from ${shardLeases} where shard_count = ${count}::int`);
  return row ?? { held: 0, free: 0, expired: 0 };
}

function keptRows(leases: readonly Held[]) {
  const rows = leases.map(({ shard, kept }) => ({ shard, is_known: kept !== null, ...kept }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as k (shard int, is_known boolean, session jsonb, about jsonb, roster jsonb)`;
}
