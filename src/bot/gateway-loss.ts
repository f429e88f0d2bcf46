// A lost gateway connection: how long to wait before the next attempt, when resuming is hopeless, what the log says.
import { GatewayCloseCodes } from 'discord.js';
import type { Logger } from 'pino';

export type Loss = {
  /** Milliseconds of a clock that only moves forwards. */
  since: number;
  /** Closed connections so far, the first of which was the loss itself. */
  closes: number;
  codes: Record<string, number>;
  /** New sessions asked for since: each costs one of the day's logins. */
  logins: number;
  error: string | null;
  toldAt: number;
};

const FAILED_RESUMES = 3;
const RESUME_WITHIN_MS = 20_000;

/**
 * A session is worth resuming for a few attempts: it replays what was missed. But its address may be dead while
 * Discord's main one works, and discord.js would ask it for ever, twice a second (foreign addresses, 1005, 1006).
 */
export function mayResume({ since, closes }: Loss, now: number): boolean {
  return closes <= FAILED_RESUMES && now - since < RESUME_WITHIN_MS;
}

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;
/** 1,000 logins a day are allowed; beyond them Discord resets the token. One in two minutes are 720. */
const LONGEST_LOGIN_DELAY_MS = 120_000;
const FREE_LOGINS = 3;

/** Before the next attempt, on top of the half second of discord.js itself; none after the first close. */
export function delayMs({ closes, logins }: Loss): number {
  if (closes <= 1) return 0;
  const longest = logins > FREE_LOGINS ? LONGEST_LOGIN_DELAY_MS : LONGEST_DELAY_MS;
  return Math.min(longest, FIRST_DELAY_MS * 2 ** (closes - 2));
}

/** What discord.js closes with when Discord asked for a new connection, or no longer answers heartbeats. */
const RENEWAL = 4200;
const SUMMARY_MS = 60_000;

/** Once when the connection is lost, with the code that says why; then a summary a minute. */
export function tellClose(
  log: Logger,
  { loss, shard, code }: { loss: Loss; shard: number; code: number },
  now: number,
) {
  if (loss.closes === 1) {
    loss.toldAt = now;
    const facts = { shard, code, meaning: nameOf(code), ...(loss.error ? { error: loss.error } : {}) };
    if (code === RENEWAL) log.info(facts, 'gateway connection is renewed');
    else log.warn(facts, 'gateway connection lost: reconnecting');
    return;
  }
  if (now - loss.toldAt < SUMMARY_MS) return;
  loss.toldAt = now;
  log.warn({ shard, ...summary(loss, now), error: loss.error }, 'gateway connection still lost');
}

export function tellReturn(
  log: Logger,
  { loss, shard, how }: { loss: Loss; shard: number; how: string },
  now: number,
) {
  log.info({ shard, ...summary(loss, now) }, `gateway connection ${how}`);
}

function summary({ since, closes, codes }: Loss, now: number) {
  return { seconds: Math.round((now - since) / 1000), closes, codes };
}

const PLAIN_CLOSES: Record<number, string> = {
  1000: 'closed in order',
  1001: 'going away',
  1005: 'closed without a code',
  1006: 'connection broken',
  [RENEWAL]: 'asked to reconnect, or heartbeats unanswered',
};

function nameOf(code: number): string {
  return PLAIN_CLOSES[code] ?? GatewayCloseCodes[code] ?? 'unknown code';
}
