// Answers as rows, without the posts they were given to: for what reads answers and nothing else.
import type { Db } from '#db/connect.ts';
import { answers } from '#features/record/post/table.ts';

export type Row = typeof answers.$inferInsert;
let post = 0;

/** To a question of the exam of `makePack`; each call is another post. */
export function makeAnswer(changes: Partial<Row> & { answeredAt: Date }): Row {
  post += 1;
  const isCorrect = changes.isCorrect ?? true;
  return {
    postId: post,
    memberId: 'ada',
    serverId: 's1',
    exam: 'aws-developer-associate',
    domain: '1',
    questionId: 'q-1.1-001',
    questionVersion: 1,
    difficulty: 2,
    picks: [isCorrect ? 'a' : 'b'],
    pressId: `press-${post}`,
    isCorrect,
    isRated: false,
    ratedRound: 0,
    points: 0,
    localDate: changes.answeredAt.toISOString().slice(0, 10),
    ...changes,
  };
}

export async function insertAnswers(db: Db, rows: readonly Row[]): Promise<void> {
  for (let first = 0; first < rows.length; first += 500)
    await db.insert(answers).values(rows.slice(first, first + 500));
}
