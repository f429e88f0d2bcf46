// Finding an IANA time zone from what an admin or member types. Pure.
import { isTimeZone, offsetAt } from '#lib/local-date.ts';
import { AMBIGUOUS, NAMED, normalize } from './zone-names.rules.ts';

/** No zone's name is longer; what is typed beyond that only costs time. */
const MAX_TYPED = 40;

// Node lists no UTC and, for some zones, only the older name: both are what people look for.
const ALSO = ['UTC', 'Asia/Kolkata', 'Europe/Kyiv', 'Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Asia/Yangon'];
const zones = [...new Set([...ALSO.filter(isTimeZone), ...Intl.supportedValuesOf('timeZone')])];
/** To ask Temporal of each would make it keep a calendar of each. */
const known: ReadonlySet<string> = new Set(zones);
/** As they are compared: worked out once, not at every keystroke. */
const spelled = zones.map((zone) => ({ zone, name: normalize(zone) }));

/** Offered when nothing has been typed: one for most of the world's clocks. */
const COMMON = [
  'UTC',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Kyiv',
  'Africa/Lagos',
  'Africa/Johannesburg',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
].filter((zone) => known.has(zone));

/** Clocks go by one of these two all year. */
const WINTER = new Date('2026-01-15T12:00:00Z');
const SUMMER = new Date('2026-07-15T12:00:00Z');

/**
 * Zones that match, best first: by a name people use, the start of the city or region, then anywhere, then a near miss
 * ("Berln"). For an offset the cities that have it, since only a city knows when its clocks change.
 */
export function findZones(typed: string, limit: number): string[] {
  const wanted = normalize(typed.slice(0, 2 * MAX_TYPED)).slice(0, MAX_TYPED);
  if (wanted === '') return COMMON.slice(0, limit);
  const offset = parseOffset(wanted);
  if (offset !== null) return zonesAt(offset).slice(0, limit);
  const called = AMBIGUOUS.get(wanted) ?? [NAMED.get(wanted)].filter((zone) => zone !== undefined);
  const ranked = spelled
    .map(({ zone, name }) => ({ zone, rank: rankZone(name, wanted) ?? Number.POSITIVE_INFINITY }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || a.zone.localeCompare(b.zone));
  const near = ranked.filter(({ rank }) => rank <= 1).map(({ zone }) => zone);
  const far = called.length === 0 ? ranked.map(({ zone }) => zone) : [];
  return [...new Set([...called, ...near, ...zonesBegun(wanted), ...far])].slice(0, limit);
}

/**
 * The zone a text names, in its proper spelling: "europe/berlin", a city that only one zone has, what people call it
 * ("CET", "germany"), or the line of the list as it is shown; null for none, and for what may mean several.
 */
export function parseZone(typed: string): string | null {
  const text = normalize(typed.slice(0, 4 * MAX_TYPED).replace(/\s*\([^()]*\)\s*$/, ''));
  if (text === '' || AMBIGUOUS.has(text)) return null;
  const listed = spelled.find(({ name }) => name === text);
  if (listed) return listed.zone;
  const [city, other] = spelled.filter(({ name }) => name.endsWith(`/${text}`));
  if (city && !other) return city.zone;
  const called = NAMED.get(text);
  if (called) return called;
  // An older name, such as "US/Eastern".
  const id = text.replaceAll(' ', '_');
  return id.includes('/') && isTimeZone(id) ? properName(id) : null;
}

/** Whose name, as people call them, begins so: "deutsch", "東". */
function zonesBegun(wanted: string): string[] {
  if (/^[a-z]?$/.test(wanted)) return [];
  return [...NAMED].filter(([name]) => name.startsWith(wanted)).map(([, zone]) => zone);
}

function properName(id: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: id }).resolvedOptions().timeZone;
}

/** "gmt+2", "+5:30": minutes ahead of UTC; null when the text is no offset. */
function parseOffset(text: string): number | null {
  const match = /^(?:utc|gmt)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** Of the well-known ones those that have the offset in winter or in summer; else any. */
function zonesAt(offset: number): string[] {
  const hasIt = (zone: string) => offsetAt(WINTER, zone) === offset || offsetAt(SUMMER, zone) === offset;
  const common = COMMON.filter(hasIt);
  return common.length > 0 ? common : zones.filter(hasIt);
}

function rankZone(zone: string, wanted: string): number | null {
  const city = zone.slice(zone.lastIndexOf('/') + 1);
  if (zone === wanted || city === wanted) return 0;
  if (city.startsWith(wanted) || zone.startsWith(wanted)) return 1;
  if (zone.includes(wanted)) return 2;
  // Two slips in a word of four letters would match almost anything.
  const slips = wanted.length >= 7 ? 2 : wanted.length >= 4 ? 1 : 0;
  const typedCity = wanted.slice(wanted.lastIndexOf('/') + 1);
  // Every letter more or less is a slip: most zones need no closer look.
  if (slips === 0 || Math.abs(city.length - typedCity.length) > slips) return null;
  const distance = editDistance(city, typedCity);
  return distance <= slips ? 2 + distance : null;
}

/** Insertions, deletions and replacements between two words. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
