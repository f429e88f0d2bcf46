// Old questions that an exam is just handing in, after a long absence of the bot.
import { and, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { postsAskedBy } from '#features/record/post/pruning.store.ts';
import { sittings } from './table.ts';

export async function neededForHandingIn(
  tx: Db,
  { postIds }: { postIds: readonly number[] },
): Promise<number[]> {
  const handing = tx
    .select({ id: sittings.memberId })
    .from(sittings)
    .where(and(isNotNull(sittings.submittedAt), isNull(sittings.recordedAt)));
  return postsAskedBy(tx, { postIds, members: handing });
}
