// What a member's changes to their own settings mean: their streak must not suffer from one. Pure.
import { addDays, type LocalDate, localDateAt, offsetAt, weekdayOf } from '#lib/local-date.ts';
import { type Pause, type Visibility, visibilities } from '../member/rules.ts';
import { findZones, nameZone } from '../server/zones.rules.ts';
import { type DayRules, neutralDays, type Outage, type Streak, streakOn } from '../streak/rules.ts';

export { MAX_DAY_START, MAX_PAUSE_DAYS } from '../member/rules.ts';

export type OwnSettings = {
  /** The zone that dates the member's days, and whether it is the server's because they set none. */
  zone: string;
  isServerZone: boolean;
  dayStart: number;
  reminders: boolean;
  visibility: Visibility;
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

type Standing = { streak: Streak | null; pauses: readonly Pause[]; outages: readonly Outage[]; now: Date };

/**
 * The day on which a member would find themself after a change of zone or day start, when the change leaves out a day
 * that a running streak still needs; null when nothing is lost. One answer before the change always helps.
 */
export function skippedInto(
  { streak, pauses, outages, now }: Standing,
  change: { from: DayRules; to: DayRules },
): LocalDate | null {
  const live = (rules: DayRules) => {
    const date = localDateAt(now, rules.zone, rules.dayStart);
    return { date, ...streakOn(streak, date, neutralDays(pauses, outages, rules)) };
  };
  const before = live(change.from);
  const after = live(change.to);
  const isLost = after.current < before.current || after.frozen.length > before.frozen.length;
  return isLost ? after.date : null;
}

/**
 * The first day whose past may still change: today, or the last active day when a zone change has moved today before
 * it. Days before it are counted already.
 */
export function earliestOpen(today: LocalDate, streak: Streak | null): LocalDate {
  return streak && streak.lastDate > today ? streak.lastDate : today;
}

/** "today", "tomorrow" or a date; null when it is none of these. Nothing typed means today. */
export function parseStart(typed: string | null, today: LocalDate): LocalDate | null {
  const text = typed?.trim().toLowerCase() ?? 'today';
  if (text === 'today') return today;
  if (text === 'tomorrow') return addDays(today, 1);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const parsed = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
  return isReal ? text : null;
}

/** Discord offers only these; should anything else ever come, nobody is shown who may not want it. */
export function parseVisibility(text: string): Visibility {
  return visibilities.find((known) => known === text) ?? 'hidden';
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export type Choice = { name: string; value: string };

/** The next days on which a pause may begin, by weekday or date. */
export function offerStarts(typed: string, today: LocalDate): Choice[] {
  const words = ['Today', 'Tomorrow'];
  const days = Array.from({ length: 25 }, (_, ahead) => {
    const date = addDays(today, ahead);
    return { name: `${words[ahead] ?? WEEKDAYS[weekdayOf(date) - 1]} – ${date}`, value: date };
  });
  return days.filter((day) => day.name.toLowerCase().includes(typed.trim().toLowerCase()));
}

/** Zones by city, region or offset ("+5:30", "UTC-3"), each with its clock; first of all the server's own. */
export function offerZones(typed: string, { serverZone, now }: { serverZone: string; now: Date }): Choice[] {
  const offset = parseOffset(typed);
  const found = offset === null ? findZones(typed, 24) : zonesAt(offset, now).slice(0, 24);
  const offered = found.map((zone) => ({ name: nameZone(zone, now), value: zone }));
  const isWanted = typed.trim() === '' || SERVER_ZONE.startsWith(typed.trim().toLowerCase());
  const server = { name: `This server’s zone: ${nameZone(serverZone, now)}`, value: SERVER_ZONE };
  return isWanted ? [server, ...offered] : offered;
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
