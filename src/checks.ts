// Whether the bot can do its work now, and whether a restart would help: for /readyz and /healthz. What features count,
// for /metrics.
import { type Client, Status } from 'discord.js';
import type { BotApp, Feature } from '#bot/feature.ts';
import { features } from '#features/index.ts';
import { countLeases } from '#fleet/leases.ts';
import type { Metrics } from '#http/metrics.ts';
import { type Checks, whenLasting } from '#http/readiness.ts';
import type { Schedule } from '#schedule/schedule.ts';
import type { Fleet } from './open-gateway.ts';

/** Jobs look every few seconds; work that waits this long has a reason. */
const OVERDUE_MS = 5 * 60_000;
/** discord.js connects again by itself within seconds; where it did not in this time, a new process may. */
const GATEWAY_GONE_MS = 10 * 60_000;
const HANGING_S = 120;

export function checksOf(
  app: BotApp,
  schedule: Pick<Schedule, 'oldestRun'>,
  fleet: Fleet | null,
): { checks: Checks; health: Checks } {
  const standsBy = () => fleet?.keeper.standsBy() ?? false;
  const gateway = async () => {
    if (standsBy()) return 'another process runs all shards of this one';
    return app.channels.isConnected() ? null : 'not connected to Discord';
  };
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
  // A restart would only have it take them back.
  const health = async () => (standsBy() ? null : gateway());
  return { checks, health: { gateway: whenLasting(health, lasting) } };
}

export function watchGauges(metrics: Metrics, { db, log }: BotApp): void {
  const failed = (name: string) => (err: unknown) => {
    log.warn({ err, name }, 'a number for the metrics could not be counted');
    return null;
  };
  for (const gauge of features.flatMap(({ gauges }) => gauges ?? [])) {
    const { name, help } = gauge;
    if (gauge.label === undefined) {
      metrics.watch({ name, help, count: () => gauge.count(db).catch(failed(name)) });
    } else {
      const { label } = gauge;
      metrics.watch({ name, help, label, count: () => gauge.count(db).catch(failed(name)) });
    }
  }
}

/** discord.js measures heartbeats; before the first one it says -1. */
export function watchGateway(metrics: Metrics, { ws }: Pick<Client, 'ws'>): void {
  metrics.watch({
    name: 'cohort_gateway_shards',
    help: 'Connections to the gateway of this process, by their state',
    label: 'state',
    async count() {
      const counts: Record<string, number> = { Ready: 0 };
      for (const { status } of ws.shards.values()) counts[Status[status]] = (counts[Status[status]] ?? 0) + 1;
      return counts;
    },
  });
  metrics.watch({
    name: 'cohort_gateway_latency_seconds',
    help: 'Between a heartbeat and its answer, the mean of all connections',
    count: async () => (ws.ping < 0 ? null : ws.ping / 1000),
  });
}

/** Where shards are not shared out, there is nothing to count. */
export function watchLeases(
  metrics: Metrics,
  { db, log }: Pick<BotApp, 'db' | 'log'>,
  fleet: Fleet | null,
): void {
  metrics.watch({
    name: 'cohort_shard_leases',
    help: 'Shards of the whole fleet, by whether a process runs them',
    label: 'state',
    async count() {
      if (!fleet) return {};
      return countLeases({ db, count: fleet.count }).catch((err) => {
        log.warn({ err }, 'the leases of shards could not be counted');
        return null;
      });
    },
  });
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
