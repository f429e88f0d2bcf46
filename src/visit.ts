// Opens the database of `npm start` for a program that only reads, beside the bot or without it.
import { pino } from 'pino';
import { connect, type Db } from '#db/connect.ts';
import { reachEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { loadDotEnv, readConfig } from './config.ts';

export async function visitDatabase<T>(read: (db: Db) => Promise<T>): Promise<T> {
  loadDotEnv();
  const { database } = readConfig(process.env);
  const log = pino({ level: 'warn' }, process.stderr);
  const server = database.kind === 'embedded' ? await reachEmbedded({ dir: database.dir, log }) : null;
  const url = database.kind === 'url' ? database.url : (server?.url ?? '');
  try {
    // A database that no bot has opened yet has nothing to read, and no table for it.
    await migrate({ url, log });
    const db = connect({ url, log, max: 1 });
    return await read(db).finally(() => db.end());
  } finally {
    await server?.stop();
  }
}
