// An estimated score on the exam's scale, with its range and the mark to be passed.
import type { Words } from '#words/words.ts';
import { bar, column, label, type Node, row } from './node.ts';

export type ScoreFigures = {
  score: number;
  /** The range that holds nine of ten. */
  low: number;
  high: number;
  pass: number;
  least: number;
  most: number;
};

/** `beside` stands at the right of the score: a chance, or a count. */
export function drawScore({ forms, pictures }: Words, figures: ScoreFigures, beside: string): Node {
  const { score, low, high, pass, least, most } = figures;
  const at = (value: number) => (value - least) / (most - least);
  return column({ gap: 10, pad: [10, 12], fill: 'card', radius: 8 }, [
    row({ gap: 10 }, [
      label(forms.number(score), { size: 30, weight: 700 }),
      column({ grow: true }, [
        label(pictures.range(low, high), { size: 13 }),
        label(pictures.passMark(pass), { size: 13, tone: 'cool' }),
      ]),
      label(beside, { size: 14, weight: 600, align: 'end' }),
    ]),
    bar({
      share: at(score),
      tone: score >= pass ? 'good' : 'weak',
      range: [at(low), at(high)],
      mark: at(pass),
      height: 12,
    }),
    row({ justify: 'between' }, [
      label(forms.number(least), { size: 11, tone: 'faint' }),
      label(forms.number(most), { size: 11, tone: 'faint' }),
    ]),
  ]);
}

export function scoreAlt({ pictures }: Words, figures: ScoreFigures): string {
  return pictures.score(figures);
}
