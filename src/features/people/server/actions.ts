// A server's coming and going, as Discord tells it.
import type { Logger } from 'pino';
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { settleAll } from '#lib/settle.ts';
import { purgeServer } from './purge.store.ts';
import { type Arrival, firstSettings, isBelievable, isNewcomer, purgeLeftBefore } from './rules.ts';
import {
  clearLeft,
  ensureServer,
  markMissing,
  noteThere,
  readServer,
  type Server,
  serversLeftBefore,
  serversNotLeft,
  setLeft,
} from './store.ts';

/** A server's settings; one seen for the first time gets the edition that can still be sat today. */
export async function serverOf(
  { db, content, clock }: { db: Db; content: Library; clock: Clock },
  serverId: string,
): Promise<Server> {
  const known = await readServer(db, serverId);
  if (known) return known;
  return ensureServer(db, firstSettings(content, { id: serverId, now: clock.now() }));
}

/** What Discord says of a server the bot is in; null of one that it does not know (any more). */
type Arrivals = { channels: { arrivalIn(serverId: string): Arrival | null } };
type Joining = { db: Db; content: Library; clock: Clock } & Arrivals;

/** The bot is (again) in this server: its data stays. One that is new to us begins with what its language suggests. */
export async function serverJoined(
  { db, content, clock, channels }: Joining,
  { serverId: id }: { serverId: string },
): Promise<void> {
  const arrival = channels.arrivalIn(id);
  if (!arrival) return setLeft(db, { id, leftAt: null });
  const now = clock.now();
  const first = firstSettings(content, { id, now, locale: arrival.locale });
  await noteThere(db, { ...first, greetAt: isNewcomer(arrival, now) ? now : null });
}

/** The bot was removed. Not for a guildDelete with `unavailable`: that is an outage at Discord. */
export async function serverLeft(
  { db, clock }: { db: Db; clock: Clock },
  input: { serverId: string },
): Promise<void> {
  await setLeft(db, { id: input.serverId, leftAt: clock.now() });
}

type Seen = { serverIds: readonly string[]; wouldSee(serverId: string): boolean };

/**
 * After a login: removals and invitations while the bot was down were not told. A process says which servers are there
 * and, of those on its own shards, which ones are missing; nobody is believed that most of them are.
 */
export async function settleServers(
  { log, ...deps }: Joining & { log: Logger },
  { serverIds: present, wouldSee }: Seen,
): Promise<void> {
  const { db, clock } = deps;
  await clearLeft(db, { present });
  await settleAll(invitedLately(deps, present), (serverId) => serverJoined(deps, { serverId }));
  const isPresent = new Set(present);
  const own = (await serversNotLeft(db)).filter(wouldSee);
  const missing = own.filter((id) => !isPresent.has(id));
  if (missing.length === 0) return;
  const counted = { known: own.length, missing: missing.length };
  if (!isBelievable(counted)) {
    log.error(counted, 'too many servers are missing at once: none of them is marked as left');
    return;
  }
  log.warn(counted, 'servers removed the bot while it was down: their data goes in 30 days');
  await markMissing(db, { missing, now: clock.now() });
}

function invitedLately({ channels, clock }: Arrivals & { clock: Clock }, present: readonly string[]) {
  const now = clock.now();
  return present.filter((id) => {
    const arrival = channels.arrivalIn(id);
    return arrival !== null && isNewcomer(arrival, now);
  });
}

/** Whether the bot is in a server, by Discord's own word; null when it cannot say so now. */
export type Presence = { channels: { isInServer(serverId: string): Promise<boolean | null> } };

/**
 * Deletes what is left of servers that removed the bot 30 days ago; returns how many there were. Nothing can bring it
 * back, so Discord is asked first, whatever was noted: one that is there after all stays. One that cannot be deleted
 * keeps none of the others from it, and is told at the end.
 */
export async function purgeLeftServers({
  db,
  clock,
  channels,
}: { db: Db; clock: Clock } & Presence): Promise<number> {
  const left = await serversLeftBefore(db, { before: purgeLeftBefore(clock.now()), limit: 100 });
  let purged = 0;
  await settleAll(left, async (id) => {
    const isThere = await channels.isInServer(id);
    if (isThere) await setLeft(db, { id, leftAt: null });
    if (isThere !== false) return;
    await purgeServer(db, id);
    purged += 1;
  });
  return purged;
}
