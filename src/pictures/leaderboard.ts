// A page of a leaderboard: rank, name, and a bar as long as the best one's share.
import type { Words } from '#words/words.ts';
import { frame } from './frame.ts';
import { bar, label, type Node, row, type Tone } from './node.ts';
import type { Picture } from './picture.ts';

export type LeaderboardFigures = {
  title: string;
  /** Window and domain. */
  scope: string;
  accent: Tone;
  rows: readonly BoardRow[];
};

type BoardRow = {
  rank: number;
  name: string;
  isOwn: boolean;
  /** Of the best, 0–1. */
  share: number;
  worth: string;
  /** What else they are worth: drawn short, "🔥 12", and told in words, "12 days in a row". */
  beside: readonly { short: string; whole: string }[];
};

export function drawLeaderboard(words: Words, { title, scope, accent, rows }: LeaderboardFigures): Picture {
  const lines = rows.map(({ rank, name, worth, beside }) =>
    words.pictures.boardRow(rank, name, [worth, ...beside.map(({ whole }) => whole)].join(' · ')),
  );
  return {
    name: 'leaderboard',
    alt: words.pictures.board(title, scope, lines),
    root: frame(
      { title, below: scope, accent },
      rows.map((one) => drawRow(words, one, accent)),
    ),
  };
}

const medals: Readonly<Record<number, string>> = { 1: '🥇', 2: '🥈', 3: '🥉' };

function drawRow({ forms }: Words, one: BoardRow, accent: Tone): Node {
  const { rank, name, isOwn, share, worth, beside } = one;
  return row({ gap: 8, pad: [5, 8], radius: 8, ...(isOwn ? { fill: 'card' } : {}) }, [
    row({ width: 20 }, [rank in medals && label(medals[rank] ?? '', { size: 15 })]),
    label(forms.number(rank), { width: rank > 99 ? 40 : 22, weight: 700, align: 'end' }),
    label(name, { grow: true, size: 15, weight: isOwn ? 700 : 400 }),
    ...beside.map(({ short }) => label(short, { size: 12, tone: 'faint' })),
    bar({ share, tone: accent, width: 72 }),
    label(worth, { width: 84, weight: 600, align: 'end' }),
  ]);
}
