// A post together with the question it shows, as it stood when it was posted.
import type { Library } from '#content/library.ts';
import type { Pack, Question } from '#content/pack.ts';
import { hasOptionsOf } from './rules.ts';

export type Asked = { pack: Pack; question: Question };

type Of = { exam: string; questionId: string; questionVersion: number; optionOrder: readonly string[] };

/**
 * The question of a post: the very version that was shown, whatever the pack says today. Null when nobody kept it:
 * another version may have another key.
 */
export async function findQuestion(content: Library, post: Of): Promise<Asked | null> {
  const pack = await content.packOf(post.exam);
  if (!pack) return null;
  const { exam, questionId: id, questionVersion: version } = post;
  const question = await content.questionAt({ exam, id, version });
  return question && hasOptionsOf(question, post.optionOrder) ? { pack, question } : null;
}
