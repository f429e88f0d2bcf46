// Which absences of the bot are worth recording. Pure.
import { addDays, type LocalDate, localDateAt } from '#lib/local-date.ts';

/**
 * A longer gap between heartbeats is recorded: several on one day add up. A shorter one is a deployment or a restart.
 */
const RECORDED_GAP_MS = 15 * 60_000;

/** One per deployment: the group has an outage only when no process of it works. */
export const HEARTBEAT = 'bot';

/** Seen since this instant, the bot was not away. */
export function aliveSince(now: Date): Date {
  return new Date(now.getTime() - RECORDED_GAP_MS);
}

/** Whoever was active on this date or later may have been dated wrongly: somewhere it was still the day before. */
export function touchedSince(outage: { toAt: Date }): LocalDate {
  return addDays(localDateAt(outage.toAt, 'UTC'), -2);
}
