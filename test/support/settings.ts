// What every database of the tests shares; without vitest, for programs that tests start.
import { pino } from 'pino';

export const silentLog = pino({ level: 'silent' });

/** What test servers may skip, since nobody needs their data after a power cut. */
export const TEST_SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  // A password of a run of tests is worth nothing; each connection would spend milliseconds on it.
  scram_iterations: 1,
  max_connections: 200,
};
