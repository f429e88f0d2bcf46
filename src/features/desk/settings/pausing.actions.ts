// Pausing a streak beforehand, and ending a pause early.
import { checkPause, endPause, type Pause } from '#features/people/member/rules.ts';
import { insertPause, replacePause } from '#features/people/member/store.ts';
import { changing, type Deps, lengthOf, type Standing, type Who } from './actions.ts';
import { earliestOpen, type PauseOutcome, parseStart } from './rules.ts';

/** `from` as chosen or typed; null is today. */
export async function pauseStreak(
  deps: Deps,
  input: Who & { from: string | null; days: number },
): Promise<PauseOutcome> {
  return changing<PauseOutcome>(deps, input, async (own) => {
    const earliest = earliestOpen(own.today, own.watched);
    const fromDate = parseStart(input.from, own.today);
    if (!fromDate) return { kind: 'bad-date', typed: input.from ?? '' };
    const wanted = { fromDate, days: input.days };
    const check = checkPause(wanted, { today: earliest, existing: own.pauses });
    if (check.kind === 'in-the-past') return { ...check, earliest };
    if (check.kind !== 'ok') return check;
    await insertPause(own.db, input.memberId, check.pause);
    const coming = openAfter(own, [...own.pauses, check.pause]);
    return { kind: 'paused', pause: check.pause, days: input.days, ...liveNow(own, check.pause), coming };
  });
}

/** The running pause ends today; without one, the next to come is called off. Days that were paused stay neutral. */
export async function unpauseStreak(deps: Deps, input: Who): Promise<PauseOutcome> {
  return changing<PauseOutcome>(deps, input, async (own) => {
    const end = endPause(own.pauses, earliestOpen(own.today, own.watched));
    if (end.kind === 'none') return { kind: 'not-paused' };
    const keep = end.kind === 'ended' ? end.keep : null;
    await replacePause(own.db, input.memberId, { pause: end.pause, keep });
    const left = own.pauses.filter((pause) => pause.fromDate !== end.pause.fromDate);
    const coming = openAfter(own, left);
    return { kind: 'unpaused', pause: end.pause, wasRunning: end.kind === 'ended', coming };
  });
}

function liveNow(own: Standing, pause: Pause): { isRunning: boolean; current: number } {
  return { isRunning: pause.fromDate <= own.today, current: lengthOf(own) };
}

function openAfter({ today }: Standing, pauses: readonly Pause[]): Pause[] {
  return pauses
    .filter((pause) => pause.toDate >= today)
    .toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
}
