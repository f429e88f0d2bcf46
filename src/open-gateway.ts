// The client of this process: alone, with shards given by hand, or as one of a fleet that shares them out.
import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import { createClient, createSharedClient } from '#bot/client.ts';
import { createGate, createOwnTurns, type Gate, sleep, type TakeTurn } from '#bot/logins.ts';
import type { Handed, Shards } from '#bot/shards.ts';
import type { Db } from '#db/connect.ts';
import { createBudget, createOwnRequestTurns, type Turns } from '#fleet/budget.ts';
import { createKeeper, type Keeper } from '#fleet/keeper.ts';
import type { Lease } from '#fleet/leases.ts';
import { putOffRequests, takeLoginTurn, takeRequestTurns } from '#fleet/turns.ts';
import type { ShardConfig } from './config-shards.ts';

export type Fleet = { shards: Shards; keeper: Keeper; count: number };

export type Gateway = {
  client: Client;
  /** Null where the shards of this process are always the same. */
  fleet: Fleet | null;
  /** How many share what Discord lets a bot do, this one among them. */
  processes(): number;
  /** Hands the shards over to other processes, where there are any. A second time it does nothing. */
  leave(): Promise<void>;
};

export type Opening = {
  discord: { api: string; shards: ShardConfig };
  log: Logger;
  stopping: AbortSignal;
  onTime: (at: number) => void;
  onTokenRefused: () => void;
  onSend: (() => void) | undefined;
};

/** In a fleet it waits until there is a shard for this process. */
export async function openGateway(db: Db, opening: Opening): Promise<Gateway> {
  const { discord, log, stopping, onTime, onTokenRefused, onSend } = opening;
  const { shards } = discord;
  const shared = { api: discord.api, log, stopping, onTime, onTokenRefused, onSend };
  if (shards !== 'auto' && 'lease' in shards) return openShared(db, shared, shards.lease);
  const gate = gateFor(() => client, {
    log,
    takeTurn: shards === 'auto' ? createOwnTurns() : turnsIn(db, log),
  });
  const budget = createBudget({
    log,
    turns: shards === 'auto' ? createOwnRequestTurns() : requestTurnsIn(db),
  });
  const client: Client = createClient({ ...shared, budget, shards, gate });
  const processes = shards === 'auto' ? 1 : Math.ceil(shards.count / shards.ids.length);
  return { client, fleet: null, processes: () => processes, leave: async () => undefined };
}

type Shared = Pick<Opening, 'log' | 'stopping' | 'onTime' | 'onTokenRefused' | 'onSend'> & { api: string };

async function openShared(
  db: Db,
  shared: Shared,
  { count, most }: { count: number; most: number },
): Promise<Gateway> {
  const { log, stopping } = shared;
  const keeper = createKeeper({ db, count, most, log, stopping });
  const first = await keeper.first();
  const gate = gateFor(() => client, { log, takeTurn: turnsIn(db, log), mayHave: keeper.mayHave });
  const { client, shards } = createSharedClient({
    ...{ ...shared, gate, budget: createBudget({ log, turns: requestTurnsIn(db) }) },
    shards: { ids: [first.shard], count },
  });
  shards.begin(first.shard, handed(first));
  return { client, fleet: { shards, keeper, count }, processes: keeper.processes, leave: keeper.stop };
}

/** From the login on: what is known of the shards is kept, and more are taken. */
export function keepShards({ shards, keeper }: Fleet): void {
  keeper.keep({ ...shards, add: (shard, kept) => shards.add(shard, handed({ shard, ...kept })) });
}

function handed({ session, about, roster }: Lease): Handed {
  // safe: a row is only written from what a process had of its shard
  return { session, about, roster } as Handed;
}

type Gating = { log: Logger; takeTurn: TakeTurn; mayHave?: (shard: number) => Promise<void> };

function gateFor(clientOf: () => Client, gating: Gating): Gate {
  return createGate({ ...gating, rest: { get: (route) => clientOf().rest.get(route) } });
}

/** Without the database each process is left to itself: a login too early costs a few seconds, no more. */
function turnsIn(db: Db, log: Logger): TakeTurn {
  const own = createOwnTurns();
  return async (bucket, signal) => {
    const wait = await takeLoginTurn(db, bucket).catch((err) => {
      log.warn({ err }, 'logins cannot be counted over all processes');
      return null;
    });
    return wait === null ? own(bucket, signal) : sleep(wait, signal);
  };
}

function requestTurnsIn(db: Db): Turns {
  return {
    take: (turns) => takeRequestTurns(db, turns),
    putOff: (milliseconds) => putOffRequests(db, milliseconds),
  };
}
