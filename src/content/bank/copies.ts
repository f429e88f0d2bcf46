// F21: sentences shared with published question banks and courses, found by hashes of their runs of eight words.
//
// The pack keeps the hashes in bank/copied-runs.bin, so that every clone can look. 88,000 of them would be 500 KB as they
// are; sorted and told apart to one in 2^20 per entry, their distances are small numbers of about 20 bits each, which a
// Rice code stores in 240 KB. A run of words that is in no text is taken for one that is about once in a million.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { sequencesOf, wordsOf } from './words.ts';

/** Whether a run of eight words stands in those texts, by the first 12 hex digits of the SHA-1 of its words, in lower case, joined by one space. */
export type Copies = { has(hash: string): boolean };

/** Bits of a distance that are written as they are; what is above them is written in ones. */
const LOW_BITS = 20;

export function copiesFile(folder: string): string {
  return `${folder}/bank/copied-runs.bin`;
}

/** The stored list of a pack's folder; null when it has none. */
export function readCopies(folder: string): Copies | null {
  const file = copiesFile(folder);
  return existsSync(file) ? unpackHashes(readFileSync(file)) : null;
}

/** The hashes of a list, one a line, gzipped or not, as the pack stores them. */
export function packList(file: string): Uint8Array {
  const bytes = readFileSync(file);
  const text = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  return packHashes(text.toString('utf8').split('\n').filter(Boolean));
}

/** Four bytes with the number of entries, then the distances between them in ascending order. */
export function packHashes(hashes: readonly string[]): Uint8Array {
  const range = rangeOf(hashes.length);
  const values = Float64Array.from(hashes, (hash) => placeOf(hash, range)).sort();
  const bits: boolean[] = [];
  let previous = 0;
  for (const value of values) {
    const distance = value - previous;
    previous = value;
    for (let ones = Math.floor(distance / 2 ** LOW_BITS); ones > 0; ones -= 1) bits.push(true);
    bits.push(false);
    for (let bit = LOW_BITS - 1; bit >= 0; bit -= 1) bits.push(Math.floor(distance / 2 ** bit) % 2 === 1);
  }
  const bytes = new Uint8Array(4 + Math.ceil(bits.length / 8));
  new DataView(bytes.buffer).setUint32(0, hashes.length);
  for (const [index, bit] of bits.entries()) {
    const place = 4 + Math.floor(index / 8);
    if (bit) bytes[place] = (bytes[place] ?? 0) | (128 >> (index % 8));
  }
  return bytes;
}

export function unpackHashes(bytes: Uint8Array): Copies {
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const range = rangeOf(count);
  const known = new Set<number>();
  let position = 32;
  const next = () => {
    const bit = ((bytes[position >> 3] ?? 0) >> (7 - (position & 7))) & 1;
    position += 1;
    return bit;
  };
  let value = 0;
  for (let entry = 0; entry < count; entry += 1) {
    let high = 0;
    while (next() === 1) high += 1;
    let low = 0;
    for (let bit = 0; bit < LOW_BITS; bit += 1) low = low * 2 + next();
    value += high * 2 ** LOW_BITS + low;
    known.add(value);
  }
  return { has: (hash) => known.has(placeOf(hash, range)) };
}

/**
 * The runs of eight words that the text shares with those texts. Code blocks are left out, for a policy or template has
 * its words from the provider; so are runs within a phrase that everybody uses.
 */
export function findCopiedText(text: string, copies: Copies, common: readonly string[] = []): string[] {
  const phrases = common.map((phrase) => wordsOf(phrase).join(' '));
  return text
    .split(/```[\s\S]*?```/)
    .flatMap((part) => sequencesOf(part, 8))
    .filter((run) => copies.has(createHash('sha1').update(run).digest('hex').slice(0, 12)))
    .filter((run) => !phrases.some((phrase) => phrase.includes(run)));
}

export function sayCopied(run: string): string {
  return `eight words in a row are those of a published text ("${run}"): use your own`;
}

function rangeOf(entries: number): number {
  return Math.max(entries, 1) * 2 ** LOW_BITS;
}

// 12 hex digits are 48 bits, which a number holds exactly.
function placeOf(hash: string, range: number): number {
  return Number.parseInt(hash, 16) % range;
}
