// Boards are written with each answer; this counts all of a server's anew, after a key was changed or a zone moved.
import type { Db } from '#db/connect.ts';
import { DEFAULT_WEEK_START, DEFAULT_ZONE } from '#features/people/server/rules.ts';
import { readServer } from '#features/people/server/store.ts';
import type { Clock } from '#lib/clock.ts';
import { addDays, type LocalDate, localDateAt, startOfLocalDay } from '#lib/local-date.ts';
import { readKeptScores } from './kept.store.ts';
import { oldestKept } from './prune.rules.ts';
import {
  type CountedWindow,
  closeAll,
  countDay,
  type DomainScore,
  findDifferences,
  openFrom,
} from './rebuild.rules.ts';
import {
  type Board,
  deleteBoardScores,
  nextBoard,
  nextRatedAt,
  readBoardScores,
  readDayScores,
  writeBoardScores,
} from './rebuild.store.ts';
import { type WindowKind, windowStarts } from './rules.ts';

const MAX_TRIES = 5;
/** Postgres: could not serialize access; deadlock detected. Both mean that a member answered in between. */
const AGAIN = new Set(['40001', '40P01']);

/**
 * All boards of a server that can be looked at, from its rated answers and what deleted ones came to, in its present zone and weeks, in one transaction;
 * returns how many rows were different. Older ones are left to pruning: whatever it took does not come back.
 * It sees the answers of one instant and touches only rows that are wrong, so members go on answering; when
 * an answer has changed one of those rows meanwhile, it begins again, and none is lost or counted twice.
 */
export async function rebuildScores(
  { db, clock }: { db: Db; clock: Clock },
  { serverId }: { serverId: string },
): Promise<{ changed: number }> {
  const oldest = oldestKept(clock.now());
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction((tx) => rebuild(tx, { serverId, oldest }), {
        isolationLevel: 'repeatable read',
      });
    } catch (error) {
      if (attempt === MAX_TRIES || !isConflict(error)) throw error;
    }
  }
}

type Kept = { serverId: string; oldest: Record<WindowKind, LocalDate> };

async function rebuild(db: Db, { serverId, oldest }: Kept): Promise<{ changed: number }> {
  const isKept = ({ window, startsOn }: Board) => startsOn >= oldest[window];
  const settled = new Set<string>();
  let changed = 0;
  for await (const { board, lines } of countBoards(db, serverId)) {
    if (!isKept(board)) continue;
    settled.add(nameOf(board));
    changed += await settle(db, { serverId, board, lines });
  }
  let board = await nextBoard(db, serverId, null);
  while (board) {
    if (isKept(board) && !settled.has(nameOf(board)))
      changed += await settle(db, { serverId, board, lines: [] });
    board = await nextBoard(db, serverId, board);
  }
  return { changed };
}

type CountedBoard = { board: Board; lines: readonly DomainScore[] };

/** Every board that the answers make, day by day, so that only windows that are not over yet are held in memory. */
async function* countBoards(db: Db, serverId: string): AsyncGenerator<CountedBoard> {
  const server = await readServer(db, serverId);
  const calendar = server ?? { zone: DEFAULT_ZONE, weekStart: DEFAULT_WEEK_START };
  const { zone } = calendar;
  let open = openFrom(await readKeptScores(db, serverId));
  let at = await nextRatedAt(db, { serverId, from: new Date(0) });
  while (at) {
    const date = localDateAt(at, zone);
    const to = startOfLocalDay(addDays(date, 1), zone);
    const lines = await readDayScores(db, { serverId, from: startOfLocalDay(date, zone), to });
    const counted = countDay(open, windowStarts(at, calendar), lines);
    yield* counted.over.flatMap(boardsOf);
    open = counted.open;
    at = await nextRatedAt(db, { serverId, from: to });
  }
  yield* closeAll(open).flatMap(boardsOf);
}

function boardsOf({ window, startsOn, lines }: CountedWindow): CountedBoard[] {
  const byBoard = Map.groupBy(lines, ({ exam, domain }) => `${exam}/${domain}`);
  return [...byBoard.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ board: { exam: first.exam, domain: first.domain, window, startsOn }, lines: own }] : [];
  });
}

/** Makes one board hold exactly these lines; returns how many rows that took. */
async function settle(
  db: Db,
  { serverId, board, lines }: CountedBoard & { serverId: string },
): Promise<number> {
  const { wrong, surplus } = findDifferences(await readBoardScores(db, serverId, board), lines);
  await writeBoardScores(db, { serverId, board, lines: wrong });
  await deleteBoardScores(db, { serverId, board, memberIds: surplus });
  return wrong.length + surplus.length;
}

function nameOf({ exam, domain, window, startsOn }: Board): string {
  return `${exam}/${domain}/${window}/${startsOn}`;
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && AGAIN.has(String(error.code))) return true;
  return isConflict(error.cause);
}
