// The figures of the real lessons, as they are drawn.
import { describe, expect, it } from 'vitest';
import { createDrawer } from '#pictures/drawer.ts';
import { drawFigure } from '#pictures/figure.ts';
import { loadBank } from '../support/bank.ts';
import { readPng } from '../support/png.ts';

const figures = [...(await loadBank()).values()].flatMap(({ lessons }) =>
  [...lessons.values()].flatMap(({ figure }) => figure ?? []),
);
const draw = createDrawer();

describe('a lesson’s figure', () => {
  it('is there in many lessons', () => {
    expect(figures.length).toBeGreaterThan(10);
  });

  it.each(figures)('is drawn, as wide as a phone and not too large: $title', async (figure) => {
    const { alt, root } = drawFigure(figure);
    const png = await draw({ root, theme: 'dark' });
    expect(png.byteLength).toBeLessThan(60 * 1024);
    expect(readPng(png).width).toBe(900);
    expect(alt).toBe(figure.alt);
  });
});
