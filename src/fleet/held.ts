// What a process has of a fleet's shards: taking one over, and handing one on.
import type { Logger } from 'pino';
import { type Held, handBack, type Kept, type Lease, type Who } from './leases.ts';

/** What runs the shards (bot/shards.ts). */
export type Running = {
  add(shard: number, kept: Kept): Promise<void>;
  release(shard: number): Promise<Kept>;
  /** The roster is null unless it has changed since the last look, or the whole is wanted. */
  look(shard: number, whole?: boolean): Kept;
  isReady(shard: number): boolean;
};

export type Holding = Who & {
  log: Logger;
  running: Running | null;
  own: Set<number>;
  /** Those of them whose session was kept once it was there. */
  kept: Set<number>;
};

export async function begin(
  { own, log }: Holding,
  running: Running,
  leases: readonly Lease[],
): Promise<void> {
  for (const { shard, ...kept } of leases) {
    own.add(shard);
    log.info({ shard, resumes: kept.session !== null }, 'shard taken over');
    await running.add(shard, kept);
  }
}

export async function handOver(holding: Holding, shards: readonly number[]): Promise<void> {
  const { running, own, kept, log } = holding;
  for (const shard of shards) {
    own.delete(shard);
    kept.delete(shard);
  }
  const released = shards.map(
    async (shard): Promise<Held> => ({ shard, kept: (await running?.release(shard)) ?? null }),
  );
  await handBack(holding, await Promise.all(released));
  log.info({ shards }, 'shards handed over');
}
