// From what a message says it is about to the question itself.
import type { Db } from '#db/connect.ts';
import { readPost } from './store.ts';

type Target =
  | { kind: 'post'; postId: number }
  | { kind: 'question'; exam: string; questionId: string; version: number };

export type Asked = { exam: string; questionId: string; version: number };

/** Null for a post that is not there any more. */
export async function askedBy({ db }: { db: Db }, target: Target): Promise<Asked | null> {
  if (target.kind === 'question') return target;
  const post = await readPost(db, target.postId);
  return post && { exam: post.exam, questionId: post.questionId, version: post.questionVersion };
}
