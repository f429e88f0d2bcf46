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
type Explained = { question: Question; post: { optionOrder: readonly string[] } };

/** Why not: it is open, and the member has not answered it; or nobody knows it any more. */
type Unexplained = 'still-open' | 'gone';

export async function explainPost(
  deps: Deps,
  { postId, ...reader }: Reader & { postId: number },
): Promise<Explained | Unexplained> {
  const reveal = await openReveal(deps, { ...reader, postId });
  if (reveal) return reveal;
  const post = await readPost(deps.db, postId);
  const found = post && (await findQuestion(deps.content, post));
  if (!post || !found) return 'gone';
  const picks = await readPicksOf(deps.db, { postId, memberId: reader.memberId });
  return picks ? { question: found.question, post } : 'still-open';
}

/** Where its key is there for all. */
export async function explainClosed(
  deps: Deps,
  { postId, ...reader }: Reader & { postId: number },
): Promise<Explained | Unexplained> {
  const reveal = await openReveal(deps, { ...reader, postId });
  return reveal ?? ((await readPost(deps.db, postId)) ? 'still-open' : 'gone');
}

/** What is told to one member alone may be told to them again. */
export async function explainQuestion(
  { content }: Deps,
  { exam, questionId, version }: { exam: string; questionId: string; version: number },
): Promise<Explained | Unexplained> {
  const question = await content.questionAt({ exam, id: questionId, version });
  if (!question) return 'gone';
  return { question, post: { optionOrder: question.options.map(({ id }) => id) } };
}
