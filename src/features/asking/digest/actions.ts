// A server's week: set by an admin, due at their hour, worked out from what the group answered, posted once.
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { serverOf } from '#features/people/server/actions.ts';
import type { Clock } from '#lib/clock.ts';
import { localDateAt } from '#lib/local-date.ts';
import {
  type Chosen,
  DEFAULT_WHEN,
  type DigestSetting,
  isTooLate,
  lessonsOfWeek,
  nextDueAt,
  retryMs,
  sumOf,
  type WeekTold,
  type When,
  weakestLesson,
  weekBefore,
} from './rules.ts';
import {
  answeredInWeek,
  changeSetting,
  claimDue,
  type DueDigest,
  moveDue,
  putOff,
  readSetting,
  settle,
  takeUntold,
} from './store.ts';

export type { DueDigest };

type Deps = { db: Db; content: Library; clock: Clock };

/** What is left out stays; a null channel turns it off. */
export type Wish = { channelId?: string | null } & Partial<When>;

export async function chooseDigest(
  deps: Deps,
  { serverId, memberId, ...wish }: Wish & { serverId: string; memberId: string },
): Promise<Chosen> {
  const { zone } = await serverOf(deps, serverId);
  const now = deps.clock.now();
  const decide = (before: DigestSetting | null) => {
    const channelId = wish.channelId === undefined ? (before?.channelId ?? null) : wish.channelId;
    if (channelId === null) return null;
    const when = {
      weekday: wish.weekday ?? before?.weekday ?? DEFAULT_WHEN.weekday,
      hour: wish.hour ?? before?.hour ?? DEFAULT_WHEN.hour,
    };
    const startedOn = before?.startedOn ?? localDateAt(now, zone);
    const isSameHour = wish.weekday === undefined && wish.hour === undefined;
    const dueAt = (isSameHour && waitingSince(before, now)) || nextDueAt(when, now, zone);
    return { serverId, channelId, ...when, startedOn, setBy: memberId, dueAt };
  };
  await changeSetting(deps.db, { serverId, memberId, now, decide });
  const set = await readSetting(deps.db, serverId);
  if (set) return { kind: 'on', channelId: set.channelId, weekday: set.weekday, hour: set.hour };
  return wish.channelId === null ? { kind: 'off' } : { kind: 'no-channel-yet' };
}

/** A week that could not be posted yet is posted in the channel that is chosen now. */
function waitingSince(before: DigestSetting | null, now: Date): Date | null {
  return before && before.dueAt <= now ? before.dueAt : null;
}

export async function findSetting({ db }: { db: Db }, serverId: string): Promise<DigestSetting | null> {
  return readSetting(db, serverId);
}

/** The hour is one of the server's clock. */
export async function moveZone(
  tx: Db,
  { serverId, zone, now }: { serverId: string; zone: string; now: Date },
): Promise<boolean> {
  const set = await readSetting(tx, serverId);
  if (set) await moveDue(tx, { serverId, dueAt: nextDueAt(set, now, zone) });
  return set !== null;
}

/** Longer than a send may take, and short enough to try again while Discord still knows the nonce. */
const LEASE_MS = 60_000;
const BATCH = 50;

export async function takeDue({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<DueDigest[]> {
  return claimDue(db, { now: clock.now(), leaseMs: LEASE_MS, limit: BATCH });
}

/** Null where there is nothing to tell: nobody answered, or the bot was away for so long that it is no news. */
export async function tellWeek({ db, content, clock }: Deps, due: DueDigest): Promise<WeekTold | null> {
  const pack = await content.packOf(due.exam);
  if (!pack || isTooLate(due.dueAt, clock.now())) return null;
  const week = weekBefore(due.dueAt, due);
  const { asked, members } = await answeredInWeek(db, { serverId: due.serverId, exam: due.exam, ...week });
  if (members === 0) return null;
  const today = localDateAt(due.dueAt, due.zone);
  const next = lessonsOfWeek(pack, due.edition, { startedOn: due.startedOn, today });
  const weakest = weakestLesson(pack, asked);
  return { pack, week, zone: due.zone, members, tally: sumOf(asked), weakest, next };
}

/** `isPosted` is false for a week that was skipped: what failed before is still said. */
export async function weekSettled(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { due, isPosted }: { due: DueDigest; isPosted: boolean },
): Promise<void> {
  await settle(db, { due, nextAt: nextDueAt(due, clock.now(), due.zone), isPosted });
}

export async function weekFailed(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { due, failure }: { due: DueDigest; failure: string },
): Promise<void> {
  const until = new Date(clock.now().getTime() + retryMs(due.attempts));
  await putOff(db, { due, until, failure });
}

/** Those whose admin is to be told, once, that posting fails. */
export async function takeFailing({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<DigestSetting[]> {
  return takeUntold(db, { now: clock.now(), limit: BATCH });
}
