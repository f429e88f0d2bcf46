// The list that a menu opens: arrows and letters move, Enter and Space choose, Escape and a click outside leave.
import { type Choice, type Count, countInWords } from './choices.ts';
import { h, icon, uniqueId } from './dom.ts';
import { moveBy, placeAt } from './popup.ts';

export type ListOfChoices = {
  /** Finds the trigger again: it may be drawn anew while the list is open. */
  key: string;
  label: string;
  choices: Choice[];
  before: string[];
  count: Count;
  send(values: string[]): void;
};

type Open = {
  list: ListOfChoices;
  /** One choice that has to be made is sent at once; anything else is confirmed. */
  isImmediate: boolean;
  chosen: Set<string>;
  at: number;
  options: HTMLElement[];
  box: HTMLElement;
  popup: HTMLElement;
  status: HTMLElement;
  confirm: HTMLButtonElement;
};

export function openList(trigger: HTMLElement, list: ListOfChoices): void {
  const open = build(list);
  const { box, confirm, options, popup } = open;
  for (const [index, option] of options.entries())
    option.addEventListener('click', () => choose(open, index));
  confirm.addEventListener('click', () => commit(open));
  box.addEventListener('keydown', (event) => onKey(open, event));
  popup.addEventListener('toggle', () => {
    const isOpen = popup.matches(':popover-open');
    trigger.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) return;
    popup.remove();
    // The trigger may have been drawn anew meanwhile, and then nothing has the focus.
    if (document.activeElement === document.body) focusTrigger(list);
  });
  // Within a landmark, so that whoever goes by landmarks finds it.
  (document.querySelector('main') ?? document.body).append(popup);
  popup.showPopover();
  placeAt(popup, trigger);
  draw(open);
  box.focus();
}

function build(list: ListOfChoices): Open {
  const { choices, count, label } = list;
  const isImmediate = count.most === 1 && count.least === 1;
  const chosen = new Set(list.before);
  const options = choices.map((choice) => showOption(choice, !isImmediate));
  const box = h(
    'ul',
    {
      role: 'listbox',
      tabindex: '0',
      'aria-label': isImmediate ? label : `${label} (${countInWords(count).toLowerCase()})`,
      'aria-multiselectable': count.most > 1 ? 'true' : null,
    },
    ...options,
  );
  const status = h('span', { class: 'popup-count', role: 'status' });
  const confirm = h('button', { type: 'button', class: 'button primary', text: 'Confirm' });
  const footer = h('div', { class: 'popup-footer' }, status, confirm);
  const popup = h('div', { class: 'popup', popover: 'auto' }, box, isImmediate ? null : footer);
  const at = Math.max(
    choices.findIndex((choice) => chosen.has(choice.value)),
    0,
  );
  return { list, isImmediate, chosen, at, options, box, popup, status, confirm };
}

function draw({ at, box, chosen, confirm, list, options, status }: Open): void {
  for (const [index, option] of options.entries()) {
    option.setAttribute('aria-selected', String(chosen.has(list.choices[index]?.value ?? '')));
    option.classList.toggle('active', index === at);
  }
  const active = options[at];
  if (active) box.setAttribute('aria-activedescendant', active.id);
  active?.scrollIntoView({ block: 'nearest' });
  status.textContent = `${countInWords(list.count)} · ${chosen.size} chosen`;
  confirm.disabled = chosen.size < list.count.least || chosen.size > list.count.most;
}

function choose(open: Open, index: number): void {
  const { chosen, list } = open;
  const value = list.choices[index]?.value;
  if (value === undefined) return;
  open.at = index;
  if (open.isImmediate) chosen.clear();
  if (!chosen.delete(value)) {
    // With room for one, another choice replaces it.
    if (list.count.most === 1) chosen.clear();
    if (chosen.size < list.count.most) chosen.add(value);
  }
  if (open.isImmediate) commit(open);
  else draw(open);
}

function commit({ chosen, list, popup }: Open): void {
  popup.hidePopover();
  focusTrigger(list);
  list.send(list.choices.map((choice) => choice.value).filter((value) => chosen.has(value)));
}

function focusTrigger({ key }: ListOfChoices): void {
  document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

function onKey(open: Open, event: KeyboardEvent): void {
  const moved = moveBy(event.key, open.at, open.options.length) ?? findByLetter(open, event.key);
  if (moved === null && event.key !== ' ' && event.key !== 'Enter') return;
  event.preventDefault();
  if (moved === null) {
    choose(open, open.at);
    return;
  }
  open.at = moved;
  draw(open);
}

function findByLetter({ at, list }: Open, key: string): number | null {
  if (key.length !== 1 || key === ' ') return null;
  const isMatch = ({ label }: Choice) => label.toLowerCase().startsWith(key.toLowerCase());
  const after = list.choices.findIndex((choice, index) => index > at && isMatch(choice));
  const found = after >= 0 ? after : list.choices.findIndex(isMatch);
  return found >= 0 ? found : null;
}

function showOption(choice: Choice, hasBox: boolean): HTMLElement {
  const { label, description } = choice;
  const texts = h(
    'span',
    { class: 'option-texts' },
    h('span', { class: 'option-label', text: label }),
    description === '' ? null : h('span', { class: 'option-description', text: description }),
  );
  const tick = h('span', { class: hasBox ? 'tick box' : 'tick' }, icon('check'));
  return h('li', { role: 'option', id: uniqueId('option'), class: 'option' }, texts, tick);
}
