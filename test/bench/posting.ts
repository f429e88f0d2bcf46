// npm run bench:posting [-- dailies [closings [processes]]]: so many questions of the day due at once, under Discord's limit of fifty
// requests a second, and so many that close meanwhile; with one process and with four, one of which is killed. Simulated,
// with a clock that waits for nobody. `-- programs [dailies [processes]]` does it with the bot's own programs, in real time.
import { rm } from 'node:fs/promises';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { administer, makeFolder, silentLog, withDatabase } from '../support/database.ts';
import { runPrograms } from './posting/programs.ts';
import { report } from './posting/report.ts';
import { simulate } from './posting/simulate.ts';

const given = process.argv.slice(2);
const [first, second, third] = given.filter((each) => /^\d+$/.test(each)).map(Number);

const dir = await makeFolder();
const server = await startEmbedded({ dir, log: silentLog, settings: { max_connections: 100 } });
const owner = new URL(server.migrationUrl).username;
const emptyDatabase = async (name: string) => {
  await administer(server.superuserUrl, (sql) => sql`create database ${sql(name)} owner ${sql(owner)}`);
  const url = withDatabase(server.migrationUrl, name);
  await migrate({ url, log: silentLog });
  return url;
};
try {
  if (given.includes('programs')) {
    const url = await emptyDatabase('programs');
    await runPrograms({ url, dailies: first ?? 2_000, processes: second ?? 1 });
  } else {
    for (const processes of third ? [third] : [1, 4]) {
      const url = await emptyDatabase(`processes_${processes}`);
      const scene = { url, dailies: first ?? 100_000, closings: second ?? 2_000, processes };
      console.log(report(scene, await simulate(scene)));
    }
  }
} finally {
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}
// A timer of the clock that is gone again may still hold something open.
process.exit();
