// What a member may set for themself, and when. Pure.
import { addDays, daysBetween, type LocalDate } from '#lib/local-date.ts';

export const visibilities = ['visible', 'anonymous', 'hidden'] as const;
export type Visibility = (typeof visibilities)[number];

export type Pause = { fromDate: LocalDate; toDate: LocalDate };

export const MAX_PAUSE_DAYS = 30;
export const MAX_DAY_START = 6;
const ZONE_CHANGE_EVERY_MS = 24 * 3_600_000;

/** When the zone may be changed again; null when it may be changed now. */
export function zoneLockedUntil(zoneChangedAt: Date | null, now: Date): Date | null {
  if (!zoneChangedAt) return null;
  const free = new Date(zoneChangedAt.getTime() + ZONE_CHANGE_EVERY_MS);
  return free > now ? free : null;
}

export type PauseCheck =
  | { kind: 'ok'; pause: Pause }
  | { kind: 'too-long'; maxDays: number }
  | { kind: 'in-the-past' }
  | { kind: 'overlaps'; other: Pause };

/**
 * A pause is set beforehand: it begins today at the earliest, lasts 1–30 days, and does not touch another one
 * (two in a row would be one longer than allowed).
 */
export function checkPause(
  wanted: { fromDate: LocalDate; days: number },
  { today, existing }: { today: LocalDate; existing: readonly Pause[] },
): PauseCheck {
  if (wanted.days < 1 || wanted.days > MAX_PAUSE_DAYS) return { kind: 'too-long', maxDays: MAX_PAUSE_DAYS };
  if (wanted.fromDate < today) return { kind: 'in-the-past' };
  const pause = { fromDate: wanted.fromDate, toDate: addDays(wanted.fromDate, wanted.days - 1) };
  const other = existing.find(
    (before) =>
      daysBetween(before.toDate, pause.fromDate) <= 1 && daysBetween(pause.toDate, before.fromDate) <= 1,
  );
  return other ? { kind: 'overlaps', other } : { kind: 'ok', pause };
}
