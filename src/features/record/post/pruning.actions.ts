// Deletes questions and answers that are older than this installation keeps, some at a time. Any number of processes;
// killed at any moment, each part is gone whole or not at all.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import type { Keeper } from '../keeper.ts';
import { type Aged, type Answered, goingOf, inParts, keptSince, oldWholes } from './pruning.rules.ts';
import {
  countAnswersTo,
  deletePosts,
  holdAnswers,
  holdPosts,
  keepPlaces,
  notePruning,
  postsAfter,
  postsOfRounds,
} from './pruning.store.ts';

export type PruneDeps = { db: Db; clock: Clock; keepers: readonly Keeper[] };

const PAGE = 500;
/** A transaction's: some hundredths of a second. A question with more answers than that goes alone. */
const MOST = { posts: 200, answers: 2_000 };
/** Parts that fail: so many, and it is not the parts. */
const MOST_FAILURES = 5;

export type Pruned = { posts: number; answers: number };

/**
 * What is older than so many months and nobody needs; stops between two parts when `mayGoOn` says so. A part that fails
 * keeps the others from nothing, and is told at the end.
 */
export async function pruneOld(
  deps: PruneDeps,
  { months, mayGoOn = () => true }: { months: number; mayGoOn?: () => boolean },
): Promise<Pruned> {
  const before = await oldestRead(deps, keptSince(deps.clock.now(), months));
  const failures: unknown[] = [];
  const sum = { posts: 0, answers: 0 };
  for await (const ids of partsBefore(deps.db, before)) {
    if (!mayGoOn() || failures.length === MOST_FAILURES) break;
    try {
      const gone = await prunePart(deps, { ids, before });
      sum.posts += gone.posts;
      sum.answers += gone.answers;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} parts of old answers stay`);
  return sum;
}

/** Nothing goes that somebody has still to read. */
async function oldestRead({ db, keepers }: PruneDeps, since: Date): Promise<Date> {
  const read = await Promise.all(keepers.flatMap(({ readsSince }) => readsSince?.(db) ?? []));
  return new Date(Math.min(since.getTime(), ...read.map((at) => at.getTime())));
}

/** Goes through the questions from the oldest on, until a page has none that is old enough. */
async function* partsBefore(db: Db, before: Date): AsyncGenerator<number[]> {
  let isNoted = false;
  let page = await postsAfter(db, { after: 0, limit: PAGE });
  while (page.some(({ createdAt }) => createdAt < before)) {
    const parts = await partsOf(db, page, before);
    // Before the first of them goes: a reader must not take what is left for all there was.
    if (parts.length > 0 && !isNoted) await notePruning(db, before);
    isNoted ||= parts.length > 0;
    yield* parts;
    page = await postsAfter(db, { after: page.at(-1)?.id ?? 0, limit: PAGE });
  }
}

/** A round that a page cuts in two is looked at with either half. */
async function partsOf(db: Db, page: readonly Aged[], before: Date): Promise<number[][]> {
  const old = oldWholes(page, before).flat();
  const alone = old.filter(({ roundId }) => roundId === null);
  const mates = await postsOfRounds(db, roundsOf(old));
  const wholes = oldWholes([...alone, ...mates], before);
  const answered = await countAnswersTo(
    db,
    wholes.flat().map(({ id }) => id),
  );
  return inParts(wholes, { answered, most: MOST });
}

async function prunePart(
  { db, clock, keepers }: PruneDeps,
  { ids, before }: { ids: readonly number[]; before: Date },
): Promise<Pruned> {
  try {
    return await db.transaction(async (tx) => {
      const posts = await holdPosts(tx, ids);
      const held = await holdAnswers(tx, ids);
      // Only what is read after this is surely no older than what is held.
      const answered = await countAnswersTo(tx, ids);
      const sizes = sizesOf(await postsOfRounds(tx, roundsOf(posts)));
      const now = clock.now();
      const needed = new Set<number>();
      for (const keeper of keepers) {
        for (const id of (await keeper.needed?.(tx, { postIds: ids, now })) ?? []) needed.add(id);
      }
      const going = goingOf({ before, posts, answered, held, needed, sizes });
      return letGo({ tx, keepers }, { going, held });
    });
  } catch (error) {
    if (error instanceof AnsweredMeanwhile) return { posts: 0, answers: 0 };
    throw error;
  }
}

class AnsweredMeanwhile extends Error {}

type Going = { going: readonly Aged[]; held: ReadonlyMap<number, Answered> };

async function letGo(
  { tx, keepers }: { tx: Db; keepers: readonly Keeper[] },
  { going, held }: Going,
): Promise<Pruned> {
  if (going.length === 0) return { posts: 0, answers: 0 };
  const leaving = { postIds: going.map(({ id }) => id), roundIds: roundsOf(going) };
  await keepPlaces(tx, leaving.postIds);
  for (const { leave } of keepers) await leave?.(tx, leaving);
  const answers = await deletePosts(tx, leaving.postIds);
  const known = going.reduce((sum, { id }) => sum + (held.get(id)?.answers ?? 0), 0);
  // What was written down is not what went: all of it is put back, and tried another night.
  if (answers !== known) throw new AnsweredMeanwhile();
  return { posts: going.length, answers };
}

function roundsOf(posts: readonly Aged[]): number[] {
  return [...new Set(posts.flatMap(({ roundId }) => roundId ?? []))];
}

function sizesOf(posts: readonly Aged[]): Map<number, number> {
  const byRound = Map.groupBy(posts, ({ roundId }) => roundId ?? 0);
  return new Map([...byRound].map(([id, all]) => [id, all.length]));
}
