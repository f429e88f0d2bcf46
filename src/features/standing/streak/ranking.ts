// Streaks as a measure of the leaderboard: everybody's as of today in their own zone.
import type { Db } from '#db/connect.ts';
import {
  type DayRules,
  type IsNeutral,
  isPaused,
  lostDays,
  type Outage,
} from '#features/people/member/day.rules.ts';
import { readPausesOf } from '#features/people/member/store.ts';
import { readOutages } from '#features/record/outage/store.ts';
import { addDays, isTimeZone, type LocalDate, localDateAt } from '#lib/local-date.ts';
import type { BoardOf, Compared, Placed, Ranking, ReadTo } from '../ranking.ts';
import { type Streak, streakOn } from './rules.ts';
import { liveStreaks, placedStreak, placedStreaks } from './store.ts';

export const ranking: Ranking = {
  metric: 'streak',
  worths,
  next,
  own,
  words: ({ streak }) => streak.ranking,
};

/** No streak lives on over more pauses, freezes and outages than that. */
const LOOK_BACK_DAYS = 120;
/** Read at a time: more than a page, since of some the streak has ended. */
const STRETCH = 50;

/** A streak that is broken by today is worth nothing. */
async function worths(
  db: Db,
  { memberIds, serverZone, now }: Compared,
): Promise<ReadonlyMap<string, number>> {
  const rows = await liveStreaks(db, { memberIds, utcToday: localDateAt(now, 'UTC') });
  const lengths = await lengthsToday(db, rows, { serverZone, now });
  return new Map([...lengths].filter(([, length]) => length > 0));
}

async function next(db: Db, board: BoardOf, behind: ReadTo | null) {
  const since = addDays(localDateAt(board.now, 'UTC'), -LOOK_BACK_DAYS);
  const stretch = { behind: behind && { memberId: behind.memberId, current: behind.most }, limit: STRETCH };
  const rows = await placedStreaks(db, { ...board, since }, stretch);
  const last = rows.length < STRETCH ? undefined : rows.at(-1);
  return {
    placed: await placedToday(db, rows, board),
    readTo: last ? { memberId: last.memberId, most: last.place } : null,
  };
}

async function own(db: Db, board: BoardOf, memberId: string): Promise<Placed | null> {
  const [placed] = await placedToday(db, await placedStreak(db, board, memberId), board);
  return placed ?? null;
}

type Row = { memberId: string; zone: string | null; dayStart: number; streak: Streak };
type At = { serverZone: string; now: Date };

async function placedToday(
  db: Db,
  rows: readonly (Row & Pick<Placed, 'visibility'>)[],
  at: At,
): Promise<Placed[]> {
  const lengths = await lengthsToday(db, rows, at);
  return rows.flatMap(({ memberId, visibility }) => {
    const worth = lengths.get(memberId) ?? 0;
    return worth > 0 ? [{ memberId, visibility, worth }] : [];
  });
}

/** 0 for a streak that has ended. */
async function lengthsToday(
  db: Db,
  rows: readonly Row[],
  { serverZone, now }: At,
): Promise<ReadonlyMap<string, number>> {
  const outages = await readOutages(db, { since: new Date(now.getTime() - LOOK_BACK_DAYS * 86_400_000) });
  const calendarOf = calendars({ now, outages });
  const dated = rows.map((row) => ({
    ...row,
    calendar: calendarOf({ zone: zoneOf(row, serverZone), dayStart: row.dayStart }),
  }));
  const gaps = dated.filter((row) => row.streak.lastDate < row.calendar.yesterday);
  const pauses = await readPausesOf(
    db,
    gaps.map((row) => row.memberId),
  );
  const found = dated.map(({ memberId, streak, calendar }) => {
    const paused = pauses.get(memberId) ?? [];
    const isNeutral: IsNeutral = (date) => isPaused(paused, date) || calendar.isLost(date);
    return [memberId, streakOn(streak, calendar.today, isNeutral).current] as const;
  });
  return new Map(found);
}

/** One member whose zone this runtime does not know (a row by hand, an older release) must not take the board from all. */
function zoneOf({ zone }: { zone: string | null }, serverZone: string): string {
  if (zone !== null && isTimeZone(zone)) return zone;
  return isTimeZone(serverZone) ? serverZone : 'UTC';
}

/** What is the same for all members of a zone and day start: worked out once, not for each of thousands. */
type Calendar = { today: LocalDate; yesterday: LocalDate; isLost: IsNeutral };

function calendars({ now, outages }: { now: Date; outages: readonly Outage[] }) {
  const known = new Map<string, Calendar>();
  return (rules: DayRules): Calendar => {
    const key = `${rules.zone} ${rules.dayStart}`;
    const before = known.get(key);
    if (before) return before;
    const today = localDateAt(now, rules.zone, rules.dayStart);
    const made = { today, yesterday: addDays(today, -1), isLost: lostDays(outages, rules) };
    known.set(key, made);
    return made;
  };
}
