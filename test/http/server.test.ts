import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { createMetrics } from '#http/metrics.ts';
import { readReadiness } from '#http/readiness.ts';
import { type HttpServer, ListenError, startHttp } from '#http/server.ts';

const log = pino({ level: 'silent' });
const running: HttpServer[] = [];

const start = async (checks: Parameters<typeof startHttp>[0]['checks'] = {}, port = 0) => {
  const metrics = createMetrics();
  const server = await startHttp({ host: '127.0.0.1', port, checks, metrics, log });
  running.push(server);
  const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
  return { get, metrics, server };
};

afterEach(() => Promise.all(running.splice(0).map((server) => server.stop())));

const fine = async () => null;

it('is alive as soon as it listens, whatever the checks say', async () => {
  const { get } = await start({ gateway: async () => 'not connected' });
  expect((await get('/healthz')).status).toBe(200);
});

it('is ready when every check is', async () => {
  const { get } = await start({ gateway: fine, database: fine });
  const response = await get('/readyz');
  expect([response.status, await response.json()]).toEqual([
    200,
    { ready: true, checks: { gateway: 'ok', database: 'ok' } },
  ]);
});

it('is not ready when one check is not, and says which, but not what it threw', async () => {
  const { get } = await start({
    gateway: async () => 'not connected to Discord',
    database: () => Promise.reject(new Error('password of cohort@db:5432 refused')),
    jobs: fine,
  });
  const response = await get('/readyz');
  expect([response.status, await response.json()]).toEqual([
    503,
    { ready: false, checks: { gateway: 'not connected to Discord', database: 'failed', jobs: 'ok' } },
  ]);
});

it('does not wait for a check that never answers', async () => {
  const checks = { database: () => new Promise<never>(() => undefined), jobs: fine };
  expect(await readReadiness(checks, 20)).toEqual({
    ready: false,
    checks: { database: 'no answer', jobs: 'ok' },
  });
});

it('shows what was recorded, each server its own', async () => {
  const { get, metrics } = await start();
  const other = await start();
  metrics.interaction({ name: '/quiz', outcome: 'answered', seconds: 0.2 });
  metrics.send({ what: 'edit', outcome: 'refused' });
  metrics.job({ job: 'close-posts', failed: true, seconds: 2 });
  const text = await (await get('/metrics')).text();
  expect(text).toContain('cohort_interactions_total{command="/quiz",outcome="answered"} 1');
  expect(text).toContain('cohort_interaction_seconds_bucket{le="0.25",command="/quiz"} 1');
  expect(text).toContain('cohort_job_failures_total{job="close-posts"} 1');
  expect(text).toContain('cohort_sends_total{what="edit",outcome="refused"} 1');
  expect(text).toContain('cohort_job_seconds_count{job="close-posts"} 1');
  expect(text).toContain('process_cpu_seconds_total');
  expect(await (await other.get('/metrics')).text()).not.toContain('/quiz');
});

it('answers nothing else', async () => {
  const { get } = await start();
  expect((await get('/')).status).toBe(404);
  expect((await get('/metrics', { method: 'POST' })).status).toBe(405);
});

it('says in one line what to do when the port is in use', async () => {
  const { server } = await start();
  const second = start({}, server.port);
  await expect(second).rejects.toThrow(ListenError);
  await expect(second).rejects.toThrow(/^Port \d+ is in use: .*HTTP_PORT/);
});
