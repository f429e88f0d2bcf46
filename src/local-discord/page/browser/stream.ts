// The event stream of the acting member: what happens on the server, put into the session's state.
import { asObject, type Json } from '../../json.ts';
import { api } from './api.ts';
import { type Core, reloadView, removeMessage, takeSnapshot, takeView, viewOf } from './session.ts';
import type { BotRequest, Message } from './types.ts';

export type Stream = {
  source: EventSource | null;
  /** How many loads are under way; events wait until the last has arrived. */
  loads: number;
  waiting: Json[];
  timer: ReturnType<typeof setTimeout> | undefined;
};

export const REQUESTS_KEPT = 200;
/** Several changes usually come together, such as a thread and its first message. */
const RELOAD_AFTER_MS = 60;

export function listen(core: Core, as: string): void {
  core.stream.source?.close();
  const source = new EventSource(`/local/events?${new URLSearchParams({ as })}`);
  core.stream.source = source;
  source.addEventListener('message', (event) => receive(core, asObject(JSON.parse(event.data))));
  const lose = () => core.bus.emit('connection', false);
  source.addEventListener('error', lose);
  // Also after a lost connection: what happened meanwhile is in the snapshot.
  source.addEventListener('open', () => {
    holdingEvents(core, async () => {
      const view = await api.view(as);
      if (core.stream.source !== source) return;
      core.bus.emit('connection', true);
      takeView(core, view);
      await takeSnapshot(core);
    }).catch(lose);
  });
}

/** What an event says may be newer than the answer to a question that was asked before it: it waits for the answer. */
export async function holdingEvents(core: Core, load: () => Promise<void>): Promise<void> {
  const { stream } = core;
  stream.loads += 1;
  try {
    await load();
  } finally {
    stream.loads -= 1;
    if (stream.loads === 0) for (const event of stream.waiting.splice(0)) take(core, event);
  }
}

function receive(core: Core, event: Json): void {
  // How far ahead a clock is can only be told when its news comes.
  const news = event.type === 'CLOCK' ? { ...event, ahead: Number(event.now) - Date.now() } : event;
  if (core.stream.loads > 0) core.stream.waiting.push(news);
  else take(core, news);
}

function take(core: Core, event: Json): void {
  const { state, bus } = core;
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
      state.ahead = Number(event.ahead);
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
