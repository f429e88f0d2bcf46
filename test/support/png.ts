// Reads the PNGs that we make: palettes without filters. Anything else is a fault, so that tests look at what they think.
import { inflateSync } from 'node:zlib';

export type Pixels = {
  width: number;
  height: number;
  /** Red, green, blue. */
  at(x: number, y: number): readonly [number, number, number];
};

export function readPng(png: Uint8Array): Pixels {
  const chunks = chunksOf(Buffer.from(png));
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data;
  if (!header || !palette) throw new Error('no PNG with a palette');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(
    Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : []))),
  );
  if (rows.byteLength !== (width + 1) * height) throw new Error('rows and header disagree');
  return {
    width,
    height,
    at(x, y) {
      const index = 3 * (rows[y * (width + 1) + 1 + x] ?? 0);
      return [palette[index] ?? 0, palette[index + 1] ?? 0, palette[index + 2] ?? 0];
    },
  };
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < png.byteLength; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}

/** Where something is drawn on the ground of the upper left corner, as rows of booleans cut to what is drawn. */
export function inkOf(pixels: Pixels): boolean[][] {
  const ground = pixels.at(0, 0).join();
  const rows = Array.from({ length: pixels.height }, (_, y) =>
    Array.from({ length: pixels.width }, (__, x) => pixels.at(x, y).join() !== ground),
  ).filter((row) => row.includes(true));
  const left = Math.min(...rows.map((row) => row.indexOf(true)));
  const right = Math.max(...rows.map((row) => row.lastIndexOf(true)));
  return rows.map((row) => row.slice(left, right + 1));
}
