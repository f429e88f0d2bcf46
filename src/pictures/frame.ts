// What every picture has in common: margins, a title with a line below it, headings.
import { column, label, type Node, row, type Tone, WIDTH } from './node.ts';

const MARGIN = 16;
/** Between the margins. */
export const INSIDE = WIDTH - 2 * MARGIN;

type Frame = { title: string; below: string; accent?: Tone };

export function frame(
  { title, below, accent = 'accent' }: Frame,
  parts: readonly (Node | null | false)[],
): Node {
  return column({ pad: [MARGIN, MARGIN], gap: 12 }, [
    row({ gap: 10 }, [
      column({ width: 4, height: 38, fill: accent, radius: 2 }, []),
      column({ grow: true }, [
        label(title, { size: 18, weight: 700 }),
        below === '' ? null : label(below, { size: 13, tone: 'faint' }),
      ]),
    ]),
    ...parts,
  ]);
}

export function heading(text: string, beside = ''): Node {
  return row({ gap: 8 }, [
    label(text, { size: 13, weight: 600, tone: 'faint', grow: true }),
    beside === '' ? null : label(beside, { size: 13, tone: 'faint' }),
  ]);
}

/** A name, what it comes to, and a bar below both. */
export function measured(name: string, worth: string, below: Node): Node {
  return column({ gap: 5 }, [
    row({ gap: 8 }, [label(name, { grow: true }), label(worth, { weight: 600 })]),
    below,
  ]);
}
