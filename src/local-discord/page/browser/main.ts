// The playground page: puts its parts together and starts the session. Everything it shows comes from its own origin.
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

await start();

async function start(): Promise<void> {
  const session = createSession();
  const interacting: Interacting = createInteracting(session, (modal) => {
    openForm(session, modal, (values) => interacting.submit(values));
  });
  const toast = h('div', { class: 'toast', role: 'status' });
  const say = (text: string) => {
    toast.textContent = text;
    toast.classList.add('shown');
    setTimeout(() => toast.classList.remove('shown'), 4_000);
  };
  const composer = createComposer(session, interacting);
  const log = createLog({ session, interacting }, composer.suggest);
  const inspector = createDrawer(session);
  const sidebar = createSidebar(session);
  const menu = createMenuButton(session, sidebar);
  const header = h(
    'header',
    { class: 'top' },
    menu,
    createPlaceTitle(session),
    h('div', { class: 'top-tools' }, createTimeTravel(session, say), createThemeButton(), inspector.button),
  );
  const conversation = h('main', { class: 'conversation' }, header, log.element, composer.element, log.live);
  try {
    await session.start();
  } catch (error) {
    // Nothing can be shown without the server; what it said helps whoever started it.
    document.querySelector('.starting')?.replaceChildren(`The playground does not answer: ${String(error)}`);
    return;
  }
  const app = h('div', { class: 'app' }, createMembersBar(session), sidebar, conversation, inspector.element);
  document.querySelector('#app')?.replaceChildren(app, toast);
  session.announce();
}

function createPlaceTitle(session: Session): HTMLElement {
  const title = h('h2', { class: 'place-title' });
  const topic = h('p', { class: 'place-topic' });
  session.on('place', () => {
    const place = session.place();
    const name = placeName(session, session.state.channelId);
    const isThread = place?.thread_metadata !== undefined;
    const mark = place?.guild_id === undefined ? '@' : isThread ? '' : '#';
    title.replaceChildren(...(isThread ? [icon('thread')] : []), `${mark} ${name}`);
    topic.textContent = isThread
      ? `Thread in #${placeName(session, place?.parent_id ?? '')}`
      : (place?.topic ?? '');
    const me = session.view().members.find((each) => each.user.id === session.view().me);
    document.title = `${mark}${name}${me ? ` as ${nameOf(me.user)}` : ''} · Cohort playground`;
  });
  return h('div', { class: 'place' }, title, topic);
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
  return { button, element };
}
