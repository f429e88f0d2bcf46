// Folders on the way to one. Node's own recursive mkdir never comes back from /proc and its like, where a folder
// cannot be made although its parent is there (ENOENT, and then EEXIST for the parent, for ever).
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The first that had to be made; undefined when all were there. Throws what the file system says. */
export function makeFolders(dir: string): string | undefined {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const parent = dirname(dir);
  const first = parent === dir ? undefined : makeFolders(parent);
  try {
    mkdirSync(dir);
  } catch (error) {
    // Somebody else was quicker.
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isThere || !statSync(dir).isDirectory()) throw error;
  }
  return first ?? dir;
}
