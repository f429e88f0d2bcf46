import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// .ci/run counts from the runner's own report, without changing the command that the README gives.
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Most of the time is waiting, for PostgreSQL and for timers: on two cores, three workers halve it.
    maxWorkers: Math.max(3, availableParallelism() - 1),
  },
});
