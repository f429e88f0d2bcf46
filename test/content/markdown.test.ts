// The Markdown of lessons as blocks, and as messages that Discord can show.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_CHARACTERS, chunkBlocks, showBlock } from '#content/chunk.ts';
import { type Block, parseBlocks } from '#content/markdown.ts';

describe('blocks', () => {
  it('join wrapped lines and know where they begin', () => {
    const text = '\n## One\nA line\nand another.\n\n- an item\n  that goes on\n- a second\n1. a third';
    expect(parseBlocks(text, 10)).toEqual([
      { kind: 'heading', level: 2, text: 'One', line: 11 },
      { kind: 'paragraph', text: 'A line and another.', line: 12 },
      { kind: 'list', items: ['- an item that goes on', '- a second', '1. a third'], line: 15 },
    ]);
  });

  it('keep code as it is, empty lines and signs included', () => {
    const code = '```json\n{\n\n# no heading\n}\n```';
    expect(parseBlocks(`${code}\nAfter it.`, 1)).toEqual([
      { kind: 'code', text: code, line: 1 },
      { kind: 'paragraph', text: 'After it.', line: 7 },
    ]);
  });

  it('read a table without its line of dashes', () => {
    expect(parseBlocks('Text:\n| a | b |\n|---|:-:|\n| c | `d` |', 1)).toEqual([
      { kind: 'paragraph', text: 'Text:', line: 1 },
      {
        kind: 'table',
        rows: [
          ['a', 'b'],
          ['c', '`d`'],
        ],
        line: 2,
      },
    ]);
  });

  it('leave nothing out, whatever people write', () => {
    const line = fc.constantFrom('', 'word', '- item', '  more', '| a | b |', '## Head', '```', '2. two');
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const blocks = parseBlocks(lines.join('\n'), 1);
        const shown = blocks.map((block) =>
          block.kind === 'table' ? block.rows.flat().join() : showBlock(block),
        );
        for (const word of ['word', 'item', 'more', 'Head', 'two'])
          expect(count(shown.join('\n'), word)).toBe(count(lines.join('\n'), word));
      }),
    );
  });
});

describe('a lesson in messages', () => {
  const table: Block = {
    kind: 'table',
    rows: [
      ['Need', 'Choose', 'Because'],
      ['**Long** work', 'A timeout', 'It hides'],
      ['x', 'y', 'z'],
    ],
    line: 1,
  };

  it('shows a table as a list, for Discord has none', () => {
    expect(showBlock(table)).toBe('- **Long work** → A timeout. It hides\n- **x** → y. z');
    expect(
      showBlock({
        ...table,
        rows: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      }),
    ).toBe('- **c** → d');
  });

  it('takes as few as the limit allows, cut between blocks', () => {
    const paragraph = (length: number): Block => ({ kind: 'paragraph', text: 'x'.repeat(length), line: 1 });
    expect(chunkBlocks([paragraph(4), paragraph(4), paragraph(4)], 10)).toEqual(['xxxx\n\nxxxx', 'xxxx']);
  });

  it('cuts a block that is longer than a message at a line or a space', () => {
    const long: Block = { kind: 'paragraph', text: 'one two three', line: 1 };
    expect(chunkBlocks([long], 8)).toEqual(['one two', 'three']);
    expect(chunkBlocks([{ kind: 'code', text: 'a b\nc d', line: 1 }], 6)).toEqual(['a b', 'c d']);
    expect(chunkBlocks([{ kind: 'paragraph', text: 'x'.repeat(7), line: 1 }], 3)).toEqual([
      'xxx',
      'xxx',
      'x',
    ]);
  });

  it('never passes the limit and loses no word', () => {
    const block = fc.array(fc.string({ minLength: 1, unit: 'grapheme-ascii' })).map((words): Block => {
      return { kind: 'paragraph', text: words.join(' ').trim(), line: 1 };
    });
    fc.assert(
      fc.property(fc.array(block), fc.integer({ min: 1, max: 60 }), (blocks, limit) => {
        const chunks = chunkBlocks(blocks, limit);
        expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= limit)).toBe(true);
        const letters = (texts: string[]) => texts.join('').replace(/\s/g, '');
        expect(letters(chunks)).toBe(letters(blocks.map(showBlock)));
      }),
    );
    expect(CHUNK_CHARACTERS).toBeLessThanOrEqual(2000);
  });
});

function count(text: string, word: string): number {
  return text.split(word).length - 1;
}
