// Choosing languages: that of the acting member's Discord, and for admins that of the server. The bot hears both with
// every interaction.
import { LOCALES } from '../../locales.ts';
import { api } from './api.ts';
import { h, icon } from './dom.ts';
import { openList } from './list-popup.ts';
import { nameOf } from './names.ts';
import type { Session } from './session.ts';

type Chosen = { label: string; locale: string };

export function createMemberLanguage(session: Session): HTMLElement {
  return createChooser(session, {
    key: 'language:member',
    chosen() {
      const { locale, me, members } = session.view();
      const member = members.find((each) => each.user.id === me);
      return {
        label: `Language of ${member ? `${nameOf(member.user)}’s` : 'this member’s'} Discord`,
        locale,
      };
    },
    choose: (locale) => session.speak(locale),
  });
}

/** Only shown to whoever could change it in Discord. */
export function createServerLanguage(session: Session): HTMLElement {
  return createChooser(session, {
    key: 'language:server',
    chosen() {
      const { me, members } = session.view();
      const guild = session.home();
      const isAdmin = members.find((each) => each.user.id === me)?.rank === 'admin';
      if (!guild || !isAdmin) return null;
      return { label: 'Server language', locale: guild.locale };
    },
    choose: (locale) => api.call('setGuildLocale', [session.home()?.id, locale]),
  });
}

type Chooser = {
  /** Finds the button again after it was drawn anew. */
  key: string;
  /** null: not to be seen. */
  chosen(): Chosen | null;
  choose(locale: string): Promise<unknown>;
};

function createChooser(session: Session, { key, chosen, choose }: Chooser): HTMLElement {
  const attributes = { type: 'button', class: 'language', 'data-key': key, 'aria-haspopup': 'listbox' };
  const button = h('button', { ...attributes, 'aria-expanded': 'false' });
  const draw = () => {
    const now = chosen();
    button.hidden = now === null;
    if (!now) return;
    const name = LOCALES[now.locale] ?? now.locale;
    button.title = now.label;
    button.replaceChildren(
      icon('globe'),
      h('span', { class: 'visually-hidden', text: `${now.label}: ` }),
      h('span', { class: 'language-name', text: name }),
      h('span', { class: 'language-code', text: now.locale }),
    );
  };
  button.addEventListener('click', () => {
    const { label = '', locale = '' } = chosen() ?? {};
    const choices = Object.entries(LOCALES).map(([value, name]) => ({
      value,
      label: name,
      description: value,
      isDefault: value === locale,
    }));
    const send = ([value = locale]: string[]) => void choose(value);
    openList(button, { key, label, choices, before: [locale], count: { least: 1, most: 1 }, send });
  });
  session.on('view', draw);
  session.on('place', draw);
  return button;
}
