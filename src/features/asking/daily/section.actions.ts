// What the set-up of a server does with its (first) question of the day.

import type { Db } from '#db/connect.ts';
import { serverOf } from '#features/people/server/actions.ts';
import type { ServerSettings } from '#features/people/server/rules.ts';
import { checkPosting, type DailyDeps, logLine, type PermissionCheck } from './actions.ts';
import type { SectionOutcome } from './outcome.rules.ts';
import { DEFAULT_TIME, heldBack, nextOccurrence, type ScheduleSettings, summarize } from './rules.ts';
import { defaultSettings, readTyped } from './settings.rules.ts';
import { readSchedules, type Schedule, saveSchedule, setZone } from './store.ts';

/** What one command or control wants changed; what is left out stays. */
export type SectionChanges = {
  channelId?: string;
  time?: string;
  weekdays?: string;
  /** Null pings nobody. */
  roleId?: string | null;
};

export type SectionState = { server: ServerSettings; schedules: Schedule[] };

export async function readSection(deps: DailyDeps, input: { serverId: string }): Promise<SectionState> {
  const server = await serverOf(deps, input.serverId);
  return { server, schedules: await readSchedules(deps.db, input.serverId) };
}

type FirstChange = { serverId: string; memberId: string; changes: SectionChanges };

/** Makes the server's first schedule, or changes the oldest one. */
export async function changeFirst(
  deps: DailyDeps & PermissionCheck,
  input: FirstChange,
): Promise<SectionOutcome> {
  const outcome = await tryChange(deps, input);
  // Another process, or another admin, has just made it: what stands there now is read again.
  return outcome.kind === 'channel-taken' ? tryChange(deps, input) : outcome;
}

async function tryChange(
  deps: DailyDeps & PermissionCheck,
  { changes, ...who }: FirstChange,
): Promise<SectionOutcome> {
  const { server, schedules } = await readSection(deps, who);
  const before = schedules[0] ?? null;
  const channelId = changes.channelId ?? before?.channelId;
  if (channelId === undefined) return { kind: 'channel-first' };
  if (schedules.some((schedule) => schedule.channelId === channelId && schedule !== before)) {
    return { kind: 'channel-taken', channelId };
  }
  const settings = readSettings(changes, { before, channelId, zone: server.zone });
  if ('kind' in settings) return settings;
  const refused = await checkPosting(deps, { ...settings, serverId: who.serverId });
  if (refused) return refused;
  return storeFirst(deps, { ...who, before, settings });
}

type Storing = { serverId: string; memberId: string; before: Schedule | null; settings: ScheduleSettings };

async function storeFirst(deps: DailyDeps, { before, settings, ...who }: Storing): Promise<SectionOutcome> {
  const { channelId } = settings;
  const now = deps.clock.now();
  const saved = await saveSchedule(deps.db, {
    id: before?.id ?? null,
    settings,
    status: before?.status ?? 'active',
    next: nextOccurrence(settings, now, before?.lastDate ?? null),
    log: logLine(deps, {
      ...who,
      channelId,
      before: before && summarize(before),
      after: summarize(settings),
    }),
  });
  // Only the first of all is made here: a server that has as many as it may have has one.
  if (saved !== 'saved')
    return saved === 'taken' ? { kind: 'channel-taken', channelId } : { kind: 'gone-just-now' };
  return { kind: 'daily-saved', channelId, isNew: before === null, held: heldBack(settings, now, before) };
}

/** Schedules that went by the server's zone still do; one with a zone of its own keeps it. Returns how many moved. */
export async function moveZone(
  tx: Db,
  { serverId, before, after, now }: { serverId: string; before: string; after: string; now: Date },
): Promise<number> {
  const moved = (await readSchedules(tx, serverId)).filter((schedule) => schedule.zone === before);
  for (const schedule of moved) {
    const next = nextOccurrence({ ...schedule, zone: after }, now, schedule.lastDate);
    await setZone(tx, { id: schedule.id, zone: after, next });
  }
  return moved.length;
}

/** The channel of the oldest schedule; null when there is none. */
export async function firstChannel(db: Db, serverId: string): Promise<string | null> {
  return (await readSchedules(db, serverId))[0]?.channelId ?? null;
}

type Base = { before: Schedule | null; channelId: string; zone: string };

function readSettings(
  changes: SectionChanges,
  { before, channelId, zone }: Base,
): ScheduleSettings | SectionOutcome {
  const kept = before ?? { ...defaultSettings(zone), time: DEFAULT_TIME };
  const typed = {
    time: changes.time ?? kept.time,
    zone: null,
    weekdays: changes.weekdays ?? null,
    domains: null,
    closeAfter: null,
  };
  const read = readTyped(typed, { before: kept, domains: [] });
  if ('kind' in read) return read;
  const roleId = changes.roleId === undefined ? kept.roleId : changes.roleId;
  return { ...read, channelId, roleId, wantsThread: kept.wantsThread };
}
