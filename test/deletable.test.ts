// "Deleting a feature is deleting its folder and its line": done to a copy of the tree, and the rest type-checks. A
// feature that something else needs leaves an import without a file, whichever others went with it.
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './support/architecture.ts';

const LIST = 'src/features/index.ts';
let copy = '';
/** It keeps what it knows of the tree: each deletion checks only what that touches. */
let compiler: ChildProcess;
let said = '';

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'cohort-deletable-'));
  await cp(join(root, 'src'), join(copy, 'src'), { recursive: true });
  await cp(join(root, 'package.json'), join(copy, 'package.json'));
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  await cp(join(root, 'tsconfig.json'), join(copy, 'tsconfig.base.json'));
  // The local Discord is a program of its own: nothing of ours is in it.
  const ours = { extends: './tsconfig.base.json', include: ['src'], exclude: ['src/local-discord'] };
  await writeFile(join(copy, 'tsconfig.json'), JSON.stringify(ours));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const args = [
    '--noEmit',
    '--singleThreaded',
    '--watch',
    '--preserveWatchOutput',
    '--pretty',
    'false',
    '-p',
    copy,
  ];
  compiler = spawn(process.execPath, [tsc, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  compiler.stdout?.on('data', (chunk: Buffer) => {
    said += String(chunk);
  });
  expect(await faultsAfter(async () => undefined)).toBe('');
});

afterAll(async () => {
  compiler?.kill('SIGKILL');
  await rm(copy, { recursive: true, force: true });
});

const DELETABLE = [
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
];
const ROUNDS = [0, 1, 2, 3, 4, 5];
/** Three of the six rounds for each: of any two features, some round takes the one and leaves the other, both ways. */
const THREES = ROUNDS.flatMap((a) =>
  ROUNDS.flatMap((b) => ROUNDS.filter((c) => a < b && b < c).map((c) => [a, b, c])),
);

describe('deleting a feature', () => {
  it.each(ROUNDS)(
    'takes its folder and its line, and nothing else: round %i',
    { timeout: 120_000 },
    async (round) => {
      const taken = DELETABLE.filter((_, index) => THREES[index]?.includes(round));
      const list = await readFile(join(copy, LIST), 'utf8');
      const faults = await faultsAfter(async () => {
        for (const feature of taken) await rm(join(copy, 'src/features', feature), { recursive: true });
        await writeFile(join(copy, LIST), taken.reduce(withoutLine, list));
      });
      for (const feature of taken)
        await cp(join(root, 'src/features', feature), join(copy, 'src/features', feature), {
          recursive: true,
        });
      await writeFile(join(copy, LIST), list);
      expect(faults, `without ${taken.join(', ')}`).toBe('');
    },
  );

  it('is tried beside each other feature that may go', () => {
    expect(DELETABLE.length).toBeLessThanOrEqual(THREES.length);
  });

  it('would tell of a feature that others import', { timeout: 120_000 }, async () => {
    const faults = await faultsAfter(() => rm(join(copy, 'src/features/people/member'), { recursive: true }));
    expect(faults).toContain('people/member');
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

const FOUND = /Found (\d+) errors?\. Watching/g;
/** Longer than files of one change are apart. */
const SETTLED_MS = 500;

/** What the compiler says once it has seen a change and is at rest; empty when it has nothing to say. */
async function faultsAfter(change: () => Promise<unknown>): Promise<string> {
  const before = said.length;
  await change();
  for (let known = 0, since = performance.now(); ; await sleep(50)) {
    const now = said.slice(before);
    if (now.length !== known) [known, since] = [now.length, performance.now()];
    const verdict = [...now.matchAll(FOUND)].at(-1);
    const isAtRest = verdict && now.trimEnd().endsWith('Watching for file changes.');
    if (isAtRest && performance.now() - since > SETTLED_MS) {
      const last = now.slice(now.lastIndexOf('tarting', verdict.index));
      return verdict[1] === '0' ? '' : last;
    }
  }
}
