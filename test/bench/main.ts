// npm run bench [-- seconds-per-run]: rates, latencies and CPU of answering, each next to a baseline of the same run.
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { clusterPath } from '#db/embedded/cluster.ts';
import { startEmbedded } from '#db/embedded.ts';
import { administer, makeFolder, silentLog, withDatabase } from '../support/database.ts';
import { benchSqlPath } from './sql-path.ts';
import { benchWholeBot } from './whole-bot.ts';

const seconds = Number(process.argv[2] ?? 5);
const dir = await makeFolder();
// As in production: synchronous commits, fsync on.
const server = await startEmbedded({ dir, log: silentLog });
try {
  const [postmaster = ''] = readFileSync(join(clusterPath(dir), 'postmaster.pid'), 'utf8').split('\n');
  console.log(`${cpus().length} cores, Node ${process.version}, ${seconds} s a run, median of 3 runs\n`);
  for (const [name, bench] of [
    ['bench_sql', benchSqlPath],
    ['bench_bot', benchWholeBot],
  ] as const) {
    const owner = new URL(server.migrationUrl).username;
    await administer(server.superuserUrl, (sql) => sql`create database ${sql(name)} owner ${sql(owner)}`);
    const setting = {
      databaseUrl: withDatabase(server.migrationUrl, name),
      postmaster: Number(postmaster),
      seconds,
    };
    console.log(`${(await bench(setting)).join('\n')}\n`);
  }
} finally {
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}
