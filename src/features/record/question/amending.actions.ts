// Amending official questions: on top of what was released, and only as long as that is what the pack has.
import type { Library } from '#content/library.ts';
import type { Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { type AmendmentKind, amendedVersion, releasedVersion } from './rules.ts';
import { insertAmendment, keepVersions, lastAmendment, undoAmendments } from './store.ts';

type Deps = { db: Db; content: Library; clock: Clock };

export type Amending = {
  exam: string;
  /** As it was asked. */
  question: Question;
  /** As it is asked from now on; null for no more. */
  after: Question | null;
  memberId: string;
  kind: AmendmentKind | 'undo';
};

/** In the transaction of the decision. Refused where the pack has another version by now. */
export async function amendQuestion(
  { db, content, clock }: Deps,
  { exam, question, after, memberId, kind }: Amending,
): Promise<{ kind: 'amended'; version: number } | { kind: 'changed-since' }> {
  const { id } = question;
  const base = releasedVersion(question.version);
  if (kind === 'undo') {
    await undoAmendments(db, {
      exam,
      questionId: id,
      baseVersion: base,
      newerThan: question.version,
      now: clock.now(),
    });
    return { kind: 'amended', version: question.version };
  }
  const today = content.official(exam)?.questions.get(id);
  if (!today || releasedVersion(today.version) !== base) return { kind: 'changed-since' };
  const nth = (await lastAmendment(db, { exam, questionId: id, baseVersion: base })) + 1;
  const version = amendedVersion(base, nth);
  const now = clock.now();
  const amended = { ...(after ?? question), version };
  await keepVersions(db, { kept: [{ exam, id, version, question: amended }], now });
  await insertAmendment(db, {
    exam,
    questionId: id,
    baseVersion: base,
    version,
    kind,
    madeAt: now,
    madeBy: memberId,
  });
  return { kind: 'amended', version };
}
