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
  readSitting,
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
  const ended = await endOverdue(deps.db, { now: deps.clock.now(), limit: BATCH });
  // One of a pack that is gone is over like the others, and nobody can say how it went.
  const gradable = ended.filter(({ exam }) => deps.content.packOf(exam) !== null);
  await settleAll(gradable, (sitting) => endOf(deps, sitting));
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

/** Hands the answers of exams that are over to the record. Cut off and begun again, nothing is counted twice. */
export async function recordExams(deps: ExamDeps): Promise<void> {
  await settleAll(await unrecordedSittings(deps.db, BATCH), (sitting) => recordExam(deps, sitting));
}

/**
 * Each answered question becomes a private post and the answer to it, given when it was last changed: practice, which
 * feeds streak, memory and estimate as any other.
 */
async function recordExam(deps: ExamDeps, sitting: Sitting): Promise<void> {
  const answered = sitting.marks.filter((mark) => !isOpen(mark));
  await insertPosts(
    deps.db,
    answered.map((mark) => postOf(sitting, mark)),
  );
  const posts = await postsOfPresses(
    deps.db,
    answered.map((mark) => pressOf(sitting, mark)),
  );
  const inOrder = answered.toSorted((a, b) => atOf(sitting, a).getTime() - atOf(sitting, b).getTime());
  for (const mark of inOrder) {
    // Its taker may have everything deleted meanwhile: then nothing more is recorded of them.
    if (!(await readSitting(deps.db, { sittingId: sitting.id, memberId: sitting.memberId }))) return;
    await recordAnswer(deps, { sitting, mark, postId: posts.get(pressOf(sitting, mark)) });
  }
  const { db, projections, clock } = deps;
  await db.transaction(async (tx) => {
    await setRecorded(tx, { id: sitting.id, now: clock.now() });
    // Handed in late, a day may come after one that was counted already.
    const scope = { kind: 'member', id: sitting.memberId } as const;
    await markStale({ db: tx, projections }, { by: 'zone-moved', scope, since: clock.now() });
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
