// The control API under /local/: what people and test programs in other processes can do with the server.
// Never reachable by the bot's routes, and only from this machine (see ../guard.ts).
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ClientRefusal } from '../acting/refusal.ts';
import { DiscordError } from '../errors.ts';
import { hasJsonBody } from '../guard.ts';
import type { HttpContext } from '../http.ts';
import { asNumber, asObject, asText, type Json } from '../json.ts';
import type { LocalDiscord } from '../local-discord.ts';
import { readBody } from '../request-body.ts';
import type { Companion, Travel } from '../travel.ts';
import { act } from './act.ts';
import { streamEvents } from './events.ts';
import { awaitHeld, failNext, type HeldRequests, holdNext, release } from './faults.ts';
import { findPlace, findUser, seenIn, seenWithThreads } from './lookup.ts';
import { describeState } from './state.ts';
import { describeView } from './view.ts';

export type ControlContext = {
  local: LocalDiscord;
  http: HttpContext;
  held: HeldRequests;
  companion: Companion;
  travel: Travel;
};

type Asked = { context: ControlContext; query: URLSearchParams; body: Json };
type Handler = (asked: Asked) => unknown;

const HANDLERS: Record<string, Handler> = {
  'GET /local/state': ({ context }) => describeState(context.http.platform),
  'GET /local/view': ({ context, query }) => describeView(context.http.platform, query.get('as') ?? ''),
  'GET /local/milestones': async ({ context }) => ({ milestones: await context.companion.milestones() }),
  'GET /local/messages': listMessages,
  'GET /local/modal': ({ context, query }) => {
    const { platform } = context.http;
    return { modal: platform.openModals.get(findUser(platform, query.get('as') ?? '').id) ?? null };
  },
  'GET /local/requests': ({ context }) => ({
    requests: context.local.requests,
    unhandled: context.local.unhandled,
  }),
  'POST /local/act': ({ context, body }) => act(context.http.platform, body),
  'POST /local/clock': setClock,
  'POST /local/call': callByName,
  'POST /local/hold': ({ context, body }) => holdNext(context.http.interceptor, context.held, body),
  'POST /local/reached': ({ context, body }) => awaitHeld(context.held, body),
  'POST /local/release': ({ context, body }) => release(context.held, body),
  'POST /local/fail': ({ context, body }) => failNext(context.http.interceptor, body),
};

export async function serveControl(
  context: ControlContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!hasJsonBody(request)) return send(response, 403, { error: 'What is posted here has to be JSON.' });
  const url = new URL(request.url ?? '/', 'http://local');
  const isStream = url.pathname === '/local/events';
  const name = `${request.method} ${url.pathname}`;
  const handler = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined;
  if (!handler && !isStream)
    return send(response, 404, { error: 'Unknown path.', known: Object.keys(HANDLERS) });
  try {
    if (!handler) return streamEvents(context.http.platform, request, response);
    const bytes = await readBody(request);
    const body = bytes.length === 0 ? {} : asObject(JSON.parse(bytes.toString('utf8')));
    send(response, 200, (await handler({ context, query: url.searchParams, body })) ?? {});
  } catch (error) {
    sendError(response, error);
  }
}

/** What cannot be done is told in words; anything else is shown too, since only developers ask here. */
function sendError(response: ServerResponse, error: unknown): void {
  const isRefusal = error instanceof ClientRefusal || error instanceof DiscordError;
  send(response, isRefusal ? 400 : 500, { error: error instanceof Error ? error.message : String(error) });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}

function listMessages({ context, query }: Asked): Json {
  const { platform } = context.http;
  const user = findUser(platform, query.get('as') ?? '');
  const channel = findPlace(platform, user.id, query.get('channel') ?? '');
  const seen =
    query.get('threads') === 'true'
      ? seenWithThreads(platform, user.id, channel)
      : seenIn(platform, user.id, [channel]);
  const limit = Number(query.get('limit') ?? 50) || 50;
  return { channel, messages: seen.slice(-limit) };
}

async function setClock({ context, body }: Asked): Promise<Json> {
  const { clock } = context.local;
  if (body.follow === true) clock.follow();
  if (body.set !== undefined)
    clock.set(typeof body.set === 'number' ? body.set : Date.parse(asText(body.set)));
  if (body.advance !== undefined) clock.advance(asNumber(body.advance));
  if (body.shift !== undefined) await travelTo(context, clock.now() + asNumber(body.shift));
  if (body.to !== undefined) await travelTo(context, asNumber(body.to));
  return { now: clock.now(), ...clock.state() };
}

const MAX_JOURNEY_MS = 31 * 86_400_000;

/** On, never back, since ids and deadlines already given out carry their time. */
async function travelTo({ local, travel }: ControlContext, to: number): Promise<void> {
  const distance = to - local.clock.now();
  if (!(distance >= 0)) throw new ClientRefusal('The clock only moves forwards.');
  if (distance > MAX_JOURNEY_MS) throw new ClientRefusal('The clock moves on by a month at most at once.');
  await travel(to);
}

const CALLABLE = [
  'createGuild',
  'createChannel',
  'createRole',
  'createMember',
  'setOverwrite',
  'setRolePermissions',
  'setMemberRoles',
  'setDirectMessages',
  'setLocale',
  'setGuildLocale',
  'setSystemChannel',
  'removeMember',
  'deleteChannel',
  'deleteMessage',
  'createGroup',
  'installForUser',
  'uninstallForUser',
  'kickBot',
  'inviteBot',
  'dropGateway',
  'setResumeFault',
] as const satisfies (keyof LocalDiscord)[];

/** The functions of the in-process API that build and break things: { name, args }. */
function callByName({ context, body }: Asked): Json {
  const name = CALLABLE.find((each) => each === body.name);
  if (!name) throw new ClientRefusal(`Unknown function. There are: ${CALLABLE.join(', ')}`);
  // Their parameters differ; a wrong argument ends in the error message of the function itself.
  const call = context.local[name] as (...args: unknown[]) => unknown;
  return { value: call(...(Array.isArray(body.args) ? body.args : [])) ?? null };
}
