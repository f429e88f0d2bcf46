// DATABASE_URL as people copy it: from the pages of hosts, which write it for other drivers, and with passwords that
// nobody encoded. Reads what can be understood, and says the rest in one line. Never repeats a secret.
import { DatabaseError } from './failure.ts';
import { isFixed, type Settings } from './session.ts';

/** What is null or left out, postgres.js takes from PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE. */
export type Address = {
  host: string[];
  port: number[];
  /** A folder with PostgreSQL's socket, instead of a host. */
  socketDir: string | null;
  user: string | null;
  password: string | null;
  database: string | null;
  tls: Tls;
  /** Behind PgBouncer or its like in transaction mode: no prepared statements, few settings. */
  isPooled: boolean;
  targetSession: string | null;
  /** Settings for the server that the address asks for. */
  settings: Settings;
};

export type Tls = {
  mode: 'off' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';
  /** Files: who signs the server's certificate, and what to show it of ourselves. */
  ca: string | null;
  cert: string | null;
  key: string | null;
};

const FORM = 'write postgres://user:password@host:5432/database';
const NOT_AN_ADDRESS = `DATABASE_URL is not a PostgreSQL address: ${FORM}.`;

const SCHEME = /^(?:jdbc:)?postgres(?:ql)?(?:\+\w+)?:\/\/(.*)$/s;
// Strictly, a password holds none of / ? #; leniently, it ends at the last @, whatever it holds.
const STRICT = /^(?:([^:@/?#]*)(?::([^/?#]*))?@)?([^@/?#]*)(?:\/([^@/?#]*))?(?:\?([^#]*))?$/;
const LENIENT = /^([^:@/?#]*):(.*)@([^@/?#]+)(?:\/([^@/?#]*))?(?:\?([^@#]*))?$/s;
const QUERY = /^(?:[\w.-]+=[^&]*(?:&|$))*$/;
const HOST = /^(\[[\da-f:.%]+\]|[^:[\]]*)(?::(\d{1,5}))?$/i;

/** Behind these, named statements and most settings are lost or refused. */
const POOLERS = [/-pooler\.\S+\.neon\.tech:\d+$/, /\.pooler\.supabase\.com:6543$/];

const TLS_MODES: Record<string, Tls['mode']> = {
  disable: 'off',
  false: 'off',
  '0': 'off',
  allow: 'prefer',
  prefer: 'prefer',
  require: 'require',
  'no-verify': 'require',
  'verify-ca': 'verify-ca',
  'verify-full': 'verify-full',
  true: 'verify-full',
  '1': 'verify-full',
};

const TARGETS = ['any', 'read-write', 'read-only', 'primary', 'standby', 'prefer-standby'];

/** What is read below. */
const READ =
  `host port user password dbname database sslmode ssl sslrootcert sslcert sslkey target_session_attrs
  targetservertype prepare pgbouncer schema currentschema`.split(/\s+/);

/** For drivers of others: how they connect, keep alive, pool and check, which is decided here or has no counterpart. */
const OF_OTHERS = `channel_binding charset client_encoding connect_timeout connecttimeout connection_limit
  fallback_application_name fetch_types gssdelegation gssencmode gsslib idle_timeout keepalives keepalives_count
  keepalives_idle keepalives_interval krbsrvname load_balance_hosts logintimeout max max_lifetime max_protocol_version
  min_protocol_version passfile pool_max_conns pool_min_conns pool_mode pool_size pool_timeout preparethreshold
  replication require_auth requirepeer serverversion service socket_timeout sockettimeout ssl_max_protocol_version
  ssl_min_protocol_version sslaccept sslcertmode sslcompression sslcrl sslcrldir sslfactory sslidentity sslkeylogfile
  sslnegotiation sslpassword sslsni statement_cache_size supa tcp_user_timeout tcpkeepalive timeout uselibpqcompat
  workaround`.split(/\s+/);

type Asked = ReadonlyMap<string, string>;

/** Throws an DatabaseError. */
export function readAddress(text: string): Address {
  const parts = split(SCHEME.exec(text.trim())?.[1] ?? '@@');
  const asked: Asked = new Map(
    [...new URLSearchParams(parts.query)].map(([name, value]) => [name.toLowerCase(), value]),
  );
  const hosts = (parts.hosts || asked.get('host') || '').split(',').map((host) => readHost(host, asked));
  const socketDir = asked.get('host')?.startsWith('/') ? (asked.get('host') ?? null) : null;
  const isPooled =
    asked.get('prepare') === 'false' ||
    asked.get('pgbouncer') === 'true' ||
    hosts.some(({ host, port }) => POOLERS.some((pooler) => pooler.test(`${host}:${port}`)));
  return {
    host: socketDir ? [] : hosts.map(({ host }) => host).filter(Boolean),
    port: hosts.map(({ port }) => port),
    socketDir,
    user: decode(parts.user) || asked.get('user') || null,
    password: decode(parts.password) || asked.get('password') || null,
    database: decode(parts.database) || asked.get('dbname') || asked.get('database') || null,
    tls: readTls(asked),
    isPooled,
    targetSession: readTarget(asked, hosts.length),
    settings: readSettings(asked, isPooled),
  };
}

function split(rest: string) {
  const isFine = (match: RegExpExecArray | null) =>
    match && QUERY.test(match[5] ?? '') && (match[3] ?? '').split(',').every((host) => HOST.test(host));
  const match = [STRICT.exec(rest), LENIENT.exec(rest)].find(isFine);
  if (!match) throw new DatabaseError(NOT_AN_ADDRESS);
  const [, user = '', password = '', hosts = '', database = '', query = ''] = match;
  return { user, password, hosts, database, query };
}

function readHost(text: string, asked: Asked): { host: string; port: number } {
  const [, host = '', port] = HOST.exec(text) ?? [];
  const number = Number(port ?? asked.get('port') ?? 5432);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) throw new DatabaseError(NOT_AN_ADDRESS);
  return { host: decode(host.replace(/^\[|\]$/g, '')), port: number };
}

/** As it stands, where it was not encoded: a lone % is no fault that anybody would look for. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

function readTls(asked: Asked): Tls {
  const word =
    asked.get('sslmode') ?? asked.get('ssl') ?? (asked.has('sslrootcert') ? 'verify-full' : 'disable');
  const mode = TLS_MODES[word];
  if (!mode) {
    throw new DatabaseError(
      `DATABASE_URL says sslmode=${word}: write disable, prefer, require, verify-ca or verify-full.`,
    );
  }
  const root = asked.get('sslrootcert') ?? null;
  const files = { cert: asked.get('sslcert') ?? null, key: asked.get('sslkey') ?? null };
  if (root === 'system') return { mode: 'verify-full', ca: null, ...files };
  // As libpq has it: who names a certificate wants it looked at.
  return { mode: root && mode === 'require' ? 'verify-ca' : mode, ca: root, ...files };
}

/** With one host there is nothing to choose; a read-only server then says so itself. */
function readTarget(asked: Asked, hosts: number): string | null {
  const target = asked.get('target_session_attrs') ?? asked.get('targetservertype') ?? 'any';
  if (!TARGETS.includes(target)) {
    throw new DatabaseError(
      `DATABASE_URL says target_session_attrs=${target}: write one of ${TARGETS.join(', ')}.`,
    );
  }
  return target === 'any' || hosts < 2 ? null : target;
}

function readSettings(asked: Asked, isPooled: boolean): Settings {
  const own = [...asked].filter(
    ([name]) => !READ.includes(name) && !OF_OTHERS.includes(name) && !isFixed(name),
  );
  const schema = asked.get('schema') ?? asked.get('currentschema') ?? 'public';
  if (schema === 'public') return Object.fromEntries(own);
  if (isPooled) {
    throw new DatabaseError(
      `DATABASE_URL says schema=${schema}, which PgBouncer does not pass on: remove it, and once run: alter role … set search_path = ${schema}.`,
    );
  }
  return { ...Object.fromEntries(own), search_path: `"${schema.replaceAll('"', '""')}"` };
}
