// The winners of a week: who wants them told, when they are due, who they are.
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { serverOf } from '#features/people/server/actions.ts';
import type { Clock } from '#lib/clock.ts';
import type { LocalDate } from '#lib/local-date.ts';
import type { Entry } from './board.rules.ts';
import type { Presence } from './presence.ts';
import { ALL_DOMAINS, type Ranked, windowStarts } from './rules.ts';
import { readStanding, scoreSource } from './standing.actions.ts';
import { latestDue, WINNERS, weekToTell } from './winners.rules.ts';
import { changeWinners, markToldIn, readWinnersChannel, toldBefore } from './winners.store.ts';

type Deps = { db: Db; content: Library; clock: Clock };
type Who = { serverId: string; memberId: string };

export type WinnersOutcome = { kind: 'on' | 'kept'; channelId: string } | { kind: 'off' | 'was-off' };

/** Null turns it off. */
export async function chooseWinners(
  deps: Deps,
  { channelId, ...who }: Who & { channelId: string | null },
): Promise<WinnersOutcome> {
  const now = deps.clock.now();
  const { week } = windowStarts(now, await serverOf(deps, who.serverId));
  const isChanged = await changeWinners(deps.db, { ...who, channelId, now, week });
  if (channelId === null) return { kind: isChanged ? 'off' : 'was-off' };
  return { kind: isChanged ? 'on' : 'kept', channelId };
}

export async function findWinnersChannel(
  { db }: { db: Db },
  { serverId }: { serverId: string },
): Promise<string | null> {
  return readWinnersChannel(db, serverId);
}

export type DueWinners = {
  serverId: string;
  channelId: string;
  exam: string;
  week: LocalDate;
  tellIn: LocalDate;
};

export async function findDueWinners({ db, clock }: Omit<Deps, 'content'>): Promise<DueWinners[]> {
  const now = clock.now();
  const waiting = await toldBefore(db, latestDue(now));
  return waiting.flatMap(({ serverId, channelId, exam, toldIn, ...calendar }) => {
    const due = weekToTell(now, calendar, toldIn);
    return due ? [{ serverId, channelId, exam, ...due }] : [];
  });
}

/** Those on the first ranks who are still there; ties may make them more. Nobody, where nobody answered. */
export async function readWinners(
  { db, presence }: { db: Db; presence: Presence },
  { serverId, exam, week }: DueWinners,
): Promise<Ranked<Entry>[]> {
  const key = { serverId, exam, domain: ALL_DOMAINS, window: 'week' as const, startsOn: week };
  const source = scoreSource(db, key, 'points');
  // Nobody asks: nobody's own place is looked up.
  const { rows } = await readStanding({ presence }, source, { serverId, callerId: '', page: 0 });
  return rows.filter(({ rank, points }) => rank <= WINNERS && points > 0);
}

export async function recordWinnersTold({ db }: { db: Db }, due: DueWinners): Promise<void> {
  await markToldIn(db, due);
}
