// The exam packs of a content directory, for the bot and for tests: from compiled JSON, which is made anew when the
// files it was made of have changed. Where there are none of them, as in production, the JSON is all there is.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Compiled, packOf, parseCompiled } from './compiled.ts';
import { digestOf } from './digest.ts';
import { ContentError } from './fault.ts';
import { compiledFolder, listPackFolders } from './folder.ts';
import type { Pack, Packs } from './pack.ts';

/** All packs under `dir`, by exam id; throws one ContentError with everything that is wrong in their files. */
export async function loadPacks(dir: string): Promise<Packs> {
  const compiled = readCompiled(dir);
  if (isCurrent(dir, compiled)) return inOrder([...compiled.values()].map(packOf));
  const made = await (await importCompiler(dir)).compilePacks(dir);
  return inOrder([...made.values()]);
}

function inOrder(packs: readonly Pack[]): Packs {
  const sorted = packs.toSorted((a, b) => a.exam.rank - b.exam.rank || (a.exam.id < b.exam.id ? -1 : 1));
  return new Map(sorted.map((pack) => [pack.exam.id, pack]));
}

/** By the name of the pack's folder. */
function readCompiled(dir: string): Map<string, Compiled> {
  const folder = compiledFolder(dir);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return new Map(
    names.toSorted().flatMap((name) => {
      // latin1: the text is ASCII, and so its bytes are its characters.
      const compiled = parseCompiled(readFileSync(join(folder, name), 'latin1'));
      return compiled === null ? [] : [[basename(name, '.json'), compiled]];
    }),
  );
}

function isCurrent(dir: string, compiled: ReadonlyMap<string, Compiled>): boolean {
  const folders = listPackFolders(dir);
  if (folders.length === 0) return compiled.size > 0;
  return (
    folders.length === compiled.size &&
    folders.every((folder) => compiled.get(folder)?.digest === digestOf(dir, folder))
  );
}

// The parsers of YAML are tools of development: no import may lead to them before a file has changed.
async function importCompiler(dir: string) {
  try {
    return await import('./build/compile.ts');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    const text = 'the packs are not compiled, or have changed since: run npm ci, then npm run content:build';
    throw new ContentError([{ file: dir, line: 1, text }]);
  }
}
