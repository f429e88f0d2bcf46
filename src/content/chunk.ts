// A part of a lesson as Markdown that Discord can show, in pieces that fit one message. Pure.
// Discord has no tables: their rows become list items.
import type { Block } from './markdown.ts';

/** Discord's limit for a message is 2,000; this leaves room for a heading and the number of the piece. */
export const CHUNK_CHARACTERS = 1900;

/** The blocks in order, in as few pieces as possible; a block is only cut when it alone is longer than `limit`. */
export function chunkBlocks(blocks: readonly Block[], limit = CHUNK_CHARACTERS): string[] {
  const chunks: string[] = [];
  for (const piece of blocks.flatMap((block) => cut(showBlock(block), limit))) {
    const last = chunks.at(-1);
    if (last !== undefined && last.length + 2 + piece.length <= limit) {
      chunks[chunks.length - 1] = `${last}\n\n${piece}`;
    } else chunks.push(piece);
  }
  return chunks;
}

/** One block as Discord shows it. */
export function showBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(block.level, 3))} ${block.text}`;
    case 'list':
      return block.items.join('\n');
    case 'table':
      return block.rows.slice(1).map(showRow).join('\n');
    case 'code':
    case 'paragraph':
      return block.text;
  }
}

function showRow([need = '', choice = '', reason = '']: readonly string[]): string {
  return `- **${need.replaceAll('**', '')}** → ${choice}${reason && `. ${reason}`}`;
}

/** Pieces of a text within the limit, cut at the last line or, failing that, the last space that fits. */
function cut(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const head = rest.slice(0, limit + 1);
    const end = [head.lastIndexOf('\n'), head.lastIndexOf(' ')].find((index) => index > 0) ?? limit;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}
