// How long a question stays open, as people type it. Pure.
export const MAX_OPEN_MINUTES = 7 * 24 * 60;

/** "30", "30m", "2h", "3 days" → minutes; null when it is not a duration of 1 minute to 7 days. */
export function parseOpenFor(text: string): number | null {
  const match = /^(\d{1,5})\s*(m|min|minutes?|h|hours?|d|days?)?$/i.exec(text.trim());
  if (!match) return null;
  const unit = { h: 60, d: 24 * 60 }[match[2]?.[0]?.toLowerCase() ?? 'm'] ?? 1;
  const minutes = Number(match[1]) * unit;
  return minutes >= 1 && minutes <= MAX_OPEN_MINUTES ? minutes : null;
}
