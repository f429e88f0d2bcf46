// What the quiz still needs of old questions, and what goes with them.
import { and, inArray, isNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Keeper, Leaving } from '#features/record/keeper.ts';
import { afterwords, rounds } from './table.ts';

export const keeper: Keeper = { needed: unsaid, leave: forget };

/** A word is still to be said about them. */
async function unsaid(tx: Db, { postIds }: { postIds: readonly number[] }): Promise<number[]> {
  const rows = await tx
    .select({ id: afterwords.postId })
    .from(afterwords)
    .where(and(inArray(afterwords.postId, [...postIds]), isNull(afterwords.settledAt)));
  return rows.map(({ id }) => id);
}

/** A private round that nobody has gone on with for so long begins anew when it is wanted again. */
async function forget(tx: Db, { postIds, roundIds }: Leaving): Promise<void> {
  await tx.delete(afterwords).where(inArray(afterwords.postId, [...postIds]));
  await tx.delete(rounds).where(inArray(rounds.id, [...roundIds]));
}
