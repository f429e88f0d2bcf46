// What an exam leaves for learning: its missed questions in the review, and whose key was read.
import type { Db } from '#db/connect.ts';
import { recordKeySeen } from '#features/record/answer/actions.ts';
import type { Reviewing } from '#features/standing/reviewing.ts';
import type { Clock } from '#lib/clock.ts';
import type { Ended } from './ended.rules.ts';
import { type ReviewOf, reviewedBy } from './rules.ts';

type Deps = { db: Db; clock: Clock };

/** Returns how many were not in the member's review before. */
export async function addMissed(
  deps: Deps,
  reviewing: Reviewing,
  { sitting, graded }: Ended,
): Promise<number> {
  const questionIds = reviewedBy(graded, 'missed').map(({ questionId }) => questionId);
  return reviewing.add(deps, { memberId: sitting.memberId, exam: sitting.exam, questionIds });
}

/** Reading the key makes the next answer practice, however long ago the exam was. */
export async function noteRead(
  { db, clock }: Deps,
  { ended, of, index }: { ended: Ended; of: ReviewOf; index: number },
): Promise<void> {
  const read = reviewedBy(ended.graded, of)[index];
  if (!read) return;
  const { memberId, exam } = ended.sitting;
  await recordKeySeen({ db }, { memberId, exam, questionId: read.questionId, at: clock.now() });
}
