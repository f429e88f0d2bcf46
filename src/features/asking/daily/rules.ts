// When a schedule posts: next occurrences, what is due after any delay, closing times. Pure.
import { OWN_EDITION, ownPackNumber } from '#content/own-pack.ts';
import { faultOf, type Lacking } from '#features/people/server/rules.ts';
import { isRefusal } from '#features/record/post/rules.ts';
import { addDays, instantAt, type LocalDate, localDateAt, weekdayOf } from '#lib/local-date.ts';

export type { Lacking };

export type ScheduleStatus = 'active' | 'paused';

/** What became of one local date of one schedule. */
export type DateOutcome = 'posted' | 'skipped-late' | 'skipped-by-admin' | 'no-question';

export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
export const DEFAULT_TIME = '09:00';
/** A server that wants more than this wants something else. */
export const MAX_SCHEDULES = 20;
/** Later than this and the date is skipped. */
const MAX_LATE_MS = 6 * 3_600_000;
/** What is to be sent needs some of it: a date that only just is in time would count as posted, and never come. */
const LEFT_TO_SEND_MS = 60_000;
/** Later than this and the post says that it is late. */
const MARKED_LATE_MS = 5 * 60_000;
/** A question is answerable at least this long, however near the next post is. */
const MIN_OPEN_MS = 30 * 60_000;
/** Dates recorded as skipped after a long outage; older ones are nobody's concern any more. */
const MAX_SKIPPED = 31;

export type Timing = {
  /** Wall-clock time, "HH:MM". */
  time: string;
  zone: string;
  /** 1 (Monday) to 7 (Sunday), at least one. */
  weekdays: readonly number[];
};

export type Occurrence = { date: LocalDate; at: Date };

/**
 * The first occurrence after an instant and, when `afterDate` is given, on a later local date than that. A date that
 * the zone left out (Samoa, 30 December 2011) has none.
 */
export function nextOccurrence(timing: Timing, after: Date, afterDate: LocalDate | null = null): Occurrence {
  // A day earlier than "today": a time in a gap at midnight comes on the next calendar day.
  const yesterday = addDays(localDateAt(after, timing.zone), -1);
  let date = afterDate !== null && afterDate >= yesterday ? addDays(afterDate, 1) : yesterday;
  // At most a week and the days around it; anything else is a schedule without weekdays, which is a bug.
  for (let tries = 0; tries < 20; tries += 1, date = addDays(date, 1)) {
    if (!timing.weekdays.includes(weekdayOf(date)) || !isDateIn(date, timing.zone)) continue;
    const at = instantAt(date, timing.time, timing.zone);
    if (at > after) return { date, at };
  }
  throw new Error(`no occurrence after ${after.toISOString()} for ${JSON.stringify(timing)}`);
}

/** The newest date that was settled, and how; null before the first one. */
export type LastDate = { lastDate: LocalDate | null; lastOutcome: DateOutcome | null };

/** What became of a date that would come again under changed settings, were it not settled; null when none would. */
export function heldBack(timing: Timing, now: Date, last: LastDate | null): DateOutcome | null {
  if (!last?.lastDate) return null;
  return nextOccurrence(timing, now).date <= last.lastDate ? last.lastOutcome : null;
}

/** The next `count` occurrences that will post: without the date an admin skips. */
export function nextPosts(
  timing: Timing,
  from: { after: Date; afterDate: LocalDate | null; skipDate: LocalDate | null },
  count: number,
): Occurrence[] {
  const posts: Occurrence[] = [];
  let last = nextOccurrence(timing, from.after, from.afterDate);
  while (posts.length < count) {
    if (last.date !== from.skipDate) posts.push(last);
    last = nextOccurrence(timing, last.at, last.date);
  }
  return posts;
}

/** Which exam a schedule asks about: its server's, or a pack of the server's own that stands in place of domains. */
export function aimOf<T extends { exam: string; edition: string }>(
  server: T,
  domains: readonly string[],
): { exam: string; edition: string; domains: readonly string[] } {
  const [first = ''] = domains;
  return ownPackNumber(first) === null
    ? { exam: server.exam, edition: server.edition, domains }
    : { exam: first, edition: OWN_EDITION, domains: domains.slice(1) };
}

/** A pack of the server's own by its name, and some of its domains; no names stand for all of it. */
export type Asks = { pack: string; domains: readonly string[] };

/** What an admin sets for one channel. */
export type ScheduleSettings = Timing & {
  channelId: string;
  /** Empty: all, by their weight. Or a pack of the server's own, and which of its domains: "own-3", "2"; none for all. */
  domains: readonly string[];
  /** The names of those, where somebody shall read them. */
  asks?: Asks;
  roleId: string | null;
  wantsThread: boolean;
  closeAfterMinutes: number | null;
};

export type DueSchedule = Timing & {
  next: Occurrence;
  skipDate: LocalDate | null;
  /** The server removed the bot: its dates pass without a trace, once they can no longer be posted. */
  isServerGone: boolean;
  /** Its newest post could not be sent, or it could not be computed: then a missed date is not an outage of ours. */
  isDegraded: boolean;
};

type SettledDate = { date: LocalDate; outcome: DateOutcome; lateMinutes: number };

export type Settlement = {
  /** What to record, oldest first; at most the last one is posted. */
  dates: SettledDate[];
  post: (Occurrence & { isLate: boolean }) | null;
  next: Occurrence;
  /** When the outage began that made dates pass unposted; null when there was none. */
  outageFrom: Date | null;
};

/** How soon a schedule is looked at again whose server removed the bot: it may be back before the date is over. */
export const GONE_AGAIN_MS = 10 * 60_000;

/** Whether a date that was due then may still be posted. */
export function isInTime(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() <= MAX_LATE_MS - LEFT_TO_SEND_MS;
}

/** What is to be done with a schedule that is due: never two posts at once, whatever has been missed. */
export function settle(schedule: DueSchedule, now: Date): Settlement {
  const due = occurrencesUpTo(schedule, now);
  const latest = due.at(-1);
  const next = nextOccurrence(schedule, now, latest?.date ?? null);
  if (!latest || schedule.isServerGone) return { dates: [], post: null, next, outageFrom: null };
  const dates = due.map((occurrence) => ({
    date: occurrence.date,
    outcome: outcomeOf(occurrence, { latest, schedule, now }),
    lateMinutes: Math.floor(lateMs(occurrence, now) / 60_000),
  }));
  const missed = due.find((_, index) => dates[index]?.outcome === 'skipped-late');
  const isPosted = dates.at(-1)?.outcome === 'posted';
  return {
    dates,
    post: isPosted ? { ...latest, isLate: lateMs(latest, now) > MARKED_LATE_MS } : null,
    next,
    outageFrom: missed && !schedule.isDegraded ? missed.at : null,
  };
}

/** Default: until the next post. A late post is open as long as any other. */
export function closesAt(
  closeAfterMinutes: number | null,
  { postedAt, next }: { postedAt: Date; next: Occurrence },
): Date {
  const open =
    closeAfterMinutes === null
      ? Math.max(next.at.getTime() - postedAt.getTime(), MIN_OPEN_MS)
      : closeAfterMinutes * 60_000;
  return new Date(postedAt.getTime() + open);
}

/** Longer than the lease of a process that was killed while it was sending, twice over. */
const SEND_AFTER_ALL_MS = 5 * 60_000;

/**
 * Until when sending is tried: six hours after it was due, and not long after its time to answer would be over. A short
 * time begins with the sending, so that a question of one minute is not lost with a minute.
 */
export function sendBefore(dueAt: Date, closes: Date): Date {
  return new Date(Math.min(dueAt.getTime() + MAX_LATE_MS, closes.getTime() + SEND_AFTER_ALL_MS));
}

/** True when Discord does not take a question: its channel is gone or closed to the bot, or it refuses it otherwise. */
export function isDegraded(post: { status: string; failure: string | null } | null): boolean {
  if (!post || (post.status !== 'pending' && post.status !== 'dropped')) return false;
  return isRefusal(post.failure);
}

/** Why a schedule fails: its newest question is not taken, or the key of the last one was not. Null when it does not. */
export function troubleOf(schedule: {
  lastPost: { status: string; failure: string | null } | null;
  lastReveal: string | null;
}): { of: 'post' | 'reveal'; failure: string } | null {
  const { lastPost, lastReveal } = schedule;
  if (isDegraded(lastPost)) return { of: 'post', failure: lastPost?.failure ?? '' };
  return lastReveal !== null && isRefusal(lastReveal) ? { of: 'reveal', failure: lastReveal } : null;
}

/** The permissions a schedule needs in its channel. */
export function needOf(settings: { wantsThread: boolean }): 'post' | 'post-and-thread' {
  return settings.wantsThread ? 'post-and-thread' : 'post';
}

export type CannotPost =
  | { kind: 'lacks-permission'; channelId: string; missing: string[] }
  | { kind: 'wrong-channel'; channelId: string };

/** Null when nothing is in the way. In a channel that the bot cannot see, seeing it is what is missing. */
export function cannotPost(channelId: string, lacking: Lacking): CannotPost | null {
  const fault = faultOf(channelId, lacking);
  return fault?.kind === 'lacks' ? { ...fault, kind: 'lacks-permission' } : fault;
}

/** A schedule's settings as one line of the change log. */
export function summarize(settings: ScheduleSettings): string {
  const parts = [
    settings.time,
    settings.zone,
    `days ${settings.weekdays.join(',')}`,
    settings.domains.length > 0 && `domains ${settings.domains.join(',')}`,
    settings.roleId && `role ${settings.roleId}`,
    settings.wantsThread && 'thread',
    settings.closeAfterMinutes && `closes after ${settings.closeAfterMinutes} min`,
  ];
  return parts.filter((part) => part !== null && part !== false && part !== 0).join(' · ');
}

function isDateIn(date: LocalDate, zone: string): boolean {
  return localDateAt(instantAt(date, '00:00', zone), zone) === date;
}

function occurrencesUpTo(schedule: DueSchedule, now: Date): Occurrence[] {
  const floor = new Date(now.getTime() - MAX_SKIPPED * 24 * 3_600_000);
  const due: Occurrence[] = [];
  let occurrence = schedule.next.at < floor ? nextOccurrence(schedule, floor) : schedule.next;
  while (occurrence.at <= now) {
    due.push(occurrence);
    occurrence = nextOccurrence(schedule, occurrence.at, occurrence.date);
  }
  return due;
}

function outcomeOf(
  occurrence: Occurrence,
  { latest, schedule, now }: { latest: Occurrence; schedule: DueSchedule; now: Date },
): DateOutcome {
  if (occurrence.date === schedule.skipDate) return 'skipped-by-admin';
  return occurrence === latest && isInTime(occurrence.at, now) ? 'posted' : 'skipped-late';
}

function lateMs(occurrence: Occurrence, now: Date): number {
  return Math.max(0, now.getTime() - occurrence.at.getTime());
}
