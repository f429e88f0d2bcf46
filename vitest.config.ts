import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// .ci/run counts from the runner's own report, without changing the command that the README gives.
const report = process.env.TEST_REPORT;

// Every worker imports the same hundreds of modules: compiled once, for all of them and for the next run.
process.env.NODE_COMPILE_CACHE ??= 'node_modules/.cache/compiled';

const MEMORY = '/dev/shm';
const ROOM = 4 * 1024 ** 3;

/** Room for files that may be programs too. */
function hasRoomInMemory(): boolean {
  if (!existsSync(MEMORY) || !existsSync('/proc/mounts')) return false;
  const mounted = readFileSync('/proc/mounts', 'utf8').split('\n');
  if (!mounted.some((line) => line.includes(` ${MEMORY} `) && !line.includes('noexec'))) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM;
}

// Servers' clusters, browsers' profiles and copies of the tree are made and thrown away by the hundred: a disk takes
// longer for that than the tests themselves.
if (hasRoomInMemory()) process.env.TMPDIR ??= MEMORY;

/** With sockets, processes, threads or a database in them. */
const SERVICES = [
  'test/**/*.db.test.ts',
  'test/e2e/**/*.test.ts',
  'test/local-discord/**/*.test.ts',
  'test/anki/**/*.test.ts',
  'test/http/**/*.test.ts',
  'test/pictures/**/*.test.ts',
  'test/deletable.test.ts',
];
/** Over the whole bank, the whole bot or tree, or thousands of simulated members: read, checked and measured. */
const CONTENT = [
  'test/architecture.test.ts',
  'test/docs.test.ts',
  'test/content.test.ts',
  'test/content/**/*.test.ts',
  'test/**/*.bank.test.ts',
  'test/**/*.simulated.test.ts',
  // With the database driver and every command loaded, though nothing is connected.
  'test/**/*.whole.test.ts',
  // Files of other tools, packed and unpacked.
  'test/formats/**/*.test.ts',
];

/** Services wait most of their time, for PostgreSQL, other programs and timers: on two cores, four halve it. */
const WORKERS = Math.max(4, availableParallelism() - 1);

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // A worker's memory is young for as long as it can be, and cleared by its own thread: the other cores have workers too.
    execArgv: [
      '--max-semi-space-size=64',
      '--min-semi-space-size=32',
      '--initial-heap-size=512',
      '--single-threaded-gc',
    ],
    // Nothing here lives in a module but constants, and to import everything anew costs a second a file.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: [...SERVICES, ...CONTENT],
          // A second worker would spend more on imports than it takes over.
          maxWorkers: 1,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'content',
          include: CONTENT,
          exclude: SERVICES,
          maxWorkers: WORKERS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'services',
          include: SERVICES,
          globalSetup: ['test/support/global-setup.ts'],
          maxWorkers: WORKERS,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
