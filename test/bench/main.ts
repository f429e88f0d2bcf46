// npm run bench [-- answers-per-run]: rates and latencies of answering, each next to a baseline of the same run.
import { rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { startEmbedded } from '#db/embedded.ts';
import { administer, makeFolder, silentLog, withDatabase } from '../support/database.ts';
import { benchSqlPath } from './sql-path.ts';
import { benchWholeBot } from './whole-bot.ts';

const total = Number(process.argv[2] ?? 2000);
const dir = await makeFolder();
// As in production: synchronous commits, fsync on.
const server = await startEmbedded({ dir, log: silentLog });
try {
  console.log(
    `${cpus().length} cores, Node ${process.version}, ${total} answers per run, median of 3 runs\n`,
  );
  for (const [name, bench] of [
    ['bench_sql', benchSqlPath],
    ['bench_bot', benchWholeBot],
  ] as const) {
    const owner = new URL(server.url).username;
    await administer(server.superuserUrl, (sql) => sql`create database ${sql(name)} owner ${sql(owner)}`);
    console.log(`${(await bench(withDatabase(server.url, name), total)).join('\n')}\n`);
  }
} finally {
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}
