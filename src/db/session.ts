// What a connection is told at its start. Servers, databases and roles may carry settings of their own
// (`alter database … set datestyle = 'German'`), and every one that changes what our statements mean or what comes back
// is ours to say.

/** Names in any case; values as text, since postgres.js leaves out what is falsy. */
export type Settings = Readonly<Record<string, string>>;

/** What PgBouncer hands on from the start packet, whatever its configuration; anything else it may refuse. */
const EVERYWHERE: Settings = {
  DateStyle: 'ISO, YMD',
  TimeZone: 'UTC',
  standard_conforming_strings: 'on',
};

const DIRECT: Settings = {
  ...EVERYWHERE,
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  array_nulls: 'on',
  transform_null_equals: 'off',
  default_transaction_isolation: 'read committed',
  default_transaction_deferrable: 'off',
  lock_timeout: '0',
  idle_session_timeout: '0',
};

/** `default_transaction_read_only` stays the server's: hosts switch it on when a disk is full. */
export function sessionSettings({ isPooled }: { isPooled: boolean }): Settings {
  return isPooled ? EVERYWHERE : DIRECT;
}

/** Milliseconds after which the server itself gives a statement up; behind PgBouncer the role's own setting has to. */
export function timeouts({ isPooled }: { isPooled: boolean }, statement: number): Settings {
  if (isPooled) return {};
  return { statement_timeout: String(statement), idle_in_transaction_session_timeout: '15000' };
}

/** Whether an address may set this: not what is fixed here. */
export function isFixed(setting: string): boolean {
  const fixed = [...Object.keys(DIRECT), 'statement_timeout', 'idle_in_transaction_session_timeout'];
  return fixed.some((name) => name.toLowerCase() === setting.toLowerCase());
}
