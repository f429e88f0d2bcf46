// A program that runs the embedded server until it is killed: what a test does to Cohort's own process.
// Usage: node embedded-program.ts DIR. Prints the owner's address, or the reason why not and exits with 1.
import { startEmbedded } from '#db/embedded.ts';
import { silentLog, TEST_SETTINGS } from '../support/settings.ts';

// Like Cohort, it decides itself when to end.
process.on('SIGINT', () => undefined);

try {
  const { migrationUrl } = await startEmbedded({
    dir: process.argv[2] ?? '',
    log: silentLog,
    settings: TEST_SETTINGS,
  });
  process.stdout.write(`${migrationUrl}\n`);
  setInterval(() => undefined, 1000);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
