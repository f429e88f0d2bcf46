// What Discord's refusals mean to us: its codes by name, and which failures are worth another try.
// The codes and their words: Discord's page "Opcodes and Status Codes", JSON error codes.
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/**
 * `gone`: what it was about is no more. `may-not`: the bot lacks a right, or the place takes no such thing. `closed`:
 * this member takes no direct messages. `not-now`: too much at once, or switched off for a while. `our-fault`: a bug.
 */
type Meaning = 'gone' | 'may-not' | 'closed' | 'not-now' | 'our-fault';

const ANSWERS = {
  unknownChannel: [10003, 'gone'],
  unknownGuild: [10004, 'gone'],
  unknownMember: [10007, 'gone'],
  unknownMessage: [10008, 'gone'],
  unknownUser: [10013, 'gone'],
  /** The member shares no server with the bot any more; they may come back. */
  noMutualGuilds: [50278, 'gone'],
  missingAccess: [50001, 'may-not'],
  notADirectChannel: [50003, 'may-not'],
  notATextChannel: [50008, 'may-not'],
  verificationTooHigh: [50009, 'may-not'],
  missingPermissions: [50013, 'may-not'],
  /** Opening a thread inside of a thread. */
  wrongChannelType: [50024, 'may-not'],
  threadArchived: [50083, 'may-not'],
  forumNeedsThread: [40058, 'may-not'],
  threadExists: [160004, 'may-not'],
  threadLocked: [160005, 'may-not'],
  /** A thousand threads in the server: may last for days, and a post must not wait for its thread that long. */
  tooManyThreads: [160006, 'may-not'],
  tooManyAnnouncementThreads: [160007, 'may-not'],
  blockedByAutoMod: [200000, 'may-not'],
  blockedAsHarmful: [240000, 'may-not'],
  cannotMessageUser: [50007, 'closed'],
  slowMode: [20016, 'not-now'],
  announcementEdits: [20022, 'not-now'],
  channelWrites: [20028, 'not-now'],
  serverWrites: [20029, 'not-now'],
  /** Edits of a message older than an hour: a question of the day is edited all day. */
  oldMessageEdits: [30046, 'not-now'],
  /** 200 new commands a day. */
  commandCreations: [30034, 'not-now'],
  unauthorized: [40001, 'not-now'],
  /** "You are opening direct messages too fast", as 403: says nothing about the member. */
  directMessagesTooFast: [40003, 'not-now'],
  sendingSwitchedOff: [40004, 'not-now'],
  featureSwitchedOff: [40006, 'not-now'],
  resourceLimited: [40062, 'not-now'],
  blockedByCloudflare: [40333, 'not-now'],
  invalidToken: [50014, 'not-now'],
  overloaded: [130000, 'not-now'],
  notOurMessage: [50005, 'our-fault'],
  emptyMessage: [50006, 'our-fault'],
  invalidForm: [50035, 'our-fault'],
  invalidJson: [50109, 'our-fault'],
} as const satisfies Record<string, readonly [number, Meaning]>;

const meanings: ReadonlyMap<number, Meaning> = new Map(Object.values(ANSWERS));

/**
 * `refused`: Discord will not take it, however often it is tried. `unavailable`: not now. Both with the reason, and
 * with Discord's code and the HTTP status where it answered at all.
 */
export type NotDone =
  | {
      kind: 'refused';
      reason: string;
      code?: number;
      status?: number;
      /** Null for a code that we have no name for. */
      meaning?: Meaning | null;
      /** Discord's words, with the path of the field at fault. */
      detail?: string;
    }
  | {
      kind: 'unavailable';
      reason: string;
      code?: number;
      status?: number;
      /** How long Discord asks to wait. */
      retryAfterMs?: number;
    };

/** Discord's own code of an error; null when it is none, or an answer of something before it (Cloudflare's pages). */
export function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : null;
}

/** True when the error is one of these answers of Discord. */
export function isCode(error: unknown, ...names: (keyof typeof ANSWERS)[]): boolean {
  const code = codeOf(error);
  return names.some((name) => ANSWERS[name][0] === code);
}

/** A failed request as an outcome; what did not come from Discord or the way to it is a bug, and thrown. */
export function notDone(error: unknown): NotDone {
  const failure = failureOf(error);
  if (failure) return failure;
  throw error;
}

/** The same for whoever goes on in either case: null for a bug. */
export function failureOf(error: unknown): NotDone | null {
  if (error instanceof RateLimitError) {
    const retryAfterMs = Math.max(0, Math.ceil(error.retryAfter));
    return { kind: 'unavailable', reason: 'rate-limited', status: 429, retryAfterMs };
  }
  if (error instanceof DiscordAPIError) return refusal(error);
  if (error instanceof HTTPError) {
    return { kind: 'unavailable', reason: 'discord-unavailable', status: error.status };
  }
  return isUnreachable(error) ? { kind: 'unavailable', reason: 'discord-unavailable' } : null;
}

function refusal(error: DiscordAPIError): NotDone {
  const { status } = error;
  const code = codeOf(error);
  // Whatever came without a code did not come from Discord's API: it says nothing about what was asked.
  if (code === null) return { kind: 'unavailable', reason: `http-${status}`, status };
  const meaning = meanings.get(code) ?? null;
  const reason = `discord-${code}`;
  const isNotNow = meaning === 'not-now' || status === 401 || status === 429 || status >= 500;
  if (isNotNow) return { kind: 'unavailable', reason, code, status };
  return { kind: 'refused', reason, code, status, meaning, detail: error.message.slice(0, 1_000) };
}

function isUnreachable(error: unknown): boolean {
  // safe: any error may be asked for a name, a code and a cause, which are then compared
  const { name, code, cause } = (error ?? {}) as { name?: string; code?: unknown; cause?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError') return true;
  if (typeof code === 'string' && /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|EHOST|ENET|UND_ERR)/.test(code))
    return true;
  return cause !== undefined && isUnreachable(cause);
}
