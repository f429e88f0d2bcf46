// Health, readiness and metrics for whoever runs Cohort. Nothing of the product is reachable here, and nobody who asks
// can keep the bot from its work.
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';
import { once } from './once.ts';
import { type Checks, oneAtATime, type Readiness, readReadiness, starting } from './readiness.ts';

export type HttpOptions = {
  host: string;
  port: number;
  /** What `/readyz` asks; left out, it says "starting" until `check` is called. */
  checks?: Checks;
  /** What `/healthz` asks: cheap, and only what a restart would mend. */
  health?: Checks;
  metrics: Metrics;
  log: Logger;
  limits?: Partial<typeof LIMITS>;
};

export type HttpServer = {
  port: number;
  /** From now on these. */
  check(what: { checks: Checks; health?: Checks }): void;
  stop(): Promise<void>;
};

/** The address cannot be had: one line for the person at the terminal. */
export class ListenError extends Error {
  constructor(line: string) {
    super(line);
    this.name = 'ListenError';
  }
}

/** Orchestrators ask every few seconds. */
const VALID = { validForMs: 1000, now: () => performance.now() };

/** Far more than probes and scrapers need; whoever holds them all is cut off after the limits below. */
const MAX_CONNECTIONS = 100;
const LIMITS = {
  headersTimeout: 3000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
};

export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const { host, port } = options;
  let readiness = reader(options.checks ?? starting);
  let health = reader(options.health ?? {});
  const server = createServer(
    { ...LIMITS, ...options.limits },
    answerWith(options, () => ({ readiness, health })),
  );
  server.maxConnections = MAX_CONNECTIONS;
  await listen(server, { host, port });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    check(what) {
      readiness = reader(what.checks);
      if (what.health) health = reader(what.health);
    },
    async stop() {
      const closed = new Promise((done) => server.close(done));
      // Scrapers keep their connections open; waiting for them would hold up the shutdown.
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Whether the address can be had; throws what a start would throw. */
export async function tryToListen(where: { host: string; port: number }): Promise<void> {
  const server = createServer();
  await listen(server, where);
  await new Promise((done) => server.close(done));
}

/** As somebody on this machine reaches it. */
export function addressOf({ host, port }: { host: string; port: number }): string {
  const reached = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

type Reader = () => Promise<Readiness>;

function reader(checks: Checks): Reader {
  const guarded = oneAtATime(checks);
  return once(() => readReadiness(guarded), VALID);
}

type Current = () => { readiness: Reader; health: Reader };

function answerWith(
  { metrics, log }: Pick<HttpOptions, 'metrics' | 'log'>,
  current: Current,
): RequestListener {
  const readMetrics = once(() => metrics.read(), VALID);
  const routes: Record<string, (response: ServerResponse) => Promise<void>> = {
    '/healthz': async (response) => {
      const { ready, checks } = await current().health();
      sendJson(response, ready ? 200 : 503, { alive: ready, checks });
    },
    '/readyz': async (response) => {
      const readiness = await current().readiness();
      sendJson(response, readiness.ready ? 200 : 503, readiness);
    },
    '/metrics': async (response) => {
      const { text, contentType } = await readMetrics();
      response.writeHead(200, { 'content-type': contentType }).end(text);
    },
  };
  return (request, response) => {
    const route = routes[request.url?.split('?')[0] ?? ''];
    if (!route) return sendJson(response, 404, { error: 'not found' });
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendJson(response, 405, { error: 'only GET' });
    route(response).catch((error: unknown) => {
      log.error({ err: error, path: request.url }, 'http request failed');
      response.destroy();
    });
  };
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
}

async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error) => reject(explain(error, { host, port })));
  server.listen(port, host, resolve);
  await listening;
}

function explain(error: Error, { host, port }: { host: string; port: number }): Error {
  const code = 'code' in error ? String(error.code) : '';
  const noHost = `${host} is not an address of this machine: correct HTTP_HOST.`;
  const lines: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use: stop the other program, or set HTTP_PORT to another number (0 picks a free one).`,
    EACCES: `Port ${port} needs more rights than we have: set HTTP_PORT to 1024 or above.`,
    EADDRNOTAVAIL: noHost,
    EAFNOSUPPORT: noHost,
    EINVAL: noHost,
    ENOTFOUND: noHost,
    EAI_AGAIN: noHost,
  };
  return lines[code] ? new ListenError(lines[code]) : error;
}
