// Claims the database for the application that starts first; another one is turned away, unless whoever runs it says
// that it shall take over.
import type { Logger } from 'pino';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { StartRefused } from '#lib/refusal.ts';
import { SECRET_LENGTH, SERVERS_ASKED } from './rules.ts';
import { ensureInstallation, handOver, knowsAnyServer, readInstallation, readSomeServers } from './store.ts';

type Deps = {
  db: Db;
  clock: Clock;
  random: Random;
  log: Logger;
  channels: { isInServer(serverId: string): Promise<boolean | null> };
};

export type Claim = {
  applicationId: string;
  /** Those that this process is told about; `seesAll` when there are no others. */
  serverIds: readonly string[];
  seesAll: boolean;
  takesDatabase: boolean;
};

/** Throws StartRefused when the database belongs to another Discord application. */
export async function claimDatabase(deps: Deps, claim: Claim): Promise<{ secret: string }> {
  const { db, log } = deps;
  const { applicationId, takesDatabase } = claim;
  const before = await readInstallation(db);
  if (!before && !takesDatabase && !(await isOwn(deps, claim))) throw refuseUnclaimed(applicationId);
  const stored = before ?? (await ensureInstallation(db, newInstallation(deps, claim)));
  if (stored.applicationId === applicationId) return { secret: stored.secret };
  if (!takesDatabase) throw refuse(stored.applicationId, applicationId);
  log.warn({ from: stored.applicationId, to: applicationId }, 'the database changes hands');
  await handOver(db, { applicationId });
  return { secret: stored.secret };
}

/**
 * Before it has an owner (a release before there were any), a database is of who is in one of its servers: else a
 * token for trying out would take the database of the real bot, and the real one would be turned away.
 */
async function isOwn({ db, channels }: Deps, { serverIds, seesAll }: Claim): Promise<boolean> {
  const known = await readSomeServers(db, { limit: SERVERS_ASKED });
  if (known.length === 0 || (await knowsAnyServer(db, serverIds))) return true;
  if (seesAll) return false;
  for (const id of known) if (await channels.isInServer(id)) return true;
  return false;
}

function newInstallation({ clock, random }: Deps, { applicationId }: Claim) {
  const secret = Array.from({ length: SECRET_LENGTH }, () => Math.floor(random() * 36).toString(36)).join('');
  return { applicationId, secret, firstStartedAt: clock.now() };
}

const OR_ELSE =
  'use its token, or another DATABASE_URL. To take the database over: npm start -- --take-database (README, Configuration).';

function refuse(owner: string, applicationId: string): StartRefused {
  return new StartRefused(
    `This database belongs to another Discord application (${owner}, not ${applicationId}): ${OR_ELSE}`,
  );
}

function refuseUnclaimed(applicationId: string): StartRefused {
  return new StartRefused(
    `This database holds servers in none of which this Discord application (${applicationId}) is, so it belongs to another one: ${OR_ELSE}`,
  );
}
