// Brings a backup into an empty database: `npm run restore -- <file>`.
import { resolve } from 'node:path';
import { restoreBackup } from '#db/backup/restore.ts';
import { findRunning } from '#db/embedded/cluster.ts';
import { type Config, ConfigError, loadDotEnv, readConfig } from './config.ts';
import { quietLog, reachDatabase, tell } from './visit.ts';

const HELP = `Brings back what npm run backup has kept, all of it or nothing, and brings it up to this release.

  npm run restore -- cohort.backup

Into the database of npm start with the same settings, which has to be empty: a new DATA_DIR, or a new database.
`;

// A connection that is lost while rows are sent ends in an error inside postgres.js (3.4.9, nextWrite) that nobody can
// catch; the transaction is gone with it.
process.on('uncaughtException', (error) => {
  process.stderr.write(`The database went away (${error.message}): nothing was restored. Begin again.\n`);
  process.exit(1);
});

await tell(async () => {
  const [file, ...more] = process.argv.slice(2);
  if (file === '--help' || file === '-h') return HELP;
  if (!file || more.length > 0 || file.startsWith('-'))
    throw new ConfigError(['Name the file of one backup. See npm run restore -- --help.']);
  loadDotEnv();
  const { database } = readConfig(process.env);
  refuseRunning(database);
  const log = quietLog();
  const server = await reachDatabase(database, log);
  const restored = restoreBackup({ ...server, file: resolve(file), log });
  const { counts } = await restored.finally(() => server.stop());
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${rows} rows of ${Object.keys(counts).length} tables are back, as many as were kept.\n`;
});

function refuseRunning(database: Config['database']): void {
  if (database.kind === 'url' || !findRunning(database.dir)) return;
  throw new ConfigError([
    `Cohort is running on ${database.dir}: stop it first, and restore into an empty folder.`,
  ]);
}
