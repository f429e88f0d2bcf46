// A schedule from what an admin typed; what was left out stays as it was. Pure.
import type { Domain } from '#content/pack.ts';
import { findZones, parseZone } from '#features/people/server/zones.rules.ts';
import { MAX_OPEN_MINUTES, parseOpenFor } from '#features/record/post/duration.rules.ts';
import { plain, vocabulary } from '#words/vocabulary.ts';
import { isOwnPack, type OwnPack, parseOwn } from './own.rules.ts';
import { parseDomains, parseTime, parseWeekdays } from './parse.rules.ts';
import { EVERY_DAY, type ScheduleSettings } from './rules.ts';

export type Typed = {
  time: string;
  zone: string | null;
  weekdays: string | null;
  domains: string | null;
  closeAfter: string | null;
};

export type BadOption = {
  kind: 'bad-option';
  option: 'time' | 'zone' | 'weekdays' | 'domains' | 'close-after';
  typed: string;
  /** What may have been meant, or what there is to choose from. */
  choices: string[];
};

export type Before = Omit<ScheduleSettings, 'channelId'>;
/** Null until the next post. */
type CloseAfter = { minutes: number | null };

/** What a schedule is when nothing was said about it. */
export function defaultSettings(zone: string): Omit<Before, 'time'> {
  return {
    zone,
    weekdays: EVERY_DAY,
    domains: [],
    roleId: null,
    wantsThread: false,
    closeAfterMinutes: null,
  };
}

/** The timing and the choice of questions; the first option that makes no sense is named. */
type Offered = {
  before: Omit<Before, 'time'>;
  domains: readonly Domain[];
  /** The server's own. */
  packs?: readonly OwnPack[];
};

export function readTyped(
  typed: Typed,
  { before, domains, packs = [] }: Offered,
): Omit<Before, 'roleId' | 'wantsThread'> | BadOption {
  // A pack of the server's own takes the place of the exam's domains.
  const own = typed.domains === null ? null : parseOwn(typed.domains, packs);
  if (own && isOwnPack(own)) return bad('domains', typed.domains, own.domains.map(nameDomain));
  const read = {
    time: parseTime(typed.time),
    zone: keepOr(typed.zone, before.zone, parseZone),
    weekdays: keepOr(typed.weekdays, before.weekdays, parseWeekdays),
    domains: keepOr(typed.domains, before.domains, (text) => own ?? parseDomains(text, domains)),
    closeAfter: keepOr(typed.closeAfter, { minutes: before.closeAfterMinutes }, parseCloseAfter),
  };
  const { time, zone, weekdays, closeAfter } = read;
  if (time === null) return bad('time', typed.time);
  if (zone === null) return bad('zone', typed.zone, findZones(typed.zone ?? '', 3));
  if (weekdays === null) return bad('weekdays', typed.weekdays);
  if (read.domains === null) return bad('domains', typed.domains, domains.map(nameDomain));
  if (closeAfter === null) return bad('close-after', typed.closeAfter);
  return { time, zone, weekdays, domains: read.domains, closeAfterMinutes: closeAfter.minutes };
}

function keepOr<T>(typed: string | null, kept: T, parse: (text: string) => T | null): T | null {
  return typed === null ? kept : parse(typed);
}

/** "12h", "90m", "next"; at most seven days. */
function parseCloseAfter(text: string): CloseAfter | null {
  if (vocabulary.nextPost.includes(plain(text))) return { minutes: null };
  const minutes = parseOpenFor(text);
  return minutes === null || minutes > MAX_OPEN_MINUTES ? null : { minutes };
}

function bad(option: BadOption['option'], typed: string | null, choices: string[] = []): BadOption {
  return { kind: 'bad-option', option, typed: typed ?? '', choices };
}

function nameDomain({ id, name }: Domain): string {
  return `${id} – ${name}`;
}
