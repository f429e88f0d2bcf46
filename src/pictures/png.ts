// Pixels as a PNG of 256 colours: half as large as in true colour, and no eye tells them apart, since our pictures are
// a few colours and what lies between them at the edges of letters.
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const compress = promisify(deflate);

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLORS = 256;
/** Of 9: the last tenth of the size would cost twice the time. */
const LEVEL = 4;

/** `pixels` are opaque RGBA, row by row. */
export async function encodePng(pixels: Uint8Array, width: number): Promise<Uint8Array> {
  const height = pixels.byteLength / 4 / width;
  // A copy where the bytes do not lie at a multiple of four.
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : Uint8Array.from(pixels);
  const colors = new Uint32Array(aligned.buffer, aligned.byteOffset, width * height);
  const { palette, indexOf } = choosePalette(colors);
  const data = await compress(toRows(colors, { width, indexOf }), { level: LEVEL, memLevel: 9 });
  const parts = [chunk('IHDR', header(width, height)), chunk('PLTE', palette), chunk('IDAT', data)];
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

type Palette = { palette: Buffer; indexOf: Uint8Array };

/** Colours that differ by less than an eye sees share a bucket, and look like the first of them. */
function choosePalette(colors: Uint32Array): Palette {
  const { count, look } = countColors(colors);
  const used = [...count.keys()].filter((one) => (count[one] ?? 0) > 0);
  used.sort((a, b) => (count[b] ?? 0) - (count[a] ?? 0));
  const chosen = used.slice(0, MOST_COLORS).map((one) => look[one] ?? 0);
  const indexOf = new Uint8Array(BUCKETS);
  used.forEach((one, index) => {
    indexOf[one] = index < MOST_COLORS ? index : nearest(chosen, look[one] ?? 0);
  });
  return { palette: Buffer.from(chosen.flatMap(channels)), indexOf };
}

/** How many runs of one colour each bucket has. Plain loops here and below: a million pixels, in a millisecond or two. */
function countColors(colors: Uint32Array): { count: Uint32Array; look: Uint32Array } {
  const count = new Uint32Array(BUCKETS);
  const look = new Uint32Array(BUCKETS);
  let before = -1;
  for (let index = 0; index < colors.length; index += 1) {
    const color = colors[index] as number; // safe: within its length, as everywhere here
    if (color === before) continue;
    before = color;
    const bucket = bucketOf(color);
    if (count[bucket] === 0) look[bucket] = color;
    (count[bucket] as number) += 1;
  }
  return { count, look };
}

/** Each row begins with the filter it was put through: none, which is best for few colours. */
function toRows(colors: Uint32Array, { width, indexOf }: { width: number; indexOf: Uint8Array }): Buffer {
  const rows = Buffer.alloc(colors.length + colors.length / width);
  let before = -1;
  let shown = 0;
  let to = 0;
  for (let index = 0; index < colors.length; index += 1) {
    if (index % width === 0) to += 1;
    const color = colors[index] as number;
    if (color !== before) {
      before = color;
      shown = indexOf[bucketOf(color)] as number;
    }
    rows[to] = shown;
    to += 1;
  }
  return rows;
}

/** Five bits of each channel. */
const BUCKETS = 1 << 15;

function bucketOf(color: number): number {
  return ((color & 0xf8) << 7) | ((color & 0xf800) >> 6) | ((color & 0xf8_00_00) >> 19);
}

/** Red is the lowest byte: RGBA as the machines read it that Node runs on. */
function channels(color: number): [number, number, number] {
  return [color & 0xff, (color >> 8) & 0xff, (color >> 16) & 0xff];
}

function nearest(colors: readonly number[], color: number): number {
  const [red, green, blue] = channels(color);
  const distances = colors.map((other) => {
    const [r, g, b] = channels(other);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
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
