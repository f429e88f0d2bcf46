// How a mock exam ends: by its taker, or by its deadline, which the bot's own absence moves; what it came to; and how
// its answers become facts like all others.
import type { Logger } from 'pino';
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { type HandedAnswer, handIn } from '#features/record/answer/handing.actions.ts';
import { gradeAnswer } from '#features/record/answer/rules.ts';
import { noteWork } from '#features/record/outage/actions.ts';
import type { Projection } from '#features/record/projection.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { settleAll, settleInTurn } from '#lib/settle.ts';
import type { Ended, GradedQuestion } from './ended.rules.ts';
import { isOpen, type Mark, outcomeOf } from './rules.ts';
import type { Sitting } from './sitting.ts';
import {
  endOverdue,
  extendRunning,
  holdSitting,
  saveOutcome,
  setRecorded,
  unrecordedSittings,
} from './store.ts';

export type ExamDeps = {
  db: Db;
  content: Library;
  clock: Clock;
  random: Random;
  projections: readonly Projection[];
  log: Logger;
};

/** The job says so every ten seconds: a longer pause is an absence. */
const AWAY_AFTER_MS = 45_000;
const NAME = 'exam';
const BATCH = 20;

/**
 * Moves the deadlines of running exams by as long as the bot was away, then ends those whose time is up. In this order:
 * whoever could not answer has not run out of time.
 */
export async function settleDeadlines(deps: ExamDeps): Promise<void> {
  await noteWork(deps, { name: NAME, longerThanMs: AWAY_AFTER_MS }, async (tx, gap) => {
    const extended = await extendRunning(tx, gap);
    if (extended > 0)
      deps.log.warn({ extended, ...gap }, 'running exams got the time back that the bot was away');
  });
  for (;;) {
    const ended = await endOverdue(deps.db, { now: deps.clock.now(), limit: BATCH });
    // One of a pack that is gone is over like the others, and nobody can say how it went.
    await settleAll(ended, async (sitting) => {
      if (await deps.content.packOf(sitting.exam)) await endOf(deps, sitting);
    });
    // All of them: whoever pressed is to read how it went, also where a whole class ends at the same minute.
    if (ended.length < BATCH) return;
  }
}

/** For a clock that was moved on while the bot worked (the playground's): exams run out, nobody was away. */
export async function clockMoved({ db, clock }: Pick<ExamDeps, 'db' | 'clock'>): Promise<void> {
  await noteWork({ db, clock }, { name: NAME, longerThanMs: 0 }, async () => undefined);
}

/** Grades a sitting that is over, and keeps what it came to. */
export async function endOf(deps: ExamDeps, sitting: Sitting): Promise<Ended> {
  const pack = await deps.content.packOf(sitting.exam);
  if (!pack) throw new Error(`exam pack ${sitting.exam} is not loaded`);
  const graded = (await Promise.all(sitting.marks.map((mark) => grade(deps, sitting, mark)))).filter(
    (each) => each !== null,
  );
  const outcome = outcomeOf(graded);
  if (sitting.right === null) {
    await saveOutcome(deps.db, { id: sitting.id, right: outcome.right, scoredRight: outcome.scoredRight });
  }
  return { kind: 'ended', sitting, pack, graded, outcome };
}

async function grade({ content }: ExamDeps, { exam }: Sitting, mark: Mark): Promise<GradedQuestion | null> {
  const question = await content.questionAt({ exam, id: mark.questionId, version: mark.questionVersion });
  return question && { ...mark, question, isCorrect: gradeAnswer(question, mark.picks).isCorrect };
}

/** Hands the answers of exams that are over to the record. Cut off and begun again, nothing is counted twice. */
export async function recordExams(deps: ExamDeps): Promise<void> {
  await settleInTurn(await unrecordedSittings(deps.db, BATCH), (sitting) => recordExam(deps, sitting));
}

async function recordExam(deps: ExamDeps, sitting: Sitting): Promise<void> {
  const { id, memberId, serverId, exam, edition, startedAt } = sitting;
  const answers = sitting.marks.filter((mark) => !isOpen(mark)).map((mark) => handedOf(sitting, mark));
  const handed = { memberId, serverId, exam, edition, place: NAME, startedAt, answers };
  await handIn(deps, handed, {
    hold: (tx) => holdSitting(tx, id),
    settle: (tx) => setRecorded(tx, { id, now: deps.clock.now() }),
  });
}

function handedOf({ id, startedAt }: Sitting, mark: Mark): HandedAnswer {
  // No interaction has such an id.
  return { ...mark, pressId: `exam-${id}-${mark.position}`, at: mark.answeredAt ?? startedAt };
}
