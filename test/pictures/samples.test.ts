// What every kind of picture promises: its figures in words for those who do not see it, in every language and theme.
import { describe, expect, it } from 'vitest';
import { showPicture } from '#bot/card.ts';
import { drawFigure } from '#pictures/figure.ts';
import { layOutGraph } from '#pictures/graph-layout.ts';
import { drawLeaderboard } from '#pictures/leaderboard.ts';
import { type Node, WIDTH } from '#pictures/node.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { board, names, samples } from './samples.ts';

const words = wordsOf('en');

/** Every text that a picture shows. */
function textsOf(node: Node): string[] {
  switch (node.kind) {
    case 'text':
      return [node.text];
    case 'box':
    case 'grid':
      return node.children.flatMap(textsOf);
    case 'graph':
      return node.nodes.map(({ label }) => label);
    default:
      return [];
  }
}

describe('the alt text', () => {
  it.each(Object.entries(samples()))('of a picture (%s) fits Discord', (_, picture) => {
    const part = JSON.stringify(showPicture(picture));
    expect(picture.alt.length).toBeGreaterThan(40);
    expect(picture.alt.length).toBeLessThanOrEqual(1024);
    expect(part).toContain(`attachment://${picture.name}.png`);
  });

  it('of a leaderboard names everybody with what they have', () => {
    const { alt } = drawLeaderboard(words, board());
    for (const name of Object.values(names)) expect(alt).toContain(name);
    expect(alt).toContain('1. さくら: 1,200 points · 12 days in a row; 2. 王小明: 1,113 points');
  });

  it.each(['progress', 'exam result'])('of %s has every figure that is drawn', (kind) => {
    const picture = samples()[kind];
    const shown = picture ? textsOf(picture.root) : [];
    const figures = shown.flatMap((text) => text.match(/\d+%|\d+ of \d+|\d+\/\d+/g) ?? []);
    expect(figures.length).toBeGreaterThan(4);
    for (const figure of figures) expect(picture?.alt).toContain(figure);
  });

  it.each(listLanguages())('is in $name where that is spoken', ({ code }) => {
    const { alt } = drawLeaderboard(wordsOf(code), board(['Ada']));
    expect(alt).toMatch(/1\D{1,3}Ada/);
  });
});

describe('a figure', () => {
  it('of as many boxes side by side as a lesson may have is no wider than a phone', () => {
    const ids = Array.from({ length: 15 }, (_, index) => `n${index}`);
    const nodes = ['from', ...ids].map((id) => ({ id, label: `A box with a long label, number ${id}` }));
    const { width, nodes: placed } = layOutGraph({
      kind: 'graph',
      nodes,
      edges: ids.map((to) => ({ from: 'from', to, label: 'and a label of its own' })),
    });
    expect(width).toBeLessThanOrEqual(WIDTH);
    for (const { x, width: wide } of placed) expect(x + wide).toBeLessThanOrEqual(width + 1);
  });

  it('says what its lesson says of it', () => {
    const { alt } = drawFigure({
      kind: 'rows',
      title: 'Errors',
      alt: 'Two codes.',
      rows: [['Code', 'Cause']],
    });
    expect(alt).toBe('Two codes.');
  });
});
