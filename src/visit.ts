// What programs that only read have in common: the database of `npm start`, beside the bot or without it, their flags,
// and how they say what they found.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type Logger, pino } from 'pino';
import { connect, type Db } from '#db/connect.ts';
import { reachEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { type Config, ConfigError, loadDotEnv, readConfig } from './config.ts';
import { explainStart } from './explain.ts';

export async function visitDatabase<T>(read: (db: Db) => Promise<T>): Promise<T> {
  loadDotEnv();
  const { database } = readConfig(process.env);
  const log = quietLog();
  const { url, migrationUrl, stop } = await reachDatabase(database, log);
  try {
    // A database that no bot has opened yet has nothing to read, and no table for it.
    await migrate({ url, migrationUrl, log });
    const db = connect({ url, log, max: 1 });
    return await read(db).finally(() => db.end());
  } finally {
    await stop();
  }
}

/** Warnings alone, beside what was asked for. */
export function quietLog(): Logger {
  return pino({ level: 'warn' }, process.stderr);
}

/** The one of `npm start`, beside it or without it. */
export async function reachDatabase(
  database: Config['database'],
  log: Logger,
): Promise<{ url: string; migrationUrl?: string | undefined; stop(): Promise<void> }> {
  if (database.kind === 'embedded') return reachEmbedded({ dir: database.dir, log });
  return { ...database, stop: async () => undefined };
}

/** The values of a program's flags; throws one plain line for a flag that it does not have. */
export function readFlags<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { options, program }: { options: Options; program: string },
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new ConfigError([
      `${error instanceof Error ? error.message : error}. See npm run ${program} -- --help.`,
    ]);
  }
}

/** Writes what was found, or in plain words why nothing was. */
export async function tell(find: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(await find());
  } catch (error) {
    process.stderr.write(`${explainStart(error)}\n`);
    process.exitCode = 1;
  }
}
