// One more question of the day at an admin's wish, and a look at what comes next.
import type { Random } from '#lib/random.ts';
import { postedAs } from '../quiz/rules.ts';
import {
  type DailyDeps,
  findSchedule,
  lackingIn,
  type PermissionCheck,
  serverOf,
  type Which,
} from './actions.ts';
import type { ExtraOutcome, PreviewOutcome } from './outcome.rules.ts';
import { closesAt, drawQuestion, nextOccurrence, nextPosts, sendBefore } from './rules.ts';
import { insertExtraPost, lastAskedIn, type Schedule } from './store.ts';

/** One more question of the day, now. It has no local date of its own, so the schedule's next post is untouched. */
export async function postNow(
  deps: DailyDeps & PermissionCheck & { random: Random },
  input: Which,
): Promise<ExtraOutcome> {
  const found = await findSchedule(deps, input);
  if ('kind' in found) return found;
  const missing = await lackingIn(deps, found);
  if (missing.length > 0) return { kind: 'lacks-permission', channelId: found.channelId, missing };
  const { server, drawn } = await drawFor(deps, found);
  if (!drawn) return { kind: 'no-question' };
  const now = deps.clock.now();
  const closes = closesAt(found.closeAfterMinutes, { postedAt: now, next: nextOccurrence(found, now) });
  const isQueued = await insertExtraPost(deps.db, {
    id: found.id,
    post: {
      kind: 'daily',
      status: 'pending',
      serverId: found.serverId,
      channelId: found.channelId,
      homeChannelId: found.channelId,
      askedBy: input.memberId,
      ...postedAs(drawn.question, server, deps.random),
      createdAt: now,
      closesAt: closes,
      pingRole: found.roleId,
      wantsThread: found.wantsThread,
      sendBefore: sendBefore(now, closes),
    },
  });
  return isQueued
    ? { kind: 'queued', schedule: found, closesAt: closes }
    : { kind: 'on-its-way', schedule: found };
}

export async function previewSchedule(
  deps: DailyDeps & { random: Random },
  input: Which,
): Promise<PreviewOutcome> {
  const found = await findSchedule(deps, input);
  if ('kind' in found) return found;
  const { drawn } = await drawFor(deps, found);
  if (!drawn) return { kind: 'no-question' };
  const from = { after: deps.clock.now(), afterDate: found.lastDate, skipDate: found.skipDate };
  const { id, name, weight } = drawn.domain;
  return {
    kind: 'preview',
    schedule: found,
    status: found.status,
    next: nextPosts(found, from, 3),
    domain: { id, name, weight },
    isExhausted: drawn.isExhausted,
  };
}

async function drawFor(deps: DailyDeps & { random: Random }, schedule: Schedule) {
  const server = await serverOf(deps, schedule.serverId);
  const drawn = drawQuestion({
    pack: deps.content.get(server.exam) ?? null,
    edition: server.edition,
    domains: schedule.domains,
    lastAsked: await lastAskedIn(deps.db, schedule.channelId),
    random: deps.random,
  });
  return { server, drawn };
}
