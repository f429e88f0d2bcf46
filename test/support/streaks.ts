// Streaks as members make them: by answering questions of their own.
import { eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { projections } from '#features/index.ts';
import { servers } from '#features/people/server/table.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import type { NewPost } from '#features/record/post/store.ts';
import { streaks } from '#features/standing/streak/table.ts';
import { libraryOf, makePack } from './pack.ts';
import { emptyTables, makePost } from './rows.ts';

const pack = makePack();
const content = libraryOf(pack);

/** Two servers, in Berlin, and nothing else. */
export async function emptyServer(db: Db): Promise<void> {
  await emptyTables(db);
  await db.insert(servers).values(
    ['s1', 's2'].map((id) => ({
      ...{ id, exam: pack.exam.id, edition: 'c02', zone: 'Europe/Berlin', createdAt: new Date(0) },
    })),
  );
}

/** Answers a question of its own, as the quiz does it, at an instant. */
export async function answerAt(db: Db, memberId: string, iso: string): Promise<void> {
  await answerPost(db, memberId, { createdAt: new Date(iso) });
}

/** The same, of a question and in a server of choice. */
export async function answerPost(
  db: Db,
  memberId: string,
  changes: Partial<NewPost> & { createdAt: Date },
): Promise<void> {
  const at = changes.createdAt;
  const post = await makePost(db, { closesAt: null, ...changes });
  const press = { postId: post.id, memberId, serverId: changes.serverId ?? 's1', picked: [0], at };
  await answerQuestion({ db, content, projections }, { from: null, ...press, pressId: at.toISOString() });
}

export async function streakOf(db: Db, memberId: string) {
  const [row] = await db.select().from(streaks).where(eq(streaks.memberId, memberId));
  return row;
}
