// What a member may set for themself, and when. Pure.
import { addDays, daysBetween, type LocalDate } from '#lib/local-date.ts';

export const visibilities = ['visible', 'anonymous', 'hidden'] as const;
export type Visibility = (typeof visibilities)[number];

/** Discord offers only these; should anything else ever come, nobody is shown who may not want it. */
export function parseVisibility(text: string): Visibility {
  return visibilities.find((known) => known === text) ?? 'hidden';
}

export type Pause = { fromDate: LocalDate; toDate: LocalDate };

export type Member = {
  id: string;
  /** IANA zone; null means the zone of the server where they answer. */
  zone: string | null;
  zoneChangedAt: Date | null;
  dayStart: number;
  visibility: Visibility;
  reminders: boolean;
  language: string | null;
  /** The zone by which they were dated last, wherever it came from; null before the first answer. */
  datedZone: string | null;
  datedSince: Date | null;
  /** What they learn outside of servers; null while they have not chosen. */
  exam: string | null;
  edition: string | null;
};

export const MAX_PAUSE_DAYS = 30;
export const MAX_DAY_START = 6;
/** A pause further away is more likely a mistyped year. */
const MAX_DAYS_AHEAD = 366;
const ZONE_CHANGE_EVERY_MS = 24 * 3_600_000;
const CORRECTED_WITHIN_MS = 10 * 60_000;
const CLOCKS_APART_MS = 5_000;

/** A member who never set anything. */
export function newMember(id: string): Member {
  return {
    id,
    zone: null,
    zoneChangedAt: null,
    dayStart: 0,
    visibility: 'visible',
    reminders: false,
    language: null,
    datedZone: null,
    datedSince: null,
    exam: null,
    edition: null,
  };
}

/**
 * When the zone may be changed again; null when it may be changed now: a fresh change may be corrected, until an answer
 * has been dated by it.
 */
export function zoneLockedUntil(
  { zoneChangedAt, datedSince }: Pick<Member, 'zoneChangedAt' | 'datedSince'>,
  now: Date,
): Date | null {
  if (!zoneChangedAt) return null;
  // An answer is dated by Discord's clock, a change by ours, which may be ahead.
  const isUsed = datedSince !== null && datedSince.getTime() >= zoneChangedAt.getTime() - CLOCKS_APART_MS;
  if (zoneIsFresh(zoneChangedAt, now) && !isUsed) return null;
  const free = zoneFreeAt(zoneChangedAt);
  return free > now ? free : null;
}

/** A change this recent may be a slip. */
export function zoneIsFresh(zoneChangedAt: Date, now: Date): boolean {
  return now.getTime() - zoneChangedAt.getTime() < CORRECTED_WITHIN_MS;
}

/** A day after a change, the next one is allowed. */
export function zoneFreeAt(zoneChangedAt: Date): Date {
  return new Date(zoneChangedAt.getTime() + ZONE_CHANGE_EVERY_MS);
}

export type PauseCheck =
  | { kind: 'ok'; pause: Pause }
  | { kind: 'too-long'; maxDays: number }
  | { kind: 'in-the-past' }
  | { kind: 'too-far' }
  | { kind: 'overlaps'; other: Pause };

/**
 * A pause is set beforehand: it begins today at the earliest, and shares no day with another one. Pauses that follow
 * each other without a day between are one pause, which lasts 30 days at most.
 */
export function checkPause(
  wanted: { fromDate: LocalDate; days: number },
  { today, existing }: { today: LocalDate; existing: readonly Pause[] },
): PauseCheck {
  if (wanted.days < 1 || wanted.days > MAX_PAUSE_DAYS) return { kind: 'too-long', maxDays: MAX_PAUSE_DAYS };
  if (wanted.fromDate < today) return { kind: 'in-the-past' };
  if (daysBetween(today, wanted.fromDate) > MAX_DAYS_AHEAD) return { kind: 'too-far' };
  const pause = { fromDate: wanted.fromDate, toDate: addDays(wanted.fromDate, wanted.days - 1) };
  const other = existing.find((before) => before.fromDate <= pause.toDate && pause.fromDate <= before.toDate);
  if (other) return { kind: 'overlaps', other };
  const isTooLong = daysTogether(pause, existing) > MAX_PAUSE_DAYS;
  return isTooLong ? { kind: 'too-long', maxDays: MAX_PAUSE_DAYS } : { kind: 'ok', pause };
}

export type Unpause =
  | { kind: 'ended'; pause: Pause; keep: Pause | null }
  | { kind: 'cancelled'; pause: Pause }
  | { kind: 'none' };

/** What ending the pause means: the running one ends yesterday; without one, the next to come is called off. */
export function endPause(existing: readonly Pause[], today: LocalDate): Unpause {
  const open = existing.filter((pause) => pause.toDate >= today);
  const [next] = open.toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
  if (!next) return { kind: 'none' };
  if (next.fromDate > today) return { kind: 'cancelled', pause: next };
  const keep = next.fromDate < today ? { fromDate: next.fromDate, toDate: addDays(today, -1) } : null;
  return { kind: 'ended', pause: next, keep };
}

/** Days of a pause with all that touch it, directly or through others. */
function daysTogether(pause: Pause, existing: readonly Pause[]): number {
  let { fromDate, toDate } = pause;
  for (const before of existing.toSorted((a, b) => (a.fromDate > b.fromDate ? -1 : 1))) {
    if (addDays(before.toDate, 1) === fromDate) fromDate = before.fromDate;
  }
  for (const after of existing.toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : 1))) {
    if (addDays(toDate, 1) === after.fromDate) toDate = after.toDate;
  }
  return daysBetween(fromDate, toDate) + 1;
}
