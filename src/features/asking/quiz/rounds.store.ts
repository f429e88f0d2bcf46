// Queries on rounds, and on the cool-down before starting one.
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { MAX_OPEN_IN_CHANNEL, MAX_OPEN_OF_MEMBER } from '#features/record/post/rules.ts';
import { countOpenIn, insertPost, type NewPost, type Post } from '#features/record/post/store.ts';
import { answers, posts } from '#features/record/post/table.ts';
import type { Pace } from './pace.rules.ts';
import type { RoundKind } from './rules.ts';
import { cooldowns, rounds } from './table.ts';

export type NewRound = {
  kind: RoundKind;
  /** Null for a private one outside of servers. */
  serverId: string | null;
  memberId: string;
  pressId: string | null;
  exam: string;
  edition: string;
  topic: string | null;
  questionIds: string[];
  openMinutes: number;
  pace: Pace | null;
  /** How many were asked for; null where there are as many. */
  wanted: number | null;
  createdAt: Date;
};

export type Round = NewRound & { id: number; finishedAt: Date | null };

const roundColumns = {
  id: rounds.id,
  kind: rounds.kind,
  serverId: rounds.serverId,
  memberId: rounds.memberId,
  pressId: rounds.pressId,
  exam: rounds.exam,
  edition: rounds.edition,
  topic: rounds.topic,
  questionIds: rounds.questionIds,
  openMinutes: rounds.openMinutes,
  pace: rounds.pace,
  wanted: rounds.wanted,
  createdAt: rounds.createdAt,
  finishedAt: rounds.finishedAt,
} as const;

/** Null when the member has an unfinished private round in this server, or the same press made one: the index decides. */
async function insertRound(db: Db, round: NewRound): Promise<Round | null> {
  const [row] = await db.insert(rounds).values(round).onConflictDoNothing().returning(roundColumns);
  return row ?? null;
}

class Seen extends Error {}

/**
 * Makes a post, and the round it begins if it begins one; null, and neither, when the same press made one before.
 * "Full" when its channel has as many open questions as it may.
 */
export async function insertAsked(
  db: Db,
  { post, round }: { post: NewPost; round: NewRound | null },
): Promise<Post | 'full' | 'own-full' | null> {
  try {
    return await db.transaction(async (tx) => {
      const open = await countOpenIn(tx, { channelId: post.channelId, askedBy: post.askedBy ?? null });
      if (open.all >= MAX_OPEN_IN_CHANNEL) return 'full';
      if (open.own >= MAX_OPEN_OF_MEMBER) return 'own-full';
      if (!round) return insertPost(tx, post);
      const made = await insertRound(tx, round);
      const size = round.questionIds.length;
      const first = made && (await insertPost(tx, { ...post, roundId: made.id, position: 1, size }));
      if (!first) throw new Seen();
      return first;
    });
  } catch (error) {
    if (error instanceof Seen) return null;
    throw error;
  }
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

/** The channel a round was started in. */
export async function readHome(db: Db, roundId: number): Promise<string | null> {
  const [row] = await db
    .select({ homeChannelId: posts.homeChannelId })
    .from(posts)
    .where(and(eq(posts.roundId, roundId), eq(posts.position, 1)));
  return row?.homeChannelId ?? null;
}

/** That of this place, where a second one cannot be begun; else the newest on this exam. */
export async function unfinishedPrivateRound(
  db: Db,
  { serverId, memberId, exam }: { serverId: string | null; memberId: string; exam: string },
): Promise<Round | null> {
  const isHere = sql`${rounds.serverId} is not distinct from ${serverId}::text`;
  const [row] = await db
    .select(roundColumns)
    .from(rounds)
    .where(
      and(
        eq(rounds.memberId, memberId),
        // Written out, so that the partial index answers: of all their rounds few are unfinished.
        sql`kind = 'private' and finished_at is null`,
        or(isHere, eq(rounds.exam, exam)),
      ),
    )
    .orderBy(desc(isHere), desc(rounds.id))
    .limit(1);
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
 * Starts a member's cool-down unless one is running. Null when it was started, also by the very same press, which
 * Discord may have handed to another process as well; else when it ends. One statement: of two commands at once, one
 * gets through.
 */
export async function startCooldown(
  db: Db,
  { memberId, now, untilAt, pressId }: { memberId: string; now: Date; untilAt: Date; pressId: string },
): Promise<Date | null> {
  const started = await db
    .insert(cooldowns)
    .values({ memberId, untilAt, pressId })
    .onConflictDoUpdate({
      target: cooldowns.memberId,
      set: { untilAt: sql`excluded.until_at`, pressId: sql`excluded.press_id` },
      setWhere: sql`${cooldowns.untilAt} <= ${now.toISOString()}::timestamptz or ${cooldowns.pressId} = ${pressId}`,
    })
    .returning({ memberId: cooldowns.memberId });
  if (started.length > 0) return null;
  const [row] = await db
    .select({ untilAt: cooldowns.untilAt })
    .from(cooldowns)
    .where(eq(cooldowns.memberId, memberId));
  return row?.untilAt ?? null;
}

/** The question never reached Discord: its asker need not wait for the next one. */
export async function endCooldown(
  db: Db,
  { memberId, pressId }: { memberId: string; pressId: string },
): Promise<void> {
  await db.delete(cooldowns).where(and(eq(cooldowns.memberId, memberId), eq(cooldowns.pressId, pressId)));
}

/** The round that an interaction started; null when it started none. */
export async function roundOfPress(db: Db, pressId: string): Promise<Round | null> {
  const [row] = await db.select(roundColumns).from(rounds).where(eq(rounds.pressId, pressId));
  return row ?? null;
}
