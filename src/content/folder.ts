// Which folders under a content directory are packs, and which of their files are read: without reading them.
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Beside the packs: what the build made of them, and the schemas of their files. */
export const COMPILED = '.compiled';
export const SCHEMAS = 'schemas';
/** In a pack's folder: the questions as earlier releases asked them. */
export const SUPERSEDED = 'superseded.jsonl';

/** The names of the packs' folders, sorted. */
export function listPackFolders(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== SCHEMAS)
    .map(({ name }) => name)
    .toSorted();
}

/** The files of a pack that are read, relative to its folder, sorted; always with `/`. */
export function listPackFiles(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true }).map((path) => String(path).replaceAll(sep, '/'));
  // Markdown at the top of a pack, such as a README, is nobody's lesson.
  return paths.filter((path) => path === SUPERSEDED || /\.ya?ml$|^\d-.*\.md$/.test(path)).toSorted();
}

/** Where the compiled packs of a content directory lie. */
export function compiledFolder(dir: string): string {
  return join(dir, COMPILED);
}
