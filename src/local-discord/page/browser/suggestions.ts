// The list above the composer: commands, options, choices. The input keeps the focus; arrows move through the list.
import { h, uniqueId } from './dom.ts';
import { moveBy } from './popup.ts';

type Suggestion = { label: string; detail?: string; lang?: string | null; pick(): void };

export type Suggestions = {
  element: HTMLElement;
  show(
    input: HTMLElement,
    list: { title: string; items: Suggestion[]; isFirstActive: boolean; empty?: string },
  ): void;
  hide(): void;
  /** True when the key was meant for the list. */
  key(event: KeyboardEvent): boolean;
};

export function createSuggestions(): Suggestions {
  const id = uniqueId('suggestions');
  const title = h('div', { class: 'suggestions-title', id: `${id}-title` });
  const box = h('ul', { role: 'listbox', id, 'aria-labelledby': `${id}-title` });
  const element = h('div', { class: 'suggestions', hidden: true }, title, box);
  let input: HTMLElement | null = null;
  let items: Suggestion[] = [];
  let at = -1;

  const draw = () => {
    for (const [index, option] of [...box.children].entries()) {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) option.scrollIntoView({ block: 'nearest' });
    }
    const active = box.children[at];
    if (active) input?.setAttribute('aria-activedescendant', active.id);
    else input?.removeAttribute('aria-activedescendant');
  };
  const hide = () => {
    element.hidden = true;
    items = [];
    at = -1;
    input?.setAttribute('aria-expanded', 'false');
    input?.removeAttribute('aria-activedescendant');
  };

  return {
    element,
    hide,
    show(owner, list) {
      if (input !== owner) hide();
      input = owner;
      ({ items } = list);
      at = list.isFirstActive && items.length > 0 ? 0 : -1;
      title.textContent = items.length === 0 ? (list.empty ?? '') : list.title;
      element.hidden = title.textContent === '';
      box.replaceChildren(...items.map((item) => showItem(item)));
      owner.setAttribute('aria-controls', id);
      owner.setAttribute('aria-expanded', String(items.length > 0));
      draw();
    },
    key(event) {
      if (element.hidden || items.length === 0) return false;
      const moved = ['Home', 'End'].includes(event.key) ? null : moveBy(event.key, at, items.length);
      if (moved !== null) {
        at = moved;
        draw();
        return true;
      }
      const item = items[at];
      const isTaken =
        item !== undefined && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey));
      if (isTaken) item.pick();
      return isTaken;
    },
  };
}

function showItem(item: Suggestion): HTMLElement {
  const option = h(
    'li',
    { role: 'option', id: uniqueId('suggestion'), class: 'suggestion', lang: item.lang },
    h('span', { class: 'suggestion-label', text: item.label }),
    item.detail ? h('span', { class: 'suggestion-detail', text: item.detail }) : null,
  );
  // Before the input loses the focus to this click.
  option.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    item.pick();
  });
  return option;
}
