// A server's coming and going. The composition root calls the first two on guildCreate and guildDelete.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { settleAll } from '#lib/settle.ts';
import { purgeServer } from './purge.store.ts';
import { purgeLeftBefore } from './rules.ts';
import { serversLeftBefore, setLeft, settleLeft } from './store.ts';

/** The bot is (again) in this server: its data stays. */
export async function serverJoined({ db }: { db: Db }, input: { serverId: string }): Promise<void> {
  await setLeft(db, { id: input.serverId, leftAt: null });
}

/** The bot was removed. Not for a guildDelete with `unavailable`: that is an outage at Discord. */
export async function serverLeft(
  { db, clock }: { db: Db; clock: Clock },
  input: { serverId: string },
): Promise<void> {
  await setLeft(db, { id: input.serverId, leftAt: clock.now() });
}

/** At the start of the only process, or of all: removals and invitations while the bot was down were not told. */
export async function settleServers(
  { db, clock }: { db: Db; clock: Clock },
  input: { present: readonly string[] },
): Promise<void> {
  await settleLeft(db, { present: input.present, now: clock.now() });
}

/**
 * Deletes what is left of servers that removed the bot 30 days ago; returns how many there were. One that cannot be
 * deleted keeps none of the others from it, and is told at the end.
 */
export async function purgeLeftServers({ db, clock }: { db: Db; clock: Clock }): Promise<number> {
  const left = await serversLeftBefore(db, { before: purgeLeftBefore(clock.now()), limit: 100 });
  await settleAll(left, (id) => purgeServer(db, id));
  return left.length;
}
