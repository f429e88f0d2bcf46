// How people call time zones that the IANA list calls after one city: abbreviations, countries, other cities. Pure.
import { plain, vocabulary } from '#words/vocabulary.ts';

/** Small letters, no accents. An abbreviation that two parts of the world use is not here, but in `AMBIGUOUS`. */
const CALLED: Readonly<Record<string, string>> = {
  UTC: 'gmt, z, zulu, utc, greenwich, etc/utc',
  'America/New_York':
    'est, edt, et, eastern, eastern time, nyc, new york city, boston, miami, atlanta, philadelphia, washington, washington dc',
  'America/Chicago': 'cdt, ct, central, central time, dallas, houston, austin',
  'America/Denver': 'mst, mdt, mt, mountain, mountain time',
  'America/Los_Angeles':
    'pst, pdt, pt, pacific, pacific time, la, san francisco, sf, bay area, seattle, san diego, california',
  'Pacific/Honolulu': 'hst, hawaii',
  'America/Toronto': 'ottawa, montreal',
  'America/Sao_Paulo': 'brt, brazil, brasil, brasilia, rio, rio de janeiro',
  'America/Buenos_Aires': 'art, argentina',
  'Europe/London': 'bst, uk, england, great britain, united kingdom, manchester',
  'Europe/Dublin': 'ireland',
  'Europe/Lisbon': 'wet, west, portugal',
  'Europe/Berlin': 'cet, cest, germany, munich, hamburg, frankfurt, cologne, stuttgart',
  'Europe/Vienna': 'austria',
  'Europe/Zurich': 'switzerland, geneva, bern, basel',
  'Europe/Paris': 'france, lyon',
  'Europe/Madrid': 'spain, barcelona',
  'Europe/Rome': 'italy, milan, milano',
  'Europe/Amsterdam': 'netherlands, holland',
  'Europe/Warsaw': 'poland',
  'Europe/Athens': 'eet, eest, greece',
  'Europe/Kyiv': 'kiev, ukraine',
  'Europe/Moscow': 'msk',
  'Europe/Istanbul': 'turkey, ankara',
  'Africa/Lagos': 'nigeria, wat',
  'Africa/Nairobi': 'kenya, eat',
  'Africa/Johannesburg': 'sast, south africa, cape town',
  'Asia/Dubai': 'uae, abu dhabi',
  'Asia/Karachi': 'pkt, pakistan, lahore',
  'Asia/Kolkata':
    'india, calcutta, mumbai, bombay, delhi, new delhi, bangalore, bengaluru, chennai, hyderabad, pune',
  'Asia/Dhaka': 'bangladesh',
  'Asia/Jakarta': 'wib, indonesia',
  'Asia/Ho_Chi_Minh': 'saigon, vietnam, hanoi',
  'Asia/Singapore': 'sgt',
  'Asia/Hong_Kong': 'hkt',
  'Asia/Shanghai': 'china, beijing, shenzhen',
  'Asia/Manila': 'philippines, pht',
  'Asia/Seoul': 'kst, korea, south korea',
  'Asia/Tokyo': 'jst, japan, osaka',
  'Australia/Perth': 'awst',
  'Australia/Sydney': 'aest, aedt, canberra',
  'Pacific/Auckland': 'nzst, nzdt, new zealand, wellington',
};

/** Which of these is meant only the person knows: they are offered. */
export const AMBIGUOUS: ReadonlyMap<string, readonly string[]> = new Map([
  ['cst', ['America/Chicago', 'Asia/Shanghai']],
  ['ist', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
  ['ast', ['America/Halifax', 'Asia/Riyadh']],
  ['australia', ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth']],
  ['usa', ['America/New_York', 'America/Chicago', 'America/Los_Angeles']],
  ['us', ['America/New_York', 'America/Chicago', 'America/Los_Angeles']],
  ['estados unidos', ['America/New_York', 'America/Chicago', 'America/Los_Angeles']],
  ['eeuu', ['America/New_York', 'America/Chicago', 'America/Los_Angeles']],
  ['san jose', ['America/Los_Angeles', 'America/Costa_Rica']],
  ['canada', ['America/Toronto', 'America/Vancouver', 'America/Halifax']],
]);

/** What was typed or is compared: small letters, without accents. */
export function normalize(text: string): string {
  return plain(text.replaceAll('_', ' '));
}

/** By what people call them, in English and in every language that the bot speaks. */
export const NAMED: ReadonlyMap<string, string> = new Map([
  ...vocabulary.places.map(([name, zone]) => [normalize(name), zone] as const),
  ...Object.entries(CALLED).flatMap(([zone, names]) =>
    names.split(', ').map((name) => [name, zone] as const),
  ),
]);
