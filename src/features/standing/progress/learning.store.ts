// The nightly job's way through all answers: its place, the pages, and what each page taught.
import { and, asc, eq, isNull, lte, notLike, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { noteDoubts } from '#features/record/question/doubts.store.ts';
import type { Alarm } from './alarms.rules.ts';
import { LEARNING, type Learned, type Version } from './difficulties.store.ts';
import type { GrowthTally } from './growth.rules.ts';
import { REMEMBERED_DAYS } from './profile.rules.ts';
import { itemAlarms, learning, memberGrowth, questionDifficulties } from './table.ts';

const DAY_MS = 86_400_000;

/** After which answers to go on, in order of time and post. No member's id: a place outlives what they delete. */
export type Place = { answeredAt: Date; postId: number };

/** When the oldest post that is still there was made: no answer is older. Null in an empty database. */
export async function readFirstPost(db: Db): Promise<Date | null> {
  const [first] = await db.select({ at: posts.createdAt }).from(posts).orderBy(asc(posts.id)).limit(1);
  return first?.at ?? null;
}

/** Makes the one row, before the first page of all. */
export async function startLearning(db: Db, from: Date): Promise<void> {
  await db
    .insert(learning)
    .values({ name: LEARNING, answeredAt: from, postId: 0, pages: 0 })
    .onConflictDoNothing();
}

/** Takes the work for a while; null while another process has it, or before it was started. */
export async function claimLearning(
  db: Db,
  { now, leaseMs }: { now: Date; leaseMs: number },
): Promise<Place | null> {
  const [place] = await db
    .update(learning)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs) })
    .where(and(eq(learning.name, LEARNING), or(isNull(learning.leaseUntil), lte(learning.leaseUntil, now))))
    .returning({ answeredAt: learning.answeredAt, postId: learning.postId });
  return place ?? null;
}

/** The oldest answer that learning has still to read: it goes on with the next one, whose giver's history it needs. */
export async function learningReadsSince(db: Db): Promise<Date> {
  const [place] = await db
    .select({ at: learning.answeredAt })
    .from(learning)
    .where(eq(learning.name, LEARNING));
  return new Date((place?.at.getTime() ?? 0) - REMEMBERED_DAYS * DAY_MS);
}

export async function releaseLearning(db: Db): Promise<void> {
  await db.update(learning).set({ leaseUntil: null }).where(eq(learning.name, LEARNING));
}

export type PageAnswer = Place &
  Version & { memberId: string; isRight: boolean; picks: string[]; seconds: number | null };

/**
 * The next answers after a place, up to an instant. The window is short, so that the index on time finds its blocks;
 * who has deleted their data has no history by which a first answer could be told.
 */
export async function readPage(
  db: Db,
  { after, until, limit }: { after: Place; until: Date; limit: number },
): Promise<{ found: PageAnswer[] /** Whether nothing is left of the window. */; isAll: boolean }> {
  const { answeredAt, postId } = after;
  const rows = await db
    .select({
      answeredAt: answers.answeredAt,
      postId: answers.postId,
      memberId: answers.memberId,
      exam: answers.exam,
      questionId: answers.questionId,
      questionVersion: answers.questionVersion,
      isRight: answers.isCorrect,
      picks: answers.picks,
      seconds: answers.seconds,
    })
    .from(answers)
    .where(
      and(
        sql`(${answers.answeredAt}, ${answers.postId})
          > (${answeredAt.toISOString()}::timestamptz, ${postId}::bigint)`,
        // Said once more by itself: a row comparison is nothing that the index understands.
        sql`${answers.answeredAt} >= ${answeredAt.toISOString()}::timestamptz`,
        lte(answers.answeredAt, until),
        notLike(answers.memberId, 'erased-%'),
      ),
    )
    .orderBy(asc(answers.answeredAt), asc(answers.postId), asc(answers.memberId))
    .limit(limit);
  const isAll = rows.length < limit;
  return { found: isAll ? rows : wholePlaces(rows), isAll };
}

/** A full page may end within a place: what is there of it comes with the next one, all of it. */
function wholePlaces(rows: readonly PageAnswer[]): PageAnswer[] {
  const last = rows.at(-1);
  const isLast = ({ answeredAt, postId }: PageAnswer) =>
    answeredAt.getTime() === last?.answeredAt.getTime() && postId === last.postId;
  const whole = rows.filter((row) => !isLast(row));
  // Hundreds of presses of one button within a millisecond: rather some of them than none for ever.
  return whole.length > 0 ? whole : [...rows];
}

export type Lesson = {
  from: Place;
  to: Place;
  leaseUntil: Date;
  learned: readonly Learned[];
  growth: ReadonlyMap<string, GrowthTally>;
  alarms: readonly (Version & { alarm: Alarm })[];
  now: Date;
};

/**
 * What a page taught, and the step past it, in one transaction: killed anywhere, nothing is learned twice or missed.
 * False when another process has gone on from the same place: then nothing was written.
 */
export async function saveLesson(db: Db, lesson: Lesson): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await step(tx, lesson))) return false;
    await saveLearned(tx, lesson.learned);
    await saveGrowth(tx, lesson.growth);
    await saveAlarms(tx, lesson);
    return true;
  });
}

async function step(tx: Db, { from, to, leaseUntil, learned }: Lesson): Promise<boolean> {
  const moved = await tx
    .update(learning)
    .set({ ...to, leaseUntil, pages: sql`${learning.pages} + ${learned.length > 0 ? 1 : 0}::int` })
    .where(
      and(
        eq(learning.name, LEARNING),
        eq(learning.answeredAt, from.answeredAt),
        eq(learning.postId, from.postId),
      ),
    )
    .returning({ name: learning.name });
  return moved.length > 0;
}

async function saveLearned(tx: Db, learned: readonly Learned[]): Promise<void> {
  if (learned.length === 0) return;
  const { exam, questionId, questionVersion } = questionDifficulties;
  await tx
    .insert(questionDifficulties)
    .values([...learned])
    .onConflictDoUpdate({
      target: [exam, questionId, questionVersion],
      set: {
        mean: sql`excluded.mean`,
        variance: sql`excluded.variance`,
        answers: sql`excluded.answers`,
        tally: sql`excluded.tally`,
      },
    });
}

async function saveGrowth(tx: Db, growth: ReadonlyMap<string, GrowthTally>): Promise<void> {
  if (growth.size === 0) return;
  await tx
    .insert(memberGrowth)
    .values([...growth].map(([exam, tally]) => ({ exam, ...tally })))
    .onConflictDoUpdate({
      target: memberGrowth.exam,
      set: { slope: sql`excluded.slope`, information: sql`excluded.information` },
    });
}

/** What speaks against a key, not only against a level. */
const AGAINST_KEY: readonly Alarm['kind'][] = [
  'wrong-key',
  'second-key',
  'rival-option',
  'negative-discrimination',
];

async function saveAlarms(tx: Db, { alarms, now }: Lesson): Promise<void> {
  if (alarms.length === 0) return;
  const { exam, questionId, questionVersion } = itemAlarms;
  const rows = await tx
    .insert(itemAlarms)
    .values(alarms.map((alarm) => ({ ...alarm, raisedAt: now })))
    .onConflictDoUpdate({
      target: [exam, questionId, questionVersion],
      set: { alarm: sql`excluded.alarm` },
    })
    .returning({ exam, questionId, questionVersion, isNew: sql<boolean>`xmax = 0` });
  // What is known was doubted before; since then somebody may have looked at it, and found it sound.
  const isNew = (of: Version) => rows.some((row) => row.isNew && nameOf(row) === nameOf(of));
  const doubts = alarms.filter((of) => AGAINST_KEY.includes(of.alarm.kind) && isNew(of));
  await noteDoubts(tx, { doubts, now });
}

function nameOf({ exam, questionId, questionVersion }: Version): string {
  return `${exam}/${questionId}/${questionVersion}`;
}
