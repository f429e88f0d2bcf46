import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Most of the time is waiting, for PostgreSQL and for timers: on two cores, three workers halve it.
    maxWorkers: Math.max(3, availableParallelism() - 1),
  },
});
