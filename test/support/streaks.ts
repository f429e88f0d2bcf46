// Streaks as members make them: by answering questions of their own.
import { eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { projections } from '#features/index.ts';
import { servers } from '#features/people/server/table.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import { streaks } from '#features/standing/streak/table.ts';
import { libraryOf, makePack } from './pack.ts';
import { emptyTables, makePost } from './rows.ts';

const pack = makePack();
const content = libraryOf(pack);

/** A server in Berlin, and nothing else. */
export async function emptyServer(db: Db): Promise<void> {
  await emptyTables(db);
  await db
    .insert(servers)
    .values({ id: 's1', exam: pack.exam.id, edition: 'c02', zone: 'Europe/Berlin', createdAt: new Date(0) });
}

/** Answers a question of its own, as the quiz does it, at an instant. */
export async function answerAt(db: Db, memberId: string, iso: string): Promise<void> {
  const at = new Date(iso);
  const post = await makePost(db, { createdAt: at, closesAt: null });
  const press = { postId: post.id, memberId, serverId: 's1', picked: [0], pressId: iso, at };
  await answerQuestion({ db, content, projections }, { from: null, ...press });
}

export async function streakOf(db: Db, memberId: string) {
  const [row] = await db.select().from(streaks).where(eq(streaks.memberId, memberId));
  return row;
}
