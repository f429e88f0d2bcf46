// Of what a compiled pack was made: its files, and the code that read them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackFiles } from './folder.ts';

/**
 * One text for the contents of a pack's files and of the code in this folder. Not for their times: a checkout, a copy
 * and a container change those.
 */
export function digestOf(dir: string, folder: string): string {
  const hash = createHash('sha256');
  const add = (root: string, name: string) => hash.update(`${name}\0`).update(readFileSync(join(root, name)));
  const root = join(dir, folder);
  for (const name of listPackFiles(root)) add(root, name);
  const code = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts'));
  for (const name of code.toSorted()) add(import.meta.dirname, name);
  return hash.digest('base64url');
}
