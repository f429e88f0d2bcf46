// Where a playground keeps its data: as the bot that starts it is told, by DATA_DIR or a .env file.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvFile } from 'node:process';

/** What is set already wins over the file; a variable that is set but blank counts as not set. */
export function defaultDataDir(): string {
  if (existsSync('.env')) loadEnvFile('.env');
  return join(process.env.DATA_DIR?.trim() || './data', 'local-discord');
}
