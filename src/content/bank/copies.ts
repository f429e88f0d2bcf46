// F21: sentences shared with published question banks and courses, found by hashes of their runs of eight words.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { sequencesOf } from './words.ts';

/** For each run of eight words of those texts the first 12 hex digits of the SHA-1 of its words, in lower case, joined by one space. */
export type Copies = ReadonlySet<string>;

/** The list in the gzipped file, a hash a line; null when there is no such file. */
export function readCopies(file: string): Copies | null {
  return existsSync(file) ? new Set(gunzipSync(readFileSync(file)).toString('utf8').split('\n')) : null;
}

/** The runs of eight words that the text shares with those texts. */
export function findCopiedText(text: string, copies: Copies): string[] {
  return sequencesOf(text, 8).filter((run) =>
    copies.has(createHash('sha1').update(run).digest('hex').slice(0, 12)),
  );
}

export function sayCopied(run: string): string {
  return `eight words in a row are those of a published text ("${run}"): use your own`;
}
