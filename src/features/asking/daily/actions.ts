// What admins do with schedules: set, pause, resume, remove, skip, look. Posting is in posting.actions.ts.
import type { Library } from '#content/library.ts';
import type { Domain } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { serverOf } from '#features/people/server/actions.ts';
import type { ServerSettings } from '#features/people/server/rules.ts';
import type { Clock } from '#lib/clock.ts';
import type { ChangeOutcome, NotFound, SetOutcome } from './outcome.rules.ts';
import { domainsOf, packsOfServer, withAsks } from './own.actions.ts';
import {
  type CannotPost,
  cannotPost,
  heldBack,
  type Lacking,
  MAX_SCHEDULES,
  needOf,
  nextOccurrence,
  nextPosts,
  type ScheduleSettings,
  summarize,
} from './rules.ts';
import { defaultSettings, readTyped, type Typed } from './settings.rules.ts';
import {
  hasJustBegun,
  type LogLine,
  readSchedules,
  removeSchedule,
  type Schedule,
  saveSchedule,
  setSkipDate,
  setStatus,
} from './store.ts';

export type DailyDeps = { db: Db; content: Library; clock: Clock };
/** What the bot lacks in a channel of a server. */
export type PermissionCheck = {
  channels: {
    missingPermissions(check: {
      serverId: string;
      channelId: string;
      need: 'post' | 'post-and-thread';
    }): Promise<Lacking>;
  };
};

export type SetInput = {
  serverId: string;
  memberId: string;
  channelId: string;
  typed: Typed;
  /** Undefined leaves it as it is; null pings nobody. */
  roleId?: string | null;
  wantsThread: boolean | null;
};

/** Makes the schedule of a channel or changes it; what is not given stays as it was. Nothing is stored unless it can post. */
export async function setSchedule(deps: DailyDeps & PermissionCheck, input: SetInput): Promise<SetOutcome> {
  const outcome = await trySet(deps, input);
  // Made just now, by another admin or by the same press in another process: then it is there to be changed.
  return outcome.kind === 'taken-just-now' ? trySet(deps, input) : outcome;
}

async function trySet(deps: DailyDeps & PermissionCheck, input: SetInput): Promise<SetOutcome> {
  const server = await serverOf(deps, input.serverId);
  const schedules = await readSchedules(deps.db, input.serverId);
  const before = schedules.find((schedule) => schedule.channelId === input.channelId) ?? null;
  const kept = before ?? defaultSettings(server.zone);
  const read = readTyped(input.typed, {
    before: kept,
    domains: await domainsOf(deps.content, server),
    packs: await packsOfServer(deps, input),
  });
  if ('kind' in read) return read;
  const settings = {
    ...read,
    channelId: input.channelId,
    roleId: input.roleId === undefined ? kept.roleId : input.roleId,
    wantsThread: input.wantsThread ?? kept.wantsThread,
  };
  const refused = await checkPosting(deps, { ...settings, serverId: input.serverId });
  if (refused) return refused;
  return store(deps, { ...input, before, settings });
}

async function store(
  deps: DailyDeps,
  { before, settings, ...who }: SetInput & { before: Schedule | null; settings: ScheduleSettings },
): Promise<SetOutcome> {
  const now = deps.clock.now();
  // A date that was settled under the old settings is not posted again under the new ones.
  const { lastDate, skipDate } = before ?? { lastDate: null, skipDate: null };
  const from = { after: now, afterDate: lastDate };
  const log = logLine(deps, { ...who, before: before && summarize(before), after: summarize(settings) });
  const saved = await saveSchedule(deps.db, {
    id: before?.id ?? null,
    settings,
    status: 'active',
    next: nextOccurrence(settings, from.after, from.afterDate),
    log,
  });
  if (saved === 'full') return { kind: 'too-many', max: MAX_SCHEDULES };
  if (saved !== 'saved') return { kind: saved === 'taken' ? 'taken-just-now' : 'gone-just-now' };
  const next = nextPosts(settings, { ...from, skipDate }, 3);
  // The same once more reads like the first time.
  const isSame = before?.status === 'active' && log.before === log.after;
  const isChange = before !== null && !(isSame && (await hasJustBegun(deps.db, log)));
  const held = heldBack(settings, now, before);
  return { kind: 'set', isChange, settings: await withAsks(deps.content, settings), next, held };
}

export async function listSchedules(
  deps: DailyDeps,
  input: { serverId: string },
): Promise<{ server: ServerSettings; schedules: Schedule[] }> {
  const server = await serverOf(deps, input.serverId);
  return { server, schedules: await readSchedules(deps.db, input.serverId) };
}

/** The exam domains that a server's schedules can be restricted to. */
export async function domainsOfServer(
  deps: DailyDeps,
  input: { serverId: string },
): Promise<readonly Domain[]> {
  return domainsOf(deps.content, await serverOf(deps, input.serverId));
}

export type Which = {
  serverId: string;
  memberId: string;
  /** Null: the channel where the command is used, or else the only schedule there is. */
  channelId: string | null;
  hereId: string;
};

export async function pauseSchedule(deps: DailyDeps, input: Which): Promise<ChangeOutcome> {
  const found = await findSchedule(deps, input);
  if ('kind' in found) return found;
  if (found.status === 'paused') return { kind: 'paused-already', schedule: found };
  const next = { date: found.nextDate, at: found.nextAt };
  const log = logLine(deps, { ...input, channelId: found.channelId, before: 'active', after: 'paused' });
  const isDone = await setStatus(deps.db, { id: found.id, status: 'paused', next, log });
  return isDone ? { kind: 'paused', schedule: found } : { kind: 'gone-just-now' };
}

/** Also takes back a skip. What passed during a pause is not made up for. */
export async function resumeSchedule(deps: DailyDeps, input: Which): Promise<ChangeOutcome> {
  const found = await findSchedule(deps, input);
  if ('kind' in found) return found;
  const now = deps.clock.now();
  const [first, ...more] = nextPosts(found, { after: now, afterDate: found.lastDate, skipDate: null }, 3);
  if (!first) throw new Error('a schedule without a next post');
  const next = [first, ...more];
  if (found.status === 'active' && found.skipDate === null) {
    return { kind: 'runs-already', schedule: found, next };
  }
  const before = found.status === 'paused' ? 'paused' : `skips ${found.skipDate}`;
  const log = logLine(deps, { ...input, channelId: found.channelId, before, after: 'active' });
  if (!(await setStatus(deps.db, { id: found.id, status: 'active', next: first, log }))) {
    return { kind: 'gone-just-now' };
  }
  return { kind: found.status === 'paused' ? 'resumed' : 'unskipped', schedule: found, next };
}

export async function deleteSchedule(deps: DailyDeps, input: Which): Promise<ChangeOutcome> {
  const found = await findSchedule(deps, input);
  if ('kind' in found) return found;
  const log = logLine(deps, { ...input, channelId: found.channelId, before: summarize(found), after: null });
  // Gone a moment ago, by another admin or by this very press in another process: it is removed all the same.
  await removeSchedule(deps.db, { id: found.id, log });
  return { kind: 'removed', schedule: found };
}

export async function skipNext(deps: DailyDeps, input: Which): Promise<ChangeOutcome> {
  const found = await findSchedule(deps, input);
  if ('kind' in found) return found;
  if (found.status === 'paused') return { kind: 'paused-already', schedule: found };
  if (found.skipDate !== null) return { kind: 'skips-already', schedule: found };
  const skipped = { date: found.nextDate, at: found.nextAt };
  const log = logLine(deps, {
    ...input,
    channelId: found.channelId,
    before: null,
    after: `skips ${skipped.date}`,
  });
  if (!(await setSkipDate(deps.db, { id: found.id, date: skipped.date, log }))) {
    return { kind: 'gone-just-now' };
  }
  const from = { after: deps.clock.now(), afterDate: found.lastDate, skipDate: skipped.date };
  return { kind: 'skipped', schedule: found, skipped, next: nextPosts(found, from, 3) };
}

/** The schedule an admin means. */
export async function findSchedule(deps: DailyDeps, input: Which): Promise<Schedule | NotFound> {
  const schedules = await readSchedules(deps.db, input.serverId);
  const inChannel = (id: string) => schedules.find((schedule) => schedule.channelId === id);
  const only = schedules.length === 1 ? schedules[0] : undefined;
  const found = input.channelId ? inChannel(input.channelId) : (inChannel(input.hereId) ?? only);
  return (
    found ?? {
      kind: 'none-here',
      wanted: input.channelId,
      channelIds: schedules.map((schedule) => schedule.channelId),
    }
  );
}

/** What keeps a schedule from posting in its channel; null when nothing does. */
export async function checkPosting(
  { channels }: PermissionCheck,
  { serverId, channelId, wantsThread }: { serverId: string; channelId: string; wantsThread: boolean },
): Promise<CannotPost | null> {
  const need = needOf({ wantsThread });
  return cannotPost(channelId, await channels.missingPermissions({ serverId, channelId, need }));
}

type Change = {
  serverId: string;
  memberId: string;
  channelId: string;
  before: string | null;
  after: string | null;
};

export function logLine({ clock }: { clock: Clock }, change: Change): LogLine {
  const { serverId, memberId, channelId, before, after } = change;
  return { serverId, memberId, now: clock.now(), setting: `daily:${channelId}`, before, after };
}
