// Starts a local Discord: REST v10 and gateway on one loopback port. Not part of the bot, and unknown to it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { CLOSE, type GatewayRules } from './connection.ts';
import { type ControlContext, serveControl } from './control/index.ts';
import { buildDemo } from './demo.ts';
import type { ResumeFault } from './gateway.ts';
import { serveSocket } from './gateway-socket.ts';
import { isTrusted } from './guard.ts';
import { type HttpContext, serveRequest } from './http.ts';
import { ANSWER_MS } from './interactions.ts';
import { createInterceptor } from './intercept.ts';
import { describeLocalDiscord, type LocalDiscord } from './local-discord.ts';
import type { LoginRules } from './login-limits.ts';
import { createPlatform, type OpenPlatform } from './open-platform.ts';
import type { Platform } from './platform.ts';
import { createRateLimits, NO_LIMITS } from './rate-limits.ts';
import { createRouter } from './router.ts';
import { routes } from './routes/index.ts';
import { isResumeAddress, resumeAddress } from './routes/users.ts';
import { ALONE, type Companion, createTravel } from './travel.ts';
import { expireWaiters } from './waiters.ts';

export type { Actor } from './acting/actor.ts';
export type { InteractionResult } from './acting/result.ts';
export type { LocalDiscord } from './local-discord.ts';
export type { Message } from './model.ts';

export type Page = (request: IncomingMessage, response: ServerResponse) => boolean;

export type LocalDiscordOptions = {
  /** 0 = any free port. */
  port?: number;
  host?: string;
  token?: string;
  /** Where to keep everything; null = only in memory. */
  dataDir?: string | null;
  rateLimits?: boolean;
  validate?: boolean;
  /** How long an interaction waits for its answer; Discord's three seconds by default. */
  answerMs?: number;
  /** What the clock follows until it is set. */
  now?: () => number;
  /** Build the demo server when there is no server yet. */
  demo?: boolean;
  /** Which intents the application may use; without the privileged ones by default (else 4014). */
  allowedIntents?: number;
  heartbeatMs?: number;
  /** Shards that are recommended, and Discord's limits of logins; by default none keeps anybody waiting. */
  logins?: Partial<LoginRules> | null;
  /** Further host names under which it may be asked, such as a container's. */
  allowHosts?: string[];
  /** The program that started the server, where it takes part in time travel. */
  companion?: Companion;
  /** Serves what is neither Discord's API nor the control API (a page); false = not mine. */
  page?: Page;
  botName?: string;
};

const ALL_INTENTS = ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
const MESSAGE_CONTENT = 1 << 15;
const PRIVILEGED = (1 << 1) | (1 << 8) | MESSAGE_CONTENT;

const DEFAULTS = {
  port: 0,
  host: '127.0.0.1',
  token: 'local-token',
  dataDir: null as string | null,
  rateLimits: true,
  validate: true,
  answerMs: ANSWER_MS,
  now: Date.now,
  demo: false,
  allowedIntents: ALL_INTENTS & ~PRIVILEGED,
  heartbeatMs: 41_250,
  logins: null as Partial<LoginRules> | null,
  allowHosts: [] as string[],
  botName: 'Cohort',
  companion: ALONE,
};

export async function startLocalDiscord(given: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const options = { ...DEFAULTS, ...given };
  const { host, token, allowedIntents, heartbeatMs } = options;
  // The port first: whoever cannot have it must not touch the journal of the one who does.
  const server = createServer();
  await listen(server, options.port, host);
  const url = `http://${urlHost(host)}:${(server.address() as AddressInfo).port}`;
  const readsContent = (allowedIntents & MESSAGE_CONTENT) !== 0;
  const opened = createPlatform({ ...options, readsContent, url });
  const http: HttpContext = {
    platform: opened.platform,
    router: createRouter(routes),
    limits: options.rateLimits ? createRateLimits() : NO_LIMITS,
    interceptor: createInterceptor(),
    token,
    requests: [],
    unhandled: [],
  };
  const allowHosts = [host, ...options.allowHosts];
  const rules = { token, allowedIntents, heartbeatMs };
  const sockets = openGateway(server, opened.platform, { rules, allowHosts });
  if (options.demo && opened.platform.world.guilds.size === 0) buildDemo(opened.platform);
  const stopAll = () => stop({ server, sockets, opened, context: http });
  const local = describeLocalDiscord({ platform: opened.platform, context: http, url, stop: stopAll });
  const { companion } = options;
  const travel = createTravel(local.clock, companion);
  const control = { local, http, held: new Map(), companion, travel };
  server.on('request', (request, response) => {
    // A client that went away in the middle of its request: nothing is left to answer.
    route({ control, allowHosts, page: options.page }, request, response).catch(() => response.destroy());
  });
  return local;
}

type Serving = { control: ControlContext; allowHosts: readonly string[]; page: Page | undefined };

async function route(
  { allowHosts, control, page }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url ?? '/';
  if (!isTrusted(request, allowHosts)) return refuseStranger(response);
  if (path.startsWith('/local/')) return serveControl(control, request, response);
  if (!path.startsWith('/api/') && page?.(request, response)) return;
  return serveRequest(control.http, request, response);
}

function refuseStranger(response: ServerResponse): void {
  const error = 'Only programs on this machine may do this (for another host name there is --allow-host).';
  response.writeHead(403, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error }));
}

type Opening = { rules: GatewayRules; allowHosts: readonly string[] };

function openGateway(server: Server, platform: Platform, { allowHosts, rules }: Opening): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!isTrusted(request, allowHosts)) {
      socket.destroy();
      return;
    }
    const { resumeFault } = platform.gateway;
    // One that is only unanswered is greeted like any other.
    const fault = isResumeAddress(request.url ?? '') && resumeFault !== 'unanswered' ? resumeFault : null;
    if (fault === 'http-502') {
      socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      if (fault) return misbehave(accepted, fault);
      if (!isKnownVersion(request.url ?? '')) return accepted.close(CLOSE.invalidVersion);
      const address = resumeAddress(request.headers.host ?? '');
      serveSocket({ platform, rules, socket: accepted, address });
    });
  });
  return sockets;
}

function misbehave(accepted: WebSocket, fault: ResumeFault): void {
  if (fault === 'close') accepted.close();
  if (fault === 'drop') accepted.terminate();
}

/** What is asked for without a version gets today's. */
function isKnownVersion(url: string): boolean {
  const version = new URL(url, 'http://local').searchParams.get('v');
  return version === null || version === '9' || version === '10';
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** The address under which this machine reaches it, also when it listens on all interfaces. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

type Parts = { server: Server; sockets: WebSocketServer; opened: OpenPlatform; context: HttpContext };

async function stop({ server, sockets, opened, context }: Parts): Promise<void> {
  context.interceptor.releaseAll();
  expireWaiters(opened.platform.waiters, Number.POSITIVE_INFINITY);
  for (const client of sockets.clients) client.terminate();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  opened.close();
}
