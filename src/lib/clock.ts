// Time as a value: rules take instants, everything else takes a Clock, only the composition root reads the real one.

export type Clock = { now(): Date };

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };
