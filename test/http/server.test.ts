import { once as happens } from 'node:events';
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { createMetrics } from '#http/metrics.ts';
import { once } from '#http/once.ts';
import { oneAtATime, readReadiness, whenLasting } from '#http/readiness.ts';
import { addressOf, type HttpOptions, type HttpServer, ListenError, startHttp } from '#http/server.ts';

const log = pino({ level: 'silent' });
const running: HttpServer[] = [];

const start = async (options: Partial<HttpOptions> = { checks: {} }) => {
  const metrics = createMetrics();
  const server = await startHttp({ host: '127.0.0.1', port: 0, metrics, log, ...options });
  running.push(server);
  const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
  return { get, metrics, server };
};

afterEach(() => Promise.all(running.splice(0).map((server) => server.stop())));

const fine = async () => null;

it('is alive as soon as it listens, whatever the checks say', async () => {
  const { get } = await start({ checks: { gateway: async () => 'not connected' } });
  expect((await get('/healthz')).status).toBe(200);
});

it('is ready when every check is', async () => {
  const { get } = await start({ checks: { gateway: fine, database: fine } });
  const response = await get('/readyz');
  expect([response.status, await response.json()]).toEqual([
    200,
    { ready: true, checks: { gateway: 'ok', database: 'ok' } },
  ]);
});

it('is not ready when one check is not, and says which, but not what it threw', async () => {
  const { get } = await start({
    checks: {
      gateway: async () => 'not connected to Discord',
      database: () => Promise.reject(new Error('password of cohort@db:5432 refused')),
      jobs: fine,
    },
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

it('is starting, and alive, until it is told what to look at', async () => {
  const { get, server } = await start({});
  const early = await get('/readyz');
  expect([early.status, await early.json()]).toEqual([503, { ready: false, checks: { cohort: 'starting' } }]);
  expect((await get('/healthz')).status).toBe(200);
  server.check({
    checks: { gateway: fine },
    health: { gateway: async () => 'not connected for 10 minutes' },
  });
  expect((await get('/readyz')).status).toBe(200);
  const health = await get('/healthz');
  expect([health.status, await health.json()]).toEqual([
    503,
    { alive: false, checks: { gateway: 'not connected for 10 minutes' } },
  ]);
});

it('asks nothing twice at once, and not again within a second, however many ask', async () => {
  let asked = 0;
  const database = async () => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return null;
  };
  const { get } = await start({ checks: { database } });
  const many = await Promise.all(Array.from({ length: 60 }, () => get('/readyz')));
  expect(many.map(({ status }) => status)).toEqual(many.map(() => 200));
  expect((await get('/readyz')).status).toBe(200);
  expect(asked).toBe(1);
});

it('does the same work anew once its result is too old', async () => {
  let now = 0;
  let runs = 0;
  const read = once(async () => ++runs, { validForMs: 1000, now: () => now });
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  now = 999;
  expect(await read()).toBe(1);
  now = 1000;
  expect(await read()).toBe(2);
});

it('does not begin a check again while it hangs', async () => {
  let asked = 0;
  const hang = () => {
    asked += 1;
    return new Promise<never>(() => undefined);
  };
  const checks = oneAtATime({ database: hang });
  for (const _ of [1, 2]) {
    expect(await readReadiness(checks, 20)).toMatchObject({ checks: { database: 'no answer' } });
  }
  expect(asked).toBe(1);
});

it('takes a fault for lasting only when it has been there all the time', async () => {
  let now = 0;
  let fault: string | null = 'not connected';
  const check = whenLasting(async () => fault, { forMs: 600_000, now: () => now });
  expect(await check()).toBeNull();
  now = 599_999;
  expect(await check()).toBeNull();
  now = 600_000;
  expect(await check()).toBe('not connected');
  fault = null;
  expect(await check()).toBeNull();
  fault = 'not connected';
  now = 2_000_000;
  expect(await check()).toBeNull();
});

it('cuts off whoever does not finish asking', async () => {
  const limits = { headersTimeout: 100, connectionsCheckingInterval: 20 };
  const { server } = await start({ limits });
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined).resume();
  socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n');
  const from = performance.now();
  await happens(socket, 'close');
  expect(performance.now() - from).toBeGreaterThan(50);
});

it('takes no more connections than it can bear', async () => {
  const { server, get } = await start();
  const sockets = Array.from({ length: 150 }, () =>
    connect(server.port, '127.0.0.1').on('error', () => undefined),
  );
  await expect.poll(() => sockets.filter(({ closed }) => closed).length).toBe(50);
  for (const socket of sockets) socket.destroy();
  await expect
    .poll(() =>
      get('/healthz').then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
});

it.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://[::1]:3000'],
  ['::1', 'http://[::1]:3000'],
  ['bot.example', 'http://bot.example:3000'],
])('is reached, listening on %s, at %s', (host, address) => {
  expect(addressOf({ host, port: 3000 })).toBe(address);
});

it('says that a host is not of this machine, whatever it is', async () => {
  await expect(start({ host: 'nosuch.invalid' })).rejects.toThrow(
    new ListenError('nosuch.invalid is not an address of this machine: correct HTTP_HOST.'),
  );
});

it('shows what was recorded, each server its own', async () => {
  const { get, metrics } = await start();
  const other = await start();
  metrics.interaction({ name: '/quiz', outcome: 'answered', seconds: 0.2 });
  metrics.send({ what: 'edit', outcome: 'refused', code: 50013 });
  metrics.statement({ kind: 'statement', failed: false, seconds: 0.002 });
  metrics.job({ job: 'close-posts', failed: true, seconds: 2 });
  const text = await (await get('/metrics')).text();
  expect(text).toContain('cohort_interactions_total{command="/quiz",outcome="answered"} 1');
  expect(text).toContain('cohort_interaction_seconds_bucket{le="0.25",command="/quiz"} 1');
  expect(text).toContain('cohort_job_failures_total{name="close-posts"} 1');
  expect(text).toContain('cohort_sends_total{what="edit",outcome="refused",code="50013"} 1');
  expect(text).toContain('cohort_job_seconds_count{name="close-posts"} 1');
  expect(text).toContain('cohort_statement_seconds_count{kind="statement",outcome="done"} 1');
  expect(text).toContain('process_cpu_seconds_total');
  expect(await (await other.get('/metrics')).text()).not.toContain('/quiz');
});

it('counts what is watched at every reading, and is silent on what cannot be counted', async () => {
  const metrics = createMetrics();
  const counts = [4, null, 2];
  metrics.watch({ name: 'cohort_waiting', help: 'What waits', count: async () => counts.shift() ?? null });
  const reading = async () => /^cohort_waiting .*$/m.exec((await metrics.read()).text)?.[0];
  expect([await reading(), await reading(), await reading()]).toEqual([
    'cohort_waiting 4',
    undefined,
    'cohort_waiting 2',
  ]);
});

it('answers nothing else', async () => {
  const { get } = await start();
  expect((await get('/')).status).toBe(404);
  expect((await get('/metrics', { method: 'POST' })).status).toBe(405);
});

it('says in one line what to do when the port is in use', async () => {
  const { server } = await start();
  const second = start({ port: server.port });
  await expect(second).rejects.toThrow(ListenError);
  await expect(second).rejects.toThrow(/^Port \d+ is in use: .*HTTP_PORT/);
});
