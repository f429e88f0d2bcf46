// What is to be mended about a database server, by facts read from it. Pure.
import type { SchemaState } from '#db/schema-state.ts';
import { type Finding, orOk } from './finding.ts';

export type ServerFacts = {
  version: string;
  /** What the address says of a pooler, and whether there is one that hands server connections around. */
  saysPooled: boolean;
  isShared: boolean;
  /** Connections of one process. */
  poolSize: number;
  /** Of our clock, before the database's. */
  secondsAhead: number;
  schema: SchemaState | { kind: 'unreadable' };
  server: {
    encoding: string;
    isCollationChanged: boolean;
    zones: number;
    isReadOnly: boolean;
    /** That this role may have at once. */
    connections: number;
  };
  role: {
    name: string;
    /** Attributes that the bot has no use for. */
    powers: string[];
    /** Or another role has tables made. */
    mayCreate: boolean;
    /** Tables in which it may not read and write. */
    unreadable: string[];
  };
};

/** What one process has beside its pool, while it starts. */
const BESIDE_POOL = 2;
const CLOCK_SECONDS = 5;

export function judgeServer(facts: ServerFacts): Finding[] {
  const { server, version, schema } = facts;
  return [
    ...orOk(
      'database',
      server.isReadOnly
        ? [
            'PostgreSQL takes no changes: lead DATABASE_URL to the primary, and free its disk if that is full.',
          ]
        : [],
      `PostgreSQL ${version} answers and takes changes`,
    ),
    ...orOk('role', roleFaults(facts), `${facts.role.name} may do what it has to, and no more`),
    ...orOk('encoding', localeFaults(server), `${server.encoding}, with the order it was made in`),
    ...orOk(
      'database zones',
      server.zones > 0
        ? []
        : ['PostgreSQL has no time zone data: install its tzdata (as a package of the system).'],
      `${server.zones} time zones`,
    ),
    ...orOk('database clock', clockFaults(facts), 'as this machine has it'),
    ...orOk(
      'connections',
      connectionFaults(facts),
      `${server.connections} at once, a process takes ${facts.poolSize + BESIDE_POOL}`,
    ),
    ...orOk(
      'pooler',
      poolerFaults(facts),
      facts.isShared ? 'in transaction mode, as DATABASE_URL says' : 'none in transaction mode',
    ),
    ...orOk(
      'schema',
      schemaFaults(schema),
      schema.kind === 'empty' ? 'no tables yet: the first start makes them' : 'as this release has it',
    ),
  ];
}

function roleFaults({ role, schema }: ServerFacts): string[] {
  const { name, powers, unreadable } = role;
  const lacks =
    unreadable.length > 3 ? `${unreadable.slice(0, 3).join(', ')} and others` : unreadable.join(', ');
  const needsMore = schema.kind === 'empty' || schema.kind === 'older';
  return [
    ...(powers.length > 0
      ? [
          `The role ${name} is more than the bot needs: alter role "${name}" ${powers.map((power) => `no${power}`).join(' ')}.`,
        ]
      : []),
    ...(unreadable.length > 0
      ? [
          `The role ${name} may not read and write ${lacks}: make it their owner, or grant select, insert, update, delete on them.`,
        ]
      : []),
    ...(needsMore && !role.mayCreate
      ? [
          `The role ${name} may not make tables, which are to be made: make it the owner of its database, or set MIGRATION_DATABASE_URL.`,
        ]
      : []),
  ];
}

function localeFaults({ encoding, isCollationChanged }: ServerFacts['server']): string[] {
  return [
    ...(encoding === 'UTF8'
      ? []
      : [
          `The database's encoding is ${encoding}: make one with encoding 'UTF8' template template0, and move the data.`,
        ]),
    ...(isCollationChanged
      ? [
          'The system sorts texts otherwise than when the database was made: reindex database, then alter database … refresh collation version.',
        ]
      : []),
  ];
}

function clockFaults({ secondsAhead }: ServerFacts): string[] {
  if (Math.abs(secondsAhead) <= CLOCK_SECONDS) return [];
  const how = `${Math.round(Math.abs(secondsAhead))} s ${secondsAhead > 0 ? 'ahead of' : 'behind'}`;
  return [`This machine's clock is ${how} the database's: set both by NTP (timedatectl set-ntp true).`];
}

function connectionFaults({ server, poolSize }: ServerFacts): string[] {
  const needed = poolSize + BESIDE_POOL;
  if (server.connections >= needed) return [];
  return [
    `PostgreSQL lets this role have ${server.connections} connections, and a process takes up to ${needed}: raise max_connections or the role's connection limit.`,
  ];
}

function poolerFaults({ isShared, saysPooled }: ServerFacts): string[] {
  if (!isShared || saysPooled) return [];
  return ['DATABASE_URL leads to PgBouncer or another pooler in transaction mode: add ?prepare=false to it.'];
}

function schemaFaults(schema: ServerFacts['schema']): string[] {
  switch (schema.kind) {
    case 'unreadable':
      return [
        'The role may not read the schema drizzle, where migrations are noted: make it its owner, or grant usage and select on it.',
      ];
    case 'newer':
      return [
        'The tables are of a later release than this one: update Cohort, or restore a backup of this release.',
      ];
    case 'older':
      return [
        `The tables lack ${schema.missing} migrations of this release: start Cohort, which makes them.`,
      ];
    default:
      return [];
  }
}
