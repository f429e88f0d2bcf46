// A lesson's figure: boxes joined by arrows, or rows of boxes. It brings its own words, in the language of the exam.
import { frame, INSIDE } from './frame.ts';
import { column, label, type Node, row } from './node.ts';
import type { Picture } from './picture.ts';

/** As content holds it. */
export type FigureData = { title: string; alt: string } & (
  | {
      kind: 'graph';
      nodes: readonly { id: string; label: string }[];
      edges: readonly { from: string; to: string; label?: string | undefined }[];
    }
  /** The first row is the header. */
  | { kind: 'rows'; rows: readonly (readonly string[])[] }
);

export function drawFigure(figure: FigureData): Picture {
  const body = figure.kind === 'graph' ? drawGraph(figure) : drawRows(figure.rows);
  const look = { title: figure.title, below: '', accent: 'cool' } as const;
  return { name: 'figure', alt: figure.alt, root: frame(look, [body]) };
}

function drawGraph({ nodes, edges }: Extract<FigureData, { kind: 'graph' }>): Node {
  const known = edges.map(({ from, to, label: said }) => ({ from, to, ...(said ? { label: said } : {}) }));
  return { kind: 'graph', nodes, edges: known };
}

const GAP = 6;
const PAD = 8;
/** Letters that a column has room for at least. */
const LEAST = 8;
const MOST_LINES = 4;

function drawRows(rows: readonly (readonly string[])[]): Node {
  const widths = columnWidths(rows);
  return column(
    { gap: GAP },
    rows.map((cells, index) =>
      // Stretched: the cells of a row are as high as the highest.
      row(
        { gap: GAP, align: 'stretch' },
        cells.map((cell, at) => drawCell(cell, index === 0, widths[at] ?? 0)),
      ),
    ),
  );
}

function drawCell(text: string, isHead: boolean, width: number): Node {
  return column({ width, pad: [6, PAD], radius: 6, justify: 'center', ...(isHead ? {} : { fill: 'card' }) }, [
    label(text, { size: 13, lines: MOST_LINES, weight: isHead ? 700 : 400, tone: isHead ? 'faint' : 'ink' }),
  ]);
}

/** By what the columns hold: half of their longest text, so that a long one takes two lines. */
function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const columns = rows[0]?.length ?? 0;
  const weights = Array.from({ length: columns }, (_, at) => {
    const longest = Math.max(...rows.map((cells) => cells[at]?.length ?? 0));
    return Math.max(LEAST, Math.min(longest, 24));
  });
  const room = INSIDE - (columns - 1) * GAP;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((room * weight) / total));
}
