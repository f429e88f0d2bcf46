// Draws one picture with the native renderer; lives in the worker.
import { readFile } from 'node:fs/promises';
import { Renderer } from '@takumi-rs/core';
import { type Fonts, findFonts, fontStack, type Slice } from './fonts.ts';
import { makeLegible } from './legible.ts';
import { type Node, WIDTH } from './node.ts';
import type { Theme } from './picture.ts';
import { createEncoder } from './png.ts';
import { toTakumi } from './takumi.ts';
import { colorOf } from './theme.ts';

export type Drawing = { root: Node; theme: Theme };
export type Drawer = (drawing: Drawing) => Promise<Uint8Array>;

/** Of pixels to points: sharp on a phone, and small. */
const SCALE = 2;

export function createDrawer(fonts: Fonts = findFonts()): Drawer {
  const renderer = new Renderer();
  const encode = createEncoder();
  const registered = new Map<Slice, Promise<unknown>>();
  const register = (slice: Slice) => {
    const before = registered.get(slice);
    if (before) return before;
    const done = registerSlice(renderer, slice);
    registered.set(slice, done);
    // What failed is tried again with the next picture: a file that could not be read now may be read then.
    done.catch(() => registered.delete(slice));
    return done;
  };
  return async ({ root, theme }) => {
    const texts = new Set<string>();
    const legible = (text: string) => {
      const drawn = makeLegible(text, fonts.has);
      texts.add(drawn);
      return drawn;
    };
    const page = colorOf('page', theme);
    const node = toTakumi(root, { theme, legible });
    // Digits and letters first, whatever the texts are: line heights come from the first font there is.
    await Promise.all(fonts.slicesFor(`0aŁ${[...texts].join('')}`).map(register));
    const pixels = await renderer.render(
      {
        type: 'container',
        style: {
          width: '100%',
          display: 'flex',
          flexDirection: 'column',
          backgroundColor: page,
          fontFamily: fontStack,
        },
        children: [node],
      },
      { width: WIDTH * SCALE, devicePixelRatio: SCALE, format: 'raw' },
    );
    return encode(pixels, WIDTH * SCALE);
  };
}

async function registerSlice(renderer: Renderer, { family, file, ranges }: Slice): Promise<void> {
  const data = await readFile(file);
  const unicodeRange = ranges?.map(([from, to]): [number, number] => [from, to]);
  await renderer.registerFont({ name: family, data, ...(unicodeRange ? { unicodeRange } : {}) });
}
