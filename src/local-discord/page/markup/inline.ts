// Inline markdown as Discord reads it: emphasis, code, links, spoilers, mentions, timestamps. Pure.
import type { Inline } from './tree.ts';

type Rule = { pattern: RegExp; build(match: RegExpExecArray): Inline | null };

const group = (match: RegExpExecArray, index = 1) => match[index] ?? '';
const nest = (kind: 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler', pattern: RegExp): Rule => ({
  pattern,
  build: (match) => ({ kind, children: parseInline(group(match)) }),
});

/** Tried in this order at every position; all patterns are sticky. */
const RULES: Rule[] = [
  { pattern: /\n/y, build: () => ({ kind: 'break' }) },
  { pattern: /\\([^A-Za-z0-9\s])/y, build: (match) => ({ kind: 'text', text: group(match) }) },
  {
    pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y,
    build: (match) => ({ kind: 'code', text: group(match, 2).replace(/^ (.*`) $/, '$1') }),
  },
  {
    pattern: /<t:(-?\d{1,17})(?::([tTdDfFRsS]))?>/y,
    build: (match) => ({ kind: 'time', seconds: Number(group(match)), style: match[2] ?? 'f' }),
  },
  { pattern: /<@!?(\d+)>/y, build: (match) => ({ kind: 'user', id: group(match) }) },
  { pattern: /<@&(\d+)>/y, build: (match) => ({ kind: 'role', id: group(match) }) },
  { pattern: /<#(\d+)>/y, build: (match) => ({ kind: 'channel', id: group(match) }) },
  { pattern: /<\/([^:>\n]{1,98}):\d+>/y, build: (match) => ({ kind: 'command', name: group(match) }) },
  { pattern: /<a?:(\w+):\d+>/y, build: (match) => ({ kind: 'emoji', name: group(match) }) },
  { pattern: /@(?:everyone|here)\b/y, build: (match) => ({ kind: 'everyone', text: match[0] }) },
  {
    pattern:
      /\[((?:\\.|[^[\]\\]|\[[^[\]]*\])+)\]\(\s*<?(https?:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+["'][^\n]*?["'])?\s*\)/y,
    build: (match) => link(group(match, 2), parseInline(group(match))),
  },
  { pattern: /<(https?:\/\/[^\s<>]+)>/y, build: (match) => plainLink(group(match)) },
  { pattern: /https?:\/\/[^\s<]+[^\s<.,:;"'\])*_~|]/y, build: (match) => plainLink(match[0]) },
  nest('strong', /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y),
  nest('underline', /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y),
  nest('emphasis', /\*(?!\s)((?:\*\*(?:\\[\s\S]|[^\\])+?\*\*|\\[\s\S]|[^\\*])+?)(?<!\s)\*(?!\*)/y),
  // Not inside a word: snake_case_names stay as they are.
  nest('emphasis', /(?<!\w)_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/y),
  nest('strike', /~~((?:\\[\s\S]|[^\\])+?)~~/y),
  nest('spoiler', /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y),
];

/** Up to the next character with which one of the rules may begin. */
const PLAIN = /[\s\S][^\\\n`<@[h*_~|]*/y;

export function parseInline(text: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  while (at < text.length) {
    const { node, length } = readOne(text, at);
    const before = found.at(-1);
    if (node.kind === 'text' && before?.kind === 'text') before.text += node.text;
    else found.push(node);
    at += length;
  }
  return found;
}

function readOne(text: string, at: number): { node: Inline; length: number } {
  for (const { pattern, build } of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const node = match && build(match);
    if (node) return { node, length: match[0].length };
  }
  PLAIN.lastIndex = at;
  const plain = PLAIN.exec(text)?.[0] ?? text.slice(at);
  return { node: { kind: 'text', text: plain }, length: plain.length };
}

function plainLink(url: string): Inline | null {
  return link(url, [{ kind: 'text', text: url }]);
}

/** Only web addresses become links; anything else stays text. */
function link(url: string, children: Inline[]): Inline | null {
  if (!URL.canParse(url)) return null;
  const { href, protocol } = new URL(url);
  return ['http:', 'https:'].includes(protocol) ? { kind: 'link', url: href, children } : null;
}
