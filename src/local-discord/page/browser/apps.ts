// "Apps" on a message: the bot's commands of the message menu, which Discord shows on a right click.
import { translated } from '../../locales.ts';
import { h, icon } from './dom.ts';
import { openList } from './list-popup.ts';
import type { Page } from './message.ts';
import { userName } from './names.ts';
import type { Session } from './session.ts';
import type { Message } from './types.ts';

const MESSAGE_MENU = 3;

/** Null where the bot offers none to this member. */
export function showApps({ interacting, session }: Page, message: Message): HTMLElement | null {
  const choices = choicesHere(session);
  if (choices.length === 0) return null;
  const key = interacting.keyOf(message, 'apps');
  const isPending = interacting.pending.has(key);
  const button = h(
    'button',
    {
      type: 'button',
      class: isPending ? 'tool pending' : 'tool',
      'data-key': key,
      'aria-label': `Apps for this message by ${userName(session, message.author.id)}`,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-busy': isPending ? 'true' : null,
      title: 'Apps',
    },
    icon('apps'),
  );
  button.addEventListener('click', () => {
    const send = ([name = '']: string[]) => void interacting.useApp(message, name);
    openList(button, { key, label: 'Apps', choices, before: [], count: { least: 1, most: 1 }, send });
  });
  return button;
}

function choicesHere(session: Session) {
  const { commands, locale } = session.view();
  const allowed = session.place()?.commands ?? [];
  const here = commands.filter(({ id, type }) => type === MESSAGE_MENU && allowed.includes(id));
  return here.map((each) => ({
    value: each.name,
    label: translated(each, 'name', locale),
    description: '',
    isDefault: false,
  }));
}
