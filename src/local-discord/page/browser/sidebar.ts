// The servers' channels with their threads, groups, and what the bot wrote to this member directly.
import { asObject, asText } from '../../json.ts';
import { CHANNEL_TYPE } from '../../model.ts';
import { api } from './api.ts';
import { h, icon } from './dom.ts';
import { isForum } from './forum.ts';
import { createInstall } from './install.ts';
import { createServerLanguage } from './languages.ts';
import { nameOf } from './names.ts';
import type { Session } from './session.ts';
import type { Guild, PlaceInView } from './types.ts';

const THREADS = [10, 11, 12];

export function createSidebar(session: Session, say: (text: string) => void): HTMLElement {
  const title = h('h2', { class: 'server-name' });
  const online = h('p', { class: 'online' });
  const list = h('nav', { class: 'channels', 'aria-label': 'Channels' });
  const draw = () => {
    const { bot, guilds } = session.view();
    const home = session.home();
    title.textContent = home?.name ?? 'No server';
    const state = bot.connected ? 'is online' : 'is offline';
    online.textContent = `${nameOf(bot.user)} ${state}${home?.isBotHere === false ? ', but not here' : ''}`;
    online.classList.toggle('offline', !bot.connected);
    const focused = list.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.key
      : undefined;
    list.replaceChildren(
      showChannels(session, home),
      ...guilds.slice(1).flatMap((guild) => [showServerName(session, guild), showChannels(session, guild)]),
      h('h2', { text: 'Direct messages' }),
      showMessages(session),
    );
    if (focused !== undefined) list.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
  };
  session.on('view', draw);
  session.on('place', draw);
  return h(
    'aside',
    { class: 'sidebar', id: 'sidebar', 'aria-label': 'Server' },
    h('div', { class: 'server' }, title, online, createServerLanguage(session)),
    list,
    createInstall(session, say),
  );
}

function showServerName(session: Session, { isBotHere, name }: Guild): HTMLElement {
  const words = isBotHere ? null : h('span', { text: `without ${nameOf(session.view().bot.user)}` });
  return h('h2', {}, name, ' ', words);
}

function showChannels(session: Session, guild: Guild | null): HTMLElement {
  const here = session.view().channels.filter((each) => each.guild_id === guild?.id && guild !== null);
  const threads = here.filter((each) => THREADS.includes(each.type));
  const rows = here
    .filter((each) => !threads.includes(each))
    .map((channel) => {
      const own = threads.filter((each) => each.parent_id === channel.id);
      const inside = own.map((thread) => h('li', {}, link(session, thread, 'thread')));
      return h('li', {}, link(session, channel, 'channel'), own.length > 0 ? h('ul', {}, ...inside) : null);
    });
  return h('ul', {}, ...rows);
}

/** With the bot first, then groups, as Discord puts them together. */
function showMessages(session: Session): HTMLElement {
  const { channels } = session.view();
  const direct = channels.filter((each) => each.type === CHANNEL_TYPE.dm);
  const groups = channels.filter((each) => each.type === CHANNEL_TYPE.group);
  return h(
    'ul',
    {},
    ...direct.map((channel) => h('li', {}, link(session, channel, 'direct'))),
    direct.length === 0 ? h('li', {}, startDirect(session)) : null,
    ...groups.map((channel) => h('li', {}, link(session, channel, 'group'))),
  );
}

/** Anybody may write to the bot first. */
function startDirect(session: Session): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'channel direct',
      'data-key': 'channel:direct',
      onClick: async () => {
        const { channel } = await api.act({ as: session.view().me, action: 'direct' });
        await session.openChannel(asText(asObject(channel).id));
      },
    },
    h('span', { class: 'mark', 'aria-hidden': 'true', text: '@' }),
    h('span', { class: 'channel-name', text: nameOf(session.view().bot.user) }),
  );
}

type Kind = 'channel' | 'thread' | 'direct' | 'group';

function showMark(place: PlaceInView, kind: Kind): Element {
  if (kind === 'thread') return icon('thread');
  if (kind === 'group') return icon('people');
  if (isForum(place)) return icon('forum');
  return h('span', { class: 'mark', 'aria-hidden': 'true', text: kind === 'direct' ? '@' : '#' });
}

/** In a server with the bot, but not for it. */
function isLocked(session: Session, { guild_id, isBotHere }: PlaceInView): boolean {
  const guild = session.view().guilds.find((each) => each.id === guild_id);
  return guild?.isBotHere === true && !isBotHere;
}

function link(session: Session, place: PlaceInView, kind: Kind): HTMLElement {
  const isOpen = place.id === session.state.channelId;
  const isUnread = session.state.unread.has(place.id);
  const name = place.name ?? nameOf(session.view().bot.user);
  return h(
    'button',
    {
      type: 'button',
      class: `channel ${kind}${isUnread ? ' unread' : ''}`,
      title: name,
      'aria-current': isOpen ? 'page' : null,
      'data-key': `channel:${place.id}`,
      onClick: () => void session.openChannel(place.id),
    },
    showMark(place, kind),
    h('span', { class: 'channel-name', text: name }),
    isLocked(session, place) ? withHint(icon('lock')) : null,
    isUnread ? h('span', { class: 'visually-hidden', text: '(new messages)' }) : null,
  );
}

function withHint(lock: SVGSVGElement): HTMLElement {
  return h(
    'span',
    { class: 'locked', title: 'The bot has no access here' },
    lock,
    h('span', { class: 'visually-hidden', text: '(without the bot)' }),
  );
}
