// XML that strangers made, as a plain tree. Entities of its own are refused, and so is what nests without end.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeEntities, escapeXml } from './entities.ts';
import { broken, UnreadableFile } from './item.ts';

/** An element with its attributes and children in their order, or a text. */
export type Node = Element | string;
export type Element = { name: string; attributes: Readonly<Record<string, string>>; children: Node[] };

const MAX_DEPTH = 60;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Ours decodes the five of XML and those of HTML, each once; nothing that the file defines.
  processEntities: false,
  cdataPropName: '#cdata',
  commentPropName: '#comment',
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** The root element. Names lose their prefixes: `imsqti:item` is `item`. */
export function parseXml(text: string): Element {
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) throw new UnreadableFile({ kind: 'hostile' });
  if (deepest(text) > MAX_DEPTH) throw new UnreadableFile({ kind: 'hostile' });
  const valid = XMLValidator.validate(text, { allowBooleanAttributes: true });
  if (valid !== true) throw broken(valid.err.msg, valid.err.line);
  const roots = convert(parse(text)).filter((node) => typeof node !== 'string');
  const [root] = roots;
  if (!root) throw broken('there is no element in it');
  return root;
}

function parse(text: string): Raw[] {
  try {
    // safe: what preserveOrder makes is an array of such objects
    return parser.parse(text) as Raw[];
  } catch (error) {
    throw broken(error instanceof Error ? error.message : 'not XML');
  }
}

/** Counted roughly, before anything recurses: every opening tag that is not closed yet. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of text.matchAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\/?[a-z_][^<>]*>/gi)) {
    if (tag.startsWith('<!') || tag.endsWith('/>')) continue;
    depth += tag.startsWith('</') ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
}

type Raw = Record<string, unknown>;

function convert(raw: readonly Raw[]): Node[] {
  return raw.flatMap((each): Node[] => {
    const [name] = Object.keys(each).filter((key) => key !== ':@');
    if (name === undefined || name === '#comment') return [];
    const value = each[name];
    if (name === '#text') return [decodeEntities(String(value))];
    // safe: every other value is a list of children
    const children = value as Raw[];
    if (name === '#cdata') return [children.map((child) => String(child['#text'] ?? '')).join('')];
    return [
      {
        name: withoutPrefix(name),
        attributes: attributesOf(each[':@']),
        children: convert(children),
      },
    ];
  });
}

function attributesOf(raw: unknown): Record<string, string> {
  const entries = Object.entries((raw as Raw | undefined) ?? {});
  return Object.fromEntries(
    entries.map(([name, value]) => [withoutPrefix(name), decodeEntities(String(value))]),
  );
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function childrenNamed(element: Element, name: string): Element[] {
  return element.children.filter(
    (child): child is Element => typeof child !== 'string' && child.name === name,
  );
}

export function childNamed(element: Element | undefined, name: string): Element | undefined {
  return element && childrenNamed(element, name)[0];
}

/** All of that name, at any depth, in their order. */
export function allNamed(element: Element, ...names: string[]): Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return [...(names.includes(child.name) ? [child] : []), ...allNamed(child, ...names)];
  });
}

export function textOf(node: Node | undefined): string {
  if (node === undefined) return '';
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** An element as text again, for what holds HTML. */
export function serialize(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapeXml(node);
      const attributes = Object.entries(node.attributes).map(
        ([name, value]) => ` ${name}="${escapeXml(value)}"`,
      );
      return `<${node.name}${attributes.join('')}>${serialize(node.children)}</${node.name}>`;
    })
    .join('');
}

/** For writing: an element with text or elements that are written already. */
export function xml(name: string, attributes: Record<string, string | number>, ...inner: string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return inner.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${inner.join('')}</${name}>`;
}

export { escapeXml };
