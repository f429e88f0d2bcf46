// This machine: room and rights for the data, the port, the packs, and what Node brings along.
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadPacks } from '#content/load.ts';
import { findClusterPassword } from '#db/embedded/cluster.ts';
import { addressOf, ListenError, tryToListen } from '#http/server.ts';
import type { Config } from '../config.ts';
import { explainStart } from '../explain.ts';
import { type Finding, fault, ok, orOk } from './finding.ts';

/** What Node was built with: process.versions and Intl, or what a test has instead. */
type Runtime = {
  icu: string | undefined;
  tz: string | undefined;
  knowsGerman: boolean;
  zones: number;
};

export type Machine = { runtime: Runtime; now: Date; freeBytes: (path: string) => number };

export function thisMachine(now: Date): Machine {
  const { icu, tz } = process.versions;
  const knowsGerman = new Intl.NumberFormat('de').resolvedOptions().locale === 'de';
  const runtime = { icu, tz, knowsGerman, zones: Intl.supportedValuesOf('timeZone').length };
  const freeBytes = (path: string) => {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  };
  return { runtime, now, freeBytes };
}

export async function examineMachine(
  { config, contentDir }: { config: Config | null; contentDir: string },
  machine: Machine,
): Promise<Finding[]> {
  const always = [...examineRuntime(machine), await examineContent(contentDir)];
  if (!config) return always;
  return [...always, ...examineFolder(config, machine), ...(await examinePorts(config))];
}

/** Zones change several times a year, and governments leave little time: two years old is wrong somewhere. */
const OLDEST_ZONES_YEARS = 2;
const NODE = 'install a current Node 24 from https://nodejs.org, or run npm ci, which brings one along';

function examineRuntime({ runtime, now }: Machine): Finding[] {
  const { icu, tz, knowsGerman, zones } = runtime;
  const small = !icu || !knowsGerman || zones < 300;
  const year = Number.parseInt(tz ?? '', 10);
  const isOld = Number.isNaN(year) || now.getUTCFullYear() - year > OLDEST_ZONES_YEARS;
  return [
    ...orOk(
      'languages',
      small
        ? [`This Node was built with small-icu or none, so dates and numbers are English only: ${NODE}.`]
        : [],
      `Node has all languages and zones (ICU ${icu})`,
    ),
    ...orOk(
      'zones',
      isOld
        ? [`Node's time zone data are of ${tz ?? 'no known year'}, so that some clocks are wrong: ${NODE}.`]
        : [],
      `Node's time zone data are of ${tz}`,
    ),
  ];
}

async function examineContent(dir: string): Promise<Finding> {
  try {
    const packs = existsSync(dir) ? await loadPacks(dir) : new Map();
    if (packs.size > 0) return ok('packs', `${packs.size} exam packs can be read`);
    return fault('packs', `${dir} holds no exam pack: get that folder from the release or repository again.`);
  } catch (error) {
    return fault('packs', String(explainStart(error)));
  }
}

const GIGABYTE = 1024 ** 3;
const LEAST_FREE = GIGABYTE / 2;

function examineFolder({ dataDir, database }: Config, { freeBytes }: Machine): Finding[] {
  const nearest = nearestFolder(dataDir);
  const free = freeBytes(nearest);
  const disk =
    free < LEAST_FREE
      ? fault(
          'disk',
          `${Math.round(free / 1024 ** 2)} MB are free at ${nearest}: free some space, or move DATA_DIR.`,
        )
      : ok('disk', `${(free / GIGABYTE).toFixed(1)} GB are free at ${nearest}`);
  const faults = [...faultsOfRights(dataDir, nearest), ...faultsOfPassword(database)];
  return [disk, ...orOk('data folder', faults, `${dataDir} can be written`)];
}

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}

function faultsOfRights(dataDir: string, nearest: string): string[] {
  if (!statSync(nearest).isDirectory()) return [`${nearest} is no folder: set DATA_DIR to another one.`];
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return [];
  } catch {
    return [`${dataDir} cannot be written: give ${nearest} to the user who runs Cohort, or set DATA_DIR.`];
  }
}

function faultsOfPassword(database: Config['database']): string[] {
  const path = database.kind === 'embedded' ? findClusterPassword(database.dir) : null;
  if (!path || process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return [];
  return [`${path} can be read by other users of this machine: run chmod 600 on it.`];
}

async function examinePorts({ http, mode }: Config): Promise<Finding[]> {
  const own = await examinePort(http);
  if (mode === 'discord' || http.port === 0 || own.state === 'fault') return [own];
  const next = await examinePort({ host: '127.0.0.1', port: http.port + 1 });
  // Taken by its playground, when it is a Cohort that has the first one.
  return own.says.includes('Cohort') ? [own] : [own, next];
}

async function examinePort(where: { host: string; port: number }): Promise<Finding> {
  try {
    await tryToListen(where);
    return ok('port', `${where.port === 0 ? 'any free port' : `port ${where.port}`} can be had`);
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    if (await isCohort(where)) return ok('port', `port ${where.port} is that of a Cohort that runs`);
    return fault('port', error.message);
  }
}

async function isCohort(where: { host: string; port: number }): Promise<boolean> {
  try {
    const answer = await fetch(`${addressOf(where)}/healthz`, { signal: AbortSignal.timeout(3000) });
    return 'alive' in ((await answer.json()) as object);
  } catch {
    // Nothing of ours, whatever it is.
    return false;
  }
}
