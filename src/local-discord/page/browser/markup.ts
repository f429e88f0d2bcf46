// Parsed markdown as elements. Names of members, channels and roles come from the session.
import { parseMarkup } from '../markup/blocks.ts';
import { parseInline } from '../markup/inline.ts';
import type { Block, Inline, ListItem } from '../markup/tree.ts';
import { h } from './dom.ts';
import { placeName, userName } from './names.ts';
import type { Session } from './session.ts';
import { formatInstant, formatRelative } from './times.ts';

export function showMarkup(session: Session, text: string): HTMLElement {
  return h('div', { class: 'markup' }, ...parseMarkup(text).map((block) => showBlock(session, block)));
}

/** For places that take no blocks, such as the title of an embed. */
export function showInline(session: Session, text: string): HTMLElement {
  return h('span', { class: 'markup' }, ...parseInline(text).map((node) => showNode(session, node)));
}

/** The page's own headings: its open channel, and what stands around it. */
const PAGE_LEVELS = 2;

/** Puts the headings of a message below the page's own and skips none, whatever look the bot chose for each. */
export function outline(message: HTMLElement): void {
  const headings = [...message.querySelectorAll('[role="heading"]')];
  const looks = headings.map((each) => Number(each.ariaLevel));
  const used = [...new Set(looks)].sort((a, b) => a - b);
  let before = PAGE_LEVELS;
  for (const [index, heading] of headings.entries()) {
    const wanted = PAGE_LEVELS + 1 + used.indexOf(looks[index] ?? 0);
    before = Math.min(wanted, before + 1);
    heading.ariaLevel = String(before);
  }
}

function showBlock(session: Session, block: Block): HTMLElement {
  const nodes = (children: Inline[]) => children.map((node) => showNode(session, node));
  switch (block.kind) {
    case 'paragraph':
      return h('div', { class: 'paragraph' }, ...nodes(block.children));
    case 'small':
      return h('div', { class: 'small' }, ...nodes(block.children));
    case 'heading':
      // Its place in the outline of the page is given by outline() below.
      return h(
        'div',
        { class: `heading-${block.level}`, role: 'heading', 'aria-level': block.level + PAGE_LEVELS },
        ...nodes(block.children),
      );
    case 'code':
      return h('pre', { tabindex: '0', 'aria-label': 'Code' }, h('code', { text: block.text }));
    case 'quote':
      return h('blockquote', {}, ...block.blocks.map((each) => showBlock(session, each)));
    case 'list':
      return showList(session, block);
  }
}

function showList(
  session: Session,
  { start, items }: { start: number | null; items: ListItem[] },
): HTMLElement {
  const rows = items.map(({ children, nested }) =>
    h(
      'li',
      {},
      ...children.map((node) => showNode(session, node)),
      ...nested.map((block) => showBlock(session, block)),
    ),
  );
  return start === null ? h('ul', {}, ...rows) : h('ol', { start }, ...rows);
}

const TAGS = { strong: 'strong', emphasis: 'em', underline: 'u', strike: 's' } as const;

function showNode(session: Session, node: Inline): Node {
  switch (node.kind) {
    case 'text':
      return document.createTextNode(node.text);
    case 'break':
      return h('br');
    case 'strong':
    case 'emphasis':
    case 'underline':
    case 'strike':
      return h(TAGS[node.kind], {}, ...node.children.map((child) => showNode(session, child)));
    case 'spoiler':
      return showSpoiler(node.children.map((child) => showNode(session, child)));
    case 'code':
      return h('code', { text: node.text });
    case 'link':
      return showLink(
        node.url,
        node.children.map((child) => showNode(session, child)),
      );
    case 'time':
      return showTime(session, node.seconds, node.style);
    default:
      return showMention(session, node);
  }
}

type Mention = Extract<Inline, { kind: 'user' | 'role' | 'channel' | 'everyone' | 'command' | 'emoji' }>;

function showMention(session: Session, node: Mention): Node {
  switch (node.kind) {
    case 'user':
      return h('span', { class: 'mention', text: `@${userName(session, node.id)}` });
    case 'role': {
      const role = session
        .view()
        .guilds.flatMap((guild) => guild.roles)
        .find((each) => each.id === node.id);
      return h('span', { class: 'mention', text: `@${role?.name.replace(/^@/, '') ?? 'unknown role'}` });
    }
    case 'channel':
      return h('button', {
        type: 'button',
        class: 'mention',
        text: `#${placeName(session, node.id)}`,
        onClick: () => {
          if (session.view().channels.some((each) => each.id === node.id)) void session.openChannel(node.id);
        },
      });
    case 'everyone':
      return h('span', { class: 'mention', text: node.text });
    case 'command':
      return h('button', {
        type: 'button',
        class: 'mention',
        text: `/${node.name}`,
        onClick: () => session.suggest(`/${node.name}`),
      });
    case 'emoji':
      return document.createTextNode(`:${node.name}:`);
  }
}

function showSpoiler(children: Node[]): HTMLElement {
  const inner = h('span', { class: 'spoiler-inner', 'aria-hidden': 'true' }, ...children);
  const spoiler = h('button', { type: 'button', class: 'spoiler', 'aria-expanded': 'false' }, inner);
  spoiler.setAttribute('aria-label', 'Spoiler: press to show');
  spoiler.addEventListener('click', () => {
    // Afterwards it is text like any other.
    const shown = h('span', { class: 'spoiler-shown', tabindex: '-1' }, ...inner.childNodes);
    spoiler.replaceWith(shown);
    shown.focus();
  });
  return spoiler;
}

/** Leaves the page only when somebody follows it. */
export function showLink(url: string, children: (Node | string)[]): HTMLElement {
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

function showTime(session: Session, seconds: number, style: string): Node {
  const at = seconds * 1000;
  const instant = new Date(at);
  // Discord shows what is no date as text.
  if (Number.isNaN(instant.getTime())) return document.createTextNode(`<t:${seconds}:${style}>`);
  const language = session.language();
  const text =
    style === 'R' ? formatRelative(language, at - session.now()) : formatInstant(language, at, style);
  return h('time', {
    class: 'stamp',
    datetime: instant.toISOString(),
    lang: language,
    title: formatInstant(language, at, 'F'),
    'data-relative': style === 'R' ? at : null,
    text,
  });
}

/** "in 5 minutes" has to move with the clock; only text that changed is written. */
export function refreshTimes(session: Session, root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('time[data-relative]')) {
    const text = formatRelative(session.language(), Number(element.dataset.relative) - session.now());
    if (element.textContent !== text) element.textContent = text;
  }
}
