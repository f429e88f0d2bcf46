// The picture of a board: the same page as its lines, with the names that the server knows its members by.
import { drawLeaderboard } from '#pictures/leaderboard.ts';
import type { Tone } from '#pictures/node.ts';
import type { Picture } from '#pictures/picture.ts';
import type { Board, Entry } from './board.rules.ts';
import { besidesOf, domainOf, nameNobody, type Page } from './measure.view.ts';
import { accuracyOf } from './rules.ts';

/** Null where there is nobody to be shown, or somebody whose name Discord has not said: a text can mention them. */
export function pictureOf(page: Page): Picture | null {
  const { words, board, said } = page;
  const rows = board.rows.map((row) => ({ row, name: nameOf(page, row) }));
  const named = rows.flatMap(({ row, name }) => (name === null ? [] : { row, name }));
  if (rows.length === 0 || named.length < rows.length) return null;
  const domain = domainOf(board);
  const best = Math.max(...board.rows.map((row) => worthOf(board, row)), 1);
  return drawLeaderboard(words, {
    title: words.leaderboard.title(said.title),
    scope: said.inPicture,
    // safe: the loader admits colours in this form alone
    accent: domain ? (domain.color as Tone) : 'accent',
    rows: named.map(({ row, name }) => ({
      rank: row.rank,
      name,
      isOwn: row.memberId === board.callerId,
      share: worthOf(board, row) / best,
      worth: said.short(row),
      beside: besidesOf(page, row),
    })),
  });
}

function nameOf({ words, board }: Page, row: Entry): string | null {
  return row.visibility === 'visible'
    ? (board.names.get(row.memberId) ?? null)
    : nameNobody(words, board, row);
}

function worthOf({ metric }: Board, row: Entry): number {
  if (metric === 'points') return row.points;
  return metric === 'accuracy' ? accuracyOf(row) : row.worth;
}
