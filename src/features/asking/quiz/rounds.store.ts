// Queries on rounds, and on the cool-down before starting one.
import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { insertPost, type NewPost } from '#features/record/post/store.ts';
import { answers, posts } from '#features/record/post/table.ts';
import type { RoundKind } from './rules.ts';
import { cooldowns, rounds } from './table.ts';

export type NewRound = {
  kind: RoundKind;
  serverId: string;
  memberId: string;
  exam: string;
  edition: string;
  topic: string | null;
  questionIds: string[];
  openMinutes: number;
  createdAt: Date;
};

export type Round = NewRound & { id: number };

const roundColumns = {
  id: rounds.id,
  kind: rounds.kind,
  serverId: rounds.serverId,
  memberId: rounds.memberId,
  exam: rounds.exam,
  edition: rounds.edition,
  topic: rounds.topic,
  questionIds: rounds.questionIds,
  openMinutes: rounds.openMinutes,
  createdAt: rounds.createdAt,
} as const;

/** Null when the member has an unfinished private round in this server: the index decides. */
export async function insertRound(db: Db, round: NewRound): Promise<Round | null> {
  const [row] = await db.insert(rounds).values(round).onConflictDoNothing().returning(roundColumns);
  return row ?? null;
}

/** Starts a round, ending another first: both or neither. Null as with `insertRound`, and then nothing was ended. */
export async function startRound(
  db: Db,
  { round, ends }: { round: NewRound; ends: number | null },
): Promise<Round | null> {
  return db.transaction(async (tx) => {
    if (ends !== null) await finishRound(tx, { id: ends, memberId: round.memberId, now: round.createdAt });
    return insertRound(tx, round);
  });
}

export async function readRound(db: Db, id: number): Promise<Round | null> {
  const [row] = await db.select(roundColumns).from(rounds).where(eq(rounds.id, id));
  return row ?? null;
}

export async function unfinishedPrivateRound(
  db: Db,
  { serverId, memberId }: { serverId: string; memberId: string },
): Promise<Round | null> {
  const [row] = await db
    .select(roundColumns)
    .from(rounds)
    .where(
      and(
        eq(rounds.serverId, serverId),
        eq(rounds.memberId, memberId),
        eq(rounds.kind, 'private'),
        isNull(rounds.finishedAt),
      ),
    );
  return row ?? null;
}

/** Only its own member's. */
export async function finishRound(
  db: Db,
  { id, memberId, now }: { id: number; memberId: string; now: Date },
): Promise<void> {
  await db
    .update(rounds)
    .set({ finishedAt: now })
    .where(and(eq(rounds.id, id), eq(rounds.memberId, memberId), isNull(rounds.finishedAt)));
}

/** A round's posts with what its owner answered, in order. */
export async function readRoundAnswers(db: Db, { id, memberId }: { id: number; memberId: string }) {
  return db
    .select({ postId: posts.id, position: posts.position, isCorrect: answers.isCorrect })
    .from(posts)
    .leftJoin(answers, and(eq(answers.postId, posts.id), eq(answers.memberId, memberId)))
    .where(eq(posts.roundId, id))
    .orderBy(posts.position);
}

/** Inserts the post at a position of a round, or returns the one that is there already. */
export async function ensureRoundPost(
  db: Db,
  post: NewPost & { roundId: number; position: number },
): Promise<{ id: number } | null> {
  const made = await insertPost(db, post);
  if (made) return made;
  const [row] = await db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.roundId, post.roundId), eq(posts.position, post.position)));
  return row ?? null;
}

/**
 * Starts a member's cool-down unless one is running. Null when it was started, else when it ends. One statement:
 * of two commands at once, one gets through.
 */
export async function startCooldown(
  db: Db,
  { memberId, now, untilAt }: { memberId: string; now: Date; untilAt: Date },
): Promise<Date | null> {
  const started = await db
    .insert(cooldowns)
    .values({ memberId, untilAt })
    .onConflictDoUpdate({
      target: cooldowns.memberId,
      set: { untilAt: sql`excluded.until_at` },
      setWhere: lte(cooldowns.untilAt, now),
    })
    .returning({ memberId: cooldowns.memberId });
  if (started.length > 0) return null;
  const [row] = await db
    .select({ untilAt: cooldowns.untilAt })
    .from(cooldowns)
    .where(eq(cooldowns.memberId, memberId));
  return row?.untilAt ?? null;
}
