// What must hold after everything that went wrong, one line for each thing that does not.
import { eq, ne } from 'drizzle-orm';
import type { Database } from '#db/connect.ts';
import { projections } from '#features/index.ts';
import { answers, posts } from '#features/record/post/table.ts';
import type { Scope } from '#features/record/projection.ts';
import type { LocalDiscord } from '#local-discord/server.ts';
import { customIdsOf } from '../../support/cohort.ts';
import type { Told } from './crowd.ts';

export type After = {
  db: Database;
  discord: LocalDiscord;
  serverId: string;
  memberIds: readonly string[];
  channelIds: readonly string[];
  told: readonly Told[];
};

export async function judge(after: After): Promise<string[]> {
  const found = await Promise.all([unsaved(after), unfinished(after), countedWrong(after)]);
  return [...found.flat(), ...posted(after)];
}

/** Whoever was told that an answer is taken finds it. */
async function unsaved({ db, told }: After): Promise<string[]> {
  const rows = await db
    .select({ messageId: posts.messageId, memberId: answers.memberId })
    .from(answers)
    .innerJoin(posts, eq(posts.id, answers.postId));
  const saved = new Set(rows.map(({ messageId, memberId }) => `${messageId}/${memberId}`));
  return told
    .filter(({ messageId, memberId }) => !saved.has(`${messageId}/${memberId}`))
    .map(({ messageId, memberId }) => `told ${memberId} of an answer to ${messageId} that is not there`);
}

/** Everything that was due was done, or given up for a reason. */
async function unfinished({ db }: After): Promise<string[]> {
  const rows = await db.select().from(posts).where(ne(posts.kind, 'private'));
  return rows
    .filter(({ status }) => status === 'pending' || status === 'open')
    .map(({ id, kind, status, failure }) => `post ${id} (${kind}) is still ${status}: ${failure}`);
}

/** What every answer added to boards and streaks is what counting them all anew gives. */
async function countedWrong({ db, serverId, memberIds }: After): Promise<string[]> {
  const scopes: Scope[] = [
    { kind: 'server', id: serverId },
    ...memberIds.map((id) => ({ kind: 'member', id }) as const),
  ];
  const wrong: string[] = [];
  for (const { name, rebuild } of projections) {
    for (const scope of scopes) {
      if (scope.kind === 'everyone') continue;
      const changed = await rebuild({ db, clock: { now: () => new Date() } }, scope);
      if (changed > 0) wrong.push(`${name} of ${scope.kind} ${scope.id}: ${changed} rows were wrong`);
    }
  }
  return wrong;
}

/** No question stands twice, and none can be answered any more. */
function posted({ discord, channelIds }: After): string[] {
  const messages = channelIds.flatMap((id) => discord.messages(id));
  const all = [...messages, ...messages.flatMap(({ id }) => discord.messages(id))];
  const places = new Map<string, number>();
  const wrong: string[] = [];
  for (const message of all) {
    const ids = customIdsOf(message);
    if (ids.some((id) => id.startsWith('answer:'))) wrong.push(`message ${message.id} can still be answered`);
    const [post] = ids.flatMap((id) => /^(?:answer|reasoning):\d+:(\d+)/.exec(id)?.[1] ?? []);
    if (post) places.set(post, (places.get(post) ?? 0) + 1);
  }
  const twice = [...places].filter(([, count]) => count > 1);
  return [...wrong, ...twice.map(([post, count]) => `post ${post} stands ${count} times`)];
}
