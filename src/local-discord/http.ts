// One REST request from arrival to answer: find the route, check token and limits, read and validate the
// body, run, record. Holds and injected failures act here.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { filesOf } from './attachments.ts';
import { DiscordError, refuse, refuseFaults } from './errors.ts';
import type { Interceptor, RequestRecord } from './intercept.ts';
import { asObject, isObject } from './json.ts';
import { MESSAGE_FLAG, type StoredMessage } from './model.ts';
import type { Platform } from './platform.ts';
import type { RateLimits, Ticket } from './rate-limits.ts';
import { parseBody, readBody } from './request-body.ts';
import type { Answer, Call, Match, Route, Router } from './router.ts';
import { validateBody } from './validate/index.ts';

export type HttpContext = {
  platform: Platform;
  router: Router;
  limits: RateLimits;
  interceptor: Interceptor;
  token: string;
  requests: RequestRecord[];
  unhandled: RequestRecord[];
};

type Exchange = {
  context: HttpContext;
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  path: string;
  record: RequestRecord;
  startedAt: number;
};

const API_PREFIX = /^\/api(\/v\d+)?(?=\/)/;

export async function serveRequest(
  context: HttpContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local');
  const path = url.pathname.replace(API_PREFIX, '');
  const method = request.method ?? 'GET';
  const record: RequestRecord = {
    at: context.platform.clock.now(),
    method,
    route: path,
    path,
    status: 0,
    ms: 0,
    body: undefined,
    faults: [],
  };
  const exchange = { context, request, response, url, path, record, startedAt: performance.now() };
  const found = context.router.find(method, path);
  if (found !== null && found !== 'wrong-method') record.route = found.route.pattern;
  const ticket = takeTicket(exchange, found);
  const answer = await answerSafely(exchange, { found, ticket });
  finish(exchange, answer, ticket);
  const isServed = found !== null && found !== 'wrong-method';
  keep(context.requests, record);
  if (!isServed) keep(context.unhandled, record);
  context.platform.feed.tell({ type: 'REQUEST', request: record });
}

const REQUESTS_KEPT = 2_000;

function keep(list: RequestRecord[], record: RequestRecord): void {
  list.push(record);
  if (list.length > REQUESTS_KEPT) list.splice(0, REQUESTS_KEPT / 2);
}

type Step = { found: ReturnType<Router['find']>; ticket: Ticket | null };

/** null: the connection is to be reset instead of answered. */
async function answerSafely(exchange: Exchange, step: Step): Promise<Answer | null> {
  try {
    return await answer(exchange, step);
  } catch (error) {
    // The only catch on this path: Discord's errors become their JSON, anything else is a bug of this
    // server and is shown as 500, so that the bot's retries can be seen and the text read in the record.
    if (error instanceof DiscordError) {
      exchange.record.faults = [...error.faults];
      return { status: error.status, body: error.body() };
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    exchange.record.faults = [{ path: [], code: 'LOCAL_DISCORD_BUG', message: text }];
    return { status: 500, body: { message: `local-discord failed: ${text}`, code: 0 } };
  }
}

async function answer(exchange: Exchange, { found, ticket }: Step): Promise<Answer | null> {
  const { context, record, request } = exchange;
  const bytes = await readBody(request);
  if (found === null) return refuse('notFound');
  if (found === 'wrong-method') return refuse('methodNotAllowed');
  if (!found.route.open && request.headers.authorization !== `Bot ${context.token}`) refuse('unauthorized');
  if (ticket && ticket.retryAfter !== null) return tooMany(ticket);
  const { json, uploads } = await parseBody(bytes, request.headers['content-type'] ?? '');
  record.body = json;
  const failure = context.interceptor.findFailure(record);
  if (failure === 'reset') return null;
  if (failure !== null && failure !== 'reset-after') {
    return { body: { message: 'injected', code: 0 }, ...failure };
  }
  await context.interceptor.pause(record, 'before');
  const result = runRoute(exchange, found, { json, uploads });
  await context.interceptor.pause(record, 'after');
  return failure === 'reset-after' ? null : result;
}

function runRoute(
  exchange: Exchange,
  { route, params }: Match,
  input: Pick<Call, 'json' | 'uploads'>,
): Answer {
  const { context, request, url } = exchange;
  const call: Call = {
    platform: context.platform,
    params,
    query: url.searchParams,
    body: isObject(input.json) ? input.json : {},
    json: input.json,
    uploads: input.uploads,
    host: request.headers.host ?? '',
  };
  if (route.validate && context.platform.validate) {
    const target = route.target?.(call);
    const files = { uploads: call.uploads, kept: target ? filesOf(target) : [] };
    refuseFaults(validateBody(route.validate, bodyToValidate(call, route, target), files));
  }
  return route.run(call);
}

/** An edit without `flags` is judged by the flags which its message already has. */
function bodyToValidate(call: Call, route: Route, target: StoredMessage | undefined): unknown {
  if (!target) return call.json ?? {};
  const flags = target.message.flags & MESSAGE_FLAG.componentsV2;
  if (route.validate !== 'callback') return { flags, ...call.body };
  return { ...call.body, data: { flags, ...asObject(call.body.data) } };
}

function takeTicket({ context }: Exchange, found: Step['found']): Ticket | null {
  if (found === null || found === 'wrong-method') return null;
  return context.limits.take(found.route, found.params);
}

function tooMany(ticket: Ticket): Answer {
  const body = {
    message: 'You are being rate limited.',
    retry_after: ticket.retryAfter,
    global: ticket.isGlobal,
  };
  return { status: 429, body };
}

function finish(
  { response, record, startedAt }: Exchange,
  answer: Answer | null,
  ticket: Ticket | null,
): void {
  record.ms = performance.now() - startedAt;
  record.status = answer?.status ?? 0;
  // It would be this machine's, whatever the moved clock here says.
  response.sendDate = false;
  if (!answer) {
    // A real RST: discord.js retries those, but not a connection that ends politely.
    response.socket?.resetAndDestroy();
    return;
  }
  const headers: Record<string, string> = { ...ticket?.headers, ...answer.headers };
  if (answer.bytes) {
    headers['Content-Type'] = answer.contentType ?? 'application/octet-stream';
    response.writeHead(answer.status, headers).end(answer.bytes);
    return;
  }
  if (answer.body === undefined) {
    response.writeHead(answer.status, headers).end();
    return;
  }
  headers['Content-Type'] = 'application/json';
  response.writeHead(answer.status, headers).end(JSON.stringify(answer.body));
}
