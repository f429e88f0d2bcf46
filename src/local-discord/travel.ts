// Time travel: the clock walks to a later instant in short strides, so that whoever started the server (the bot)
// lives through what lies between. One jump of a day would look to it like a day on which it was down.
import type { WatchedClock } from './clock.ts';

/** An instant worth moving the clock to; in what name, the program that started the server says. */
type Milestone = { name: string; at: number };

/** The program that started the server, where it takes part in time travel. */
export type Companion = {
  milestones(): Promise<Milestone[]>;
  /** The clock is about to be moved on: resolves when nothing is at work that would take that for a time asleep. */
  pause(): Promise<void>;
  /** Resolves when everything is done that is due at the present instant. */
  settle(): Promise<void>;
};

export const ALONE: Companion = {
  milestones: async () => [],
  pause: async () => undefined,
  settle: async () => undefined,
};

/** Shorter than any delay that the bot would notice: it holds 6 hours of silence for an outage. */
const STRIDE_MS = 2 * 3_600_000;

export type Travel = (to: number) => Promise<void>;

/** Journeys wait for each other: two that overlapped would add up. */
export function createTravel(clock: WatchedClock, companion: Companion): Travel {
  let underway = Promise.resolve();
  return (to) => {
    const journey = underway.then(() => walk(clock, companion, to));
    // The next one starts even if this one fails.
    underway = journey.catch(() => undefined);
    return journey;
  };
}

async function walk(clock: WatchedClock, companion: Companion, to: number): Promise<void> {
  while (clock.now() < to) {
    const now = clock.now();
    const milestones = await companion.milestones();
    const stops = milestones.map(({ at }) => at).filter((at) => at > now);
    await companion.pause();
    try {
      clock.shift(Math.max(Math.min(to, now + STRIDE_MS, ...stops) - clock.now(), 0));
    } finally {
      await companion.settle();
    }
  }
}
