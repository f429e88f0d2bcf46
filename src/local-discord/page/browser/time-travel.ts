// The playground's clock, and moving it on: by an hour, a day, or to what the bot has planned next.
import { api } from './api.ts';
import { h, icon } from './dom.ts';
import { placeAt } from './menu.ts';
import type { Session } from './session.ts';
import { formatInstant, formatRelative, formatSpan } from './times.ts';
import type { Milestone } from './types.ts';

const HOUR_MS = 3_600_000;
/** Below this the clock counts as the machine's own. */
const UNMOVED_MS = 30_000;

export function createTimeTravel(session: Session, say: (text: string) => void): HTMLElement {
  const face = h('span', { class: 'clock-face' });
  const moved = h('span', { class: 'clock-moved' });
  const popup = h('div', {
    class: 'popup time-popup',
    popover: 'auto',
    role: 'dialog',
    'aria-label': 'Time travel',
  });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'clock',
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
      title: 'Time travel',
    },
    icon('clock'),
    h('span', { class: 'visually-hidden', text: 'Time travel. It is ' }),
    face,
    moved,
  );
  const draw = () => {
    const now = session.now();
    const text = new Intl.DateTimeFormat(undefined, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }).format(now);
    if (face.textContent !== text) face.textContent = text;
    const ahead = session.state.ahead;
    moved.textContent = ahead > UNMOVED_MS ? `+${formatSpan(ahead)}` : '';
  };
  const go = async (change: { shift: number } | { to: number }) => {
    popup.hidePopover();
    button.focus();
    const answer = await api.moveClock(change);
    say(`It is now ${formatInstant(Number(answer.now), 'F')}.`);
  };
  const open = async () => {
    popup.replaceChildren(...choices(session, [], go));
    popup.showPopover();
    placeAt(popup, button);
    popup.querySelector('button')?.focus();
    const milestones = await api.milestones().catch(() => []);
    const last = popup.querySelector('.milestones');
    last?.replaceChildren(...milestoneChoices(session, milestones, go));
  };
  button.addEventListener('click', () => void open());
  popup.addEventListener('toggle', () =>
    button.setAttribute('aria-expanded', String(popup.matches(':popover-open'))),
  );
  session.on('clock', draw);
  session.on('place', draw);
  setInterval(draw, 1_000);
  return h('div', { class: 'time-travel' }, button, popup);
}

type Go = (change: { shift: number } | { to: number }) => void;

function choices(session: Session, milestones: Milestone[], go: Go): HTMLElement[] {
  const now = session.now();
  return [
    h('p', { class: 'popup-title', text: 'Move the clock on' }),
    choice('An hour later', formatInstant(now + HOUR_MS, 't'), () => go({ shift: HOUR_MS })),
    choice('Tomorrow, same time', formatInstant(now + 24 * HOUR_MS, 's'), () => go({ shift: 24 * HOUR_MS })),
    h('div', { class: 'milestones' }, ...milestoneChoices(session, milestones, go)),
    h('p', {
      class: 'hint',
      text: 'Only in the playground: bot and server follow at once, so that daily posts, reveals, streaks and recaps can be tried without waiting. Time only moves forwards.',
    }),
  ];
}

function milestoneChoices(session: Session, milestones: Milestone[], go: Go): HTMLElement[] {
  const ahead = milestones.filter((each) => each.at > session.now());
  if (ahead.length === 0)
    return [choice('The next daily post', 'none is planned: set one with /daily set', null)];
  return ahead.map(({ name, at }) =>
    choice(name, `${formatInstant(at, 's')}, ${formatRelative(at - session.now())}`, () => go({ to: at })),
  );
}

function choice(label: string, detail: string, act: (() => void) | null): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'popup-choice', disabled: act === null, onClick: act },
    h('span', { text: label }),
    h('span', { class: 'option-description', text: detail }),
  );
}
