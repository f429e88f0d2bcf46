// What admins type for a schedule (times, weekdays, domains) as values, and back as words. Pure.
import type { Domain } from '#content/pack.ts';
import { lazy } from '#lib/lazy.ts';
import { oneOf, plain, vocabulary } from '#words/vocabulary.ts';
import { EVERY_DAY } from './rules.ts';

const { time: said, weekdays: days } = vocabulary;

const MORNING = new RegExp(oneOf(said.morning), 'u');
const AFTERNOON = new RegExp(oneOf(said.afternoon), 'u');
const NIGHT = new RegExp(oneOf(said.night), 'u');
const ASIDE = new RegExp(`^(?:${oneOf(said.aside)}\\s*)+|(?:\\s*${oneOf(said.aside)})+$`, 'gu');
const HOUR = new RegExp(oneOf(said.hour), 'u');
const HALF = new RegExp(oneOf(said.half), 'u');
const MINUTE = new RegExp(oneOf(said.minute), 'u');

/**
 * "7:30", "07.30", "7.30 a.m.", "19h", "19h30", "19 Uhr", "7pm", "0730", "午後7時半" → "HH:MM"; null when it is not a
 * time of day.
 */
export function parseTime(text: string): string | null {
  const typed = plain(text);
  if (said.noon.includes(typed)) return '12:00';
  if (said.midnight.includes(typed)) return '00:00';
  const half = halfOf(typed);
  const rest = [MORNING, AFTERNOON, NIGHT].reduce((left, word) => left.replace(word, ' '), typed).trim();
  const clock = rest
    .replace(ASIDE, '')
    .replace(HOUR, 'h')
    .replace(HALF, '30')
    .replace(MINUTE, '')
    .replaceAll(' ', '');
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?(h)?$/.exec(clock) ?? /^(\d{1,2})(\d{2})$/.exec(clock);
  // A lone number could be an hour or a slip: "7" needs ":00", "h", "am" or "pm".
  if (!match || (match[2] === undefined && match[3] === undefined && half === null)) return null;
  const hour = hourOf(Number(match[1]), half);
  const minute = Number(match[2] ?? 0);
  if (hour === null || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

type Half = 'am' | 'pm' | 'night';

function halfOf(typed: string): Half | null {
  if (MORNING.test(typed)) return 'am';
  if (NIGHT.test(typed)) return 'night';
  return AFTERNOON.test(typed) ? 'pm' : null;
}

/** Of a clock of twelve hours, if a half of the day was named; at night that is from six to five. */
function hourOf(hour: number, half: Half | null): number | null {
  if (half === null) return hour;
  if (hour > 12) return null;
  const isAfterNoon = half === 'pm' || (half === 'night' && hour >= 6 && hour < 12);
  return (hour % 12) + (isAfterNoon ? 12 : 0);
}

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

const TO = new RegExp(`\\s*(?:[-–~〜]|${oneOf(days.to)})\\s*`, 'gu');
const AND = new RegExp(`\\s*[,;]?\\s*(?:${oneOf(days.and)})\\s*`, 'gu');
const BESIDE = new RegExp(oneOf(days.aside), 'gu');
/** Names that are more than one word, or that stand without a space beside the next. */
const writtenTogether = lazy(() => days.names().filter(({ name }) => !/^\p{Script=Latin}+$/u.test(name)));

/**
 * "mon-fri", "daily", "1,3,5", "mon wed & fri", "de lunes a viernes", "月水金" → 1–7 in order; null when a part is not
 * a day. "fri-mon" goes over Sunday.
 */
export function parseWeekdays(text: string): number[] | null {
  const typed = plain(text);
  if (days.every.includes(typed)) return [...EVERY_DAY];
  if (days.working.includes(typed)) return [1, 2, 3, 4, 5];
  if (days.weekend.includes(typed)) return [6, 7];
  const numbered = writtenTogether().reduce(
    (left, { name, day }) => left.replaceAll(name, ` ${day} `),
    typed,
  );
  const spans = numbered.replace(BESIDE, ' ').replace(AND, ',').replace(TO, '-').trim();
  const found = new Set<number>();
  for (const part of spans.split(/\s*[,;&、・]\s*|\s+/)) {
    const span = parseSpan(part);
    if (!span) return null;
    for (const day of span) found.add(day);
  }
  return [...found].sort((a, b) => a - b);
}

function parseSpan(part: string): number[] | null {
  const [first, last, more] = part.split('-').map(parseDay);
  if (!first || last === null || more !== undefined) return null;
  const length = last === undefined ? 1 : ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => ((first - 1 + step) % 7) + 1);
}

/** By its number, its name or the beginning of one, if no language means another day by it; "mondays", "mo." too. */
function parseDay(text: string): number | null {
  if (/^[1-7]$/.test(text)) return Number(text);
  if (text.length < 2) return null;
  const called = [text, text.replace(/[.s]$/, '')];
  const exact = days.names().filter(({ name }) => called.includes(name));
  const found =
    exact.length > 0 ? exact : days.names().filter(({ name }) => name.startsWith(called[1] ?? ''));
  const [day, other] = new Set(found.map((each) => each.day));
  return other === undefined ? (day ?? null) : null;
}

const DOMAIN = new RegExp(`^${oneOf([...vocabulary.domain, 'domain'])}\\s*`, 'u');

/**
 * "2", "1, 3", "security, deployment" → ids in the edition's order. "all" means no restriction: an empty list.
 * Null when a part names no domain of the edition.
 */
export function parseDomains(text: string, domains: readonly Domain[]): string[] | null {
  const parts = text.split(/[,;、，；]/).map((part) => part.trim().toLowerCase());
  const wanted = parts.filter((part) => part !== '');
  if (wanted.length === 0 || wanted.some((part) => vocabulary.allDomains.includes(plain(part)))) return [];
  const found = wanted.map((part) => findDomain(part, domains)?.id);
  if (found.includes(undefined)) return null;
  const ids = domains.map((domain) => domain.id).filter((id) => found.includes(id));
  return ids.length === domains.length ? [] : ids;
}

function findDomain(part: string, domains: readonly Domain[]): Domain | undefined {
  const number = plain(part).replace(DOMAIN, '');
  return (
    domains.find((domain) => domain.id === number) ??
    domains.find((domain) => domain.name.toLowerCase().startsWith(part))
  );
}

export type DomainChoice = { names: string[]; value: string };

/** Choices for the last of the comma-separated domains being typed; the ones before it are kept. */
export function completeDomains(typed: string, domains: readonly Domain[]): DomainChoice[] {
  const cut = Math.max(...[...',，、;；'].map((sign) => typed.lastIndexOf(sign))) + 1;
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
