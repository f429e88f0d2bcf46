// The beginning of a channel, and in the first one what somebody who has never used Discord needs to know.
import { CHANNEL_TYPE } from '../../model.ts';
import { h, icon } from './dom.ts';
import { isForum, showForum } from './forum.ts';
import { showButton } from './install.ts';
import type { Page } from './message.ts';
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

export function showWelcome(page: Page, place: PlaceInView): HTMLElement {
  const { session } = page;
  const name = place.name ?? '';
  const titles = {
    direct: `Messages from ${nameOf(session.view().bot.user)}`,
    group: name,
    server: `#${name}`,
  };
  const kind = kindOf(place);
  const isFirst = session.view().channels.find((each) => each.type === 0)?.id === place.id;
  return h(
    'li',
    { class: 'welcome' },
    kind === 'direct' ? avatar(session, session.view().bot.user) : showMark(kind),
    h('h2', { text: titles[kind] }),
    h('p', { text: place.topic ?? `The beginning of this ${kind === 'group' ? 'group' : 'channel'}.` }),
    isForum(place) ? showForum(session, place) : null,
    isFirst ? showFirstSteps(session, place) : null,
    showAbsence(page, place),
  );
}

type Kind = 'direct' | 'group' | 'server';

function kindOf({ guild_id, type }: PlaceInView): Kind {
  if (guild_id !== undefined) return 'server';
  return type === CHANNEL_TYPE.group ? 'group' : 'direct';
}

function showMark(kind: Kind): HTMLElement {
  const mark = kind === 'group' ? icon('people') : '#';
  return h('span', { class: 'welcome-mark', 'aria-hidden': 'true' }, mark);
}

/** Where the bot is not: who may use it all the same, and how. */
function showAbsence({ say, session }: Page, place: PlaceInView): HTMLElement | null {
  if (place.isBotHere) return null;
  if (session.guild()?.isBotHere === true)
    return h('p', { class: 'hint', text: 'The bot cannot see this channel.' });
  const { bot, hasApp } = session.view();
  const name = nameOf(bot.user);
  const where = place.guild_id === undefined ? `${name} is in no group.` : `${name} is not in this server.`;
  const words = hasApp
    ? `${where} Installed for yourself it answers here all the same: type / below.`
    : `${where} Whoever has installed it for themself can use it here all the same.`;
  const button = hasApp ? null : showButton(session, say);
  return h('div', { class: 'absence' }, h('p', { text: words }), button);
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
