// Names, colours and times as the member at the page reads them.
import { asText, type Json } from '../../json.ts';
import { h } from './dom.ts';
import type { Session } from './session.ts';
import type { Message, Rank, User } from './types.ts';

export function nameOf(user: Pick<User, 'username' | 'global_name'>): string {
  return user.global_name ?? user.username;
}

export function userName(session: Session, id: string): string {
  const { members, bot } = session.view();
  if (bot.user.id === id) return nameOf(bot.user);
  const member = members.find((each) => each.user.id === id);
  return member ? (member.nick ?? nameOf(member.user)) : 'unknown user';
}

export function placeName(session: Session, id: string): string {
  const place = session.view().channels.find((each) => each.id === id);
  if (!place) return 'no access';
  return place.name ?? nameOf(session.view().bot.user);
}

export const RANK_WORDS: Record<Rank, string> = { admin: 'Admin', moderator: 'Moderator', member: 'Member' };

const TINTS = 8;

/** A coloured disc with an initial, each dark enough for white letters; members next to each other differ. */
export function avatar(
  session: Session,
  user: Pick<User, 'id' | 'username' | 'global_name' | 'bot'>,
): HTMLElement {
  if (user.bot) return h('span', { class: 'avatar avatar-bot', 'aria-hidden': 'true' });
  // Who has left is in no list any more.
  const at = Math.max(
    session.view().members.findIndex((each) => each.user.id === user.id),
    0,
  );
  return h('span', {
    class: `avatar tint-${at % TINTS}`,
    'aria-hidden': 'true',
    text: nameOf(user).slice(0, 1).toUpperCase(),
  });
}

/** The lines of a message in plain words: for announcing it, and for what names its parts. */
export function linesOf({ components, content }: Pick<Message, 'components' | 'content'>): string[] {
  return [content, ...components.flatMap(textsIn)]
    .flatMap((text) => text.split('\n'))
    .map(plain)
    .filter((line) => line !== '');
}

function plain(line: string): string {
  return line
    .replace(/^\s*(-#|#{1,3}|>)\s+/, '')
    .replace(/<t:\d+(:\w)?>/g, '')
    .replace(/<\/([^:>]+):\d+>/g, '/$1')
    .replace(/[*_~|`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function textsIn(part: Json): string[] {
  const inner = Array.isArray(part.components) ? (part.components as Json[]).flatMap(textsIn) : [];
  return [asText(part.content), ...inner];
}
