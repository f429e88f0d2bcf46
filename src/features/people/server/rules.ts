// Which exam edition a server is on, and what follows when that edition can no longer be sat. Pure.
import type { Library } from '#content/library.ts';
import { type Edition, type Exam, editionOn, findEdition } from '#content/pack.ts';
import { daysBetween, type LocalDate, localDateAt } from '#lib/local-date.ts';
import { guessZone } from './locale-zones.rules.ts';

export const DEFAULT_ZONE = 'UTC';
/** Data of a server that removed the bot is kept this long. */
const KEEP_AFTER_LEAVING_DAYS = 30;

/** Weekdays on which a week may begin: 1 (Monday) or 7 (Sunday). */
export const WEEK_STARTS = [1, 7] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];
export const DEFAULT_WEEK_START: WeekStart = 1;

export type ServerSettings = {
  id: string;
  exam: string;
  edition: string;
  zone: string;
  weekStart: WeekStart;
};

/** How a line of the set-up stands; `off` is what nobody wants, or stopped on purpose. */
export type Standing = 'done' | 'to-do' | 'broken' | 'off';

export type NewServer = ServerSettings & { isZoneGuessed: boolean; createdAt: Date };

/** Servers are told this long before the last sitting that another edition follows. */
const TOLD_AHEAD_DAYS = 30;

/** The edition that replaces a retired one on that day; null while the server's own can still be sat. */
export function successorOf(exam: Exam, editionId: string, today: LocalDate): Edition | null {
  const lastSitting = findEdition(exam, editionId)?.lastSitting;
  return lastSitting && lastSitting < today ? nextEdition(exam, editionId) : null;
}

/** The edition that follows one that can be sat for a few weeks only; null when there is time, or none left. */
export function followerOf(exam: Exam, editionId: string, today: LocalDate): Edition | null {
  const lastSitting = findEdition(exam, editionId)?.lastSitting;
  const isNear = lastSitting && lastSitting >= today && daysBetween(today, lastSitting) <= TOLD_AHEAD_DAYS;
  return isNear ? nextEdition(exam, editionId) : null;
}

function nextEdition(exam: Exam, editionId: string): Edition | null {
  const edition = findEdition(exam, editionId);
  if (!edition) return null;
  const next = exam.editions.filter((candidate) => candidate.firstSitting > edition.firstSitting);
  return next.toSorted((a, b) => (a.firstSitting < b.firstSitting ? -1 : 1))[0] ?? null;
}

export function todayIn(zone: string, now: Date): LocalDate {
  return localDateAt(now, zone);
}

/**
 * What a server starts with: the first exam, the edition that can still be sat on that day, and the zone that its
 * language suggests, or UTC.
 */
export function firstSettings(
  content: Library,
  { id, now, locale = null }: { id: string; now: Date; locale?: string | null },
): NewServer {
  const [pack] = content.packs();
  if (!pack) throw new Error('no exam pack is loaded');
  const zone = guessZone(locale) ?? DEFAULT_ZONE;
  const edition = editionOn(pack.exam, todayIn(zone, now));
  const course = { exam: pack.exam.id, edition: edition.id };
  return { id, ...course, zone, isZoneGuessed: true, weekStart: DEFAULT_WEEK_START, createdAt: now };
}

/** What Discord says of a server that the bot is in. */
export type Arrival = { joinedAt: Date; locale: string };

/** A bot that was away hears of an invitation later. Who has had it for longer needs no greeting. */
const GREETED_WITHIN_MS = 24 * 3_600_000;

/** True of a server that has only just invited the bot; one whose settings we know is greeted never again. */
export function isNewcomer({ joinedAt }: Arrival, now: Date): boolean {
  return now.getTime() - joinedAt.getTime() < GREETED_WITHIN_MS;
}

/** Servers that left at this instant or before may be purged now. */
export function purgeLeftBefore(now: Date): Date {
  return new Date(now.getTime() - KEEP_AFTER_LEAVING_DAYS * 24 * 3_600_000);
}

/** Stands in the log of changes for somebody whose data was deleted. */
export const ERASED = 'erased';

/** More servers missing at once than this share is no removal by hand: rather the word of another application. */
const BELIEVABLE_SHARE = 0.5;
/** A handful of test servers may go at once. */
const ALWAYS_BELIEVED = 2;

/** True when that many of the servers we know may really have removed the bot while nobody listened; never all. */
export function isBelievable({ missing, known }: { missing: number; known: number }): boolean {
  return missing < known && (missing <= ALWAYS_BELIEVED || missing <= known * BELIEVABLE_SHARE);
}

/** What the bot lacks in a channel: names of permissions, or it cannot see it, or it takes no messages at all. */
export type Lacking = string[] | 'no-channel' | 'wrong-kind';

export type ChannelFault =
  | { kind: 'wrong-channel'; channelId: string }
  | { kind: 'lacks'; channelId: string; missing: string[] };

/** Null when nothing is in the way. In a channel that the bot cannot see, seeing it is what is missing. */
export function faultOf(channelId: string, lacking: Lacking): ChannelFault | null {
  if (lacking === 'wrong-kind') return { kind: 'wrong-channel', channelId };
  const missing = lacking === 'no-channel' ? ['View Channel'] : lacking;
  return missing.length === 0 ? null : { kind: 'lacks', channelId, missing };
}
