// The queue, the cache and the thread behind them: nothing that goes wrong there costs more than a picture.
import { afterEach, describe, expect, it } from 'vitest';
import { canDraw } from '#pictures/installed.ts';
import { label } from '#pictures/node.ts';
import type { Pictures } from '#pictures/picture.ts';
import { createPictures, type Limits } from '#pictures/pictures.ts';
import { silentLog } from '../support/database.ts';
import { samples } from './samples.ts';

const SOON = { milliseconds: 5_000 };
const opened: Pictures[] = [];
let now = 0;

function open(limits: Partial<Limits> = {}): Pictures {
  const program = new URL('./odd-worker.ts', import.meta.url);
  const pictures = createPictures({ log: silentLog, program, limits, now: () => now });
  opened.push(pictures);
  return pictures;
}

async function ask(pictures: Pictures, text: string, within = SOON): Promise<string | null> {
  const png = await pictures.draw({ name: 'test', alt: text, root: label(text) }, within);
  return png && Buffer.from(png).toString();
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((pictures) => pictures.stop()));
});

describe('drawing', () => {
  it('is done once for the same content, also for those who ask at the same time', async () => {
    const pictures = open();
    const [first, second] = await Promise.all([ask(pictures, 'a'), ask(pictures, 'a')]);
    expect([first, second, await ask(pictures, 'a')]).toEqual(['a 1', 'a 1', 'a 1']);
    expect(await ask(pictures, 'b')).toBe('b 2');
  });

  it('is forgotten for what was not asked for longest when there is too much', async () => {
    const pictures = open({ cacheBytes: 7 });
    await ask(pictures, 'a');
    await ask(pictures, 'b');
    await ask(pictures, 'a');
    await ask(pictures, 'c');
    expect(await ask(pictures, 'a')).toBe('a 1');
    expect(await ask(pictures, 'b')).toBe('b 4');
  });

  it('is refused at once when the queue is full', async () => {
    const pictures = open({ atOnce: 1, waiting: 2 });
    const texts = ['a', 'b', 'c', 'd', 'e'];
    const drawn = await Promise.all(texts.map((text) => ask(pictures, text)));
    expect(drawn).toEqual(['a 1', 'b 2', 'c 3', null, null]);
    expect(await ask(pictures, 'd')).toBe('d 4');
  });

  it('is not waited for longer than the asker may, and found done by the next', async () => {
    const pictures = open();
    expect(await ask(pictures, 'a', { milliseconds: 0 })).toBeNull();
    expect(await ask(pictures, 'a')).toBe('a 1');
  });

  it('fails for one picture alone when that one cannot be drawn', async () => {
    const pictures = open();
    expect(await Promise.all(['refuse', 'a'].map((text) => ask(pictures, text)))).toEqual([null, 'a 2']);
  });
});

describe('a thread that', () => {
  it.each(['crash', 'end'])('breaks (%s) is replaced after a rest', async (how) => {
    const pictures = open({ restMs: 1_000 });
    expect(await ask(pictures, how)).toBeNull();
    expect(await ask(pictures, 'a')).toBeNull();
    now += 1_000;
    expect(await ask(pictures, 'a')).toBe('a 1');
  });

  it('breaks again and again is tried ever more seldom', async () => {
    const pictures = open({ restMs: 1_000 });
    await ask(pictures, 'crash');
    now += 1_000;
    await ask(pictures, 'crash');
    now += 1_000;
    expect(await ask(pictures, 'a')).toBeNull();
    now += 1_000;
    expect(await ask(pictures, 'a')).toBe('a 1');
  });

  it('does not answer is ended, and what waited behind it is not drawn', async () => {
    const pictures = open({ atOnce: 1, drawWithinMs: 1_500 });
    expect(await Promise.all([ask(pictures, 'hang'), ask(pictures, 'a')])).toEqual([null, null]);
    now += 1_000;
    expect(await ask(pictures, 'a')).toBe('a 1');
  });

  it('has nothing to do goes, and comes back when it has', async () => {
    const pictures = open({ idleMs: 0 });
    expect(await ask(pictures, 'a')).toBe('a 1');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ask(pictures, 'b')).toBe('b 1');
  });
});

describe('an installation', () => {
  it('can draw here, and its own thread does', async () => {
    expect(canDraw()).toBe(true);
    const pictures = createPictures({ log: silentLog });
    opened.push(pictures);
    for (const picture of Object.values(samples())) {
      const png = await pictures.draw(picture, { milliseconds: 20_000 });
      expect(png?.byteLength, picture.name).toBeLessThan(60 * 1024);
    }
  });

  it.each([
    ['without the renderer', '@takumi-rs/core'],
    ['for whose platform the renderer is not made', '@takumi-rs/core-linux-x64-gnu/package.json'],
    ['without the fonts', '@fontsource-variable/inter/package.json'],
  ])('%s cannot', (_, missing) => {
    const platform = { platform: 'linux', arch: 'x64' };
    const onlyGnu = (name: string) => !name.includes('/core-') || name.includes('linux-x64-gnu');
    const resolve = (name: string) => {
      if (name === missing || !onlyGnu(name)) throw new Error(`Cannot find ${name}`);
      return name;
    };
    expect(canDraw(resolve, platform)).toBe(false);
    expect(canDraw((name) => name, platform)).toBe(true);
  });
});
