// What a changed key, or a second one, would do: nothing is changed by looking.
import { keyOf, type Question } from '#content/pack.ts';
import type { Points } from '#features/standing/points.ts';
import type { Decision } from './deciding.actions.ts';
import { type Effect, readEffect } from './regrade.store.ts';
import { movedPlaces, type RegradeKind, withKey } from './ticket.rules.ts';
import { lookAtTicket, type NoTicket, type TicketDeps, type TicketScreen } from './tickets.actions.ts';

export type DryRun = {
  kind: 'dry-run';
  screen: TicketScreen;
  how: RegradeKind;
  key: readonly string[];
  answers: number;
  members: number;
  boards: number;
  places: number;
  /** What it rests on: another answer in between makes it stale. */
  mark: string;
};

/** `points` is null where no boards are kept. */
export type RegradeDeps = TicketDeps & { points: Points | null };

/** What a changed key, or a second one, would do. */
export async function tryRegrade(
  deps: RegradeDeps,
  { how, key, ...decision }: Decision & { how: RegradeKind; key: readonly string[] },
): Promise<DryRun | NoTicket | { kind: 'no-such-key' }> {
  const screen = await lookAtTicket(deps, decision);
  if (screen.kind === 'no-ticket') return screen;
  if (!isKey(screen.question, how, key)) return { kind: 'no-such-key' };
  const effect = await readEffect(deps.db, { ...screen.ticket, kind: how, key });
  const moved = await placesMoved(deps, screen.ticket.exam, effect);
  return {
    kind: 'dry-run',
    screen,
    how,
    key,
    answers: effect.answers,
    members: effect.members,
    ...moved,
    mark: markOf(effect),
  };
}

/** Another key than before; for two that are right, the old one and one more. */
function isKey(question: Question, how: RegradeKind, key: readonly string[]): boolean {
  const before = keyOf(question);
  const isSame = before.length === key.length && key.every((id) => before.includes(id));
  if (how === 'rekeyed') return withKey(question, key) !== null && !isSame;
  return (
    before.length === 1 &&
    key.length === 2 &&
    before.every((id) => key.includes(id)) &&
    withKey(question, key) !== null
  );
}

async function placesMoved(
  { db, points: kept }: RegradeDeps,
  exam: string,
  { rated }: Effect,
): Promise<{ boards: number; places: number }> {
  const byServer = Map.groupBy(rated, ({ serverId }) => serverId);
  let places = 0;
  for (const [serverId, gains] of byServer) {
    const gained = new Map(gains.map(({ memberId, points }) => [memberId, points]));
    const board = (await kept?.read(db, { serverId, exam })) ?? [];
    const newcomers = [...gained.keys()].filter((id) => !board.some(({ memberId }) => memberId === id));
    places += movedPlaces([...board, ...newcomers.map((memberId) => ({ memberId, points: 0 }))], gained);
  }
  return { boards: byServer.size, places };
}

function markOf({ answers, members, rated }: Effect): string {
  return [answers, members, rated.length, rated.reduce((sum, { points }) => sum + points, 0)].join('.');
}
