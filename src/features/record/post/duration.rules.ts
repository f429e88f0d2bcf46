// How long a question stays open, as people type it. Pure.
export const MAX_OPEN_MINUTES = 7 * 24 * 60;

const DAYS = /(?:(\d{1,3})\s*(?:d|days?|tage?)\s*)?/;
const HOURS = /(?:(\d{1,3})\s*(?:h|hrs?|hours?|std|stunden?)\s*)?/;
const MINUTES = /(?:(\d{1,5})\s*(?:m|mins?|minutes?|minuten?)?)?/;
const DURATION = new RegExp(`^${DAYS.source}${HOURS.source}${MINUTES.source}$`, 'i');

/** "30", "30 mins", "2h", "1h30m", "3 days" → minutes; null when it is not a duration of 1 minute to 7 days. */
export function parseOpenFor(text: string): number | null {
  const match = DURATION.exec(text.trim());
  if (!match) return null;
  const [days, hours, minutes] = match.slice(1).map((part) => Number(part ?? 0));
  const total = ((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0);
  return total >= 1 && total <= MAX_OPEN_MINUTES ? total : null;
}
