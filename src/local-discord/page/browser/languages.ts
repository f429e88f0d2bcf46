// Choosing languages: that of the acting member's Discord, and for admins that of the server. The bot hears both with
// every interaction.
import { LOCALES } from '../../locales.ts';
import { api } from './api.ts';
import { h } from './dom.ts';
import { nameOf } from './names.ts';
import type { Session } from './session.ts';

export function createMemberLanguage(session: Session): HTMLElement {
  const select = createSelect((locale) => void session.speak(locale));
  const draw = () => {
    const { locale, me, members } = session.view();
    const member = members.find((each) => each.user.id === me);
    const label = `Language of ${member ? `${nameOf(member.user)}’s` : 'this member’s'} Discord`;
    select.setAttribute('aria-label', label);
    select.title = label;
    select.value = locale;
  };
  session.on('view', draw);
  session.on('place', draw);
  return select;
}

/** Only shown to whoever could change it in Discord. */
export function createServerLanguage(session: Session): HTMLElement {
  const select = createSelect((locale) => {
    const { guild } = session.view();
    if (guild) void api.call('setGuildLocale', [guild.id, locale]);
  });
  const row = h('label', { class: 'server-language' }, 'Language', select);
  const draw = () => {
    const { guild, me, members } = session.view();
    row.hidden = members.find((each) => each.user.id === me)?.rank !== 'admin';
    if (guild) select.value = guild.locale;
  };
  session.on('view', draw);
  session.on('place', draw);
  return row;
}

function createSelect(choose: (locale: string) => void): HTMLSelectElement {
  const options = Object.entries(LOCALES).map(([value, text]) => h('option', { value, text }));
  const select = h('select', { class: 'language' }, ...options);
  select.addEventListener('change', () => choose(select.value));
  return select;
}
