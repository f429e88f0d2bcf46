// A diagnosis from its first question to the profile. Everything is in its row, so that any process can go on with it.
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { noteMember } from '#features/people/member/store.ts';
import { type HandedAnswer, handIn } from '#features/record/answer/handing.actions.ts';
import { gradeAnswer } from '#features/record/answer/rules.ts';
import { lastAnsweredBy } from '#features/record/answer/store.ts';
import { type Learner, studiedBy } from '#features/record/post/course.ts';
import type { Projection } from '#features/record/projection.ts';
import { readProgressOf } from '#features/standing/progress/actions.ts';
import { openBank } from '#features/standing/progress/bank.actions.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { settleInTurn } from '#lib/settle.ts';
import type { Diagnosis } from './diagnosis.ts';
import { type Answered, type Drawn, drawNext, endBand, lengthOf, type NextInput } from './rules.ts';
import type { DiagnoseScreen, Intro } from './screens.rules.ts';
import {
  holdDiagnosis,
  insertDiagnosis,
  readDiagnosis,
  readExposures,
  runningDiagnosis,
  setRecorded,
  takeStep,
  unrecordedDiagnoses,
} from './store.ts';

export type DiagnoseDeps = {
  db: Db;
  content: Library;
  clock: Clock;
  random: Random;
  projections: readonly Projection[];
};

const BATCH = 20;

/** The diagnosis that is running, where it was left; else what one would be. */
export async function openDiagnosis(deps: DiagnoseDeps, learner: Learner): Promise<Intro | DiagnoseScreen> {
  const { memberId } = learner;
  const { exam, edition } = await studiedBy(deps, learner);
  const running = await runningDiagnosis(deps.db, { memberId, exam, edition });
  if (running) return screenOf(deps, running);
  const opened = await openBank(deps, { exam, edition });
  if (!opened || opened.bank.items.size === 0) return { kind: 'no-questions' };
  return { kind: 'intro', pack: opened.pack, edition, size: lengthOf(opened.bank) };
}

/** Asks the first question; that of the running diagnosis, where there is one. */
export async function beginDiagnosis(
  deps: DiagnoseDeps,
  input: Learner & { pressId: string },
): Promise<DiagnoseScreen> {
  const { exam, edition } = await studiedBy(deps, input);
  const next = await nextInput(deps, { memberId: input.memberId, exam, edition, answered: [] });
  const first = next && drawNext(next);
  if (!first) return { kind: 'no-questions' };
  // Also who never answers anything is known, and so found when they stay away.
  await noteMember(deps.db, input.memberId);
  await insertDiagnosis(deps.db, { ...input, exam, edition, first, startedAt: deps.clock.now() });
  const running = await runningDiagnosis(deps.db, { memberId: input.memberId, exam, edition });
  return running ? screenOf(deps, running) : { kind: 'gone' };
}

export type AnswerInput = {
  id: number;
  memberId: string;
  position: number;
  picks: readonly string[];
  at: Date;
};

/** Takes an answer for good and chooses what comes next. Seen twice, or late, it changes nothing. */
export async function answerDiagnosis(deps: DiagnoseDeps, input: AnswerInput): Promise<DiagnoseScreen> {
  const before = await readDiagnosis(deps.db, input);
  if (!before) return { kind: 'gone' };
  const taken = await take(deps, before, input);
  const now = taken ?? (await readDiagnosis(deps.db, input));
  return now ? screenOf(deps, now) : { kind: 'gone' };
}

/** Null when the press was not for the question that is open. */
async function take(deps: DiagnoseDeps, before: Diagnosis, input: AnswerInput): Promise<Diagnosis | null> {
  const { open, exam } = before;
  if (!open || input.position !== before.answered.length + 1) return null;
  if (!isOffered(open, input.picks)) return null;
  const question = await deps.content.questionAt({
    exam,
    id: open.questionId,
    version: open.questionVersion,
  });
  if (!question) return null;
  const { isCorrect: isRight } = gradeAnswer(question, input.picks);
  const answered = [...before.answered, { ...open, isRight }];
  const next = await nextInput(deps, { ...before, answered });
  if (!next) return null;
  return takeStep(deps.db, { ...input, isRight, next: drawNext(next), band: endBand(next) });
}

function isOffered({ optionOrder }: Drawn, picks: readonly string[]): boolean {
  return (
    picks.length > 0 && new Set(picks).size === picks.length && picks.every((id) => optionOrder.includes(id))
  );
}

type Of = { memberId: string; exam: string; edition: string; answered: NextInput['answered'] };

async function nextInput(
  deps: DiagnoseDeps,
  { memberId, exam, edition, answered }: Of,
): Promise<NextInput | null> {
  const opened = await openBank(deps, { exam, edition });
  if (!opened) return null;
  const { pack, bank } = opened;
  const [exposures, lastSeen] = await Promise.all([
    readExposures(deps.db, { exam, edition }),
    lastAnsweredBy(deps.db, { memberId, exam }),
  ]);
  const doubtful = deps.content.doubtful(exam);
  const now = deps.clock.now();
  return { pack, bank, answered, exposures, lastSeen, doubtful, now, random: deps.random };
}

async function screenOf(deps: DiagnoseDeps, diagnosis: Diagnosis): Promise<DiagnoseScreen> {
  const { exam, edition, open: drawn, memberId } = diagnosis;
  const pack = await deps.content.packOf(exam);
  if (!pack) return { kind: 'gone' };
  if (!drawn) {
    // Not left to the job: the profile rests on these answers.
    await recordDiagnosis(deps, diagnosis);
    const progress = await readProgressOf({ ...deps, outcomes: null }, { memberId, exam, edition });
    return progress ? { kind: 'done', diagnosis, pack, progress } : { kind: 'gone' };
  }
  const question = await deps.content.questionAt({
    exam,
    id: drawn.questionId,
    version: drawn.questionVersion,
  });
  const opened = await openBank(deps, { exam, edition });
  if (!question || !opened) return { kind: 'gone' };
  const position = diagnosis.answered.length + 1;
  return { kind: 'question', diagnosis, drawn, position, size: lengthOf(opened.bank), pack, question };
}

/** Hands in what was answered since the last time, also while a diagnosis goes on: a day is kept by it at once. */
export async function recordDiagnoses(deps: DiagnoseDeps): Promise<void> {
  await settleInTurn(await unrecordedDiagnoses(deps.db, BATCH), (diagnosis) =>
    recordDiagnosis(deps, diagnosis),
  );
}

async function recordDiagnosis(deps: DiagnoseDeps, diagnosis: Diagnosis): Promise<void> {
  const { id, memberId, serverId, exam, edition, startedAt, answered, recorded } = diagnosis;
  if (recorded >= answered.length) return;
  const answers = answered
    .slice(recorded)
    .map((each, index) => handedOf(each, `diagnose-${id}-${recorded + index + 1}`));
  const handed = { memberId, serverId, exam, edition, place: 'diagnose', startedAt, answers };
  await handIn(deps, handed, {
    hold: (tx) => holdDiagnosis(tx, id),
    settle: (tx) => setRecorded(tx, { id, recorded: answered.length }),
  });
}

function handedOf(answer: Answered, pressId: string): HandedAnswer {
  return { ...answer, pressId };
}
