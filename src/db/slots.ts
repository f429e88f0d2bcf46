// A counting lock, first come first served, whose queue may be left.

export type Slots = {
  /** Resolves to the function that gives the slot back. Rejects with `signal.reason` when aborted while waiting. */
  acquire(signal: AbortSignal): Promise<() => void>;
};

export function createSlots(count: number): Slots {
  const waiting = new Set<() => void>();
  let free = count;

  const release = () => {
    free += 1;
    const [next] = waiting;
    next?.();
  };

  const take = () => {
    free -= 1;
    return once(release);
  };

  return {
    async acquire(signal) {
      if (free > 0) return take();
      return new Promise((resolve, reject) => {
        const leave = () => {
          waiting.delete(proceed);
          reject(signal.reason);
        };
        const proceed = () => {
          waiting.delete(proceed);
          signal.removeEventListener('abort', leave);
          resolve(take());
        };
        waiting.add(proceed);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
  };
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}
