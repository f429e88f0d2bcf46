// Shards that were given to a process by hand: its own, from its start on. Whoever runs them then is asked for them, and hands
// them over with their sessions, so that its successor needs no login. Each process asks once: where two have been given
// the same by mistake, the one that started last runs them, and the other stands by.
import { begin, type Holding, handOver } from './held.ts';
import { ask, claim, type Lease } from './leases.ts';
import type { Taking } from './sharing.ts';

/** A predecessor is ended within that. */
const TELL_AFTER_MS = 60_000;

export type Named = {
  /** One of them to begin with; null as long as others have all. */
  first(): Promise<Lease | null>;
  take: Taking;
};

type State = {
  holding: Holding;
  /** What it had, or has asked for: it does not ask again. */
  seen: Set<number>;
};

export function createNamed(holding: Holding, ids: readonly number[]): Named {
  const { own, log } = holding;
  const state: State = { holding, seen: new Set() };
  let missingSince: number | null = null;
  return {
    async first() {
      const [lease] = await claimOf(state, ids, 1);
      if (!lease) await askFor(state, ids.slice(0, 1));
      return lease ?? null;
    },
    async take(running, { wanted }) {
      if (wanted.length > 0) {
        log.warn({ shards: wanted }, 'another process was started with shards of this one: handed over');
        await handOver(holding, wanted);
      }
      const isMissing = (shard: number) => !own.has(shard);
      const missing = ids.filter(isMissing);
      if (missing.length > 0) await begin(holding, running, await claimOf(state, missing, missing.length));
      const left = missing.filter(isMissing);
      await askFor(state, left);
      missingSince = left.length > 0 ? (missingSince ?? performance.now()) : null;
      if (missingSince === null || performance.now() - missingSince < TELL_AFTER_MS) return;
      log.warn(
        { shards: left },
        'another process runs shards of this one: give each process SHARDS of its own',
      );
    },
  };
}

async function claimOf({ holding, seen }: State, of: readonly number[], most: number): Promise<Lease[]> {
  const leases = await claim(holding, most, of);
  for (const { shard } of leases) seen.add(shard);
  return leases;
}

async function askFor({ holding, seen }: State, shards: readonly number[]): Promise<void> {
  const unseen = shards.filter((shard) => !seen.has(shard));
  const asked = unseen.length > 0 ? await ask(holding, unseen) : [];
  for (const shard of asked) seen.add(shard);
  if (asked.length > 0)
    holding.log.warn(
      { shards: asked },
      'shards of this process are run by another, or were until it was killed: taking over',
    );
}
