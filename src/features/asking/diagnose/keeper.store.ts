// Old questions that a diagnosis is just handing in, after a long absence of the bot.
import { and, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { posts } from '#features/record/post/table.ts';
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
  const rows = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(inArray(posts.id, [...postIds]), inArray(posts.askedBy, handing)));
  return rows.map(({ id }) => id);
}
