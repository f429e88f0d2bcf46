// Discord's ids, which carry the instant they were made.
const DISCORD_EPOCH = 1_420_070_400_000;

/** The least id of an instant. */
export function snowflakeAt(milliseconds: number): string {
  return String(BigInt(Math.max(0, milliseconds - DISCORD_EPOCH)) << 22n);
}

/** Which of `count` gateway shards is told about a server: Discord's own rule. */
export function shardOf(serverId: string, count: number): number {
  return Number((BigInt(serverId) >> 22n) % BigInt(count));
}

/** When an id was made; null for none, and for what is no id of Discord's. */
export function instantOf(id: string | null): Date | null {
  if (id === null || !/^\d{17,20}$/.test(id)) return null;
  return new Date(Number(BigInt(id) >> 22n) + DISCORD_EPOCH);
}
