// Who waits for the answer to an interaction: the acting member (first answer), and whoever wants to see a
// deferred answer filled in.
import type { Json } from './json.ts';
import type { Interaction, Message } from './model.ts';

export type Waiter = {
  /** The bot gave its first answer; `data` is that of the callback. */
  answered(interaction: Interaction, data: Json): void;
  /** The deferred answer was filled in, or (null) deleted. */
  settled(message: Message | null): void;
  /** Three seconds are over. */
  expire(): void;
  deadline: number;
};

export type Waiters = Map<string, Waiter>;

/** The clock was moved: whoever waited past the deadline waited in vain. */
export function expireWaiters(waiters: Waiters, now: number): void {
  for (const waiter of [...waiters.values()]) if (now > waiter.deadline) waiter.expire();
}
