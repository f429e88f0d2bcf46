// Health, readiness and metrics for whoever runs Cohort. Nothing of the product is reachable here.
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';
import { type Checks, readReadiness } from './readiness.ts';

export type HttpOptions = { host: string; port: number; checks: Checks; metrics: Metrics; log: Logger };
export type HttpServer = { port: number; stop(): Promise<void> };

/** The address cannot be had: one line for the person at the terminal. */
export class ListenError extends Error {
  constructor(line: string) {
    super(line);
    this.name = 'ListenError';
  }
}

export async function startHttp({ host, port, checks, metrics, log }: HttpOptions): Promise<HttpServer> {
  const server = createServer(answerWith({ checks, metrics, log }));
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error) => reject(explain(error, { host, port })));
  server.listen(port, host, resolve);
  await listening;
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      // Scrapers keep their connections open; waiting for them would hold up the shutdown.
      server.closeAllConnections();
      await closed;
    },
  };
}

function answerWith({
  checks,
  metrics,
  log,
}: Pick<HttpOptions, 'checks' | 'metrics' | 'log'>): RequestListener {
  const routes: Record<string, (response: ServerResponse) => Promise<void>> = {
    '/healthz': async (response) => {
      sendJson(response, 200, { alive: true });
    },
    '/readyz': async (response) => {
      const readiness = await readReadiness(checks);
      sendJson(response, readiness.ready ? 200 : 503, readiness);
    },
    '/metrics': async (response) => {
      const { text, contentType } = await metrics.read();
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

function explain(error: Error, { host, port }: { host: string; port: number }): Error {
  const code = 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') {
    return new ListenError(
      `Port ${port} is in use: stop the other program, or set HTTP_PORT to another number (0 picks a free one).`,
    );
  }
  if (code === 'EACCES')
    return new ListenError(`Port ${port} needs more rights than we have: set HTTP_PORT to 1024 or above.`);
  if (code === 'EADDRNOTAVAIL')
    return new ListenError(`${host} is not an address of this machine: correct HTTP_HOST.`);
  return error;
}
