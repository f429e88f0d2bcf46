// A look at schedules, as /daily list and /setup status take it: with what their channels lack now. Whatever has been
// mended meanwhile is sent at once, instead of at its next try.
import { type DailyDeps, listSchedules, type PermissionCheck } from './actions.ts';
import { withAsks } from './own.actions.ts';
import { hurryPending } from './pending.store.ts';
import { isDegraded, type Lacking, needOf, type ScheduleSettings } from './rules.ts';
import type { Schedule } from './store.ts';

type Looking = DailyDeps & PermissionCheck;
export type Looked = Schedule & Pick<ScheduleSettings, 'asks'> & { isMended: boolean };

/** Only where posting failed Discord's permissions are looked at. */
export async function lookAtSchedules(deps: Looking, input: { serverId: string }): Promise<Looked[]> {
  const { schedules } = await listSchedules(deps, input);
  const checked = await Promise.all(
    schedules.map(async (schedule) => ({
      schedule: await withAsks(deps.content, schedule),
      lacking: isDegraded(schedule.lastPost) ? await lackingIn(deps, schedule) : [],
    })),
  );
  return (await hurry(deps, checked)).map(({ schedule }) => schedule);
}

export type Checked = { schedule: Looked; missing: Lacking };

/** What the bot lacks where, schedule by schedule. */
export async function checkSchedules(deps: Looking, input: { serverId: string }): Promise<Checked[]> {
  const { schedules } = await listSchedules(deps, input);
  const checked = await Promise.all(
    schedules.map(async (schedule) => ({ schedule, lacking: await lackingIn(deps, schedule) })),
  );
  return (await hurry(deps, checked)).map(({ schedule, lacking }) => ({ schedule, missing: lacking }));
}

type Found = { schedule: Schedule; lacking: Lacking };

async function hurry(
  { db, clock }: DailyDeps,
  found: readonly Found[],
): Promise<{ schedule: Looked; lacking: Lacking }[]> {
  const isWaiting = ({ schedule, lacking }: Found) =>
    schedule.status === 'active' && isDegraded(schedule.lastPost) && lacking.length === 0;
  const channelIds = found.filter(isWaiting).map(({ schedule }) => schedule.channelId);
  const mended = new Set(await hurryPending(db, { channelIds, now: clock.now() }));
  return found.map(({ schedule, lacking }) => ({
    schedule: { ...withNewReason(schedule, lacking), isMended: mended.has(schedule.channelId) },
    lacking,
  }));
}

/** What is missing now, where it was not named when Discord refused. */
function withNewReason(schedule: Schedule, lacking: Lacking): Schedule {
  const { lastPost } = schedule;
  if (!lastPost || !isDegraded(lastPost) || typeof lacking === 'string' || lacking.length === 0)
    return schedule;
  return { ...schedule, lastPost: { ...lastPost, failure: `no-permission:${lacking.join(',')}` } };
}

function lackingIn({ channels }: PermissionCheck, schedule: Schedule): Promise<Lacking> {
  const { serverId, channelId } = schedule;
  return channels.missingPermissions({ serverId, channelId, need: needOf(schedule) });
}
