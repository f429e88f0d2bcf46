// Whether every picture can be read by whoever sees little contrast, or few colours: in both themes texts stand out from
// what they stand on by 4.5 : 1, bars and marks by 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11), and no two marks differ by colour
// alone.
import { describe, expect, it } from 'vitest';
import { accentColorOf } from '#content/pack.ts';
import { contrast, mix } from '#pictures/contrast.ts';
import type { Node, Tone } from '#pictures/node.ts';
import type { Theme } from '#pictures/picture.ts';
import { calendarMarks, drawStreakCalendar } from '#pictures/streak-calendar.ts';
import { colorOf } from '#pictures/theme.ts';
import { wordsOf } from '#words/words.ts';
import { loadBank } from '../support/bank.ts';
import { samples } from './samples.ts';

const TEXT = 4.5;
const MARK = 3;
const themes: Theme[] = ['dark', 'light'];

type Shown = { what: string; tone: Tone; ground: Tone; least: number };

/** Everything that is drawn, with what it stands on. Lines of the tone "line" only lead the eye. */
function shownIn(node: Node, ground: Tone = 'page'): Shown[] {
  switch (node.kind) {
    case 'text':
      return [{ what: node.text, tone: node.tone ?? 'ink', ground, least: TEXT }];
    case 'bar':
      return [
        { what: 'a bar on its track', tone: node.tone, ground: 'track', least: MARK },
        // Range and mark lie in grooves of the page's colour.
        ...(node.range ? [mark('the range', 'ink', 'page')] : []),
        ...(node.mark === undefined ? [] : [mark('the mark to be reached', 'cool', 'page')]),
      ];
    case 'lines':
      return [
        ...node.lines.filter(({ tone }) => tone !== 'line').map(({ tone }) => mark('a line', tone, ground)),
        ...(node.dots ?? []).map(({ tone }) => mark('a dot', tone, ground)),
      ];
    case 'graph':
      return [
        mark('an arrow', 'cool', ground),
        { what: 'a box', tone: 'ink', ground: 'card', least: TEXT },
        { what: 'an arrow’s label', tone: 'faint', ground: 'page', least: TEXT },
      ];
    default: {
      const under = (node.kind === 'box' && node.fill) || ground;
      // A box without anything in it is a mark itself, such as the stripe beside a title.
      const isMark = node.kind === 'box' && node.fill !== undefined && node.children.length === 0;
      return isMark
        ? [mark('a stripe', under, ground)]
        : node.children.flatMap((child) => shownIn(child, under));
    }
  }
}

function mark(what: string, tone: Tone, ground: Tone): Shown {
  return { what, tone, ground, least: MARK };
}

describe.each(themes)('in the %s theme', (theme) => {
  it.each(Object.entries(samples()))('everything of a picture (%s) can be seen', (_, { root }) => {
    const shown = shownIn(root);
    expect(shown.length).toBeGreaterThan(3);
    const lost = shown.filter(
      ({ tone, ground, least }) => contrast(colorOf(tone, theme), colorOf(ground, theme)) < least,
    );
    expect(lost).toEqual([]);
  });

  it('a bar of any domain’s colour stands out from its track', async () => {
    const domains = [...(await loadBank()).values()].flatMap(({ exam }) =>
      exam.editions.flatMap((edition) => edition.domains),
    );
    const colors = [...new Set(domains.map(accentColorOf)), 0x000000, 0xffffff, 0xf0e442, 0x808080];
    for (const color of colors) {
      const shown = colorOf(`#${color.toString(16).padStart(6, '0')}`, theme);
      expect(contrast(shown, colorOf('track', theme)), shown).toBeGreaterThanOrEqual(MARK);
    }
  });
});

it('contrast is WCAG’s', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
});

it('the days of a streak differ by shape and name, and not by colour alone', () => {
  const words = wordsOf('en');
  const days = calendarMarks.map((kind, index) => ({ date: `2026-11-2${index}`, mark: kind }));
  const { root, alt } = drawStreakCalendar(words, { title: 'Days', below: '', days });
  const shapes = JSON.stringify(root).match(/"points":\[\[.*?\]\]/g) ?? [];
  // Each in its day and once more in the legend.
  expect(new Set(shapes).size).toBeGreaterThanOrEqual(calendarMarks.length);
  for (const kind of calendarMarks) expect(alt).toContain(words.streak.marks[kind]);
});
