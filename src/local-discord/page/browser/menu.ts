// A menu on a message: a button that opens a list (list-popup.ts) and shows what was chosen. One choice is sent at
// once; several need a confirmation, so that nobody answers with half of what they meant.
import { asText, type Json } from '../../json.ts';
import { choicesOf, countOf } from './choices.ts';
import type { Drawing } from './components.ts';
import { h, icon } from './dom.ts';
import { openList } from './list-popup.ts';

export function showMenu({ interacting, message, session }: Drawing, menu: Json): HTMLElement {
  const customId = asText(menu.custom_id);
  const key = interacting.keyOf(message, customId);
  const choices = choicesOf(session, menu);
  const defaults = choices.filter((each) => each.isDefault).map((each) => each.value);
  const before = interacting.pickedIn(message, customId) ?? defaults;
  const chosen = choices.filter((each) => before.includes(each.value)).map((each) => each.label);
  const label = asText(menu.placeholder) || 'Make a selection';
  const isPending = interacting.pending.has(key);
  const trigger = h(
    'button',
    {
      type: 'button',
      class: isPending ? 'menu pending' : 'menu',
      'data-key': key,
      // What is chosen does not say what it is chosen for.
      'aria-label': chosen.length > 0 ? `${label}: ${chosen.join(', ')}` : null,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-busy': isPending ? 'true' : null,
      disabled: menu.disabled === true,
    },
    h('span', {
      class: chosen.length > 0 ? 'menu-chosen' : 'menu-placeholder',
      text: chosen.join(', ') || label,
    }),
    icon('down'),
  );
  const send = (values: string[]) => void interacting.select(message, customId, values);
  trigger.addEventListener('click', () =>
    openList(trigger, { key, label, choices, before, count: countOf(menu), send }),
  );
  return trigger;
}
