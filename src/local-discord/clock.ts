// The server's clock. Tests set it; deadlines (3 s, 15 min, nonce window) and timestamps follow it.
// Rate limits and heartbeats do not: the client waits for them in real time.

type Clock = {
  now(): number;
  /** Freezes the clock at this instant. */
  set(ms: number): void;
  /** Freezes the clock, so many milliseconds later than now. */
  advance(ms: number): void;
  /** Runs on again from wherever it would be without `set` and `advance`. */
  follow(): void;
  /** Moves the clock on for good, without freezing it: time travel, kept over restarts. Never backwards. */
  shift(ms: number): void;
  state(): ClockState;
};

/** How far the clock runs ahead of the machine's, and where it stands still, if it does. */
type ClockState = { offset: number; frozenAt: number | null };

export type WatchedClock = Clock & { onChange(listener: (movedBack: boolean) => void): void };

export function createClock(base: () => number = Date.now, startOffset = 0): WatchedClock {
  let offset = startOffset;
  let frozenAt: number | null = null;
  const listeners: ((movedBack: boolean) => void)[] = [];
  const now = () => frozenAt ?? base() + offset;
  const change = (apply: () => void) => {
    const before = now();
    apply();
    for (const listener of listeners) listener(now() < before);
  };
  const moveTo = (target: number | null) =>
    change(() => {
      frozenAt = target;
    });
  return {
    now,
    set: (ms) => moveTo(ms),
    advance: (ms) => moveTo(now() + ms),
    follow: () => moveTo(null),
    shift(ms) {
      if (!(ms >= 0)) throw new RangeError('the clock only moves forwards');
      change(() => {
        offset += ms;
        if (frozenAt !== null) frozenAt += ms;
      });
    },
    state: () => ({ offset, frozenAt }),
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
