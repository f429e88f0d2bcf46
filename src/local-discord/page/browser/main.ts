// The playground page: puts its parts together and starts the session. Everything it shows comes from its own origin.
import { CHANNEL_TYPE } from '../../model.ts';
import { createAnnouncer } from './announce.ts';
import { createComposer } from './composer.ts';
import { h, icon } from './dom.ts';
import { openForm } from './form.ts';
import { createInspector } from './inspector.ts';
import { createInteracting, type Interacting } from './interacting.ts';
import { createLog } from './log.ts';
import { createMembersBar } from './members-bar.ts';
import { nameOf, placeName } from './names.ts';
import { createSession, type Session } from './session.ts';
import { createSidebar } from './sidebar.ts';
import { createThemeButton } from './theme.ts';
import { createTimeTravel } from './time-travel.ts';
import type { PlaceInView } from './types.ts';

const TOAST_MS = 4_000;

await start();

async function start(): Promise<void> {
  const session = createSession();
  const app = build(session);
  try {
    await session.start();
  } catch (error) {
    // Nothing can be shown without the server; what it said helps whoever started it.
    document.querySelector('.starting')?.replaceChildren(`The playground does not answer: ${String(error)}`);
    return;
  }
  document.querySelector('#app')?.replaceChildren(...app);
  session.announce();
}

function build(session: Session): HTMLElement[] {
  const interacting: Interacting = createInteracting(session, (modal) => {
    openForm(session, modal, (values) => interacting.submit(values));
  });
  const toast = createToast();
  const composer = createComposer(session, interacting);
  const log = createLog({ session, interacting, say: toast.say });
  const announcer = createAnnouncer(session);
  const inspector = createDrawer(session);
  const sidebar = createSidebar(session, toast.say);
  const tools = [createTimeTravel(session, toast.say), createThemeButton(), inspector.button];
  const menu = createMenuButton(session, sidebar);
  const header = h(
    'header',
    { class: 'top' },
    menu,
    createPlaceTitle(session),
    h('div', { class: 'top-tools' }, ...tools),
  );
  const parts = [header, createConnectionBar(session), log, composer, announcer];
  const conversation = h('main', { class: 'conversation' }, ...parts);
  const frame = h(
    'div',
    { class: 'app' },
    createMembersBar(session),
    sidebar,
    conversation,
    inspector.element,
  );
  return [createSkip(), frame, toast.element];
}

/** For the keyboard: past members and channels to where one writes. */
function createSkip(): HTMLElement {
  const skip = h('button', { type: 'button', class: 'skip', text: 'Skip to writing' });
  skip.addEventListener('click', () => document.querySelector<HTMLElement>('.composer input')?.focus());
  return h('nav', { 'aria-label': 'Shortcut' }, skip);
}

/** What stays is replaced by the next words. */
function createToast(): { element: HTMLElement; say(text: string, stays?: boolean): void } {
  const element = h('div', { class: 'toast', role: 'status' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string, stays = false) => {
    element.textContent = text;
    element.classList.add('shown');
    clearTimeout(timer);
    if (!stays) timer = setTimeout(() => element.classList.remove('shown'), TOAST_MS);
  };
  return { element, say };
}

function createConnectionBar(session: Session): HTMLElement {
  const text = 'The playground does not answer. Is it still running? Trying again…';
  const bar = h('p', { class: 'connection', role: 'status', hidden: true, text });
  session.on('connection', (isUp) => {
    bar.hidden = isUp;
  });
  return bar;
}

function createPlaceTitle(session: Session): HTMLElement {
  const title = h('h1', { class: 'place-title' });
  const topic = h('p', { class: 'place-topic' });
  session.on('place', () => {
    const place = session.place();
    const name = placeName(session, session.state.channelId);
    const isThread = place?.thread_metadata !== undefined;
    const isGroup = place?.type === CHANNEL_TYPE.group;
    const me = session.view().members.find((each) => each.user.id === session.view().me);
    const words = h('span', { class: 'place-name', text: `${markOf(place)} ${name}`.trim() });
    title.replaceChildren(...(isThread ? [icon('thread')] : []), ...(isGroup ? [icon('people')] : []), words);
    title.title = name;
    topic.textContent = topicOf(session, place);
    document.title = `${markOf(place)}${name}${me ? ` as ${nameOf(me.user)}` : ''} · Cohort playground`;
  });
  return h('div', { class: 'place' }, title, topic);
}

/** Of a group its members, and of other servers also their name. */
function topicOf(session: Session, place: PlaceInView | undefined): string {
  if (place?.type === CHANNEL_TYPE.group) return (place.recipients ?? []).map(nameOf).join(', ');
  const guild = session.guild();
  const server = guild === null || guild === session.home() ? [] : [guild.name];
  const thread = place?.thread_metadata ? `Thread in #${placeName(session, place.parent_id ?? '')}` : '';
  return [...server, thread || (place?.topic ?? '')].filter((part) => part !== '').join(' · ');
}

function markOf(place: PlaceInView | undefined): string {
  if (place?.thread_metadata || place?.type === CHANNEL_TYPE.group) return '';
  return place?.guild_id === undefined ? '@' : '#';
}

/** On a phone the channels are a drawer of their own. */
function createMenuButton(session: Session, sidebar: HTMLElement): HTMLElement {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'icon-button menu-button',
      'aria-label': 'Channels',
      'aria-controls': 'sidebar',
      'aria-expanded': 'false',
    },
    icon('menu'),
  );
  const set = (isOpen: boolean) => {
    sidebar.classList.toggle('open', isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
  };
  button.addEventListener('click', () => {
    set(!sidebar.classList.contains('open'));
    sidebar.querySelector<HTMLElement>('[aria-current]')?.focus();
  });
  sidebar.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    set(false);
    button.focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !sidebar.contains(target) && !button.contains(target)) set(false);
  });
  session.on('place', () => set(false));
  return button;
}

function createDrawer(session: Session): { button: HTMLElement; element: HTMLElement } {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': 'Inspector',
      title: 'Inspector: the bot’s requests',
      'aria-expanded': 'false',
      'aria-controls': 'inspector',
    },
    icon('inspect'),
  );
  const set = (isOpen: boolean) => {
    element.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  };
  const element = createInspector(session, () => {
    set(false);
    button.focus();
  });
  button.addEventListener('click', () => set(element.hidden !== false));
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    set(false);
    button.focus();
  });
  return { button, element };
}
