// How long a question stays open, as people type it. Pure.
import { oneOf, plain, vocabulary } from '#words/vocabulary.ts';

export const MAX_OPEN_MINUTES = 7 * 24 * 60;

const { days, hours, minutes } = vocabulary.duration;
const DAYS = `(?:(\\d{1,3})\\s*${oneOf(days)}\\s*)?`;
const HOURS = `(?:(\\d{1,3})\\s*${oneOf(hours)}\\s*)?`;
const MINUTES = `(?:(\\d{1,5})\\s*${oneOf(minutes)}?)?`;
const DURATION = new RegExp(`^${DAYS}${HOURS}${MINUTES}$`, 'u');

/** "30", "30 mins", "2h", "1h30m", "3 days", "2時間" → minutes; null when it is not a duration of 1 minute to 7 days. */
export function parseOpenFor(text: string): number | null {
  const match = DURATION.exec(plain(text));
  if (!match) return null;
  const [inDays, inHours, inMinutes] = match.slice(1).map((part) => Number(part ?? 0));
  const total = ((inDays ?? 0) * 24 + (inHours ?? 0)) * 60 + (inMinutes ?? 0);
  return total >= 1 && total <= MAX_OPEN_MINUTES ? total : null;
}
