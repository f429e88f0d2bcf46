// The list of messages: drawn anew for another member or channel, otherwise message by message; stays at the bottom
// when one is there, and tells a screen reader what arrives.
import { h } from './dom.ts';
import { refreshTimes } from './markup.ts';
import { type Page, showMessage, showPrivacy } from './message.ts';
import { summarize, userName } from './names.ts';
import type { Session } from './session.ts';
import { formatInstant, isSameDay } from './times.ts';
import type { Message, Notice } from './types.ts';
import { showWelcome } from './welcome.ts';

/** What a screen reader is told of one message; the rest is in the list. */
const ANNOUNCED = 160;
const NEAR_BOTTOM = 80;

export type Log = { element: HTMLElement; live: HTMLElement };

export function createLog(page: Page, suggest: (text: string) => void): Log {
  const { session } = page;
  const list = h('ol', { class: 'messages', 'aria-label': 'Messages' });
  const live = h('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  const jump = h('button', { type: 'button', class: 'jump', hidden: true, text: 'New messages ↓' });
  const element = h(
    'div',
    { class: 'log', tabindex: '0', role: 'region', 'aria-label': 'Conversation' },
    list,
  );
  const toBottom = () => {
    element.scrollTop = element.scrollHeight;
    jump.hidden = true;
  };
  jump.addEventListener('click', toBottom);
  const isNearBottom = () => element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_BOTTOM;
  element.addEventListener('scroll', () => {
    if (isNearBottom()) jump.hidden = true;
  });

  const drawAll = () => {
    const messages = session.ordered();
    const rows = messages.flatMap((message, index) => rowsFor(page, message, messages[index - 1]));
    const place = session.place();
    keepingFocus(list, () => {
      list.replaceChildren(
        ...(place ? [showWelcome(session, place, suggest)] : []),
        ...rows,
        ...notices(session),
      );
    });
  };
  const redraw = (message: Message) => {
    const isAtBottom = isNearBottom();
    const old = list.querySelector(`[data-id="${message.id}"]`);
    const all = session.ordered();
    const before = all[all.findIndex((each) => each.id === message.id) - 1];
    if (!old) drawAll();
    else keepingFocus(list, () => old.replaceWith(showMessage(page, message, before)));
    if (isAtBottom) toBottom();
    else if (!old) jump.hidden = false;
  };

  session.on('place', () => {
    drawAll();
    toBottom();
  });
  session.on('message', redraw);
  session.on('removed', drawAll);
  session.on('clock', drawAll);
  session.on('notices', () => {
    drawAll();
    toBottom();
  });
  session.on('arrived', (message) => {
    const text = summarize(message.components, message.content).slice(0, ANNOUNCED);
    live.textContent = `${userName(session, message.author.id)}: ${text}`;
  });
  setInterval(() => refreshTimes(session, list), 1_000);
  // Pictures change the height after they have been drawn.
  list.addEventListener('load', () => isNearBottom() && toBottom(), true);
  return { element: h('div', { class: 'log-frame' }, element, jump), live };
}

/** The message, and before the first one of a day, the day. */
function rowsFor(page: Page, message: Message, before: Message | undefined): HTMLElement[] {
  const at = Date.parse(message.timestamp);
  const isNewDay = !before || !isSameDay(Date.parse(before.timestamp), at);
  if (!isNewDay) return [showMessage(page, message, before)];
  const day = h('li', { class: 'day' }, h('span', { text: formatInstant(at, 'D') }));
  return [day, showMessage(page, message, undefined)];
}

function notices(session: Session): HTMLElement[] {
  const here = session.state.notices.filter((notice) => notice.channelId === session.state.channelId);
  return here.map((notice) => showNotice(session, notice));
}

function showNotice(session: Session, notice: Notice): HTMLElement {
  return h(
    'li',
    { class: 'message private failed' },
    h('div', { class: 'cause' }, h('span', { text: notice.heading })),
    h('p', { class: 'fault', role: 'alert', text: notice.text }),
    showPrivacy(session, () => session.dropNotice(notice.id)),
  );
}

/** Whatever had the focus has it again after being drawn anew. */
export function keepingFocus(root: HTMLElement, draw: () => void): void {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && root.contains(active) ? active.dataset.key : undefined;
  draw();
  if (key !== undefined) root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}
