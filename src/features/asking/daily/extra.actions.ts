// One more question of the day at an admin's wish, a test, and a look at what comes next.
import type { Pack } from '#content/pack.ts';
import { serverOf } from '#features/people/server/actions.ts';
import { postedAs } from '#features/record/post/rules.ts';
import { lastAskedIn } from '#features/record/post/store.ts';
import { localDateAt, startOfLocalDay } from '#lib/local-date.ts';
import type { Random } from '#lib/random.ts';
import { checkPosting, type DailyDeps, findSchedule, type PermissionCheck, type Which } from './actions.ts';
import { type Drawn, drawQuestion } from './drawing.rules.ts';
import type { ExtraOutcome, PreviewOutcome, TestOutcome } from './outcome.rules.ts';
import { withAsks } from './own.actions.ts';
import { hurryPending, insertExtraPost, insertTestPost } from './pending.store.ts';
import { aimOf, closesAt, nextOccurrence, nextPosts, sendBefore } from './rules.ts';
import { readSchedules, type Schedule } from './store.ts';

type Deps = DailyDeps & { random: Random };

/** A test question can be answered this long. */
const TEST_OPEN_MS = 10 * 60_000;
/** A test that cannot be sent soon has failed. */
const TEST_SEND_MS = 2 * 60_000;

/** One more question of the day, now. It has no local date of its own, so the schedule's next post is untouched. */
export async function postNow(
  deps: Deps & PermissionCheck,
  input: Which & { pressId: string },
): Promise<ExtraOutcome> {
  const found = await findSchedule(deps, input);
  if ('kind' in found) return found;
  const refused = await checkPosting(deps, found);
  if (refused) return refused;
  const draw = await drawFor(deps, found);
  if (!draw) return { kind: 'no-question' };
  const now = deps.clock.now();
  const closes = closesAt(found.closeAfterMinutes, { postedAt: now, next: nextOccurrence(found, now) });
  const queued = await insertExtraPost(deps.db, {
    id: found.id,
    today: startOfLocalDay(localDateAt(now, found.zone), found.zone),
    post: {
      kind: 'daily',
      ...pending(found, input),
      ...shown(draw, deps.random),
      createdAt: now,
      closesAt: closes,
      pingRole: found.roleId,
      wantsThread: found.wantsThread,
      sendBefore: sendBefore(now, closes),
    },
  });
  switch (queued.kind) {
    case 'gone':
      return { kind: 'gone-just-now' };
    case 'too-soon':
      return { kind: 'too-soon', schedule: found, at: queued.at };
    case 'queued':
      return { kind: 'queued', schedule: found, closesAt: closes, isSilent: queued.isSilent };
    case 'on-its-way': {
      // Nothing stands in its way any more: what waits for its next try need not.
      const hurried = await hurryPending(deps.db, { channelIds: [found.channelId], now });
      return { kind: hurried.length > 0 ? 'sent-on' : 'on-its-way', schedule: found };
    }
  }
}

/** A test question in a server's first daily channel: shows that posting, answering and closing work there. */
export async function queueTest(
  deps: Deps & PermissionCheck,
  input: { serverId: string; memberId: string; pressId: string },
): Promise<TestOutcome> {
  const [schedule] = await readSchedules(deps.db, input.serverId);
  if (!schedule) return { kind: 'channel-first' };
  const { channelId } = schedule;
  const refused = await checkPosting(deps, { ...schedule, wantsThread: false });
  if (refused) return refused;
  const draw = await drawFor(deps, schedule);
  if (!draw) return { kind: 'no-question' };
  const now = deps.clock.now();
  const queued = await insertTestPost(deps.db, {
    id: schedule.id,
    post: {
      kind: 'test',
      ...pending(schedule, input),
      ...shown(draw, deps.random),
      createdAt: now,
      closesAt: new Date(now.getTime() + TEST_OPEN_MS),
      sendBefore: new Date(now.getTime() + TEST_SEND_MS),
    },
  });
  if (queued.kind === 'gone') return { kind: 'channel-first' };
  return queued.kind === 'too-soon'
    ? { kind: 'test-too-soon', channelId, at: queued.at }
    : { kind: 'test-queued', channelId };
}

export async function previewSchedule(deps: Deps, input: Which): Promise<PreviewOutcome> {
  const found = await findSchedule(deps, input);
  if ('kind' in found) return found;
  const draw = await drawFor(deps, found);
  if (!draw) return { kind: 'no-question' };
  const from = { after: deps.clock.now(), afterDate: found.lastDate, skipDate: found.skipDate };
  const { id, name, weight } = draw.drawn.domain;
  return {
    kind: 'preview',
    schedule: await withAsks(deps.content, found),
    status: found.status,
    next: nextPosts(found, from, 3),
    domain: { id, name, weight },
    isExhausted: draw.drawn.isExhausted,
  };
}

type Draw = { edition: string; pack: Pack; drawn: Drawn };

/** Null when the edition has no question at all. */
async function drawFor(deps: Deps, schedule: Schedule): Promise<Draw | null> {
  const server = await serverOf(deps, schedule.serverId);
  const { exam, edition, domains } = aimOf(server, schedule.domains);
  const pack = await deps.content.packOf(exam);
  const asked = await lastAskedIn(deps.db, { channelIds: [schedule.channelId], exam });
  const drawn = drawQuestion({
    pack,
    edition,
    domains,
    lastAsked: asked.get(schedule.channelId) ?? new Map(),
    doubtful: deps.content.doubtful(exam),
    random: deps.random,
  });
  return pack && drawn ? { edition, pack, drawn } : null;
}

function pending({ serverId, channelId }: Schedule, by: { memberId: string; pressId: string }) {
  const where = { serverId, channelId, homeChannelId: channelId };
  return { status: 'pending' as const, ...where, askedBy: by.memberId, pressId: by.pressId };
}

function shown({ drawn, pack, edition }: Draw, random: Random) {
  return postedAs(drawn.question, { pack, edition }, random);
}
