// A menu on a message: a button that opens a list. One choice is sent at once; several need a confirmation, so that
// nobody answers with half of what they meant.
import { asText, type Json } from '../../json.ts';
import { type Choice, choicesOf, countInWords, countOf } from './choices.ts';
import type { Drawing } from './components.ts';
import { h, icon, uniqueId } from './dom.ts';

export function showMenu(drawing: Drawing, menu: Json): HTMLElement {
  const { interacting, message, session } = drawing;
  const customId = asText(menu.custom_id);
  const key = interacting.keyOf(message, customId);
  const choices = choicesOf(session, menu);
  const before =
    interacting.pickedIn(message, customId) ??
    choices.filter((each) => each.isDefault).map((each) => each.value);
  const chosen = choices.filter((each) => before.includes(each.value)).map((each) => each.label);
  const placeholder = asText(menu.placeholder) || 'Make a selection';
  const isPending = interacting.pending.has(key);
  const trigger = h(
    'button',
    {
      type: 'button',
      class: isPending ? 'menu pending' : 'menu',
      'data-key': key,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-busy': isPending ? 'true' : null,
      disabled: menu.disabled === true,
    },
    h('span', {
      class: chosen.length > 0 ? 'menu-chosen' : 'menu-placeholder',
      text: chosen.join(', ') || placeholder,
    }),
    icon('down'),
  );
  trigger.addEventListener('click', () => {
    const send = (values: string[]) => void interacting.select(message, customId, values);
    openList(trigger, { key, label: placeholder, choices, before, count: countOf(menu), send });
  });
  return trigger;
}

type List = {
  key: string;
  label: string;
  choices: Choice[];
  before: string[];
  count: { least: number; most: number };
  send(values: string[]): void;
};

function openList(trigger: HTMLElement, list: List): void {
  const { choices, count } = list;
  const isSingle = count.most === 1;
  const chosen = new Set(list.before);
  const options = choices.map((choice) => showOption(choice, !isSingle));
  const box = h('ul', {
    role: 'listbox',
    tabindex: '0',
    'aria-label': isSingle ? list.label : `${list.label} (${countInWords(count).toLowerCase()})`,
    'aria-multiselectable': isSingle ? null : 'true',
  });
  box.append(...options);
  const confirm = h('button', { type: 'button', class: 'button primary', text: 'Confirm' });
  const status = h('span', { class: 'popup-count', role: 'status' });
  const footer = h('div', { class: 'popup-footer' }, status, confirm);
  const popup = h(
    'div',
    { class: 'popup', popover: 'auto' },
    box,
    isSingle && count.least > 0 ? null : footer,
  );
  let at = Math.max(
    choices.findIndex((choice) => chosen.has(choice.value)),
    0,
  );

  const draw = () => {
    for (const [index, option] of options.entries()) {
      option.setAttribute('aria-selected', String(chosen.has(choices[index]?.value ?? '')));
      option.classList.toggle('active', index === at);
    }
    const active = options[at];
    if (active) box.setAttribute('aria-activedescendant', active.id);
    active?.scrollIntoView({ block: 'nearest' });
    status.textContent = `${countInWords(count)} · ${chosen.size} chosen`;
    confirm.disabled = chosen.size < count.least || chosen.size > count.most;
  };
  const close = () => {
    popup.hidePopover();
    // The trigger may have been drawn anew while the list was open.
    document.querySelector<HTMLElement>(`[data-key="${CSS.escape(list.key)}"]`)?.focus();
  };
  const commit = () => {
    close();
    list.send(choices.filter((choice) => chosen.has(choice.value)).map((choice) => choice.value));
  };
  const toggle = (index: number) => {
    const value = choices[index]?.value;
    if (value === undefined) return;
    at = index;
    if (isSingle && count.least > 0) {
      chosen.clear();
      chosen.add(value);
      return commit();
    }
    if (!chosen.delete(value)) {
      if (isSingle) chosen.clear();
      if (chosen.size < count.most) chosen.add(value);
    }
    draw();
  };

  for (const [index, option] of options.entries()) option.addEventListener('click', () => toggle(index));
  confirm.addEventListener('click', commit);
  box.addEventListener('keydown', (event) => {
    const moved = moveBy(event.key, at, choices.length);
    if (moved !== null) at = moved;
    else if (event.key === ' ' || event.key === 'Enter') toggle(at);
    else return;
    event.preventDefault();
    if (popup.isConnected) draw();
  });
  popup.addEventListener('toggle', () => {
    const isOpen = popup.matches(':popover-open');
    trigger.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) popup.remove();
  });
  document.body.append(popup);
  popup.showPopover();
  placeAt(popup, trigger);
  draw();
  box.focus();
}

function showOption(choice: Choice, hasBox: boolean): HTMLElement {
  return h(
    'li',
    { role: 'option', id: uniqueId('option'), class: 'option' },
    h(
      'span',
      { class: 'option-texts' },
      h('span', { class: 'option-label', text: choice.label }),
      choice.description === '' ? null : h('span', { class: 'option-description', text: choice.description }),
    ),
    h('span', { class: hasBox ? 'tick box' : 'tick' }, icon('check')),
  );
}

/** Where an arrow key leads; null for any other key. */
export function moveBy(key: string, at: number, length: number): number | null {
  if (length === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % length;
    case 'ArrowUp':
      return at <= 0 ? length - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}

const MARGIN = 8;

/** Below the trigger, or above it where there is more room. */
export function placeAt(popup: HTMLElement, trigger: HTMLElement): void {
  const rect = trigger.getBoundingClientRect();
  const below = innerHeight - rect.bottom - MARGIN;
  const above = rect.top - MARGIN;
  const isBelow = below >= Math.min(popup.offsetHeight, 320) || below >= above;
  const width = Math.min(Math.max(rect.width, 280), innerWidth - 2 * MARGIN);
  popup.style.setProperty('width', `${width}px`);
  popup.style.setProperty('max-height', `${Math.max(isBelow ? below : above, 160) - 4}px`);
  popup.style.setProperty('left', `${Math.max(MARGIN, Math.min(rect.left, innerWidth - width - MARGIN))}px`);
  if (isBelow) popup.style.setProperty('top', `${rect.bottom + 4}px`);
  else popup.style.setProperty('bottom', `${innerHeight - rect.top + 4}px`);
}
