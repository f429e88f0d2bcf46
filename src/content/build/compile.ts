// Packs from their YAML and Markdown, left behind as JSON for the next start.
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assemblePack } from '../assemble.ts';
import { printCompiled } from '../compiled.ts';
import { digestOf } from '../digest.ts';
import { ContentError } from '../fault.ts';
import { compiledFolder, listPackFolders } from '../folder.ts';
import type { Pack, Packs } from '../pack.ts';
import { readPacks } from '../read.ts';

type Made = { name: string; digest: string; pack: Pack };

/** All packs under `dir`, by exam id; throws one ContentError with everything that is wrong in their files. */
export async function compilePacks(dir: string): Promise<Packs> {
  // Before they are read: what changes meanwhile makes the result look old, never new.
  const digests = new Map(listPackFolders(dir).map((folder) => [folder, digestOf(dir, folder)]));
  const { sources, faults } = await readPacks(dir);
  if (faults.length > 0) throw new ContentError(faults);
  const made = sources.flatMap((source) =>
    assemblePack(source).map((pack) => ({
      name: source.folder,
      digest: digests.get(source.folder) ?? '',
      pack,
    })),
  );
  await save(compiledFolder(dir), made);
  return new Map(made.map(({ pack }) => [pack.exam.id, pack]));
}

async function save(folder: string, made: readonly Made[]): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, digest, pack } of made) {
      // Several processes may compile at once, and others read: each file appears whole or not at all.
      const draft = join(folder, `${name}.${randomUUID()}.draft`);
      await writeFile(draft, printCompiled({ digest, pack }));
      await rename(draft, join(folder, `${name}.json`));
    }
    const names = new Set(made.map(({ name }) => `${name}.json`));
    const left = (await readdir(folder)).filter((name) => name.endsWith('.json') && !names.has(name));
    await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    // The packs are there all the same; only the next start has to compile them again.
  }
}

function isReadOnly(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['EACCES', 'EPERM', 'EROFS'].includes(code);
}
