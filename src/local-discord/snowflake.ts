// Discord's ids: 64-bit numbers as text that carry their time. discord.js reads the age of messages
// and interactions from them and wants 17-19 digits, so small made-up ids would not do.

const DISCORD_EPOCH = 1_420_070_400_000;
const COUNTER = 1n << 22n;

export type Snowflakes = {
  next(): string;
  /** Take note of an id from an earlier run, so that new ones come after it. */
  observe(id: string): void;
  /** The clock was set back on purpose: ids follow it. (Jitter and restarts never move ids back.) */
  rewind(): void;
};

export function createSnowflakes(now: () => number): Snowflakes {
  let last = 0n;
  let counter = 0n;
  return {
    next() {
      counter = (counter + 1n) % COUNTER;
      const candidate = (BigInt(Math.floor(now()) - DISCORD_EPOCH) << 22n) | counter;
      last = candidate > last ? candidate : last + 1n;
      return String(last);
    },
    observe(id) {
      const seen = BigInt(id);
      if (seen > last) last = seen;
    },
    rewind() {
      last = 0n;
    },
  };
}

export function snowflakeTime(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH;
}

/** Numeric order without BigInt: ids have no leading zeros, so the longer one is the greater. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
