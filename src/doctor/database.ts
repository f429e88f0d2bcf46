// The database as a start would meet it: reached without changing anything in it.
import { pino } from 'pino';
import type { Sql } from 'postgres';
import { readAddress } from '#db/address.ts';
import { POOL_SIZE } from '#db/connect.ts';
import { findBinaries } from '#db/embedded/binaries.ts';
import { findClusterPassword } from '#db/embedded/cluster.ts';
import { reachEmbedded } from '#db/embedded.ts';
import { FOLDER, OLDEST } from '#db/migrate.ts';
import { openSql } from '#db/open.ts';
import { readSchemaState } from '#db/schema-state.ts';
import type { Config } from '../config.ts';
import { explainStart } from '../explain.ts';
import { type Finding, fault, ok } from './finding.ts';
import { judgeServer, type ServerFacts } from './judge-server.ts';

const CONNECT_WITHIN_MS = 5_000;

type Database = Config['database'];

/** `look` goes on with what is in it, where there is something. */
export async function examineDatabase(
  database: Database,
  { now, look }: { now: () => Date; look: (sql: Sql) => Promise<Finding[]> },
): Promise<Finding[]> {
  try {
    const reached = await reach(database);
    if (!reached) return [ok('database', 'the embedded PostgreSQL makes its data at the first start')];
    try {
      const hasOther = reached.migrationUrl !== undefined;
      return await inTime(examine(reached.url, { now, look, hasOther }));
    } finally {
      await reached.stop();
    }
  } catch (error) {
    return [fault('database', String(explainStart(error)))];
  }
}

const LOOK_WITHIN_MS = 20_000;

async function inTime(findings: Promise<Finding[]>): Promise<Finding[]> {
  const late = Promise.withResolvers<Finding[]>();
  const line =
    'PostgreSQL took the connection and then gave no answer: look at its log, and at what stands before it.';
  const timer = setTimeout(() => late.resolve([fault('database', line)]), LOOK_WITHIN_MS);
  return Promise.race([findings, late.promise]).finally(() => clearTimeout(timer));
}

type Reached = { url: string; migrationUrl?: string; stop(): Promise<void> };

/** Null for an embedded one that there is not yet: looking must not make it. */
async function reach(database: Database): Promise<Reached | null> {
  if (database.kind === 'url') return { ...database, stop: async () => undefined };
  findBinaries();
  if (!findClusterPassword(database.dir)) return null;
  return reachEmbedded({ dir: database.dir, log: pino({ level: 'silent' }) });
}

type Looking = {
  now: () => Date;
  look: (sql: Sql) => Promise<Finding[]>;
  /** Another role makes the tables. */
  hasOther: boolean;
};

async function examine(url: string, { now, look, hasOther }: Looking): Promise<Finding[]> {
  const open = () => openSql(url, { connectWithin: CONNECT_WITHIN_MS, onNotice: () => undefined });
  const [sql, second] = [open(), open()];
  try {
    const [server] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
    const version = server?.version ?? '';
    if (Number.parseInt(version, 10) < OLDEST)
      return [fault('database', `The server is PostgreSQL ${version}: Cohort needs ${OLDEST} or later.`)];
    const facts = await readFacts({ sql, second, now });
    const isPooled = readAddress(url).isPooled;
    facts.role.mayCreate ||= hasOther;
    const findings = judgeServer({ ...facts, version, saysPooled: isPooled, poolSize: POOL_SIZE });
    const isReadable = facts.schema.kind === 'current' && facts.role.unreadable.length === 0;
    return [...findings, ...(isReadable ? await look(sql) : [])];
  } finally {
    await Promise.all([sql, second].map((each) => each.end({ timeout: 2 })));
  }
}

type Reading = { sql: Sql; second: Sql; now: () => Date };
type Read = Omit<ServerFacts, 'version' | 'saysPooled' | 'poolSize'>;

async function readFacts({ sql, second, now }: Reading): Promise<Read> {
  const shared = await isSameBackend(sql, second);
  const [server] = await sql<Read['server'][]>`
    select current_setting('server_encoding') as encoding,
      coalesce(d.datcollversion <> pg_database_collation_actual_version(d.oid), false) as "isCollationChanged",
      (select count(*)::int from pg_timezone_names) as zones,
      pg_is_in_recovery() or current_setting('default_transaction_read_only')::bool as "isReadOnly",
      least(
        current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
          - coalesce(current_setting('reserved_connections', true)::int, 0),
        nullif(r.rolconnlimit, -1), nullif(d.datconnlimit, -1)
      ) as connections
    from pg_database d, pg_roles r where d.datname = current_database() and r.rolname = current_user
  `;
  const schema = await readSchemaState(sql, FOLDER).catch(() => ({ kind: 'unreadable' as const }));
  const [role] = await sql<Read['role'][]>`
    select r.rolname as name,
      array_remove(array[
        case when r.rolsuper then 'superuser' end, case when r.rolcreaterole then 'createrole' end,
        case when r.rolcreatedb then 'createdb' end, case when r.rolreplication then 'replication' end,
        case when r.rolbypassrls then 'bypassrls' end
      ], null) as powers,
      has_database_privilege(current_database(), 'create')
        and coalesce(has_schema_privilege(current_schema(), 'create'), false) as "mayCreate",
      array(
        select c.relname::text from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
          and not (has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert')
            and has_table_privilege(c.oid, 'update') and has_table_privilege(c.oid, 'delete'))
        order by 1
      ) as unreadable
    from pg_roles r where r.rolname = current_user
  `;
  const asked = now().getTime();
  const [clock] = await sql<{ at: string }[]>`select extract(epoch from clock_timestamp()) * 1000 as at`;
  const middle = (asked + now().getTime()) / 2;
  if (!server || !role || !clock) throw new Error('the database does not know its own role');
  return { server, role, schema, isShared: shared, secondsAhead: (middle - Number(clock.at)) / 1000 };
}

/** Two connections that are open at once and meet the same server process: something between shares it among them. */
async function isSameBackend(first: Sql, second: Sql): Promise<boolean> {
  const pidOf = async (sql: Sql) => (await sql.unsafe('select pg_backend_pid() as pid'))[0]?.pid;
  // Somebody else may have been given it meanwhile.
  for (let tries = 0; tries < 3; tries += 1) {
    const [one, two] = [await pidOf(first), await pidOf(second)];
    if (one === two) return true;
  }
  return false;
}
