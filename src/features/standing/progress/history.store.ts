// A member's own answers, as the estimate reads them.
import { and, asc, desc, eq, gt, lt, lte, type SQL } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { answers, memberQuestions } from '#features/record/post/table.ts';
import type { LocalDate } from '#lib/local-date.ts';
import { type Given, MOST_ANSWERS, REMEMBERED_DAYS } from './profile.rules.ts';

export type GivenRow = Given & { questionVersion: number; postId: number };

type Of = { memberId: string; exam: string };
const DAY_MS = 86_400_000;

/** In order of time: the newest of what is remembered on that instant, which may lie in the past. */
export async function readGiven(db: Db, { memberId, exam, now }: Of & { now: Date }): Promise<GivenRow[]> {
  return read(db, { memberId, exam }, [lte(answers.answeredAt, now), gt(answers.answeredAt, before(now))]);
}

/** The same, of the member's own days before one. */
export async function readGivenBefore(
  db: Db,
  { memberId, exam, day }: Of & { day: LocalDate },
): Promise<GivenRow[]> {
  const since = before(new Date(`${day}T00:00:00Z`));
  return read(db, { memberId, exam }, [lt(answers.localDate, day), gt(answers.answeredAt, since)]);
}

function before(now: Date): Date {
  return new Date(now.getTime() - REMEMBERED_DAYS * DAY_MS);
}

async function read(db: Db, { memberId, exam }: Of, limits: readonly SQL[]): Promise<GivenRow[]> {
  const newest = db
    .select({
      postId: answers.postId,
      questionId: answers.questionId,
      questionVersion: answers.questionVersion,
      isRight: answers.isCorrect,
      at: answers.answeredAt,
    })
    .from(answers)
    .where(and(eq(answers.memberId, memberId), eq(answers.exam, exam), ...limits))
    .orderBy(desc(answers.answeredAt), desc(answers.postId))
    .limit(MOST_ANSWERS)
    .as('newest');
  return db
    .select({
      postId: newest.postId,
      questionId: newest.questionId,
      questionVersion: newest.questionVersion,
      isRight: newest.isRight,
      at: newest.at,
      keySeenAt: memberQuestions.keySeenAt,
    })
    .from(newest)
    .leftJoin(
      memberQuestions,
      and(
        eq(memberQuestions.memberId, memberId),
        eq(memberQuestions.exam, exam),
        eq(memberQuestions.questionId, newest.questionId),
      ),
    )
    .orderBy(asc(newest.at), asc(newest.postId));
}

/** How many questions of an exam the member has answered, by question: bounded by the bank. */
export async function answeredQuestions(db: Db, { memberId, exam }: Of): Promise<Set<string>> {
  const rows = await db
    .select({ id: memberQuestions.questionId })
    .from(memberQuestions)
    .where(
      and(
        eq(memberQuestions.memberId, memberId),
        eq(memberQuestions.exam, exam),
        gt(memberQuestions.seen, 0),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
