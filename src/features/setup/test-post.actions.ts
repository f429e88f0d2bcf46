// A test question in the daily channel: shows that posting, answering and closing work there. Counts for nothing.
import type { Random } from '#lib/random.ts';
import { drawQuestion, namesOfMissing } from '../daily/rules.ts';
import { insertTestPost, lastAskedIn, readSchedules } from '../daily/store.ts';
import { postedAs } from '../quiz/rules.ts';
import { type PermissionCheck, type SetupDeps, serverOf, type Who } from './actions.ts';
import { type Notice, TEST_OPEN_MS, TEST_SEND_MS } from './rules.ts';

export async function queueTest(
  deps: SetupDeps & PermissionCheck & { random: Random },
  input: Who,
): Promise<Notice> {
  const [schedule] = await readSchedules(deps.db, input.serverId);
  if (!schedule) return { kind: 'channel-first' };
  const { channelId } = schedule;
  const missing = namesOfMissing(await deps.channels.missingPermissions(channelId, 'post'));
  if (missing.length > 0) return { kind: 'lacks-permission', channelId, missing };
  const server = await serverOf(deps, input.serverId);
  const drawn = drawQuestion({
    pack: deps.content.get(server.exam) ?? null,
    edition: server.edition,
    domains: schedule.domains,
    lastAsked: await lastAskedIn(deps.db, channelId),
    random: deps.random,
  });
  if (!drawn) return { kind: 'no-question' };
  const now = deps.clock.now();
  await insertTestPost(deps.db, {
    kind: 'test',
    status: 'pending',
    serverId: input.serverId,
    channelId,
    homeChannelId: channelId,
    askedBy: input.memberId,
    ...postedAs(drawn.question, server, deps.random),
    createdAt: now,
    closesAt: new Date(now.getTime() + TEST_OPEN_MS),
    sendBefore: new Date(now.getTime() + TEST_SEND_MS),
  });
  return { kind: 'test-queued', channelId };
}
