// Pixels as a PNG of 256 colours: half as large as in true colour, and no eye tells them apart, since our pictures are
// a few colours and what lies between them at the edges of letters.
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLORS = 256;
/** Of 9: the last tenth of the size would cost twice the time. */
const LEVEL = 4;

export type Encode = (pixels: Uint8Array, width: number) => Uint8Array;

/**
 * Makes PNGs one after another, in memory that it keeps: a megabyte or two for each picture would keep the garbage
 * collector busier than all the rest. Pixels are opaque RGBA, row by row.
 */
export function createEncoder(): Encode {
  let scratch = Buffer.alloc(0);
  const indexOf = new Uint8Array(BUCKETS);
  return (pixels, width) => {
    const height = pixels.byteLength / 4 / width;
    // A copy where the bytes do not lie at a multiple of four.
    const aligned = pixels.byteOffset % 4 === 0 ? pixels : Uint8Array.from(pixels);
    const colors = new Uint32Array(aligned.buffer, aligned.byteOffset, width * height);
    const palette = choosePalette(colors, indexOf);
    const size = (width + 1) * height;
    if (scratch.byteLength < size) scratch = Buffer.alloc(size);
    const rows = scratch.subarray(0, size);
    fillRows(rows, { colors, width, indexOf });
    const data = deflateSync(rows, { level: LEVEL, memLevel: 9 });
    const parts = [chunk('IHDR', header(width, height)), chunk('PLTE', palette), chunk('IDAT', data)];
    return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))]);
  };
}

/** Colours that differ by less than an eye sees share a bucket, and look like the first of them. */
function choosePalette(colors: Uint32Array, indexOf: Uint8Array): Buffer {
  const used = [...countColors(colors).values()].toSorted((a, b) => b.runs - a.runs);
  const chosen = used.slice(0, MOST_COLORS);
  const palette = Buffer.from(chosen.flatMap(({ color }) => [redOf(color), greenOf(color), blueOf(color)]));
  used.forEach(({ color }, index) => {
    indexOf[bucketOf(color)] = index < MOST_COLORS ? index : nearest(palette, color);
  });
  return palette;
}

type Used = { color: number; runs: number };

/** How often each bucket begins: flat ground is few runs of many pixels. */
function countColors(colors: Uint32Array): Map<number, Used> {
  const buckets = new Map<number, Used>();
  let before = -1;
  // Plain loops here and below: a million pixels, in a millisecond or two.
  for (let index = 0; index < colors.length; index += 1) {
    const color = colors[index] as number; // safe: within its length, as everywhere here
    if (color === before) continue;
    before = color;
    const bucket = bucketOf(color);
    const used = buckets.get(bucket);
    if (used) used.runs += 1;
    else buckets.set(bucket, { color, runs: 1 });
  }
  return buckets;
}

type Drawn = { colors: Uint32Array; width: number; indexOf: Uint8Array };

/** Each row begins with the filter it was put through: none, which is best for few colours. */
function fillRows(rows: Buffer, { colors, width, indexOf }: Drawn): void {
  let before = -1;
  let shown = 0;
  let to = 0;
  for (let from = 0; from < colors.length; ) {
    rows[to] = 0;
    to += 1;
    for (const end = from + width; from < end; from += 1) {
      const color = colors[from] as number;
      if (color !== before) {
        before = color;
        shown = indexOf[bucketOf(color)] as number;
      }
      rows[to] = shown;
      to += 1;
    }
  }
}

/** Five bits of each channel. */
const BUCKETS = 1 << 15;

function bucketOf(color: number): number {
  return ((color & 0xf8) << 7) | ((color & 0xf800) >> 6) | ((color & 0xf8_00_00) >> 19);
}

// Red is the lowest byte: RGBA as the machines read it that Node runs on.
const redOf = (color: number) => color & 0xff;
const greenOf = (color: number) => (color >> 8) & 0xff;
const blueOf = (color: number) => (color >> 16) & 0xff;

/** Index of the colour of a palette that looks most like this one. */
function nearest(palette: Buffer, color: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < palette.byteLength; at += 3) {
    const red = (palette[at] as number) - redOf(color);
    const green = (palette[at + 1] as number) - greenOf(color);
    const blue = (palette[at + 2] as number) - blueOf(color);
    const distance = red * red + green * green + blue * blue;
    if (distance >= least) continue;
    least = distance;
    best = at / 3;
  }
  return best;
}

const INDEXED = 3;

function header(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes.set([8, INDEXED, 0, 0, 0], 8);
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.byteLength, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
