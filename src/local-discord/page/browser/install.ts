// Installing the bot for oneself, as "Add App" on its profile does in Discord: its commands then follow the member into
// groups and servers without it.
import { api, wordsFor } from './api.ts';
import { h, icon } from './dom.ts';
import { nameOf } from './names.ts';
import type { Session } from './session.ts';

type Say = (text: string) => void;

/** Stands below the channels, for whoever acts. */
export function createInstall(session: Session, say: Say): HTMLElement {
  const element = h('section', { class: 'install', 'aria-label': 'Your own apps' });
  const draw = () => {
    const { bot, hasApp } = session.view();
    const isFocused = element.contains(document.activeElement);
    const me = myName(session);
    const words = hasApp
      ? `${nameOf(bot.user)} is installed for ${me}: its commands are in every group and server.`
      : `For ${me} alone, as an app of their own: also in groups and servers without it.`;
    element.replaceChildren(showButton(session, say), h('p', { class: 'hint', text: words }));
    if (isFocused) element.querySelector('button')?.focus();
  };
  session.on('view', draw);
  session.on('place', draw);
  return element;
}

/** "Install Cohort for yourself", or what takes it back. */
export function showButton(session: Session, say: Say): HTMLElement {
  const { bot, hasApp } = session.view();
  const name = nameOf(bot.user);
  return h(
    'button',
    {
      type: 'button',
      class: `button ${hasApp ? 'secondary' : 'primary'}`,
      onClick: () => void change(session, say),
    },
    icon(hasApp ? 'bin' : 'download'),
    h('span', { text: hasApp ? `Remove ${name} from yourself` : `Install ${name} for yourself` }),
  );
}

async function change(session: Session, say: Say): Promise<void> {
  const { bot, hasApp, me } = session.view();
  try {
    await api.act({ as: me, action: hasApp ? 'uninstall' : 'install' });
    const what = hasApp ? 'is no longer installed' : 'is installed';
    say(`${nameOf(bot.user)} ${what} for ${myName(session)}.`);
  } catch (error) {
    say(wordsFor(error));
  }
}

function myName(session: Session): string {
  const { me, members } = session.view();
  const member = members.find((each) => each.user.id === me);
  return member ? nameOf(member.user) : 'this member';
}
