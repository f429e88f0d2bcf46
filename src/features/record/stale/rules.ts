// Scopes as text, and when a rebuild is tried again. Pure.
import type { Scope } from '../projection.ts';

/** By then every answer is written that had read the old facts before they were changed. */
const ANSWERS_WRITTEN_MS = 60_000;

export function formatScope(scope: Scope): string {
  return `${scope.kind}:${scope.kind === 'everyone' ? scope.since : scope.id}`;
}

/** Null for a text that no scope is written like. */
export function parseScope(text: string): Scope | null {
  const [, kind, rest = ''] = /^(server|member|everyone):(.+)$/.exec(text) ?? [];
  if (kind === 'everyone') return { kind, since: rest };
  return kind === 'server' || kind === 'member' ? { kind, id: rest } : null;
}

/** Until when answers may be written that had read the facts of before the change. */
export function lastOldAnswer(since: Date): Date {
  return new Date(since.getTime() + ANSWERS_WRITTEN_MS);
}

/** Backing off a rebuild that failed: 1 minute after the first attempt, doubling, an hour at most. */
export function retryAt(now: Date, attempts: number): Date {
  return new Date(now.getTime() + Math.min(60, 2 ** Math.max(0, attempts - 1)) * 60_000);
}
