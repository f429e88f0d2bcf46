// The event stream of the acting member: what happens on the server, put into the session's state.
import { asObject, type Json } from '../../json.ts';
import { api } from './api.ts';
import {
  type Core,
  loadMessages,
  reloadView,
  removeMessage,
  takeSnapshot,
  takeView,
  viewOf,
} from './session.ts';
import type { BotRequest, Message } from './types.ts';

export type Stream = {
  source: EventSource | null;
  /** Events that came while a snapshot was under way; null when there is none. */
  waiting: Json[] | null;
  timer: ReturnType<typeof setTimeout> | undefined;
};

export const REQUESTS_KEPT = 200;
/** Several changes usually come together, such as a thread and its first message. */
const RELOAD_AFTER_MS = 60;

export function listen(core: Core, as: string): void {
  core.stream.source?.close();
  const source = new EventSource(`/local/events?${new URLSearchParams({ as })}`);
  core.stream.source = source;
  source.addEventListener('message', (event) => take(core, asObject(JSON.parse(event.data))));
  source.addEventListener('error', () => core.bus.emit('connection', false));
  // Also after a lost connection: what happened meanwhile is in the snapshot.
  source.addEventListener('open', async () => {
    const view = await api.view(as).catch(() => null);
    if (!view || core.stream.source !== source) return;
    core.bus.emit('connection', true);
    await takeSnapshot(core, async () => {
      takeView(core, view);
      await loadMessages(core);
    });
  });
}

export function takeMissed(core: Core): void {
  const missed = core.stream.waiting ?? [];
  core.stream.waiting = null;
  for (const event of missed) take(core, event);
}

function take(core: Core, event: Json): void {
  const { state, bus, stream } = core;
  if (stream.waiting) {
    stream.waiting.push(event);
    return;
  }
  switch (event.type) {
    case 'MESSAGE_CREATE':
    case 'MESSAGE_UPDATE':
    case 'MESSAGE_DELETE':
      // safe: the feed carries whole messages
      takeMessage(core, event.type, event.message as Message);
      break;
    case 'REQUEST':
      // safe: the feed carries whole records
      takeRequest(core, event.request as BotRequest);
      break;
    case 'CLOCK':
      state.ahead = Number(event.now) - Date.now();
      bus.emit('clock', undefined);
      break;
    case 'TYPING_START':
      break;
    default:
      reloadSoon(core);
  }
}

function takeRequest({ state, bus }: Core, request: BotRequest): void {
  if (!isOfBot(request)) return;
  state.requests = [...state.requests.slice(1 - REQUESTS_KEPT), request];
  bus.emit('request', request);
}

/** Pictures are asked for by this page. */
export function isOfBot(request: BotRequest): boolean {
  return !request.path.startsWith('/attachments/');
}

function takeMessage(core: Core, type: string, message: Message): void {
  const { state, bus } = core;
  if (message.channel_id !== state.channelId) {
    if (type === 'MESSAGE_CREATE') state.unread.add(message.channel_id);
    const isKnown = viewOf(core).channels.some((each) => each.id === message.channel_id);
    if (isKnown) bus.emit('view', undefined);
    else reloadSoon(core);
    return;
  }
  if (type === 'MESSAGE_DELETE') {
    removeMessage(core, message.id);
    return;
  }
  state.messages.set(message.id, message);
  bus.emit('message', message);
  if (type === 'MESSAGE_CREATE') bus.emit('arrived', message);
}

function reloadSoon(core: Core): void {
  clearTimeout(core.stream.timer);
  core.stream.timer = setTimeout(() => {
    reloadView(core).catch(() => core.bus.emit('connection', false));
  }, RELOAD_AFTER_MS);
}
