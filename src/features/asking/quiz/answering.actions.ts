// The quiz's way to answers, reveals and closings: the record's own actions, and what it costs to see a key.

import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import {
  type AnswerInput,
  type AnswerOutcome,
  answerQuestion as answer,
  recordKeySeen,
} from '#features/record/answer/actions.ts';
import { closeEarly as close, readReveal } from '#features/record/post/actions.ts';
import type { Projection } from '#features/record/projection.ts';
import type { Clock } from '#lib/clock.ts';

export type { AnswerGiven as QuizAnswer } from '#features/record/answer/actions.ts';
export { recordMessage } from '#features/record/post/actions.ts';

type Deps = { db: Db; content: Library; clock: Clock };

/** Whoever presses again reads the key again, however long ago their answer was. */
export async function answerQuestion(
  deps: Deps & { projections: readonly Projection[] },
  input: AnswerInput,
): Promise<AnswerOutcome> {
  const outcome = await answer(deps, input);
  if (outcome.kind === 'already-answered') await noteKey(deps, input.memberId, outcome.post);
  return outcome;
}

/** Ends a question early. Whoever does so sees the key: their next answer to it is practice. */
export async function closeEarly(
  deps: Deps,
  input: { postId: number; serverId: string; member: { id: string; isModerator: boolean } },
) {
  const outcome = await close(deps, input);
  if (outcome.kind === 'closed') await noteKey(deps, input.member.id, outcome.post);
  return outcome;
}

/** A closed question again, with its key; null when it is not closed, or not here. */
export async function openReveal(
  deps: Deps,
  input: { postId: number; serverId: string | null; memberId: string },
) {
  const reveal = await readReveal(deps, input);
  if (reveal) await noteKey(deps, input.memberId, reveal.post);
  return reveal;
}

async function noteKey(
  { db, clock }: Deps,
  memberId: string,
  { exam, questionId }: { exam: string; questionId: string },
): Promise<void> {
  await recordKeySeen({ db }, { memberId, exam, questionId, at: clock.now() });
}
