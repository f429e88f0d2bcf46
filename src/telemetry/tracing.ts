// What the composition puts around its parts: steps where traces go anywhere, and nothing at all where they do not. Then
// OpenTelemetry is not even imported.
import type { REST } from 'discord.js';
import type { Logger } from 'pino';
import type { BotApp, Feature } from '#bot/feature.ts';
import type { Observe, Router } from '#bot/router.ts';
import type { Clock } from '#lib/clock.ts';
import { StartRefused } from '#lib/refusal.ts';
import type { Trace } from '#lib/trace.ts';
import { traceApp, traceFeature, traceOutcomes, traceRouter } from './bot.ts';
import type { ObserveSpans, TelemetryConfig } from './open.ts';
import { traceRequests } from './requests.ts';

export type Tracing = {
  trace: Trace | undefined;
  app(app: BotApp): BotApp;
  features(features: readonly Feature[]): readonly Feature[];
  outcomes(observe: Observe): Observe;
  router(router: Router): Router;
  onSend: (() => void) | undefined;
  requests(rest: REST): void;
  stop(): Promise<void>;
};

export type TracingDeps = { log: Logger; clock: Clock; observe: ObserveSpans };

export async function startTracing(
  config: TelemetryConfig | null | undefined,
  { log, clock, observe }: TracingDeps,
): Promise<Tracing> {
  if (!config) return nowhere;
  const { openTelemetry } = await import('./open.ts').catch(explain);
  const { trace, stop } = openTelemetry(config, { log, observe });
  const requests = traceRequests(trace);
  return {
    trace,
    stop,
    app: (app) => traceApp(app, trace),
    features: (features) => features.map((feature) => traceFeature(feature, trace)),
    outcomes: (told) => traceOutcomes(told, trace),
    router: (router) => traceRouter(router, { trace, clock }),
    onSend: requests.onSend,
    requests: requests.follow,
  };
}

const nowhere: Tracing = {
  trace: undefined,
  app: (app) => app,
  features: (features) => features,
  outcomes: (observe) => observe,
  router: (router) => router,
  onSend: undefined,
  requests: () => undefined,
  stop: async () => undefined,
};

function explain(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
    throw new StartRefused('TELEMETRY needs packages that are not installed: run npm ci, or unset it.');
  throw error;
}
