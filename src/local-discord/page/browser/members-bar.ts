// Who acts: one click, and the page is that member's. Group play with private feedback is what the playground is for.
import { h } from './dom.ts';
import { createMemberLanguage } from './languages.ts';
import { avatar, nameOf, RANK_WORDS } from './names.ts';
import type { Session } from './session.ts';

export function createMembersBar(session: Session): HTMLElement {
  const list = h('div', { class: 'members', role: 'radiogroup', 'aria-label': 'Act as' });
  const draw = () => {
    const { members, me } = session.view();
    const people = members.filter((each) => !each.user.bot);
    const focused = list.contains(document.activeElement);
    list.replaceChildren(
      ...people.map(({ user, rank }) =>
        h(
          'button',
          {
            type: 'button',
            class: 'member',
            role: 'radio',
            'data-key': `member:${user.id}`,
            'aria-checked': String(user.id === me),
            tabindex: user.id === me ? 0 : -1,
            onClick: () => void session.actAs(user.id),
          },
          avatar(session, user),
          h('span', { class: 'member-name', text: nameOf(user) }),
          rank === 'member' ? null : h('span', { class: 'rank', text: RANK_WORDS[rank] }),
        ),
      ),
    );
    if (focused) list.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  };
  // As with any group of radio buttons, arrows move and choose.
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const people = session.view().members.filter((each) => !each.user.bot);
    const at = people.findIndex((each) => each.user.id === session.view().me);
    const next = people.at((at + step) % people.length);
    if (next) void session.actAs(next.user.id);
  });
  session.on('place', draw);
  session.on('view', draw);
  return h(
    'section',
    { class: 'members-bar', 'aria-label': 'Members' },
    h('span', { class: 'members-title', 'aria-hidden': 'true', text: 'Act as' }),
    list,
    createMemberLanguage(session),
  );
}
