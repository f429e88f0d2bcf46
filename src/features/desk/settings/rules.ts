// What a member's changes to their own settings mean: their streak must not suffer from one. Pure.

import { type DayRules, neutralDays, type Outage } from '#features/people/member/day.rules.ts';
import type { Watched } from '#features/people/member/day-watcher.ts';
import type { Pause, Visibility } from '#features/people/member/rules.ts';
import { addDays, type LocalDate, localDateAt, offsetAt, weekdayOf } from '#lib/local-date.ts';
import { parseDay } from '#lib/typed-day.ts';
import { plain, vocabulary } from '#words/vocabulary.ts';

export { MAX_DAY_START, MAX_PAUSE_DAYS, visibilities } from '#features/people/member/rules.ts';

export type OwnSettings = {
  /** The zone that dates the member's days, and whether it is the server's because they set none. */
  zone: string;
  isServerZone: boolean;
  /** Of what they learn outside of servers, the short name; null while they have not chosen. */
  course: string | null;
  isOutside: boolean;
  dayStart: number;
  reminders: boolean;
  visibility: Visibility;
  /** The chosen language by its own name; null when none was chosen. */
  language: string | null;
  /** Running and coming pauses. */
  pauses: readonly Pause[];
  today: LocalDate;
  dayEndsAt: Date;
  localTime: string;
};

export type SettingsOutcome =
  | { kind: 'settings'; settings: OwnSettings }
  | { kind: 'zone-saved'; settings: OwnSettings; freeAgainAt: Date }
  | { kind: 'zone-unchanged'; settings: OwnSettings }
  | { kind: 'zone-locked'; untilAt: Date }
  | { kind: 'unknown-zone'; typed: string }
  | { kind: 'would-skip-a-day'; today: LocalDate; current: number }
  | { kind: 'day-start-saved'; settings: OwnSettings }
  | { kind: 'reminders-saved'; on: boolean; nextAt: Date | null }
  | { kind: 'visibility-saved'; visibility: Visibility }
  /** Null: as their Discord. */
  | { kind: 'language-saved'; name: string | null }
  | { kind: 'unknown-language'; typed: string }
  | { kind: 'course-saved'; code: string; name: string }
  | { kind: 'unknown-course'; typed: string }
  | PauseOutcome;

export type PauseOutcome =
  | {
      kind: 'paused';
      pause: Pause;
      days: number;
      isRunning: boolean;
      current: number;
      coming: readonly Pause[];
    }
  | { kind: 'bad-date'; typed: string }
  | { kind: 'too-long'; maxDays: number }
  | { kind: 'in-the-past'; earliest: LocalDate }
  | { kind: 'too-far' }
  | { kind: 'overlaps'; other: Pause }
  | { kind: 'unpaused'; pause: Pause; wasRunning: boolean; coming: readonly Pause[] }
  | { kind: 'not-paused' };

/** The value that stands for "no zone of my own". */
export const SERVER_ZONE = 'server';

type Standing = {
  watched: readonly Watched[];
  pauses: readonly Pause[];
  outages: readonly Outage[];
  now: Date;
};

/**
 * The day on which a member would find themself after a change of zone or day start, when the change leaves out a day
 * that something of theirs still needs; null when nothing is lost. One answer before the change always helps.
 */
export function skippedInto(
  { watched, pauses, outages, now }: Standing,
  change: { from: DayRules; to: DayRules },
): LocalDate | null {
  const isLost = watched.some((one) => {
    const on = (rules: DayRules) => one.on({ now, rules, isNeutral: neutralDays(pauses, outages, rules) });
    const [before, after] = [on(change.from), on(change.to)];
    return after.length < before.length || after.paid > before.paid;
  });
  return isLost ? localDateAt(now, change.to.zone, change.to.dayStart) : null;
}

/**
 * The first day whose past may still change: today, or the last day that counts when a zone change has moved today
 * before it. Days before it are counted already.
 */
export function earliestOpen(today: LocalDate, watched: readonly Pick<Watched, 'lastDate'>[]): LocalDate {
  return [today, ...watched.map(({ lastDate }) => lastDate)].toSorted().at(-1) ?? today;
}

/** "today", "tomorrow" or a date; null when it is none of these. Nothing typed means today. */
export function parseStart(typed: string | null, today: LocalDate): LocalDate | null {
  if (typed === null) return today;
  const text = plain(typed);
  if (vocabulary.today.includes(text)) return today;
  if (vocabulary.tomorrow.includes(text)) return addDays(today, 1);
  return parseDay(typed);
}

export type Choice = { name: string; value: string };

/** The next days on which a pause may begin; weekdays from 1, Monday. */
export function offeredDays(today: LocalDate): { date: LocalDate; weekday: number }[] {
  return Array.from({ length: 25 }, (_, ahead) => {
    const date = addDays(today, ahead);
    return { date, weekday: weekdayOf(date) };
  });
}

/** Zones of an offset such as "+5:30" or "UTC-3"; null when the text is none. */
export function offeredZones(typed: string, now: Date): string[] | null {
  const offset = parseOffset(typed);
  return offset === null ? null : zonesAt(offset, now).slice(0, 24);
}

/** Minutes ahead of UTC; null when the text is no offset. */
function parseOffset(typed: string): number | null {
  const match = /^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?$/i.exec(typed.trim());
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

function zonesAt(offset: number, now: Date): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].filter((zone) => offsetAt(now, zone) === offset);
}
