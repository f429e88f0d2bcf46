// Whether the bot can do its work now, and whether a restart would help: for /readyz and /healthz. What features count,
// for /metrics.
import type { BotApp, Feature } from '#bot/feature.ts';
import { features } from '#features/index.ts';
import type { Metrics } from '#http/metrics.ts';
import { type Checks, whenLasting } from '#http/readiness.ts';
import type { Schedule } from '#schedule/schedule.ts';

/** Jobs look every few seconds; work that waits this long has a reason. */
const OVERDUE_MS = 5 * 60_000;
/** discord.js connects again by itself within seconds; where it did not in this time, a new process may. */
const GATEWAY_GONE_MS = 10 * 60_000;
const HANGING_S = 120;

export function checksOf(
  app: BotApp,
  schedule: Pick<Schedule, 'oldestRun'>,
): { checks: Checks; health: Checks } {
  const gateway = async () => (app.channels.isConnected() ? null : 'not connected to Discord');
  const checks = {
    gateway,
    async database() {
      await app.db.execute('select 1');
      return null;
    },
    async jobs() {
      const run = schedule.oldestRun();
      if (run && run.seconds > HANGING_S)
        return `${run.job} has been running for ${Math.round(run.seconds)} s`;
      const due = await earliest(app, (feature) => feature.oldestDue);
      const isOverdue = due && app.clock.now().getTime() - due.getTime() > OVERDUE_MS;
      return isOverdue ? `work has been overdue since ${due.toISOString()}` : null;
    },
  };
  const lasting = { forMs: GATEWAY_GONE_MS, now: () => performance.now() };
  return { checks, health: { gateway: whenLasting(gateway, lasting) } };
}

export function watchGauges(metrics: Metrics, { db, log }: BotApp): void {
  for (const { name, help, count } of features.flatMap(({ gauges }) => gauges ?? [])) {
    const counted = () =>
      count(db).catch((err) => {
        log.warn({ err, name }, 'a number for the metrics could not be counted');
        return null;
      });
    metrics.watch({ name, help, count: counted });
  }
}

/** The earliest instant that any feature names. */
export async function earliest(
  app: BotApp,
  ask: (feature: Feature) => Feature['oldestDue'],
): Promise<Date | null> {
  const asked = await Promise.all(features.map((feature) => ask(feature)?.(app) ?? null));
  const named = asked.filter((at) => at !== null);
  return named.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
