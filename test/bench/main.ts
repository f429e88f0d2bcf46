// npm run bench [-- seconds-per-run [answers [folder]]]: rates, latencies and CPU of answering, each next to a baseline of
// the same run; then what members feel of a bot that holds 5 million answers, which takes two minutes and 4 GB to write. A
// folder keeps them for the next run.
import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { clusterPath } from '#db/embedded/cluster.ts';
import { type Embedded, startEmbedded } from '#db/embedded.ts';
import { administer, makeFolder, silentLog, withDatabase } from '../support/database.ts';
import { openStage, type Past, writePasts } from './growth/stage.ts';
import { benchOpenLoop } from './open-loop.ts';
import { benchSqlPath } from './sql-path.ts';
import { benchWholeBot } from './whole-bot.ts';

const seconds = Number(process.argv[2] ?? 5);
const answers = Number(process.argv[3] ?? 5_000_000);
const kept = process.argv[4];
const past: Past = {
  name: 'past',
  size: { answers, servers: 2_000, members: 50_000, large: 4_000 },
  // Enough for nobody to come back twice to one question.
  real: 3_000,
};
const dir = kept ?? (await makeFolder());
await mkdir(dir, { recursive: true });
try {
  await writePasts(dir, [past]);
  // As in production: synchronous commits, fsync on.
  const server = await startEmbedded({ dir, log: silentLog });
  try {
    await measure(server);
  } finally {
    await server.stop();
  }
} finally {
  if (!kept) await rm(dir, { recursive: true, force: true });
}

async function measure(server: Embedded): Promise<void> {
  const [postmaster = ''] = readFileSync(join(clusterPath(dir), 'postmaster.pid'), 'utf8').split('\n');
  console.log(`${cpus().length} cores, Node ${process.version}, ${seconds} s a run, median of 3 runs\n`);
  for (const [name, bench] of [
    ['bench_sql', benchSqlPath],
    ['bench_bot', benchWholeBot],
  ] as const) {
    const owner = new URL(server.migrationUrl).username;
    await administer(server.superuserUrl, async (sql) => {
      await sql`drop database if exists ${sql(name)} with (force)`;
      await sql`create database ${sql(name)} owner ${sql(owner)}`;
    });
    const setting = {
      databaseUrl: withDatabase(server.migrationUrl, name),
      postmaster: Number(postmaster),
      seconds,
    };
    console.log(`${(await bench(setting)).join('\n')}\n`);
  }
  const stage = await openStage({ dir, server }, past);
  await stage.settled();
  console.log(`Open loop (Poisson) on ${answers} answers: ms from press to feedback`);
  console.log((await benchOpenLoop(stage, seconds)).join('\n'));
  await stage.stop();
}
