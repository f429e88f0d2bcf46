// Shards that the processes of a fleet share out among themselves: each takes its part, and hands on what is another's.
import { begin, type Holding, handOver, type Running } from './held.ts';
import { claim, handBack, type Lease } from './leases.ts';
import { type Picture, planShards, unheld } from './plan.ts';
import { createUnheldWatch } from './unheld.ts';

/** What was given is for who has fewer, not to be taken back. */
const KEEP_OFF_MS = 2_000;

/** How a process comes to its shards, looked at twice a second. */
export type Taking = (running: Running, picture: Picture & { wanted: number[] }) => Promise<void>;

export function createSharing(holding: Holding): Taking {
  const tellUnheld = createUnheldWatch(holding);
  const { own, id, count } = holding;
  let gaveAt = Number.NEGATIVE_INFINITY;
  return async (running, picture) => {
    if (picture.wanted.length > 0) await handOver(holding, picture.wanted);
    const waiting = [...own].filter((shard) => !running.isReady(shard));
    const loggingIn = waiting.filter((shard) => running.look(shard).session === null).length;
    const { take, gives } = planShards(picture, { id, count, loggingIn });
    // One that has to log in takes its turn; the next is taken when it is done, by whoever has fewest then.
    if (take > 0 && performance.now() - gaveAt > KEEP_OFF_MS)
      await begin(holding, running, await claimSome(holding, take));
    const given = [...own].findLast((shard) => running.isReady(shard));
    if (gives && given !== undefined) {
      await handOver(holding, [given]);
      gaveAt = performance.now();
    }
    tellUnheld(unheld(picture, count));
  };
}

async function claimSome(holding: Holding, most: number): Promise<Lease[]> {
  const leases = await claim(holding, most);
  const [first, ...fresh] = leases.filter(({ session }) => session === null);
  await handBack(
    holding,
    fresh.map(({ shard }) => ({ shard, kept: null })),
  );
  return [...leases.filter(({ session }) => session !== null), ...(first ? [first] : [])];
}
