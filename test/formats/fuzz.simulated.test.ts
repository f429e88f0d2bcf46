// Five thousand broken files: each is read or refused, and nothing else happens.
import { describe, expect, it } from 'vitest';
import { readBank, writeBank } from '#formats/formats.ts';
import type { Bank, FormatId, Item, Read } from '#formats/item.ts';
import { formatList } from '#formats/list.ts';
import { seededRandom } from '../support/pack.ts';

const FILES = 5_000;
const PIECES = [
  '<![CDATA[',
  ']]>',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '<!DOCTYPE a [',
  '"',
  "'",
  '{',
  '}',
  '\\',
  '~',
  '=',
  '####',
  '%50%',
  '\0',
  '\ufeff',
  '::',
  '//',
  '\n\n',
  '```',
  '<pre>',
  'ANSWER:',
  '*a',
  '&a',
  '- ',
  '\u{1f600}',
  '\ud800',
  '99999999999',
  '-1',
  'NaN',
  '=cmd|x',
  '__proto__',
  'constructor',
];

const bank: Bank = {
  name: 'Knots & "lights"',
  items: Array.from({ length: 4 }, (_, index) => ({
    key: `k-${index}`,
    stem: `Which ${index}? \`code\`\n\`\`\`yaml\na: {b: <c>}\n\`\`\`\nChoose.`,
    options: ['One', 'Two: ~=#', 'Three {3}', 'Four'].map((text, option) => ({
      text,
      correct: option <= index % 2,
      why: `Since ${option}.`,
    })),
    difficulty: 2,
    domain: 'A/B',
    takeaway: 'Remember.',
    references: ['https://example.com/a?b=c&d=e'],
  })),
};

function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * bytes.length);
  const kind = Math.floor(random() * 6);
  if (kind === 0) return bytes.slice(0, at());
  if (kind === 1) return bytes.slice(at());
  if (kind === 2) {
    const [from, to] = [at(), at()].toSorted((a, b) => a - b);
    return Uint8Array.from([...bytes.slice(0, to), ...bytes.slice(from ?? 0)]);
  }
  if (kind === 3) return bytes.map((byte) => (random() < 0.01 ? Math.floor(random() * 256) : byte));
  if (kind === 4)
    return bytes.map((byte, index) => (index === at() ? byte ^ (1 << Math.floor(random() * 8)) : byte));
  const piece = new TextEncoder().encode(PIECES[Math.floor(random() * PIECES.length)]);
  const where = at();
  return Uint8Array.from([...bytes.slice(0, where), ...piece, ...bytes.slice(where)]);
}

function itemsOf(read: Read): Item[] {
  return read.kind === 'read' ? read.items.map(({ item }) => item) : [];
}

function isQuestion({ stem, options }: Item): boolean {
  const all = [stem, ...options.flatMap(({ text, why }) => [text, why])];
  return options.some(({ correct }) => correct) && all.every((text) => typeof text === 'string');
}

describe('broken files', () => {
  it.each(formatList.map(({ id, extension }) => [id, extension] as const))(
    'of %s end in questions or in a refusal',
    async (id: FormatId, extension) => {
      const random = seededRandom(7);
      const { bytes } = await writeBank(id, bank);
      const kinds = new Set<string>();
      const here = Math.ceil(FILES / formatList.length);
      for (let count = 0; count < here; count += 1) {
        let file = damage(bytes, random);
        if (random() < 0.5 && file.length > 1) file = damage(file, random);
        const read = await readBank({
          name: `x.${extension}`,
          bytes: file,
          format: random() < 0.7 ? id : null,
        });
        kinds.add(read.kind);
        expect(itemsOf(read).filter((item) => !isQuestion(item))).toEqual([]);
      }
      expect(kinds).toEqual(new Set(['read', 'unreadable']));
    },
  );
});
