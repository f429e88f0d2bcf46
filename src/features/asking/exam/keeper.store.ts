// Old questions that an exam is just handing in, after a long absence of the bot.
import { and, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { posts } from '#features/record/post/table.ts';
import { sittings } from './table.ts';

export async function neededForHandingIn(
  tx: Db,
  { postIds }: { postIds: readonly number[] },
): Promise<number[]> {
  const handing = tx
    .select({ id: sittings.memberId })
    .from(sittings)
    .where(and(isNotNull(sittings.submittedAt), isNull(sittings.recordedAt)));
  const rows = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(inArray(posts.id, [...postIds]), inArray(posts.askedBy, handing)));
  return rows.map(({ id }) => id);
}
