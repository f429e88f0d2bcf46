// What a member answered, and what they have seen of the bank.
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { allOf, ownRows, type Personal, sharedRows } from '#db/personal.ts';
import { answers, memberQuestions, posts } from '../post/table.ts';

const kept = sharedRows(answers, answers.memberId, {
  memberId: sql`'erased-' || gen_random_uuid()`,
  pressId: '',
  isRated: false,
  points: 0,
});

/**
 * An answer stays as a question's statistic, under a name that is nobody's and the same for no two rows; it counts on
 * no board any more. To a question that is still open it goes: whoever answers it anew would count there twice.
 */
const ofAnswers: Personal = {
  ...kept,
  async erase(tx, memberId) {
    const open = tx
      .select({ id: posts.id })
      .from(posts)
      .where(and(eq(posts.status, 'open'), ne(posts.kind, 'private')));
    await tx.delete(answers).where(and(eq(answers.memberId, memberId), inArray(answers.postId, open)));
    await kept.erase(tx, memberId);
    // An exam may have handed in more questions since the posts' own turn: after its own there come no more.
    await tx.update(posts).set({ askedBy: null }).where(eq(posts.askedBy, memberId));
  },
};

export const personal = allOf(ofAnswers, ownRows(memberQuestions, memberQuestions.memberId));
