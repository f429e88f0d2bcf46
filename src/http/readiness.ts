// What is asked of this process, check by check: whether it can do its work now, or whether a restart would help.

/** Resolves to null when all is well, else to what is wrong; a rejection counts as wrong too. */
type Check = () => Promise<string | null>;
export type Checks = Record<string, Check>;

export type Readiness = { ready: boolean; checks: Record<string, string> };

/** Until whoever starts the process knows better. */
export const starting: Checks = { cohort: async () => 'starting' };

export async function readReadiness(checks: Checks, within = 3000): Promise<Readiness> {
  const results = await Promise.all(
    Object.entries(checks).map(
      async ([name, check]) => [name, (await judge(check, within)) ?? 'ok'] as const,
    ),
  );
  return { ready: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) };
}

/** One that hangs is not begun again beside itself. */
export function oneAtATime(checks: Checks): Checks {
  return Object.fromEntries(
    Object.entries(checks).map(([name, check]) => {
      let underway: Promise<string | null> | null = null;
      const begin = () => {
        underway ??= check().finally(() => {
          underway = null;
        });
        return underway;
      };
      return [name, begin];
    }),
  );
}

/**
 * A fault counts only once it has lasted: for `/healthz`, whose asker restarts what is not well. Measured from the first
 * time that somebody asked and it was there.
 */
export function whenLasting(check: Check, { forMs, now }: { forMs: number; now: () => number }): Check {
  let since: number | null = null;
  return async () => {
    const fault = await check().catch(() => 'failed');
    if (fault === null) since = null;
    else since ??= now();
    return fault !== null && since !== null && now() - since >= forMs ? fault : null;
  };
}

/** What a failed check threw stays out of the answer: it may name hosts and users. */
async function judge(check: Check, within: number): Promise<string | null> {
  const late = Promise.withResolvers<string>();
  const timer = setTimeout(() => late.resolve('no answer'), within);
  const answer = check().catch(() => 'failed');
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
}
