// What kind of failure it was. Never its message: a failed statement's has the values, and Discord's may have texts.
import { Refusal } from '#lib/refusal.ts';

/** Null for a no that was meant. */
export function errorType(error: unknown): string | null {
  if (error instanceof Refusal) return null;
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && /^[\w-]{1,40}$/.test(String(error.code)) ? ` ${error.code}` : '';
  // drizzle wraps what the database said.
  return error.cause instanceof Error ? errorType(error.cause) : `${error.constructor.name}${code}`;
}
