// Changing a server's settings and its (first) question of the day; every change acts at once and is logged.
import type { Packs } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import {
  DEFAULT_TIME,
  heldBack,
  namesOfMissing,
  needOf,
  nextOccurrence,
  type ScheduleSettings,
  summarize,
} from '../daily/rules.ts';
import { defaultSettings, readTyped } from '../daily/settings.rules.ts';
import { readSchedules, type Schedule, saveSchedule, setZone } from '../daily/store.ts';
import { markBoardsStale } from '../leaderboard/stale.store.ts';
import { firstSettings, type ServerSettings, todayIn } from '../server/rules.ts';
import { changeEdition, changeServer, ensureServer, recentChanges } from '../server/store.ts';
import { findZones, parseZone } from '../server/zones.rules.ts';
import {
  type ChannelCheck,
  describeServer,
  findChoice,
  type LoggedChange,
  listEditions,
  type Notice,
  type SetupChanges,
  type SetupState,
  SHOWN_CHANGES,
  splitChoice,
} from './rules.ts';

export type SetupDeps = { db: Db; content: Packs; clock: Clock };
/** Names of permissions that the bot lacks in a channel. */
export type PermissionCheck = {
  channels: {
    missingPermissions(channelId: string, need: 'post' | 'post-and-thread'): Promise<string[] | 'no-channel'>;
  };
};
export type Who = { serverId: string; memberId: string };

export async function readSetup(deps: SetupDeps, input: { serverId: string }): Promise<SetupState> {
  const server = await serverOf(deps, input.serverId);
  const schedules = await readSchedules(deps.db, input.serverId);
  const today = todayIn(server.zone, deps.clock.now());
  return describeServer(deps.content, { server, schedules, today });
}

export type Status = { state: SetupState; checks: ChannelCheck[]; changes: LoggedChange[] };

export async function readStatus(
  deps: SetupDeps & PermissionCheck,
  input: { serverId: string },
): Promise<Status> {
  const state = await readSetup(deps, input);
  const checks = await Promise.all(
    state.schedules.map(async (schedule) => ({
      channelId: schedule.channelId,
      missing: await deps.channels.missingPermissions(schedule.channelId, needOf(schedule)),
    })),
  );
  const changes = await recentChanges(deps.db, { serverId: input.serverId, limit: SHOWN_CHANGES });
  return { state, checks, changes };
}

/** Makes the changes one after another; each says what came of it. */
export async function changeSetup(
  deps: SetupDeps & PermissionCheck,
  { changes, ...who }: Who & { changes: SetupChanges },
): Promise<Notice[]> {
  const notices: Notice[] = [];
  const server = await serverOf(deps, who.serverId);
  if (changes.edition !== undefined)
    notices.push(await chooseEdition(deps, { ...who, typed: changes.edition }));
  if (changes.zone !== undefined)
    notices.push(await chooseZone(deps, { ...who, server, typed: changes.zone }));
  const { channelId, time, roleId } = changes;
  if (channelId !== undefined || time !== undefined || roleId !== undefined) {
    notices.push(await changeDaily(deps, { ...who, changes }));
  }
  return notices;
}

/** Everything a member has done stays: answers, streaks and boards belong to the exam, not to its edition. */
async function chooseEdition(deps: SetupDeps, input: Who & { typed: string }): Promise<Notice> {
  const choices = listEditions(deps.content);
  const choice = findChoice(choices, input.typed);
  if (!choice) {
    return { kind: 'no-such-edition', typed: input.typed, codes: choices.map(({ edition }) => edition.code) };
  }
  const isChanged = await changeEdition(deps.db, {
    id: input.serverId,
    memberId: input.memberId,
    now: deps.clock.now(),
    to: splitChoice(choice),
  });
  return { kind: isChanged ? 'edition-changed' : 'edition-kept', code: choice.edition.code };
}

async function chooseZone(
  deps: SetupDeps,
  input: Who & { server: ServerSettings; typed: string },
): Promise<Notice> {
  const zone = parseZone(input.typed);
  if (zone === null) return { kind: 'unknown-zone', typed: input.typed, choices: findZones(input.typed, 3) };
  const before = input.server.zone;
  const now = deps.clock.now();
  // Schedules that went by the server's zone still do; one with a zone of its own keeps it.
  const schedules = await readSchedules(deps.db, input.serverId);
  const moved = zone === before ? [] : schedules.filter((schedule) => schedule.zone === before);
  await deps.db.transaction(async (tx) => {
    if (zone === before) return;
    const change = { setting: 'zone' as const, before, after: zone };
    await changeServer(tx, { id: input.serverId, memberId: input.memberId, now, change });
    await markBoardsStale(tx, { serverId: input.serverId, since: now });
    for (const schedule of moved) {
      const next = nextOccurrence({ ...schedule, zone }, now, schedule.lastDate);
      await setZone(tx, { id: schedule.id, zone, next });
    }
  });
  return { kind: 'zone-changed', zone, moved: moved.length };
}

/** Makes the server's first schedule, or changes the oldest one. */
async function changeDaily(
  deps: SetupDeps & PermissionCheck,
  { changes, ...who }: Who & { changes: SetupChanges },
): Promise<Notice> {
  const server = await serverOf(deps, who.serverId);
  const schedules = await readSchedules(deps.db, who.serverId);
  const before = schedules[0] ?? null;
  const channelId = changes.channelId ?? before?.channelId;
  if (channelId === undefined) return { kind: 'channel-first' };
  if (schedules.some((schedule) => schedule.channelId === channelId && schedule !== before)) {
    return { kind: 'channel-taken', channelId };
  }
  const settings = readSettings(changes, { before, channelId, zone: server.zone });
  if ('kind' in settings) return settings;
  const missing = namesOfMissing(await deps.channels.missingPermissions(channelId, needOf(settings)));
  if (missing.length > 0) return { kind: 'lacks-permission', channelId, missing };
  const now = deps.clock.now();
  const isSaved = await saveSchedule(deps.db, {
    id: before?.id ?? null,
    settings,
    status: before?.status ?? 'active',
    next: nextOccurrence(settings, now, before?.lastDate ?? null),
    log: {
      ...who,
      now,
      setting: `daily:${channelId}`,
      before: before && summarize(before),
      after: summarize(settings),
    },
  });
  return isSaved
    ? { kind: 'daily-saved', channelId, isNew: before === null, held: heldBack(settings, now, before) }
    : { kind: 'channel-taken', channelId };
}

type Base = { before: Schedule | null; channelId: string; zone: string };

function readSettings(changes: SetupChanges, { before, channelId, zone }: Base): ScheduleSettings | Notice {
  const kept = before ?? { ...defaultSettings(zone), time: DEFAULT_TIME };
  const typed = {
    time: changes.time ?? kept.time,
    zone: null,
    weekdays: null,
    domains: null,
    closeAfter: null,
  };
  const read = readTyped(typed, { before: kept, domains: [] });
  if ('kind' in read) return read;
  const roleId = changes.roleId === undefined ? kept.roleId : changes.roleId;
  return { ...read, channelId, roleId, wantsThread: kept.wantsThread };
}

export async function serverOf({ db, content, clock }: SetupDeps, serverId: string): Promise<ServerSettings> {
  const now = clock.now();
  return ensureServer(db, { ...firstSettings(content, { id: serverId, now }), createdAt: now });
}
