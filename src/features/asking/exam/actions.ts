// A mock exam from its first question to its end. Everything is in its row, so that any process can go on with it.
import { findEdition, type Pack, type Question } from '#content/pack.ts';
import { noteMember } from '#features/people/member/store.ts';
import { drawExam, sizeIn } from './draw.rules.ts';
import type { Ended } from './ended.rules.ts';
import { type ExamDeps, endOf, settleDeadlines } from './ending.actions.ts';
import { lastSeenBy, replaceShown } from './replacing.actions.ts';
import { type Chosen, EXTRA_MINUTES, type Mark } from './rules.ts';
import type { Sitting } from './sitting.ts';
import {
  type Change,
  changeSitting,
  insertSitting,
  readSitting,
  runningSitting,
  sittingOfPress,
  submitSitting,
} from './store.ts';

export type { Change };

export type Screen =
  | { kind: 'question'; sitting: Sitting; mark: Mark; pack: Pack; question: Question }
  | { kind: 'overview'; sitting: Sitting }
  | Ended
  | { kind: 'gone' };

export type Begun = Screen | { kind: 'running'; sitting: Sitting } | { kind: 'no-questions' };

/** Draws an exam and starts its clock; the one that is running, where there is one. */
export async function beginExam(
  deps: ExamDeps,
  input: Chosen & { memberId: string; serverId: string | null; pressId: string },
): Promise<Begun> {
  const { memberId, serverId, pressId, exam, kind, domain } = input;
  const pack = await deps.content.packOf(exam);
  const edition = pack && findEdition(pack.exam, input.edition);
  if (!pack || !edition) return { kind: 'no-questions' };
  await settleDeadlines(deps);
  const now = deps.clock.now();
  const lastSeen = await lastSeenBy(deps, { memberId, exam, now });
  const doubtful = deps.content.doubtful(exam);
  const items = drawExam({ pack, edition, kind, domain, lastSeen, doubtful, now, random: deps.random });
  if (items.length === 0) return { kind: 'no-questions' };
  const extraMinutes = input.hasExtra ? EXTRA_MINUTES : 0;
  const { minutes } = sizeIn({ pack, edition, kind, domain });
  const deadlineAt = new Date(now.getTime() + (minutes + extraMinutes) * 60_000);
  await noteMember(deps.db, memberId);
  const isMade = await insertSitting(deps.db, {
    ...{ memberId, serverId, pressId, exam, edition: edition.id, kind, domain, extraMinutes },
    ...{ items, startedAt: now, deadlineAt },
  });
  const made = await sittingOfPress(deps.db, pressId);
  if (made?.memberId === memberId) return screenOf(deps, made, made.position);
  const running = isMade ? null : await runningSitting(deps.db, memberId);
  return running ? { kind: 'running', sitting: running } : { kind: 'gone' };
}

/** The member's running exam where it was left; null when there is none. */
export async function continueExam(
  deps: ExamDeps,
  { memberId }: { memberId: string },
): Promise<Screen | null> {
  await settleDeadlines(deps);
  const running = await runningSitting(deps.db, memberId);
  return running && screenOf(deps, running, running.position);
}

/** Whatever a press on an exam's screen does, and the screen that follows. Safe to run twice. */
export async function pressExam(deps: ExamDeps, press: Change): Promise<Screen> {
  const change = { ...press, at: byOurClock(deps, press.at) };
  const changed = (await changeSitting(deps.db, change)) ?? (await settleAndChange(deps, change));
  if (!changed) return whyNot(deps, change);
  return screenOf(deps, await replaceShown(deps, changed, change.show), change.show);
}

/** Ends the exam by its taker's wish; says how it went also when it had ended before. */
export async function submitExam(
  deps: ExamDeps,
  press: { sittingId: number; memberId: string; at: Date },
): Promise<Ended | { kind: 'gone' }> {
  const input = { ...press, at: byOurClock(deps, press.at) };
  if (!(await submitSitting(deps.db, input))) {
    await settleDeadlines(deps);
    await submitSitting(deps.db, input);
  }
  return whyNot(deps, input);
}

/** How an exam went; null while it is running, when it is another's, or its pack is gone. */
export async function readEnded(
  deps: ExamDeps,
  input: { sittingId: number; memberId: string },
): Promise<Ended | null> {
  const sitting = await readSitting(deps.db, input);
  const isOver = sitting?.submittedAt && (await deps.content.packOf(sitting.exam));
  return isOver ? endOf(deps, sitting) : null;
}

/**
 * Deadlines are by our clock, presses by Discord's. Where ours is behind, a press seems to come from the future, and
 * whoever still had time would be told that it was up.
 */
function byOurClock({ clock }: Pick<ExamDeps, 'clock'>, at: Date): Date {
  const now = clock.now();
  return at > now ? now : at;
}

/** Time is up, unless the bot was away. */
async function settleAndChange(deps: ExamDeps, change: Change): Promise<Sitting | null> {
  await settleDeadlines(deps);
  return changeSitting(deps.db, change);
}

async function whyNot(
  deps: ExamDeps,
  of: Pick<Change, 'sittingId' | 'memberId'>,
): Promise<Ended | { kind: 'gone' }> {
  return (await readEnded(deps, of)) ?? { kind: 'gone' };
}

async function screenOf(deps: ExamDeps, sitting: Sitting, show: number | null): Promise<Screen> {
  if (show === null) return { kind: 'overview', sitting };
  const mark = sitting.marks[show - 1];
  const pack = await deps.content.packOf(sitting.exam);
  const question = mark && (await deps.content.questionAt(refOf(sitting, mark)));
  return pack && question ? { kind: 'question', sitting, mark, pack, question } : { kind: 'gone' };
}

function refOf({ exam }: Sitting, { questionId: id, questionVersion: version }: Mark) {
  return { exam, id, version };
}
