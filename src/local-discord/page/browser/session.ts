// The page's state: who acts, in which channel, and what they see there. Kept up to date by the event stream of that
// one member; everything that draws listens here.
import { asObject, asText, type Json } from '../../json.ts';
import { compareIds } from '../../snowflake.ts';
import { api } from './api.ts';
import { createBus } from './bus.ts';
import type { BotRequest, Message, Notice, PlaceInView, View } from './types.ts';

/** What may have changed. `place` is another member or channel: everything is drawn again. */
export type Topics = {
  view: undefined;
  place: undefined;
  message: Message;
  removed: string;
  notices: undefined;
  clock: undefined;
  request: BotRequest;
  typing: undefined;
  arrived: Message;
};

export type Session = ReturnType<typeof createSession>;

const REQUESTS_KEPT = 200;

export function createSession() {
  const bus = createBus<Topics>();
  const state = {
    // Filled before anything is drawn: see start().
    view: null as View | null,
    channelId: '',
    messages: new Map<string, Message>(),
    notices: [] as Notice[],
    unread: new Set<string>(),
    requests: [] as BotRequest[],
    /** How far the local Discord's clock is ahead of this browser's. */
    ahead: 0,
  };
  let stream: EventSource | null = null;
  /** Events that come while a snapshot is under way are newer than it: they wait for it. */
  let waiting: Json[] | null = null;
  let reloading: ReturnType<typeof setTimeout> | undefined;

  const view = (): View => {
    if (!state.view) throw new Error('the session has not started');
    return state.view;
  };
  const place = (): PlaceInView | undefined => view().channels.find((each) => each.id === state.channelId);

  const takeView = (next: View) => {
    state.view = next;
    state.ahead = next.now - Date.now();
    if (!place()) state.channelId = (next.channels.find(isTextChannel) ?? next.channels[0])?.id ?? '';
  };

  const reloadView = async () => {
    const before = state.channelId;
    takeView(await api.view(view().me));
    bus.emit('view', undefined);
    if (before !== state.channelId) await openChannel(state.channelId);
  };

  const loadMessages = async () => {
    const { me } = view();
    const found = state.channelId === '' ? [] : await api.messages(me, state.channelId);
    state.messages = new Map(found.map((message) => [message.id, message]));
  };

  const snapshot = async (load: () => Promise<void>) => {
    waiting ??= [];
    await load();
    const missed = waiting ?? [];
    waiting = null;
    history.replaceState(null, '', `#${usernameOf(view())}/${state.channelId}`);
    bus.emit('place', undefined);
    for (const event of missed) take(event);
  };

  const openChannel = async (id: string) => {
    state.channelId = id;
    state.unread.delete(id);
    await snapshot(loadMessages);
  };

  const take = (event: Json) => {
    if (waiting) {
      waiting.push(event);
      return;
    }
    const message = event.message as Message | undefined;
    if (message) takeMessage(asText(event.type), message);
    else if (event.type === 'REQUEST') takeRequest(event.request as BotRequest);
    else if (event.type === 'CLOCK') takeClock(Number(event.now));
    else if (event.type !== 'TYPING_START') reloadSoon();
  };

  const takeMessage = (type: string, message: Message) => {
    if (!view().channels.some((each) => each.id === message.channel_id)) reloadSoon();
    if (message.channel_id !== state.channelId) {
      if (type === 'MESSAGE_CREATE') state.unread.add(message.channel_id);
      bus.emit('view', undefined);
      return;
    }
    if (type === 'MESSAGE_DELETE') return remove(message.id);
    state.messages.set(message.id, message);
    bus.emit('message', message);
    if (type === 'MESSAGE_CREATE') bus.emit('arrived', message);
  };

  const takeRequest = (request: BotRequest) => {
    state.requests = [...state.requests.slice(1 - REQUESTS_KEPT), request];
    bus.emit('request', request);
  };

  const takeClock = (now: number) => {
    state.ahead = now - Date.now();
    bus.emit('clock', undefined);
  };

  const reloadSoon = () => {
    clearTimeout(reloading);
    reloading = setTimeout(() => void reloadView(), 60);
  };

  const remove = (id: string) => {
    state.messages.delete(id);
    bus.emit('removed', id);
  };

  const listen = (as: string) => {
    stream?.close();
    stream = new EventSource(`/local/events?${new URLSearchParams({ as })}`);
    stream.addEventListener('message', (event) => take(asObject(JSON.parse(event.data))));
    // Also after a lost connection: what happened meanwhile is in the snapshot.
    stream.addEventListener(
      'open',
      () =>
        void snapshot(async () => {
          takeView(await api.view(as));
          await loadMessages();
        }),
    );
  };

  return {
    state,
    view,
    place,
    on: bus.on,
    now: () => Date.now() + state.ahead,
    ordered: () => [...state.messages.values()].sort((a, b) => compareIds(a.id, b.id)),
    openChannel,
    remove,
    redraw: (message: Message) => bus.emit('message', message),
    reloadView,
    /** Draws everything once more: what was built after the first snapshot has not heard of it. */
    announce: () => bus.emit('place', undefined),
    addNotice(notice: Notice) {
      state.notices = [...state.notices, notice];
      bus.emit('notices', undefined);
    },
    dropNotice(id: string) {
      state.notices = state.notices.filter((each) => each.id !== id);
      bus.emit('notices', undefined);
    },
    /** One click: the page becomes this member's. */
    async actAs(userId: string) {
      takeView(await api.view(userId));
      state.notices = [];
      state.unread.clear();
      await snapshot(loadMessages);
      listen(userId);
    },
    async start() {
      const [name = '', channelId = ''] = decodeURIComponent(location.hash.slice(1)).split('/');
      const first = await api.view(name).catch(() => api.view(''));
      state.channelId = channelId;
      takeView(first);
      state.requests = (await api.requests()).slice(-REQUESTS_KEPT) as unknown as BotRequest[];
      await snapshot(loadMessages);
      listen(first.me);
    },
  };
}

function isTextChannel(channel: PlaceInView): boolean {
  return channel.type === 0 || channel.type === 5;
}

function usernameOf(view: View): string {
  return view.members.find((each) => each.user.id === view.me)?.user.username ?? view.me;
}
