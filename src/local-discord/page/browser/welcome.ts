// The beginning of a channel, and in the first one what somebody who has never used Discord needs to know.

import { h } from './dom.ts';
import { isForum, showForum } from './forum.ts';
import { avatar, nameOf } from './names.ts';
import type { Session } from './session.ts';
import type { PlaceInView } from './types.ts';

/** In the order in which they make sense to somebody new; those that the bot offers here are shown. */
const FIRST_STEPS: [command: string, hint: string][] = [
  ['setup server', 'choose the exam and the time zone'],
  ['quiz', 'ask everybody a question'],
  ['daily set', 'a question every day'],
  ['leaderboard', 'who knows most'],
  ['streak', 'days in a row'],
  ['help', 'everything else'],
];

export function showWelcome(session: Session, place: PlaceInView): HTMLElement {
  const isDirect = place.guild_id === undefined;
  const title = isDirect ? `Messages from ${nameOf(session.view().bot.user)}` : `#${place.name ?? ''}`;
  const isFirst = session.view().channels.find((each) => each.type === 0)?.id === place.id;
  return h(
    'li',
    { class: 'welcome' },
    isDirect
      ? avatar(session, session.view().bot.user)
      : h('span', { class: 'welcome-mark', 'aria-hidden': 'true', text: '#' }),
    h('h2', { text: title }),
    h('p', { text: place.topic ?? 'The beginning of this channel.' }),
    isForum(place) ? showForum(session, place) : null,
    isFirst ? showFirstSteps(session, place) : null,
    place.isBotHere ? null : h('p', { class: 'hint', text: 'The bot cannot see this channel.' }),
  );
}

function showFirstSteps(session: Session, place: PlaceInView): HTMLElement {
  const steps = FIRST_STEPS.filter(([path]) => isOffered(session, place, path));
  const chips = steps.map(([path, hint]) =>
    h(
      'button',
      { type: 'button', class: 'step', onClick: () => session.suggest(`/${path}`) },
      h('strong', { text: `/${path}` }),
      h('span', { text: hint }),
    ),
  );
  return h(
    'div',
    { class: 'steps' },
    h('p', {
      text: 'This is a small Discord on your own machine, with Cohort in it. Commands begin with a slash: press one to start with, or type / below. Then switch to another member at the top and answer as them: everybody gets their own private feedback.',
    }),
    h('div', { class: 'step-list' }, ...chips),
  );
}

function isOffered(session: Session, place: PlaceInView, path: string): boolean {
  const [name = '', subcommand] = path.split(' ');
  const command = session
    .view()
    .commands.find((each) => each.name === name && place.commands.includes(each.id));
  if (!command || subcommand === undefined) return command !== undefined;
  const options = Array.isArray(command.options) ? (command.options as { name?: unknown }[]) : [];
  return options.some((option) => option.name === subcommand);
}
