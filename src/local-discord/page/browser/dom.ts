// Building elements without markup: text from messages only ever becomes text nodes.

type Child = Node | string | null | undefined | false;
type Handler = (event: Event) => void;
type Props = Record<string, string | number | boolean | Handler | null | undefined>;

/** Attributes by name; `onClick` and the like are listeners; `class` and `text` as one would expect. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(element, name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function setProp(element: HTMLElement, name: string, value: Props[string]): void {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), value);
  else if (name === 'text') element.textContent = String(value);
  else element.setAttribute(name, value === true ? '' : String(value));
}

/** A drawing from this page's own set, hidden from screen readers: the button around it has the name. */
export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  menu: 'M4 6h16M4 12h16M4 18h16',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 4v5l3.5 2',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  half: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 0v18M12 8h6M12 12h9M12 16h7',
  inspect: 'M8 8l-4 4 4 4M16 8l4 4-4 4M13.5 5l-3 14',
  close: 'M6 6l12 12M18 6L6 18',
  eye: 'M2 12s3.5-6.5 10-6.5S22 12 22 12s-3.5 6.5-10 6.5S2 12 2 12zm10-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  send: 'M3 11.5L21 3l-6.5 18-3-7.5zM11.5 13.5L21 3',
  forum: 'M3 5h12v8H8l-5 4zM9 17h7l5 4V10h-3',
  thread: 'M4 5h16v10H9l-5 4z',
  down: 'M6 9l6 6 6-6',
  link: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 2.6 3 15.4 0 18M12 3c-3 2.6-3 15.4 0 18',
  download: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M5 20h14',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  people:
    'M9 5a3.2 3.2 0 1 0 0 6.4A3.2 3.2 0 0 0 9 5zM2.5 19c0-3.6 2.8-5.6 6.5-5.6s6.5 2 6.5 5.6zM15.5 5.2a3 3 0 0 1 0 6M18 14c2.2.7 3.5 2.4 3.5 5',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5 11h14v10H5z',
} as const;

/** Gives the focus back to what has it now, even if that is drawn anew meanwhile; to writing when it is gone. */
export function rememberFocus(): () => void {
  const active = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const key = active?.dataset.key;
  return () => {
    const same =
      key === undefined ? active : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    const isThere = same?.isConnected === true && same !== document.body && !same.matches(':disabled');
    const next = isThere ? same : document.querySelector<HTMLElement>('.composer input');
    next?.focus({ preventScroll: true });
  };
}

let counter = 0;

export function uniqueId(prefix: string): string {
  counter += 1;
  return `${prefix}-${counter}`;
}

/** `#rrggbb` of Discord's number; null for its "no colour". */
export function colorOf(value: unknown): string | null {
  return typeof value === 'number' && value > 0 ? `#${value.toString(16).padStart(6, '0')}` : null;
}
