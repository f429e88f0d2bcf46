// Compares our clock with Discord's: every interaction's id carries the time at which Discord made it, and every answer
// of its API says when it was given. Members' answers are dated by Discord's, questions closed by ours: apart, every
// answer may come too late without anybody knowing why.
import type { Logger } from 'pino';
import type { Clock } from '#lib/clock.ts';

/** Nothing comes before it was made: this much is certain at once. */
const BEHIND_MS = 3_000;
/** It may come late, over a slow network or after a lost connection: so that must last. */
const AHEAD_MS = 10_000;
const AHEAD_TIMES = 5;
const AHEAD_FOR_MS = 60_000;

/** Told when Discord made what comes from it; warns once, and again only after the clock was right in between. */
export function createClockWatch({ clock, log }: { clock: Clock; log: Logger }) {
  let isTold = false;
  let late: { at: number; by: number }[] = [];

  const warn = (facts: Record<string, number>) => {
    if (isTold) return;
    isTold = true;
    const advice =
      'set it by NTP (timedatectl set-ntp true, or the host of the container), or answers count wrongly';
    log.warn(facts, `this machine's clock differs from Discord's: ${advice}`);
  };

  return (madeAt: number): void => {
    const by = clock.now().getTime() - madeAt;
    if (by < -BEHIND_MS) {
      warn({ secondsBehind: Math.round(-by / 1_000) });
      return;
    }
    if (by < AHEAD_MS) {
      isTold = false;
      late = [];
      return;
    }
    late = [...late.slice(1 - AHEAD_TIMES), { at: madeAt, by }];
    const lasted = madeAt - (late[0]?.at ?? madeAt);
    if (late.length < AHEAD_TIMES || lasted < AHEAD_FOR_MS) return;
    warn({ secondsAhead: Math.round(Math.min(...late.map((each) => each.by)) / 1_000) });
  };
}
