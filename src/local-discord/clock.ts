// The server's clock. Tests set it; deadlines (3 s, 15 min, nonce window) and timestamps follow it.
// Rate limits and heartbeats do not: the client waits for them in real time.

export type Clock = {
  now(): number;
  /** Freezes the clock at this instant. */
  set(ms: number): void;
  /** Freezes the clock, so many milliseconds later than now. */
  advance(ms: number): void;
  /** Back to real time. */
  follow(): void;
};

export type WatchedClock = Clock & { onChange(listener: (movedBack: boolean) => void): void };

export function createClock(base: () => number = Date.now): WatchedClock {
  let frozenAt: number | null = null;
  const listeners: ((movedBack: boolean) => void)[] = [];
  const now = () => frozenAt ?? base();
  const moveTo = (target: number | null) => {
    const before = now();
    frozenAt = target;
    for (const listener of listeners) listener(now() < before);
  };
  return {
    now,
    set: (ms) => moveTo(ms),
    advance: (ms) => moveTo(now() + ms),
    follow: () => moveTo(null),
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
