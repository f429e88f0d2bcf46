// What a member answered, and what they have seen of the bank.

import { sql } from 'drizzle-orm';
import { allOf, ownRows, sharedRows } from '#db/personal.ts';
import { answers, memberQuestions } from '../post/table.ts';

/**
 * An answer stays as a question's statistic, under a name that is nobody's and the same for no two rows; it counts on
 * no board any more.
 */
export const personal = allOf(
  sharedRows(answers, answers.memberId, {
    memberId: sql`'erased-' || gen_random_uuid()`,
    pressId: '',
    isRated: false,
    points: 0,
  }),
  ownRows(memberQuestions, memberQuestions.memberId),
);
