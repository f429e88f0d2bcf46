// "Deleting a feature is deleting its folder and its line": done to a copy of the tree, and the rest type-checks.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './support/architecture.ts';

const LIST = 'src/features/index.ts';
const KNOWN = 'known.tsbuildinfo';
let copy = '';
/** What the compiler knows of the tree with nothing deleted. */
let whole: Buffer;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'cohort-deletable-'));
  await cp(join(root, 'src'), join(copy, 'src'), { recursive: true });
  await cp(join(root, 'package.json'), join(copy, 'package.json'));
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  await cp(join(root, 'tsconfig.json'), join(copy, 'tsconfig.base.json'));
  // The local Discord is a program of its own: nothing of ours is in it.
  const ours = {
    extends: './tsconfig.base.json',
    include: ['src'],
    exclude: ['src/local-discord'],
    // What the whole tree looks like is found out once: each deletion checks only what it touches.
    compilerOptions: { incremental: true, tsBuildInfoFile: `./${KNOWN}` },
  };
  await writeFile(join(copy, 'tsconfig.json'), JSON.stringify(ours));
  expect(await typeCheck()).toBe('');
  whole = await readFile(join(copy, KNOWN));
});

afterAll(() => rm(copy, { recursive: true, force: true }));

describe('deleting a feature', () => {
  it.each([
    'desk/hello',
    'desk/help',
    'desk/report',
    'desk/privacy',
    'desk/setup',
    'desk/settings',
    'standing/leaderboard',
    'standing/streak',
    'asking/daily',
    'asking/diagnose',
    'asking/digest',
    'asking/plan',
    'asking/review',
    'asking/lesson',
    'asking/flashcards',
  ])('%s takes its folder and its line, and nothing else', { timeout: 120_000 }, async (feature) => {
    const list = await readFile(join(copy, LIST), 'utf8');
    await rm(join(copy, 'src/features', feature), { recursive: true });
    await writeFile(join(copy, LIST), withoutLine(list, feature));
    await writeFile(join(copy, KNOWN), whole);
    const faults = await typeCheck();
    await writeFile(join(copy, LIST), list);
    await cp(join(root, 'src/features', feature), join(copy, 'src/features', feature), { recursive: true });
    expect(faults).toBe('');
  });

  it('would tell of a feature that others import', { timeout: 120_000 }, async () => {
    await rm(join(copy, 'src/features/people/member'), { recursive: true });
    await writeFile(join(copy, KNOWN), whole);
    expect(await typeCheck()).toContain('people/member');
  });
});

/** The list without the feature's import and its entry. */
function withoutLine(list: string, feature: string): string {
  const found = new RegExp(`^import \\{ (\\w+) \\} from '\\./${feature}/index\\.ts';\\n`, 'm').exec(list);
  if (!found) throw new Error(`${feature} is not in the list`);
  const entry = new RegExp(`^  ${found[1]},\\n`, 'm');
  expect(list).toMatch(entry);
  return list.replace(found[0], '').replace(entry, '');
}

/** What the compiler says; empty when it has nothing to say. */
function typeCheck(): Promise<string> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '--noEmit', '-p', copy], (error, stdout, stderr) =>
      resolve(error ? `${stdout}${stderr}` : ''),
    );
  });
}
