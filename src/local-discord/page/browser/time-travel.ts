// The playground's clock, and moving it on: by an hour, a day, or to what the bot has planned next.
import { api } from './api.ts';
import { h, icon } from './dom.ts';
import { placeAt } from './popup.ts';
import type { Session } from './session.ts';
import { formatInstant, formatRelative, formatSpan } from './times.ts';
import type { Milestone } from './types.ts';

const HOUR_MS = 3_600_000;
const FACE: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
};
/** Below this the clock counts as the machine's own. */
const UNMOVED_MS = 30_000;

type Go = (change: { shift: number } | { to: number }) => void;

type Say = (text: string, stays?: boolean) => void;

export function createTimeTravel(session: Session, say: Say): HTMLElement {
  const popup = h('div', {
    class: 'popup time-popup',
    popover: 'auto',
    role: 'dialog',
    'aria-label': 'Time travel',
  });
  const button = createClock(session);
  const journey = followJourney(session, say);
  const go = async (change: { shift: number } | { to: number }) => {
    popup.hidePopover();
    button.focus();
    const now = session.now();
    journey.begin(now, 'to' in change ? change.to : now + change.shift);
    // What cannot be reached is said where the result would have been.
    const answer = await api.moveClock(change).catch((error: Error) => error);
    journey.end();
    say(
      answer instanceof Error
        ? answer.message
        : `It is now ${formatInstant(session.language(), Number(answer.now), 'F')}.`,
    );
  };
  button.addEventListener('click', async () => {
    popup.replaceChildren(...showChoices(session, go));
    popup.showPopover();
    placeAt(popup, button);
    popup.querySelector('button')?.focus();
    const milestones = await api.milestones().catch(() => []);
    popup.querySelector('.milestones')?.replaceChildren(...showMilestones(session, milestones, go));
  });
  popup.addEventListener('toggle', () => {
    button.setAttribute('aria-expanded', String(popup.matches(':popover-open')));
  });
  return h('div', { class: 'time-travel' }, button, popup);
}

/** The clock walks in strides, since the bot lives through what lies between: days take seconds. */
function followJourney(session: Session, say: Say) {
  let under: [from: number, to: number] | undefined;
  session.on('clock', () => {
    if (!under) return;
    const [from, to] = under;
    const part = Math.floor(((session.now() - from) / (to - from)) * 100);
    say(`Moving the clock on… ${Math.min(part, 99)} %`, true);
  });
  return {
    begin(from: number, to: number) {
      under = [from, to];
      say('Moving the clock on…', true);
    },
    end() {
      under = undefined;
    },
  };
}

function createClock(session: Session): HTMLElement {
  const face = h('span', { class: 'clock-face' });
  const moved = h('span', { class: 'clock-moved' });
  const attributes = { 'aria-haspopup': 'dialog', 'aria-expanded': 'false', title: 'Time travel' };
  const draw = () => {
    const text = new Intl.DateTimeFormat(session.language(), FACE).format(session.now());
    if (face.textContent !== text) face.textContent = text;
    face.lang = session.language();
    const { ahead } = session.state;
    moved.textContent = ahead > UNMOVED_MS ? `+${formatSpan(ahead)}` : '';
  };
  session.on('clock', draw);
  session.on('place', draw);
  setInterval(draw, 1_000);
  return h(
    'button',
    { type: 'button', class: 'clock', ...attributes },
    icon('clock'),
    h('span', { class: 'visually-hidden', text: 'Time travel. It is ' }),
    face,
    moved,
  );
}

function showChoices(session: Session, go: Go): HTMLElement[] {
  const now = session.now();
  const language = session.language();
  return [
    h('p', { class: 'popup-title', text: 'Move the clock on' }),
    showChoice('An hour later', formatInstant(language, now + HOUR_MS, 't'), () => go({ shift: HOUR_MS })),
    showChoice('Tomorrow, same time', formatInstant(language, now + 24 * HOUR_MS, 's'), () =>
      go({ shift: 24 * HOUR_MS }),
    ),
    h('div', { class: 'milestones' }, showChoice('The next daily post', 'asking the bot…', null)),
    h('p', {
      class: 'hint',
      text: 'Only in the playground: bot and server follow at once, so that daily posts, reveals, streaks and recaps can be tried without waiting. Time only moves forwards.',
    }),
  ];
}

function showMilestones(session: Session, milestones: Milestone[], go: Go): HTMLElement[] {
  const ahead = milestones.filter((each) => each.at > session.now());
  if (ahead.length === 0) {
    return [showChoice('The next daily post', 'none is planned: an admin sets one with /daily set', null)];
  }
  const language = session.language();
  return ahead.map(({ name, at }) =>
    showChoice(
      name,
      `${formatInstant(language, at, 's')}, ${formatRelative(language, at - session.now())}`,
      () => go({ to: at }),
    ),
  );
}

function showChoice(label: string, detail: string, act: (() => void) | null): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'popup-choice', disabled: act === null, onClick: act },
    h('span', { text: label }),
    h('span', { class: 'option-description', text: detail }),
  );
}
