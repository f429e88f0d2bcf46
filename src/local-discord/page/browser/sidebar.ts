// The server's channels with their threads, and what the bot wrote to this member directly.
import { asObject, asText } from '../../json.ts';
import { api } from './api.ts';
import { h, icon } from './dom.ts';
import { isForum } from './forum.ts';
import { createServerLanguage } from './languages.ts';
import { nameOf } from './names.ts';
import type { Session } from './session.ts';
import type { PlaceInView } from './types.ts';

const THREADS = [10, 11, 12];

export function createSidebar(session: Session): HTMLElement {
  const title = h('h1', { class: 'server-name' });
  const online = h('p', { class: 'online' });
  const list = h('nav', { class: 'channels', 'aria-label': 'Channels' });
  const draw = () => {
    const { bot, channels, guild } = session.view();
    title.textContent = guild?.name ?? 'No server';
    online.textContent = bot.connected ? `${nameOf(bot.user)} is online` : `${nameOf(bot.user)} is offline`;
    online.classList.toggle('offline', !bot.connected);
    const direct = channels.filter((each) => each.guild_id === undefined);
    const top = channels.filter((each) => each.guild_id !== undefined && !THREADS.includes(each.type));
    const threadsOf = (id: string) =>
      channels.filter((each) => each.parent_id === id && THREADS.includes(each.type));
    const focused = list.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.key
      : undefined;
    list.replaceChildren(
      h(
        'ul',
        {},
        ...top.map((channel) => {
          const threads = threadsOf(channel.id).map((thread) => h('li', {}, link(session, thread, 'thread')));
          return h(
            'li',
            {},
            link(session, channel, 'channel'),
            threads.length > 0 ? h('ul', {}, ...threads) : null,
          );
        }),
      ),
      h('h2', { text: 'Direct messages' }),
      h(
        'ul',
        {},
        ...direct.map((channel) => h('li', {}, link(session, channel, 'direct'))),
        direct.length === 0 ? h('li', {}, startDirect(session)) : null,
      ),
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

function link(session: Session, place: PlaceInView, kind: 'channel' | 'thread' | 'direct'): HTMLElement {
  const isOpen = place.id === session.state.channelId;
  const isUnread = session.state.unread.has(place.id);
  const name = place.name ?? nameOf(session.view().bot.user);
  const marks = { channel: '#', thread: '', direct: '@' };
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
    kind === 'thread' || isForum(place)
      ? icon(kind === 'thread' ? 'thread' : 'forum')
      : h('span', { class: 'mark', 'aria-hidden': 'true', text: marks[kind] }),
    h('span', { class: 'channel-name', text: name }),
    place.isBotHere ? null : withHint(icon('lock')),
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
