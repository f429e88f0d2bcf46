// How a mock exam ends: by its taker, or by its deadline, which the bot's own absence moves; what it came to; and how
// its answers become facts like all others.
import type { Logger } from 'pino';
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import { gradeAnswer } from '#features/record/answer/rules.ts';
import { noteWork } from '#features/record/outage/actions.ts';
import { insertPosts, type NewPost, postsOfPresses } from '#features/record/post/store.ts';
import type { Projection } from '#features/record/projection.ts';
import { markStale } from '#features/record/stale/mark.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { settleAll } from '#lib/settle.ts';
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
    await settleAll(ended, (sitting) => endOf(deps, sitting));
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
  const pack = deps.content.packOf(sitting.exam);
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

/**
 * Hands the answers of exams that are over to the record. Cut off and begun again, nothing is counted twice. One exam
 * after another: each holds a connection while its answers are written on others.
 */
export async function recordExams(deps: ExamDeps): Promise<void> {
  const failures: unknown[] = [];
  for (const sitting of await unrecordedSittings(deps.db, BATCH)) {
    await recordExam(deps, sitting).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} exams were not recorded`);
}

/**
 * Each answered question becomes a private post and the answer to it, given when it was last changed: practice, which
 * feeds streak, memory and estimate as any other.
 */
async function recordExam(deps: ExamDeps, sitting: Sitting): Promise<void> {
  const answered = sitting.marks.filter((mark) => !isOpen(mark));
  const inOrder = answered.toSorted((a, b) => atOf(sitting, a).getTime() - atOf(sitting, b).getTime());
  await whileThere(deps, sitting, async (tx) => {
    await insertPosts(
      tx,
      answered.map((mark) => postOf(sitting, mark)),
    );
  });
  const posts = await postsOfPresses(
    deps.db,
    answered.map((mark) => pressOf(sitting, mark)),
  );
  for (const mark of inOrder) {
    const postId = posts.get(pressOf(sitting, mark));
    const isThere = await whileThere(deps, sitting, () => recordAnswer(deps, { sitting, mark, postId }));
    if (!isThere) return;
  }
  const { projections, clock } = deps;
  await whileThere(deps, sitting, async (tx) => {
    await setRecorded(tx, { id: sitting.id, now: clock.now() });
    // Handed in late, a day may come after one that was counted already.
    const scope = { kind: 'member', id: sitting.memberId } as const;
    await markStale({ db: tx, projections }, { by: 'zone-moved', scope, since: clock.now() });
  });
}

/**
 * False, and nothing done, once the taker has deleted their data. Whoever does so just now waits for this step, and
 * deletes what it has written.
 */
async function whileThere(
  { db }: ExamDeps,
  { id }: Sitting,
  step: (tx: Db) => Promise<void>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await holdSitting(tx, id))) return false;
    await step(tx);
    return true;
  });
}

async function recordAnswer(
  deps: ExamDeps,
  { sitting, mark, postId }: { sitting: Sitting; mark: Mark; postId: number | undefined },
): Promise<void> {
  if (postId === undefined) throw new Error(`no post for question ${mark.position} of exam ${sitting.id}`);
  await answerQuestion(deps, {
    postId,
    memberId: sitting.memberId,
    serverId: sitting.serverId,
    from: null,
    picked: mark.picks.map((id) => mark.optionOrder.indexOf(id)),
    pressId: pressOf(sitting, mark),
    at: atOf(sitting, mark),
  });
}

function postOf(sitting: Sitting, mark: Mark): NewPost {
  return {
    kind: 'private',
    status: 'open',
    serverId: sitting.serverId,
    channelId: NAME,
    homeChannelId: NAME,
    askedBy: sitting.memberId,
    pressId: pressOf(sitting, mark),
    exam: sitting.exam,
    edition: sitting.edition,
    domain: mark.domain,
    questionId: mark.questionId,
    questionVersion: mark.questionVersion,
    optionOrder: mark.optionOrder,
    createdAt: sitting.startedAt,
    closesAt: null,
  };
}

/** No interaction has such an id. */
function pressOf({ id }: Sitting, { position }: Mark): string {
  return `exam-${id}-${position}`;
}

function atOf({ startedAt }: Sitting, { answeredAt }: Mark): Date {
  return answeredAt ?? startedAt;
}
