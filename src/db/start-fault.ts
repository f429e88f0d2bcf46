// Why PostgreSQL could not be used at the start, in one line that says what to do. Never with a password in it.
import { codeOf, DatabaseError, isUnavailable, unwrap } from './failure.ts';

type Line = string | ((message: string) => string);

const CERTIFICATE: Line = (message) =>
  `The certificate of the PostgreSQL server cannot be trusted (${message}): name its authority in DATABASE_URL with sslmode=verify-full&sslrootcert=file, or encrypt without looking at it, by sslmode=require.`;
const UNKNOWN_HOST: Line = (message) =>
  `The host in DATABASE_URL is not known (${message}): check its spelling, and the network.`;
const NO_TLS: Line = 'The PostgreSQL server speaks no TLS: write sslmode=disable in DATABASE_URL.';
const POOLER: Line =
  'DATABASE_URL leads to PgBouncer or another pooler in transaction mode: add ?prepare=false to it.';

/** By PostgreSQL's, OpenSSL's and Node's codes. */
const LINES: Record<string, Line> = {
  '28P01':
    'PostgreSQL refused the password of DATABASE_URL (or PGPASSWORD): correct it. In an address % is written as %25, @ as %40 and / as %2F.',
  '28000': (message) =>
    `PostgreSQL refused the connection (${message}): check user and database in DATABASE_URL; if it wants encryption, add ?sslmode=require.`,
  '3D000': (message) =>
    `PostgreSQL has no such database (${message}): create it, or correct the name in DATABASE_URL, after the last /.`,
  '42501': (message) =>
    `The role of DATABASE_URL may not do what Cohort needs (${message}): make it the owner of its database, by alter database … owner to …, or set MIGRATION_DATABASE_URL.`,
  '3F000':
    'The role of DATABASE_URL has no schema to create tables in: set its search_path, or leave schema out.',
  '53300': 'PostgreSQL has no connection left: end other programs that use it, or raise max_connections.',
  '57P03': 'PostgreSQL is starting up or recovering: start Cohort again in a moment.',
  '25006': 'PostgreSQL takes no changes now: DATABASE_URL leads to a standby, or its disk is full.',
  '53100': 'The disk of the PostgreSQL server is full: free some space.',
  '26000': POOLER,
  '42P05': POOLER,
  ENOTFOUND: UNKNOWN_HOST,
  EAI_AGAIN: UNKNOWN_HOST,
  ECONNREFUSED: (message) =>
    `PostgreSQL does not answer (${message}): check DATABASE_URL, and that the server runs.`,
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
  ERR_TLS_CERT_ALTNAME_INVALID: CERTIFICATE,
  CERT_HAS_EXPIRED: CERTIFICATE,
  DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
  SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
};

/** Null when it was not the database, or nothing that is known. */
export function explainDatabase(error: unknown): string | null {
  const errors = unwrap(error);
  const own = errors.find((each) => each instanceof DatabaseError);
  if (own) return own.message;
  // Discord's requests fail with the same codes of Node; on a query postgres.js has left its statement.
  if (!errors.some((each) => 'query' in each)) return isUnavailable(error) ? SILENT : null;
  const known = errors.map((each) => lineOf(each)).find((line) => line !== null);
  return known ?? (isUnavailable(error) ? SILENT : null);
}

const SILENT = 'PostgreSQL does not answer: check DATABASE_URL, and that the server runs.';

function lineOf(error: Error): string | null {
  const setting = /(?:parameter|setting)"? ?:? "?([\w.]+)"?/.exec(error.message)?.[1];
  const code = codeOf(error);
  if (code === '08P01' && error.message.startsWith('unsupported startup parameter')) {
    return `The pooler that DATABASE_URL leads to refuses the setting ${setting}: add ?prepare=false to the address, or remove ${setting} from it.`;
  }
  if (['42704', '22023', '42601'].includes(code) && setting) {
    return `PostgreSQL refuses a setting in DATABASE_URL (${error.message}): remove ${setting} from the address, or correct it.`;
  }
  // Asked for TLS, a server without it hangs up; Node has this text and only a general code for it.
  const line = error.message.includes('before secure TLS') ? NO_TLS : LINES[code];
  return typeof line === 'function' ? line(error.message) : (line ?? null);
}
