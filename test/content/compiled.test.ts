// Compiled packs: the same as their files say, made anew when those change, and all that production needs.
import { cpSync, existsSync, globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compilePacks } from '#content/build/compile.ts';
import { loadPacks } from '#content/load.ts';
import { lessonPack, smallPack, writePacks } from './small-pack.ts';

const root = resolve(import.meta.dirname, '../..');

describe('a compiled pack', () => {
  it('is what its files say', async () => {
    const dir = await writeTemporary({ small: lessonPack });
    const made = await compilePacks(dir);
    expect(await loadPacks(dir)).toEqual(made);
    expect(readdirSync(join(dir, '.compiled'))).toEqual(['small.json']);
  });

  it('is what its files say for the whole of content/', async () => {
    const dir = await writeTemporary({});
    cpSync(join(root, 'content'), dir, { recursive: true });
    const made = await compilePacks(dir);
    expect(await loadPacks(dir)).toEqual(made);
  });

  it('comes in the order of rank, from files and from JSON alike: the first is a new server’s', async () => {
    const ranked = (id: string, rank: string) => {
      const exam = (smallPack['exam.yaml'] ?? '').replace(/^id: small$/m, `id: ${id}\n${rank}`);
      return { ...smallPack, 'exam.yaml': exam };
    };
    const dir = await writeTemporary({ alpha: ranked('alpha', ''), beta: ranked('beta', 'rank: 1') });
    expect([...(await loadPacks(dir)).keys()]).toEqual(['beta', 'alpha']);
    expect([...(await loadPacks(dir)).keys()]).toEqual(['beta', 'alpha']);
  });

  it('is ASCII alone, whatever its texts hold', async () => {
    const concepts = smallPack['concepts.yaml']?.replace('The queue concept', 'Die Schlange – 行列 🙂') ?? '';
    const dir = await writeTemporary({ small: { ...smallPack, 'concepts.yaml': concepts } });
    await compilePacks(dir);
    expect([...readFileSync(join(dir, '.compiled/small.json'))].every((byte) => byte < 128)).toBe(true);
    expect((await loadPacks(dir)).get('small')?.concepts.get('queue')?.name).toBe('Die Schlange – 行列 🙂');
  });

  it('is made at the first load, and is enough without the files it was made of', async () => {
    const dir = await writeTemporary({ small: smallPack });
    const first = await loadPacks(dir);
    rmSync(join(dir, 'small'), { recursive: true });
    expect(await loadPacks(dir)).toEqual(first);
  });

  it.each([
    ['a changed file', 'concepts.yaml', smallPack['concepts.yaml']?.replace('The queue', 'A queue') ?? ''],
    ['a file more', '1-basics/1.1-more.flashcards.yaml', lessonPack['1-basics/1.1-queues.flashcards.yaml']],
  ])('is made anew after %s', async (_, name, text = '') => {
    const dir = await writeTemporary({ small: smallPack });
    const before = await loadPacks(dir);
    writeFileSync(join(dir, 'small', name), text);
    expect(await loadPacks(dir)).not.toEqual(before);
  });

  it('is made anew when it is broken', async () => {
    const dir = await writeTemporary({ small: smallPack });
    const before = await loadPacks(dir);
    for (const text of ['{"digest":', '[]', 'null']) {
      writeFileSync(join(dir, '.compiled/small.json'), text);
      expect(await loadPacks(dir)).toEqual(before);
    }
  });

  it('goes when its pack does', async () => {
    const exam = smallPack['exam.yaml']?.replace('id: small', 'id: other') ?? '';
    const dir = await writeTemporary({ small: smallPack, other: { ...smallPack, 'exam.yaml': exam } });
    expect([...(await loadPacks(dir)).keys()]).toEqual(['other', 'small']);
    rmSync(join(dir, 'other'), { recursive: true });
    expect([...(await loadPacks(dir)).keys()]).toEqual(['small']);
    expect(existsSync(join(dir, '.compiled/other.json'))).toBe(false);
  });

  it('does not stand in for files that have become wrong', async () => {
    const dir = await writeTemporary({ small: smallPack });
    await loadPacks(dir);
    writeFileSync(join(dir, 'small/aliases.yaml'), 'queues: [concept:nothing]\n');
    await expect(loadPacks(dir)).rejects.toThrow(/aliases\.yaml:1: .*no concept:nothing/);
  });

  it('is written whole by any number of processes at once', async () => {
    const dir = await writeTemporary({ small: smallPack });
    const all = await Promise.all(Array.from({ length: 8 }, () => loadPacks(dir)));
    for (const packs of all) expect(packs).toEqual(all[0]);
    expect(readdirSync(join(dir, '.compiled'))).toEqual(['small.json']);
  });
});

describe('the running bot', () => {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const installed = new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies)]);

  // The program imports the bot while its database starts.
  const BOT = ['src/main.ts', 'src/cohort.ts'];

  it.each([[BOT], [['src/register.ts']]])('imports no YAML parser, starting from %s', (entries) => {
    const { files, packages } = reach(entries);
    expect(files.has('src/content/load.ts') || entries !== BOT).toBe(true);
    expect([...packages].filter((name) => name === 'yaml' || name === 'js-yaml')).toEqual([]);
  });

  it('imports only packages that production installs', () => {
    const { files, packages } = reach([...BOT, 'src/register.ts']);
    expect(files.size).toBeGreaterThan(100);
    expect(packages.size).toBeGreaterThan(5);
    expect([...packages].filter((name) => !installed.has(name))).toEqual([]);
  });

  it('would be caught importing one', () => {
    const { packages } = reach(['src/content/read.ts']);
    expect(packages).toContain('js-yaml');
    expect(installed).not.toContain('js-yaml');
  });

  it('finds every pack of the repository compiled once it has started', async () => {
    await loadPacks(join(root, 'content'));
    const packs = globSync('content/*/exam.yaml', { cwd: root }).map((file) => file.split('/')[1]);
    for (const pack of packs) expect(existsSync(join(root, `content/.compiled/${pack}.json`))).toBe(true);
  });
});

/** Our files and the packages that are loaded before anything runs: imports of types alone and `import()` are not. */
function reach(entries: string[]): { files: Set<string>; packages: Set<string> } {
  const files = new Set(entries);
  const packages = new Set<string>();
  // A set that grows while it is walked is walked to its end.
  for (const file of files) {
    for (const specifier of importsOf(file)) {
      const ours = resolveOurs(file, specifier);
      if (ours !== null) files.add(ours);
      else if (!specifier.startsWith('node:'))
        packages.add(/^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
    }
  }
  return { files, packages };
}

function resolveOurs(file: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  return specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : null;
}

function importsOf(file: string): string[] {
  const code = readFileSync(join(root, file), 'utf8');
  return [...code.matchAll(/^(?:import|export)\s+(?!type\b)[^;'"]*?from '([^']+)'|^import '([^']+)'/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

async function writeTemporary(packs: Parameters<typeof writePacks>[0]): Promise<string> {
  const dir = await writePacks(packs);
  onTestFinished(() => rm(dir, { recursive: true }));
  return dir;
}
