// Names of every script are drawn, and as themselves: looked at in the pixels, since no error tells of an empty frame.
import { describe, expect, it } from 'vitest';
import { createDrawer } from '#pictures/drawer.ts';
import { findFonts, type Slice } from '#pictures/fonts.ts';
import { drawLeaderboard } from '#pictures/leaderboard.ts';
import { column, label } from '#pictures/node.ts';
import { wordsOf } from '#words/words.ts';
import { inkOf, type Pixels, readPng } from '../support/png.ts';
import { board, names } from './samples.ts';

const draw = createDrawer();
const words = wordsOf('en');

async function write(text: string): Promise<Pixels> {
  const root = column({ pad: [8, 8] }, [label(text, { size: 40 })]);
  return readPng(await draw({ root, theme: 'dark' }));
}

async function inked(text: string): Promise<boolean[][]> {
  return inkOf(await write(text));
}

const widthOf = (ink: boolean[][]) => ink[0]?.length ?? 0;
const shapeOf = (ink: boolean[][]) => ink.map((row) => row.map(Number).join('')).join('\n');
/** Columns in which nothing is drawn: between letters that do not touch. */
const gapsIn = (ink: boolean[][]) =>
  Array.from({ length: widthOf(ink) }, (_, x) => ink.every((row) => !row[x])).filter(Boolean).length;
const isColored = ([red, green, blue]: readonly [number, number, number]) =>
  Math.max(red, green, blue) - Math.min(red, green, blue) > 60;

describe('a name', () => {
  it.each([
    ['Latin with strokes', 'Ł', 'ł'],
    ['Vietnamese', 'ễ', 'ị'],
    ['Cyrillic', 'В', 'ж'],
    ['Greek', 'Ω', 'λ'],
    ['Japanese kana', 'さ', 'く'],
    ['Chinese', '王', '明'],
    ['Korean', '김', '철'],
    ['Arabic', 'م', 'ع'],
    ['Hebrew', 'א', 'ש'],
    ['emoji', '🚀', '🔥'],
  ])('in %s is written in its own letters, none of them an empty frame', async (_, one, other) => {
    const [first, second, unknown] = await Promise.all([inked(one), inked(other), inked('\u{10fffd}')]);
    expect(widthOf(first)).toBeGreaterThan(8);
    // What no font has looks the same whatever it is.
    expect(shapeOf(first)).not.toBe(shapeOf(second));
    expect(shapeOf(first)).not.toBe(shapeOf(unknown));
  });

  it('in Hebrew begins at the right', async () => {
    const [first, both] = await Promise.all([inked('א'), inked('אל')]);
    const width = widthOf(first);
    const end = both.slice(-first.length).map((row) => row.slice(-width));
    const differing = end.flat().filter((isInk, index) => isInk !== first.flat()[index]).length;
    // The same letter at another part of a pixel has other edges.
    expect(differing / end.flat().length).toBeLessThan(0.15);
  });

  it('in Arabic is joined', async () => {
    expect(gapsIn(await inked('ببب'))).toBe(0);
    expect(gapsIn(await inked('bbb'))).toBeGreaterThan(0);
  });

  it('keeps its emoji, in colour and joined where they are joined', async () => {
    const [rocket, person] = await Promise.all([write('🚀'), inked('👩‍🚀')]);
    const colors = Array.from({ length: rocket.height }, (_, y) => rocket.at(24, y));
    expect(colors.filter(isColored).length).toBeGreaterThan(5);
    expect(widthOf(person)).toBeLessThan(1.3 * widthOf(inkOf(rocket)));
  });

  it('in fancy dress is read in plain clothes', async () => {
    expect(shapeOf(await inked('𝓐𝓭𝓪'))).toBe(shapeOf(await inked('Ada')));
  });

  it('with whatever else is pasted into it breaks no line and covers no other', async () => {
    const [tame, wild] = await Promise.all([
      write('Ada'),
      write('A\nd\u202ea\u0301\u0301\u0301\u0301\u0301\u0301'),
    ]);
    expect(wild.height).toBe(tame.height);
  });

  it('of 40 characters ends before the bar, and moves nothing', async () => {
    const drawn = async (name: string) => {
      const { root } = drawLeaderboard(words, board([name]));
      return readPng(await draw({ root, theme: 'dark' }));
    };
    const [long, short] = await Promise.all([drawn(names.long), drawn('Ada')]);
    expect(names.long).toHaveLength(40);
    expect(long.height).toBe(short.height);
    const right = (pixels: Pixels) =>
      Array.from({ length: pixels.height * 440 }, (_, index) =>
        pixels.at(460 + (index % 440), Math.floor(index / 440)).join(),
      );
    expect(right(long)).toEqual(right(short));
  });
});

it('a font that could not be read is read with the next picture', async () => {
  const fonts = findFonts();
  let isMissing = true;
  const known = new Map<Slice, Slice>();
  const drawOnce = createDrawer({
    ...fonts,
    slicesFor: (text) =>
      fonts.slicesFor(text).map((slice) => {
        const kept = known.get(slice) ?? { ...slice };
        known.set(slice, kept);
        kept.file = isMissing ? `${slice.file}.gone` : slice.file;
        return kept;
      }),
  });
  const picture = { root: label('Ada'), theme: 'dark' } as const;
  await expect(drawOnce(picture)).rejects.toThrow('ENOENT');
  isMissing = false;
  // The other files that were asked for at the same time may still be failing.
  const drawn = () =>
    drawOnce(picture).then(
      ({ length }) => length > 100,
      () => false,
    );
  await expect.poll(drawn).toBe(true);
});
