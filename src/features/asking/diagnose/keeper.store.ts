// Old questions that a diagnosis is just handing in, after a long absence of the bot.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { postsAskedBy } from '#features/record/post/pruning.store.ts';
import { diagnoses } from './table.ts';

export async function neededForHandingIn(
  tx: Db,
  { postIds }: { postIds: readonly number[] },
): Promise<number[]> {
  // Written out, so that the partial index answers.
  const handing = tx
    .select({ id: diagnoses.memberId })
    .from(diagnoses)
    .where(sql`recorded < cardinality(picks)`);
  return postsAskedBy(tx, { postIds, members: handing });
}
