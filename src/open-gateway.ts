// The client of this process: alone, or as one of a fleet, whose shards are shared out or given by hand.
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
  /** Null for a process that is alone. */
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
  if (shards !== 'auto') return openShared(db, shared, shards);
  const gate = gateFor(() => client, { log, takeTurn: createOwnTurns() });
  const budget = createBudget({ log, turns: createOwnRequestTurns() });
  const client: Client = createClient({ ...shared, budget, shards, gate });
  return { client, fleet: null, processes: () => 1, leave: async () => undefined };
}

type Shared = Pick<Opening, 'log' | 'stopping' | 'onTime' | 'onTokenRefused' | 'onSend'> & { api: string };

async function openShared(db: Db, shared: Shared, shards: Exclude<ShardConfig, 'auto'>): Promise<Gateway> {
  const { log, stopping } = shared;
  const [count, takes] =
    'lease' in shards ? [shards.lease.count, shards.lease.most] : [shards.count, shards.ids];
  const keeper = createKeeper({ db, count, takes, log, stopping });
  const first = await keeper.first();
  const gate = gateFor(() => client, { log, takeTurn: turnsIn(db, log), mayHave: keeper.mayHave });
  const { client, shards: running } = createSharedClient({
    ...{ ...shared, gate, budget: createBudget({ log, turns: requestTurnsIn(db) }) },
    shards: { ids: [first.shard], count },
  });
  running.begin(first.shard, handed(first));
  const fleet = { shards: running, keeper, count };
  return { client, fleet, processes: keeper.processes, leave: keeper.stop };
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
