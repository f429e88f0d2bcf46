// Archives that strangers made: looked into before anything is unpacked.
import { unzipSync, zipSync } from 'fflate';
import { broken, UnreadableFile } from './item.ts';

const MAX_ENTRIES = 12_000;
const MAX_UNPACKED = 64 * 1024 * 1024;

export type Entries = Record<string, Uint8Array>;

/** The entries that are wanted by their names; sizes are checked before they are unpacked. */
export function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Entries {
  let entries = 0;
  let unpacked = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        entries += 1;
        if (entries > MAX_ENTRIES) throw new UnreadableFile({ kind: 'hostile' });
        if (!isWanted(name)) return false;
        unpacked += originalSize;
        if (unpacked > MAX_UNPACKED) throw new UnreadableFile({ kind: 'hostile' });
        return true;
      },
    });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw broken(error instanceof Error ? error.message : 'not a zip archive');
  }
}

export function isZip([p, k, three, four]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && three === 0x03 && four === 0x04;
}

/** Of a fixed instant, so that the same bank is the same file. */
export function pack(entries: Entries): Uint8Array {
  return zipSync(entries, { level: 6, mtime: new Date('2026-01-01T00:00:00Z') });
}
