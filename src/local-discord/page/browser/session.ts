// The page's state: who acts, in which channel, and what they see there. Kept up to date by the event stream of that
// one member (stream.ts); everything that draws listens here.
import { compareIds } from '../../snowflake.ts';
import { type Address, onAddress, readAddress, writeAddress } from './address.ts';
import { api } from './api.ts';
import { type Bus, createBus } from './bus.ts';
import { holdingEvents, isOfBot, listen, REQUESTS_KEPT, type Stream } from './stream.ts';
import { languageOf } from './times.ts';
import type { BotRequest, Message, Notice, PlaceInView, View } from './types.ts';

/** What may have changed. `place` is another member or channel: everything is drawn again. */
export type Topics = {
  view: undefined;
  place: undefined;
  message: Message;
  removed: string;
  /** A new message, besides its being drawn. */
  arrived: Message;
  notices: undefined;
  /** A command to be put into the composer. */
  suggest: string;
  clock: undefined;
  request: BotRequest;
  /** Something on this message is being pressed or chosen. */
  acting: Message;
  /** The id of a message whose press was answered otherwise than by changing it. */
  answered: string;
  /** What went wrong, in words. */
  fault: string;
  /** Whether the local Discord answers. */
  connection: boolean;
};

type State = {
  /** Filled before anything is drawn: see start(). */
  view: View | null;
  channelId: string;
  messages: Map<string, Message>;
  notices: Notice[];
  unread: Set<string>;
  requests: BotRequest[];
  /** How far the local Discord's clock is ahead of this browser's. */
  ahead: number;
};

export type Core = { state: State; bus: Bus<Topics>; stream: Stream };

export type Session = ReturnType<typeof createSession>;

export function createSession() {
  const state: State = {
    view: null,
    channelId: '',
    messages: new Map(),
    notices: [],
    unread: new Set(),
    requests: [],
    ahead: 0,
  };
  const bus = createBus<Topics>();
  const core: Core = { state, bus, stream: { source: null, loads: 0, waiting: [], timer: undefined } };
  return {
    state,
    on: bus.on,
    view: () => viewOf(core),
    place: () => placeOf(core),
    /** The server whose name stands at the top; null for somebody who is in none. */
    home: () => viewOf(core).guilds[0] ?? null,
    /** The server of the open place; null in groups and direct messages. */
    guild: () => viewOf(core).guilds.find(({ id }) => id === placeOf(core)?.guild_id) ?? null,
    now: () => Date.now() + state.ahead,
    /** What dates and times are written in. */
    language: () => languageOf(viewOf(core).locale),
    ordered: () => [...state.messages.values()].sort((a, b) => compareIds(a.id, b.id)),
    start: () => start(core),
    /** One click: the page becomes this member's. */
    actAs: (userId: string) => actAs(core, userId),
    openChannel: (id: string) => openChannel(core, id),
    /** As in the member's settings: the whole page is drawn again, since everything may read differently. */
    async speak(locale: string) {
      await api.act({ as: viewOf(core).me, action: 'locale', locale });
      await actAs(core, viewOf(core).me);
    },
    suggest: (text: string) => bus.emit('suggest', text),
    redraw: (message: Message) => bus.emit('message', message),
    tell: bus.emit,
    remove: (id: string) => removeMessage(core, id),
    /** Draws everything once more: what was built after the first snapshot has not heard of it. */
    announce: () => bus.emit('place', undefined),
    addNotice(notice: Notice) {
      setNotices(core, [...state.notices, notice]);
      bus.emit('fault', notice.text);
    },
    dropNotice: (id: string) =>
      setNotices(
        core,
        state.notices.filter((each) => each.id !== id),
      ),
  };
}

async function start(core: Core): Promise<void> {
  const { member, place } = readAddress();
  // The address may name a member of another server's data.
  const first = await api.view(member).catch(() => api.view(''));
  core.state.channelId = findPlace(first, place);
  takeView(core, first);
  core.state.requests = (await api.requests()).filter(isOfBot).slice(-REQUESTS_KEPT);
  await takeSnapshot(core);
  listen(core, first.me);
  onAddress((address) => void goTo(core, address));
}

/** By id, or by the name that a person would write there; '' when this member sees no such place. */
function findPlace(view: View, place: string): string {
  return view.channels.find((each) => each.id === place || each.name === place)?.id ?? '';
}

async function goTo(core: Core, { member, place }: Address): Promise<void> {
  const view = await api.view(member).catch(() => null);
  if (!view) return;
  core.state.channelId = findPlace(view, place);
  await become(core, view);
}

async function actAs(core: Core, userId: string): Promise<void> {
  await become(core, await api.view(userId));
}

async function become(core: Core, view: View): Promise<void> {
  takeView(core, view);
  core.state.notices = [];
  core.state.unread.clear();
  await takeSnapshot(core);
  listen(core, view.me);
}

async function openChannel(core: Core, id: string): Promise<void> {
  core.state.channelId = id;
  core.state.unread.delete(id);
  await holdingEvents(core, async () => {
    // A thread can be opened sooner than the news of it has come.
    const isKnown = placeOf(core) !== undefined;
    if (!isKnown) takeView(core, await api.view(viewOf(core).me));
    await takeSnapshot(core);
  });
}

/** The messages of the open place, and everything drawn again. */
export function takeSnapshot(core: Core): Promise<void> {
  return holdingEvents(core, async () => {
    await loadMessages(core);
    writeAddress({ member: addressOf(viewOf(core)), place: core.state.channelId });
    core.bus.emit('place', undefined);
  });
}

async function loadMessages({ state }: Core): Promise<void> {
  const me = state.view?.me ?? '';
  const found = state.channelId === '' ? [] : await api.messages(me, state.channelId);
  state.messages = new Map(found.map((message) => [message.id, message]));
}

export async function reloadView(core: Core): Promise<void> {
  const before = core.state.channelId;
  await holdingEvents(core, async () => {
    takeView(core, await api.view(viewOf(core).me));
    core.bus.emit('view', undefined);
    if (before !== core.state.channelId) await openChannel(core, core.state.channelId);
  });
}

export function takeView(core: Core, next: View): void {
  core.state.view = next;
  core.state.ahead = next.now - Date.now();
  if (placeOf(core)) return;
  const first = next.channels.find(isTextChannel) ?? next.channels[0];
  core.state.channelId = first?.id ?? '';
}

export function removeMessage({ state, bus }: Core, id: string): void {
  state.messages.delete(id);
  bus.emit('removed', id);
}

function setNotices({ state, bus }: Core, notices: Notice[]): void {
  state.notices = notices;
  bus.emit('notices', undefined);
}

export function viewOf({ state }: Core): View {
  if (!state.view) throw new Error('the session has not started');
  return state.view;
}

function placeOf(core: Core): PlaceInView | undefined {
  return viewOf(core).channels.find((each) => each.id === core.state.channelId);
}

function isTextChannel(channel: PlaceInView): boolean {
  return channel.type === 0 || channel.type === 5;
}

/** The name where there is one of it, else the id. */
function addressOf({ me, members }: View): string {
  const own = members.find((each) => each.user.id === me)?.user.username ?? me;
  return members.filter((each) => each.user.username === own).length > 1 ? me : own;
}
