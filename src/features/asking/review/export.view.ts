// The file of a member's cards.
import { card, fileLine, type Message, text } from '#bot/card.ts';
import type { Words } from '#words/words.ts';

/** `file` is null where there are no cards. */
export function showExport(
  { review }: Words,
  { cards, file }: { cards: number; file: { name: string; data: Uint8Array } | null },
): Message {
  if (!file) return card(null, [text(review.exportEmpty)]);
  const shown = card(null, [text(`### ${review.exported}`, review.exportHow(cards)), fileLine(file.name)]);
  return { ...shown, files: [file] };
}
