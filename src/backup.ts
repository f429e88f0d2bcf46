// Keeps everything in one file, while the bot runs or not: `npm run backup`.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBackup } from '#db/backup/write.ts';
import { ConfigError, loadDotEnv, readConfig } from './config.ts';
import { quietLog, reachDatabase, tell } from './visit.ts';

const HELP = `Keeps everything that is in the database in one file, as it is at this instant. The bot may be running.

  npm run backup                           into DATA_DIR/backups, named after the time
  npm run backup -- cohort.backup

The database is the one of npm start with the same settings. npm run restore brings it back.
`;

await tell(async () => {
  const { values, positionals } = readArguments(process.argv.slice(2));
  if (values.help) return HELP;
  loadDotEnv();
  const config = readConfig(process.env);
  const now = new Date();
  const name = `cohort-${now.toISOString().slice(0, 19).replaceAll(':', '-')}.backup`;
  const file = resolve(positionals[0] ?? join(config.dataDir, 'backups', name));
  const server = await reachDatabase(config.database, quietLog());
  const { counts } = await writeBackup({ url: server.url, file, now }).finally(() => server.stop());
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${file}: ${rows} rows of ${Object.keys(counts).length} tables.\n`;
});

function readArguments(args: string[]) {
  try {
    const parsed = parseArgs({
      args,
      options: { help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (parsed.positionals.length <= 1) return parsed;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new ConfigError(['Name one file, or none. See npm run backup -- --help.']);
}
