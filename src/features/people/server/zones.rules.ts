// Finding an IANA time zone from what an admin or member types. Pure.
import { isTimeZone } from '#lib/local-date.ts';

// Node lists no UTC and, for some zones, only the older name: both are what people look for.
const ALSO = ['UTC', 'Asia/Kolkata', 'Europe/Kyiv', 'Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Asia/Yangon'];
const zones = [...new Set([...ALSO, ...Intl.supportedValuesOf('timeZone')])].filter(isTimeZone);

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
].filter(isTimeZone);

/** Zones that match, best first: the start of the city or region, then anywhere, then a near miss ("Berln"). */
export function findZones(typed: string, limit: number): string[] {
  const wanted = normalize(typed);
  if (wanted === '') return COMMON.slice(0, limit);
  return zones
    .map((zone) => ({ zone, rank: rankZone(normalize(zone), wanted) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => Number(a.rank) - Number(b.rank) || a.zone.localeCompare(b.zone))
    .slice(0, limit)
    .map(({ zone }) => zone);
}

/** The zone a text names, in its proper spelling: "europe/berlin", or a city that only one zone has; null for none. */
export function parseZone(typed: string): string | null {
  const text = typed.trim().replaceAll(' ', '_');
  const listed = zones.find((zone) => zone.toLowerCase() === text.toLowerCase());
  if (listed) return listed;
  const [city, other] = zones.filter((zone) => zone.toLowerCase().endsWith(`/${text.toLowerCase()}`));
  if (city && !other && text !== '') return city;
  return isTimeZone(text) && text.includes('/') ? text : null;
}

function normalize(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ');
}

function rankZone(zone: string, wanted: string): number | null {
  const city = zone.slice(zone.lastIndexOf('/') + 1);
  if (zone === wanted || city === wanted) return 0;
  if (city.startsWith(wanted) || zone.startsWith(wanted)) return 1;
  if (zone.includes(wanted)) return 2;
  // Two slips in a word of four letters would match almost anything.
  const slips = wanted.length >= 7 ? 2 : wanted.length >= 4 ? 1 : 0;
  const typedCity = wanted.slice(wanted.lastIndexOf('/') + 1);
  const distance = editDistance(city, typedCity);
  return slips > 0 && distance <= slips ? 2 + distance : null;
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
