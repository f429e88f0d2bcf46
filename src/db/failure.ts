// What a failed query means: the database could not be reached in time, or a unique index said no.
// Everything else is a bug.

/** The address or the server is not fit for us. The message is one line for the person at the terminal. */
export class DatabaseError extends Error {
  constructor(line: string) {
    super(line);
    this.name = 'DatabaseError';
  }
}

/** No answer in time. Whether the statement took effect is unknown. */
export class DatabaseTimeout extends Error {
  readonly code = 'DATABASE_TIMEOUT';

  constructor(milliseconds: number) {
    super(`the database gave no answer within ${milliseconds} ms`);
    this.name = 'DatabaseTimeout';
  }
}

/** Our own side has hung up: a shutdown is under way. */
export class DatabaseClosed extends Error {
  readonly code = 'CONNECTION_ENDED';

  constructor() {
    super('the database connections are closed');
    this.name = 'DatabaseClosed';
  }
}

/** So much was underway that this was not even begun. */
export class DatabaseBusy extends Error {
  readonly code = 'DATABASE_BUSY';

  constructor() {
    super('the database was too busy to begin');
    this.name = 'DatabaseBusy';
  }
}

/** The server, or what stands before it, takes connections and lets them go again. */
export class DatabaseHungUp extends Error {
  readonly code = 'CONNECTION_CLOSED';

  constructor() {
    super('the database hung up before it was ready');
    this.name = 'DatabaseHungUp';
  }
}

const UNAVAILABLE = new Set([
  'DATABASE_TIMEOUT',
  'DATABASE_BUSY',
  // postgres.js
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  // PostgreSQL: a deadlock or a conflict with somebody else's transaction
  '40P01',
  '40001',
  // … statement or lock timeout, a read-only standby after a failover
  '57014',
  '55P03',
  '25006',
  // … or a transaction that was idle or open for too long
  '25P03',
  '25P04',
]);

/** Connection exceptions, lack of resources (connections, disk, memory), shutdown and recovery. */
const UNAVAILABLE_CLASS = /^(08\w{3}|53\w{3}|57P\w\w)$/;

/** Node's codes; Discord's requests fail with the same ones, so they count only on a query. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENOENT',
]);

/** The connection itself is gone or never came, whatever else was to be sent on it. */
const LOST = /^(CONNECTION_(CLOSED|DESTROYED|ENDED)|CONNECT_TIMEOUT|DATABASE_TIMEOUT|57P\w\w|25P0[34])$/;

/** After an error of this severity PostgreSQL hangs up. */
const FATAL = /^(FATAL|PANIC)$/;

export function isConnectionLost(error: unknown): boolean {
  return unwrap(error).some((each) => {
    const isFatal = 'severity' in each && FATAL.test(String(each.severity));
    return isFatal || LOST.test(codeOf(each)) || NETWORK.has(codeOf(each));
  });
}

/** True when the database did not do it now but may well do it later. Looks through drizzle's wrapping. */
export function isUnavailable(error: unknown): boolean {
  const errors = unwrap(error);
  // Both postgres.js and drizzle put the statement on what they throw.
  const onQuery = errors.some((each) => 'query' in each);
  return errors.map(codeOf).some((code) => {
    return UNAVAILABLE.has(code) || UNAVAILABLE_CLASS.test(code) || (onQuery && NETWORK.has(code));
  });
}

/** What never reached the database, or what it did not do by its own word. Anything else may have been done. */
const SURELY_NOT_DONE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOST\w+|ENETUNREACH|ENOENT|DATABASE_BUSY|CONNECT_TIMEOUT|CONNECTION_ENDED|40\w{3}|53\w{3}|57014|57P03|55P03|25006|25P0[34]|08001|08004)$/;

/** True when the answer was lost after the statement may have been sent: nobody can say whether it took effect. */
export function isUncertain(error: unknown): boolean {
  const errors = unwrap(error);
  if (!isUnavailable(error) || errors.some((each) => each instanceof DatabaseHungUp)) return false;
  return !errors.map(codeOf).some((code) => SURELY_NOT_DONE.test(code));
}

export function isUniqueViolation(error: unknown): boolean {
  return unwrap(error).some((each) => codeOf(each) === '23505');
}

export function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The error, what caused it, and what an AggregateError holds (Node tries several addresses of a host). */
export function unwrap(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const inner = error instanceof AggregateError ? [error.cause, ...error.errors] : [error.cause];
  return [error, ...inner.flatMap((cause) => unwrap(cause, depth + 1))];
}
