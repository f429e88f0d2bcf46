// What Discord's refusals mean to us: codes by name, and which failures are worth another try.
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

export const CODE = {
  unknownChannel: 10003,
  unknownMember: 10007,
  unknownMessage: 10008,
  unknownUser: 10013,
  missingAccess: 50001,
  missingPermissions: 50013,
  /** Opening a thread inside of a thread. */
  wrongChannelType: 50024,
  threadArchived: 50083,
  threadExists: 160004,
} as const;

/** `refused`: Discord will not take it, however often it is tried. `unavailable`: not now. Both with the reason. */
export type NotDone = { kind: 'refused'; reason: string } | { kind: 'unavailable'; reason: string };

function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null;
}

/** True when the error is one of these answers of Discord. */
export function isCode(error: unknown, ...names: (keyof typeof CODE)[]): boolean {
  const code = codeOf(error);
  return names.some((name) => CODE[name] === code);
}

/** A failed request as an outcome; what did not come from Discord or the way to it is a bug, and thrown. */
export function notDone(error: unknown): NotDone {
  if (error instanceof DiscordAPIError && error.status >= 400 && error.status < 500 && error.status !== 429) {
    return { kind: 'refused', reason: `discord-${error.code}` };
  }
  if (isUnreachable(error)) return { kind: 'unavailable', reason: 'discord-unavailable' };
  throw error;
}

function isUnreachable(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError)
    return true;
  // safe: any error may be asked for a name, a code and a cause, which are then compared
  const { name, code, cause } = (error ?? {}) as { name?: string; code?: unknown; cause?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError') return true;
  if (typeof code === 'string' && /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|EHOST|ENET|UND_ERR)/.test(code))
    return true;
  return cause !== undefined && isUnreachable(cause);
}
