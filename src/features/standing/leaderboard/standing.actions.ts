// One page of a board, and the caller's own place on it, by whatever the board compares.
import type { Db } from '#db/connect.ts';
import type { ServerSettings } from '#features/people/server/rules.ts';
import type { Placed, Ranking, ReadTo } from '../ranking.ts';
import {
  type Board,
  type Entry,
  type OwnPlace,
  PAGE_SIZE,
  placeBehind,
  rankEntries,
  rankPage,
  unranked,
} from './board.rules.ts';
import { type Descent, descend, type ReadPart } from './page.actions.ts';
import type { Presence } from './presence.ts';
import type { Metric, ScoreMetric } from './rules.ts';
import { type BoardKey, countBetter, ownScore, topScores } from './store.ts';

/** A board's members in order; all of it without those who are known to have left. */
export type Source = {
  metric: Metric;
  read: ReadPart;
  readOwn(memberId: string): Promise<Entry | null>;
  countBetter(entry: Entry, without: readonly string[]): Promise<number>;
};

export type Standing = Pick<Board, 'rows' | 'own' | 'page' | 'hasMore' | 'isChecked' | 'names'>;
export type Asker = { serverId: string; callerId: string; page: number };

export async function readStanding(
  { presence }: { presence: Presence },
  source: Source,
  { serverId, callerId, page: wanted }: Asker,
): Promise<Standing> {
  const { metric, read } = source;
  const without = await presence.goneFrom(serverId);
  const down = descend(presence, { serverId, callerId, page: wanted, read, without });
  await down.to({ present: (wanted + 1) * PAGE_SIZE });
  const { entries, ...page } = await down.page();
  const [first] = entries;
  const before = first && page.page > 0 ? await source.countBetter(first, down.gone()) : 0;
  const rows = rankPage(metric, entries, { offset: page.page * PAGE_SIZE, firstRank: 1 + before });
  const row = rows.find(({ memberId }) => memberId === callerId);
  const own: OwnPlace = row
    ? { kind: 'ranked', entry: row, isOnPage: true, isExact: page.isChecked }
    : await placeOf(source, callerId, { down, without });
  return { ...page, rows, own };
}

type Below = { down: Descent; without: readonly string[] };

/** Everybody who is better is looked up first, in so far as they can be: else whoever left would still be counted. */
async function placeOf(source: Source, callerId: string, { down, without }: Below): Promise<OwnPlace> {
  const mine = await source.readOwn(callerId);
  if (!mine || rankEntries(source.metric, [mine]).length === 0) return unranked(source.metric, mine);
  const row = await source.countBetter(mine, without);
  await down.to({ row });
  return placeBehind(mine, {
    better: await source.countBetter(mine, down.gone()),
    isExact: down.reached(row),
  });
}

/** By what is kept in the boards themselves. */
export function scoreSource(db: Db, key: BoardKey, metric: ScoreMetric): Source {
  return {
    metric,
    async read(part) {
      const top = await topScores(db, key, { metric, ...part });
      return top.map((score) => ({ ...score, worth: 0 }));
    },
    async readOwn(memberId) {
      const mine = await ownScore(db, key, memberId);
      return mine && mine.rated > 0 ? { ...mine, worth: 0 } : null;
    },
    countBetter: (own, without) => countBetter(db, key, { metric, own, without }),
  };
}

type Worths = { server: ServerSettings; now: Date; ranking: Ranking };

/** By another standing's measure; read from the top as far as it is asked for. */
export function worthSource(db: Db, { server, now, ranking }: Worths): Source {
  const board = { serverId: server.id, exam: server.exam, serverZone: server.zone, now };
  const shown: Entry[] = [];
  let end: ReadTo | null | 'unread' = 'unread';
  const readOn = async () => {
    const { placed, readTo } = await ranking.next(db, board, end === 'unread' ? null : end);
    shown.push(...placed.filter(({ visibility }) => visibility !== 'hidden').map(entryOf));
    end = readTo;
  };
  const shownWithout = (without: readonly string[]) => {
    const gone = new Set(without);
    return shown.filter(({ memberId }) => !gone.has(memberId));
  };
  return {
    metric: ranking.metric,
    async read({ offset, limit, without }) {
      while (end !== null && shownWithout(without).length < offset + limit) await readOn();
      return shownWithout(without).slice(offset, offset + limit);
    },
    async readOwn(memberId) {
      const placed = await ranking.own(db, board, memberId);
      return placed && entryOf(placed);
    },
    async countBetter(own, without) {
      while (end !== null && (end === 'unread' || end.most > own.worth)) await readOn();
      return shownWithout(without).filter(({ worth }) => worth > own.worth).length;
    },
  };
}

const entryOf = (placed: Placed): Entry => ({ ...placed, points: 0, right: 0, rated: 0 });
