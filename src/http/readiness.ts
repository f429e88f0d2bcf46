// Whether this process can do its work now, check by check.

/** Resolves to null when all is well, else to what is wrong; a rejection counts as wrong too. */
type Check = () => Promise<string | null>;
export type Checks = Record<string, Check>;

export type Readiness = { ready: boolean; checks: Record<string, string> };

export async function readReadiness(checks: Checks, within = 3000): Promise<Readiness> {
  const results = await Promise.all(
    Object.entries(checks).map(
      async ([name, check]) => [name, (await judge(check, within)) ?? 'ok'] as const,
    ),
  );
  return { ready: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) };
}

/** What a failed check threw stays out of the answer: it may name hosts and users. */
async function judge(check: Check, within: number): Promise<string | null> {
  const late = Promise.withResolvers<string>();
  const timer = setTimeout(() => late.resolve('no answer'), within);
  const answer = check().catch(() => 'failed');
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
}
