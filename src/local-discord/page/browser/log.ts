// The list of messages: drawn anew for another member or channel, otherwise message by message; stays at the bottom
// when one is there. What a screen reader is told of it is in announce.ts.
import { asObject } from '../../json.ts';
import { MESSAGE_FLAG } from '../../model.ts';
import { h } from './dom.ts';
import { isForum } from './forum.ts';
import { keepingFocus } from './keep-focus.ts';
import { refreshTimes } from './markup.ts';
import { type Page, showMessage, showPrivacy } from './message.ts';
import type { Session } from './session.ts';
import { formatInstant, isSameDay } from './times.ts';
import type { Message, Notice } from './types.ts';
import { showWelcome } from './welcome.ts';

const NEAR_BOTTOM = 80;
const AT_BOTTOM = 4;

export function createLog(page: Page): HTMLElement {
  const list = h('ol', { class: 'messages', 'aria-label': 'Messages' });
  const jump = h('button', { type: 'button', class: 'jump', hidden: true, text: 'New messages ↓' });
  const frame = h('div', { class: 'log', tabindex: '0', role: 'region', 'aria-label': 'Conversation' }, list);
  const shown: Shown = { page, list, jump, frame, awaited: new Set(), hasApp: false };
  jump.addEventListener('click', () => toBottom(shown));
  frame.addEventListener('scroll', () => {
    if (isNearBottom(shown)) jump.hidden = true;
  });
  // Pictures change the height after they have been drawn.
  list.addEventListener('load', () => isNearBottom(shown) && toBottom(shown), true);
  follow(shown);
  return h('div', { class: 'log-frame' }, frame, jump);
}

type Shown = {
  page: Page;
  list: HTMLElement;
  jump: HTMLElement;
  frame: HTMLElement;
  /** Own messages that still say "is thinking…". */
  awaited: Set<string>;
  /** What was last said of it at the beginning of the list. */
  hasApp: boolean;
};

function follow(shown: Shown): void {
  const { session } = shown.page;
  session.on('place', () => {
    drawAll(shown);
    toBottom(shown);
  });
  session.on('notices', () => {
    drawAll(shown);
    toBottom(shown);
  });
  // Posts come and go with the list of channels.
  session.on('view', () => {
    const place = session.place();
    const { hasApp } = session.view();
    const isInstalling = hasApp !== shown.hasApp;
    if (place && (isForum(place) || isInstalling)) drawAll(shown);
  });
  session.on('message', (message) => redraw(shown, message));
  session.on('removed', () => drawAll(shown));
  session.on('clock', () => drawAll(shown));
  session.on('arrived', (message) => {
    if (!isOwn(session, message)) return;
    if ((message.flags & MESSAGE_FLAG.loading) !== 0) shown.awaited.add(message.id);
    showFromTop(shown, message);
  });
  setInterval(() => refreshTimes(session, shown.list), 1_000);
}

function drawAll(shown: Shown): void {
  const { list, page } = shown;
  const { session } = page;
  const messages = session.ordered();
  const place = session.place();
  const rows = messages.flatMap((message, index) => rowsFor(page, message, messages[index - 1]));
  const welcome = place ? [showWelcome(page, place)] : [];
  shown.hasApp = session.view().hasApp;
  keepingFocus(list, () => list.replaceChildren(...welcome, ...rows, ...notices(session)));
}

function redraw(shown: Shown, message: Message): void {
  const { jump, list, page } = shown;
  const old = list.querySelector(`[data-id="${message.id}"]`);
  // Somebody who reads the beginning of a long answer must not be moved when a button above changes its look.
  const isAtBottom = isNearBottom(shown, old ? AT_BOTTOM : NEAR_BOTTOM);
  const all = page.session.ordered();
  const before = all[all.findIndex((each) => each.id === message.id) - 1];
  if (!old) drawAll(shown);
  else keepingFocus(list, () => old.replaceWith(showMessage(page, message, joined(before, message))));
  const isFilledIn = (message.flags & MESSAGE_FLAG.loading) === 0 && shown.awaited.delete(message.id);
  if (isAtBottom && isFilledIn) showFromTop(shown, message);
  else if (isAtBottom) toBottom(shown);
  else if (!old) jump.hidden = false;
}

/** Written by this member, or an answer to what they have just done (whatever is private is one). */
function isOwn(session: Session, { author, flags, interaction_metadata }: Message): boolean {
  const { me } = session.view();
  const asker = asObject(interaction_metadata?.user).id;
  return author.id === me || asker === me || (flags & MESSAGE_FLAG.ephemeral) !== 0;
}

/** Discord goes to what one has done oneself; a long answer is shown from its beginning. */
function showFromTop(shown: Shown, message: Message): void {
  const { frame, list } = shown;
  toBottom(shown);
  const element = list.querySelector(`[data-id="${message.id}"]`);
  if (element && element.getBoundingClientRect().height > frame.clientHeight)
    element.scrollIntoView({ block: 'start' });
}

function toBottom({ frame, jump }: Shown): void {
  frame.scrollTop = frame.scrollHeight;
  jump.hidden = true;
}

function isNearBottom({ frame }: Shown, within = NEAR_BOTTOM): boolean {
  return frame.scrollHeight - frame.scrollTop - frame.clientHeight < within;
}

/** The message before, when it is of the same day: a new day begins anew. */
function joined(before: Message | undefined, message: Message): Message | undefined {
  const isSame = before && isSameDay(Date.parse(before.timestamp), Date.parse(message.timestamp));
  return isSame ? before : undefined;
}

/** The message, and before the first one of a day, the day. */
function rowsFor(page: Page, message: Message, before: Message | undefined): HTMLElement[] {
  const previous = joined(before, message);
  const row = showMessage(page, message, previous);
  if (previous) return [row];
  const day = formatInstant(page.session.language(), Date.parse(message.timestamp), 'D');
  return [h('li', { class: 'day' }, h('span', { lang: page.session.language(), text: day })), row];
}

function notices(session: Session): HTMLElement[] {
  const here = session.state.notices.filter((notice) => notice.channelId === session.state.channelId);
  return here.map((notice) => showNotice(session, notice));
}

function showNotice(session: Session, notice: Notice): HTMLElement {
  return h(
    'li',
    { class: 'message private failed', 'data-id': notice.id },
    h('div', { class: 'cause' }, h('span', { text: notice.heading })),
    h('p', { class: 'fault', text: notice.text }),
    showPrivacy(session, { about: notice.heading, dismiss: () => session.dropNotice(notice.id) }),
  );
}
