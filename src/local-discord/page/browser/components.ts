// Message components as elements: containers, sections, texts, galleries, buttons. Menus are in menu.ts.
import { COMPONENT, isSelect } from '../../components.ts';
import { asNumber, asObject, asObjects, asText, type Json } from '../../json.ts';
import { addingBy } from './adding.ts';
import { colorOf, h, icon } from './dom.ts';
import { showMarkup } from './markup.ts';
import { hideBehindSpoiler, showFile, showPicture } from './media.ts';
import { showMenu } from './menu.ts';
import type { Page } from './message.ts';
import { linesOf } from './names.ts';
import type { Message } from './types.ts';

/** How much of a message names its rows of buttons. */
const NAMED = 80;

/** What every renderer needs, and the message it is part of. */
export type Drawing = Page & { message: Message };

type Renderer = (drawing: Drawing, component: Json) => HTMLElement;

const RENDERERS = new Map<number, Renderer>([
  [COMPONENT.row, showRow],
  [COMPONENT.button, showButton],
  [COMPONENT.section, showSection],
  [COMPONENT.textDisplay, ({ session }, component) => showMarkup(session, asText(component.content))],
  [COMPONENT.thumbnail, (_, component) => showPicture(component, 'thumbnail')],
  [COMPONENT.gallery, showGallery],
  [COMPONENT.file, (_, component) => showFile(component)],
  [COMPONENT.separator, showSeparator],
  [COMPONENT.container, showContainer],
]);

export function showComponent(drawing: Drawing, component: Json): HTMLElement {
  if (isSelect(component)) return showMenu(drawing, component);
  const render = RENDERERS.get(asNumber(component.type));
  return render
    ? render(drawing, component)
    : h('p', {
        class: 'unknown',
        text: `(A component of type ${String(component.type)}, which this page does not draw.)`,
      });
}

function showAll(drawing: Drawing, components: unknown): HTMLElement[] {
  return asObjects(components).map((each) => showComponent(drawing, each));
}

function showContainer(drawing: Drawing, component: Json): HTMLElement {
  const box = h('div', { class: 'container' }, ...showAll(drawing, component.components));
  const color = colorOf(component.accent_color);
  if (color) box.style.setProperty('--accent', color);
  return component.spoiler === true ? hideBehindSpoiler(box) : box;
}

function showRow(drawing: Drawing, component: Json): HTMLElement {
  // Which message its buttons belong to: "A" alone would not tell whoever comes to it by Tab.
  const [label = ''] = linesOf(drawing.message);
  const group = label === '' ? {} : { role: 'group', 'aria-label': label.slice(0, NAMED) };
  return h('div', { class: 'row', ...group }, ...showAll(drawing, component.components));
}

function showSection(drawing: Drawing, component: Json): HTMLElement {
  // "Change" says what it changes by the text beside it.
  const [label = ''] = linesOf({ content: '', components: asObjects(component.components) });
  return h(
    'div',
    { class: 'section', role: 'group', 'aria-label': label.slice(0, NAMED) },
    h('div', { class: 'section-texts' }, ...showAll(drawing, component.components)),
    ...showAll(drawing, [component.accessory]),
  );
}

function showGallery(_: Drawing, component: Json): HTMLElement {
  const items = asObjects(component.items);
  const pictures = items.map((item) => showPicture(item, 'gallery-item'));
  return h('div', { class: `gallery gallery-${Math.min(items.length, 3)}` }, ...pictures);
}

function showSeparator(_: Drawing, component: Json): HTMLElement {
  const isWide = component.spacing === 2 ? ' wide' : '';
  return component.divider === false
    ? h('div', { class: `gap${isWide}` })
    : h('hr', { class: `divider${isWide}` });
}

const LINK_STYLE = 5;
const LOOKS: Record<number, string> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'secondary',
  6: 'primary',
};

function showButton(drawing: Drawing, component: Json): HTMLElement {
  const { interacting, message } = drawing;
  const style = asNumber(component.style, 2);
  const look = `button ${LOOKS[style] ?? 'secondary'}`;
  const label = asText(component.label);
  const emoji = asObject(component.emoji);
  const symbol = asText(emoji.name);
  const face = [
    symbol === '' ? null : h('span', { class: 'button-emoji', text: emoji.id ? `:${symbol}:` : symbol }),
    label === '' ? null : h('span', { text: label }),
  ];
  if (style === LINK_STYLE) return showLinkButton(drawing, asText(component.url), { look, face });
  const customId = asText(component.custom_id);
  const key = interacting.keyOf(message, customId);
  const isPending = interacting.pending.has(key);
  return h(
    'button',
    {
      type: 'button',
      class: isPending ? `${look} pending` : look,
      'data-key': key,
      'aria-busy': isPending ? 'true' : null,
      disabled: component.disabled === true,
      onClick: () => void interacting.press(message, customId),
    },
    ...face,
  );
}

type Look = { look: string; face: (HTMLElement | null)[] };

function showLinkButton({ message, say, session }: Drawing, url: string, { look, face }: Look): HTMLElement {
  const add = addingBy(session, url, say);
  if (add) {
    const key = `${message.id}:${url}`;
    const button = h('button', { type: 'button', class: look, 'data-key': key }, ...face);
    button.addEventListener('click', () => add(button));
    return button;
  }
  const attributes = { class: `${look} link`, href: url, target: '_blank', rel: 'noopener noreferrer' };
  const isSafe = /^https?:\/\//.test(url);
  if (!isSafe) return h('span', { class: look }, ...face);
  const hint = h('span', { class: 'visually-hidden', lang: 'en', text: '(opens in a new tab)' });
  return h('a', attributes, ...face, icon('link'), hint);
}
