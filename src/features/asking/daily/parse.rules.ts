// What admins type for a schedule (times, weekdays, domains) as values, and back as words. Pure.
import type { Domain } from '#content/pack.ts';
import { EVERY_DAY } from './rules.ts';

const TIMES: Readonly<Record<string, string>> = { noon: '12:00', midnight: '00:00' };

/** "7:30", "07.30", "7.30 a.m.", "19h", "19h30", "19 Uhr", "7pm", "0730" → "HH:MM"; null when it is not a time of day. */
export function parseTime(text: string): string | null {
  const typed = text.normalize('NFKC').trim().toLowerCase();
  const plain = typed.replace(/\s*uhr\s*/, 'h').replace(/([ap])\.\s*m\.?$/, '$1m');
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|h)?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  // A lone number could be an hour or a slip: "7" needs ":00", "h", "am" or "pm".
  if (!match || (match[2] === undefined && match[3] === undefined)) return TIMES[typed] ?? null;
  const hour = hourOf(Number(match[1]), match[3]);
  const minute = Number(match[2] ?? 0);
  if (hour === null || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half !== 'am' && half !== 'pm') return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** Monday first, in every language the bot speaks: what it says, it understands (a test holds it to that). */
const WEEKS = [
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag'],
] as const;

const WORDS: Readonly<Record<string, readonly number[]>> = {
  daily: EVERY_DAY,
  'every day': EVERY_DAY,
  all: EVERY_DAY,
  täglich: EVERY_DAY,
  'jeden tag': EVERY_DAY,
  weekdays: [1, 2, 3, 4, 5],
  workdays: [1, 2, 3, 4, 5],
  'every weekday': [1, 2, 3, 4, 5],
  werktags: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  weekends: [6, 7],
  wochenende: [6, 7],
};

/** What autocomplete offers, in the form that `parseWeekdays` reads. */
export const COMMON_WEEKDAYS: readonly string[] = [
  'daily',
  'mon-fri',
  'mon-sat',
  'sat,sun',
  'mon,wed,fri',
  'tue,thu',
  'mon,thu',
  'mon',
];

/** "mon-fri", "daily", "1,3,5", "mon wed & fri" → 1–7 in order; null when a part is not a day. "fri-mon" goes over Sunday. */
export function parseWeekdays(text: string): number[] | null {
  const typed = text.trim().toLowerCase();
  const word = WORDS[typed];
  if (word) return [...word];
  const spans = typed.replace(/\s*[-–]\s*|\s+(?:to|bis)\s+/g, '-');
  const days = new Set<number>();
  for (const part of spans.split(/\s*[,;&]\s*(?:(?:and|und)\s+)?|\s+(?:and|und)\s+|\s+/)) {
    const span = parseSpan(part);
    if (!span) return null;
    for (const day of span) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

function parseSpan(part: string): number[] | null {
  const [first, last, more] = part.split('-').map(parseDay);
  if (!first || last === null || more !== undefined) return null;
  const length = last === undefined ? 1 : ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => ((first - 1 + step) % 7) + 1);
}

/** By its number, or by the beginning of its name; "mondays" and "mo." too. */
function parseDay(text: string): number | null {
  if (/^[1-7]$/.test(text)) return Number(text);
  if (text.length < 2) return null;
  const wanted = text.replace(/[.s]$/, '');
  const found = WEEKS.map((days) => days.findIndex((day) => day.startsWith(wanted)) + 1);
  return found.find((day) => day > 0) ?? null;
}

/**
 * "2", "1, 3", "security, deployment" → ids in the edition's order. "all" means no restriction: an empty list.
 * Null when a part names no domain of the edition.
 */
export function parseDomains(text: string, domains: readonly Domain[]): string[] | null {
  const parts = text.split(/[,;]/).map((part) => part.trim().toLowerCase());
  const wanted = parts.filter((part) => part !== '');
  if (wanted.length === 0 || wanted.includes('all')) return [];
  const found = wanted.map((part) => findDomain(part, domains)?.id);
  if (found.includes(undefined)) return null;
  const ids = domains.map((domain) => domain.id).filter((id) => found.includes(id));
  return ids.length === domains.length ? [] : ids;
}

function findDomain(part: string, domains: readonly Domain[]): Domain | undefined {
  const number = part.replace(/^domain\s*/, '');
  return (
    domains.find((domain) => domain.id === number) ??
    domains.find((domain) => domain.name.toLowerCase().startsWith(part))
  );
}

export type DomainChoice = { names: string[]; value: string };

/** Choices for the last of the comma-separated domains being typed; the ones before it are kept. */
export function completeDomains(typed: string, domains: readonly Domain[]): DomainChoice[] {
  const cut = typed.lastIndexOf(',') + 1;
  const chosen = parseDomains(typed.slice(0, cut), domains) ?? [];
  const last = typed.slice(cut).trim().toLowerCase();
  const left = domains.filter(
    (domain) => !chosen.includes(domain.id) && `${domain.id} ${domain.name}`.toLowerCase().includes(last),
  );
  return left.map((domain) => {
    const ids = [...chosen, domain.id];
    const names = ids.map((id) => domains.find((known) => known.id === id)?.name ?? id);
    return { names, value: ids.join(',') };
  });
}
