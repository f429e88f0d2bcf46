// Which role looks after a server's own questions.
import { eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { logChange } from './store.ts';
import { servers } from './table.ts';

/** Null for none. */
export async function readReviewRole(db: Db, id: string): Promise<string | null> {
  const [row] = await db.select({ role: servers.reviewRole }).from(servers).where(eq(servers.id, id));
  return row?.role ?? null;
}

type Choice = { id: string; role: string | null; memberId: string; now: Date };

/** Sets and logs it, both or neither; the same once more is no change. */
export async function setReviewRole(db: Db, { id, role, memberId, now }: Choice): Promise<void> {
  await db.transaction(async (tx) => {
    // Two at once come one after the other.
    const [before] = await tx
      .select({ role: servers.reviewRole })
      .from(servers)
      .where(eq(servers.id, id))
      .for('update');
    if (!before || before.role === role) return;
    await tx.update(servers).set({ reviewRole: role }).where(eq(servers.id, id));
    const change = { setting: 'reviewers', before: before.role, after: role };
    await logChange(tx, { serverId: id, memberId, changedAt: now, ...change });
  });
}
