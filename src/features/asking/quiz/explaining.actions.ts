// The reasoning of a question that a message is about: never before it closes, save to whom it was told already.
import type { Library } from '#content/library.ts';
import type { Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { readPicksOf } from '#features/record/answer/store.ts';
import { findQuestion } from '#features/record/post/question.ts';
import { readPost } from '#features/record/post/store.ts';
import type { Clock } from '#lib/clock.ts';
import { openReveal } from './answering.actions.ts';

type Deps = { db: Db; content: Library; clock: Clock };
type Reader = { serverId: string | null; memberId: string };
export type Explained = { question: Question; post: { optionOrder: readonly string[] } };

/** Null while it is open to a member who has not answered it. */
export async function explainPost(
  deps: Deps,
  { postId, ...reader }: Reader & { postId: number },
): Promise<Explained | null> {
  const reveal = await openReveal(deps, { ...reader, postId });
  if (reveal) return reveal;
  const post = await readPost(deps.db, postId);
  if (!post || !(await readPicksOf(deps.db, { postId, memberId: reader.memberId }))) return null;
  const found = await findQuestion(deps.content, post);
  return found && { question: found.question, post };
}

/** What is told to one member alone may be told to them again. */
export async function explainQuestion(
  { content }: Deps,
  { exam, questionId, version }: { exam: string; questionId: string; version: number },
): Promise<Explained | null> {
  const question = await content.questionAt({ exam, id: questionId, version });
  return question && { question, post: { optionOrder: question.options.map(({ id }) => id) } };
}
