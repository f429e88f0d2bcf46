// What became of everything sent: counted each time, and what did not work logged with Discord's code.
import type { Logger } from 'pino';
import type { DirectOutcome, EditOutcome, SendOutcome, ThreadOutcome } from '#bot/sending.ts';

type What = 'send' | 'edit' | 'thread' | 'direct';
type Outcome = SendOutcome | EditOutcome | ThreadOutcome | DirectOutcome;

/** Told after every message, edit, thread and direct message, for metrics. */
type ObserveSend = (sent: { what: What; outcome: Outcome['kind']; code: number | null }) => void;

export type SendWatch = {
  log?: Logger;
  observe?: ObserveSend;
};

/** A post that is tried again and again is told of once an hour. */
const AGAIN_AFTER_MS = 3_600_000;
const MAX_KNOWN = 1_000;

/** `place` is the channel, or the member for a direct message. Hands the outcome on. */
export type Watch = <O extends Outcome>(what: What, place: string, outcome: O) => O;

export function createSendWatch({ log, observe }: SendWatch, now = () => performance.now()): Watch {
  const told = new Map<string, number>();
  const isNews = (key: string) => {
    const last = told.get(key);
    if (last !== undefined && now() - last < AGAIN_AFTER_MS) return false;
    if (told.size >= MAX_KNOWN) told.clear();
    told.set(key, now());
    return true;
  };
  return (what, place, outcome) => {
    const code = 'code' in outcome ? (outcome.code ?? null) : null;
    observe?.({ what, outcome: outcome.kind, code });
    const level = levelOf(outcome);
    const reason = 'reason' in outcome ? outcome.reason : outcome.kind;
    if (level && isNews(`${what} ${place} ${reason} ${code}`)) {
      log?.[level]({ ...factsOf(outcome), what, place, code }, `Discord: ${what} ${outcome.kind}`);
    }
    return outcome;
  };
}

function levelOf(outcome: Outcome): 'info' | 'warn' | 'error' | null {
  switch (outcome.kind) {
    case 'sent':
    case 'edited':
    case 'opened':
    case 'in-thread':
      return null;
    // Members and moderators may do this at any time.
    case 'no-message':
    case 'closed':
      return 'info';
    case 'no-channel':
    case 'no-permission':
    case 'unavailable':
      return 'warn';
    case 'refused':
      return outcome.meaning === 'our-fault' ? 'error' : 'warn';
  }
}

function factsOf({ kind: _, ...facts }: Outcome): Record<string, unknown> {
  return facts;
}
