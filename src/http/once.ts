// Work that many may ask for at once is done once: while it is underway all wait for the same, and its result holds for
// a moment. Whoever asks a thousand times a second costs no more than one who asks every second.

/** Milliseconds of any clock that only goes forward. */
export type OnceOptions = { validForMs: number; now: () => number };

export function once<T>(work: () => Promise<T>, { validForMs, now }: OnceOptions): () => Promise<T> {
  let latest: Promise<T> | null = null;
  let endedAt: number | null = null;
  return () => {
    const isValid = endedAt === null || now() - endedAt < validForMs;
    if (latest && isValid) return latest;
    endedAt = null;
    latest = work().finally(() => {
      endedAt = now();
    });
    return latest;
  };
}
