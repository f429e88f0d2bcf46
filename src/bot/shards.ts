// The shards of a process that is one of many: they come and go while it runs. One that comes goes on with the session
// that another process had; one that goes is left so that another can.

import type { SimpleShardingStrategy } from 'discord.js';
import { type Client, Status, WebSocketShard, type WebSocketShardDestroyRecovery } from 'discord.js';
import {
  type About,
  dropRoster,
  type HeardEvent,
  introduce,
  learnPlace,
  type Roster,
  rosterOf,
} from '#bot/roster.ts';
import { within } from '#lib/within.ts';

/** @discordjs/ws's manager; discord.js has a class of the same name, which hides it. */
export type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];
export type Session = Awaited<ReturnType<Manager['options']['retrieveSessionInfo']>>;

/** What a process needs to go on where another stopped; without all three it logs in anew. */
export type Handed = { session: Session; about: About | null; roster: Roster | null };

export type Shards = {
  /** Before the login: the first shard, and what it goes on with. */
  begin(shard: number, handed: Handed): void;
  /** One more. Connects in the background, for as long as it takes. */
  add(shard: number, handed: Handed): Promise<void>;
  /** Stops a shard at once, without ending its session: no event after the sequence of this answer was taken here. */
  release(shard: number): Promise<Handed>;
  /** The same of one that goes on; the servers are null unless they have changed since the last look, or the whole is wanted. */
  look(shard: number, whole?: boolean): Handed;
  isReady(shard: number): boolean;
  /** Whether Discord has not listed this shard's servers here: another process was told, and said which there are. */
  wasHanded(shard: number): boolean;
};

/** What the strategy (gateway.ts) asks of them. */
export type ShardsInside = Shards & {
  attach(manager: Manager, inner: SimpleShardingStrategy): void;
  /** The first shard gets its session right before it connects. */
  connecting(): Promise<void>;
  isHere(shard: number): boolean;
  /** Its connection is being closed to hand it over: the session stays what it is. */
  isLeaving(shard: number): boolean;
  /** Before each event: the first one proves that Discord took the other process's session. */
  heard(shard: number, event: HeardEvent | undefined): void;
  /** Discord has begun a new session, and lists the servers itself. */
  greeted(shard: number, about: About): void;
};

/** @discordjs/ws's own, one for each shard: private in the types alone. test/e2e/fleet.test.ts keeps watch over it. */
type Line = {
  connect(): Promise<void>;
  destroy(options: { code: number; reason: string; recover?: WebSocketShardDestroyRecovery }): Promise<void>;
  internalConnect(): Promise<void>;
};

/** Any but 1000 and 1001, with which Discord ends the session. */
const HANDED_OVER = 4200;
/** Discord need not have seen the close: the session is whose RESUME comes last. */
const CLOSE_WITHIN_MS = 500;
/** Interactions that had come are still worked on, and look at their server. */
const DROP_AFTER_MS = 15_000;
const NEVER = new Promise<never>(() => undefined);

type State = {
  clientOf: () => Client;
  wired: { manager: Manager; lines: Map<number, Line>; inner: SimpleShardingStrategy } | null;
  about: About | null;
  first: { shard: number; handed: Handed } | null;
  /** Connected, or about to be, with a session of another process; Discord has not taken it yet. */
  strangers: Map<number, { about: About; roster: Roster }>;
  handedOver: Set<number>;
  leaving: Set<number>;
  /** Whose servers have changed since the last look. */
  changed: Set<number>;
};

export function createShards(clientOf: () => Client): ShardsInside {
  const state: State = {
    ...{ clientOf, wired: null, about: null, first: null },
    ...{ strangers: new Map(), handedOver: new Set(), leaving: new Set(), changed: new Set() },
  };
  const { strangers, handedOver, leaving, changed } = state;
  const isReady = (shard: number) => clientOf().ws.shards.get(shard)?.status === Status.Ready;
  return {
    begin(shard, handed) {
      state.first = { shard, handed };
    },
    add: (shard, handed) => add(state, shard, handed),
    release: (shard) => release(state, shard),
    look(shard, whole = false) {
      const session = sessionOf(state, shard);
      // Until it is ready, nobody could do more with its servers than with those that were handed on.
      const isNews = isReady(shard) && (changed.delete(shard) || whole);
      return { session, about: state.about, roster: isNews ? rosterOf(clientOf(), shard) : null };
    },
    isReady,
    wasHanded: (shard) => handedOver.has(shard),
    attach: (manager, inner) => attach(state, manager, inner),
    async connecting() {
      const { first, wired } = state;
      if (!first) return;
      state.first = null;
      const session = expectStranger(state, first.shard, first.handed);
      await wired?.manager.options.updateSessionInfo(first.shard, session);
    },
    isHere: (shard) => clientOf().ws.shards.has(shard),
    isLeaving: (shard) => leaving.has(shard),
    heard(shard, event) {
      const stranger = strangers.get(shard);
      if (stranger && state.wired) {
        strangers.delete(shard);
        handedOver.add(shard);
        state.about ??= stranger.about;
        introduce({ client: clientOf(), manager: state.wired.manager }, { shard, ...stranger });
      }
      if (handedOver.has(shard)) learnPlace(clientOf(), event);
    },
    greeted(shard, { user, application }) {
      state.about = { user, application };
      strangers.delete(shard);
      handedOver.delete(shard);
      changed.add(shard);
    },
  };
}

function attach(state: State, manager: Manager, inner: SimpleShardingStrategy): void {
  // safe: private in the types alone
  const { shards: lines } = inner as unknown as { shards: Map<number, Line> };
  state.wired = { manager, inner, lines };
  const client = state.clientOf();
  const note = ({ shardId }: { shardId: number }) => void state.changed.add(shardId);
  for (const event of ['guildCreate', 'guildDelete', 'guildAvailable'] as const) client.on(event, note);
  client.on('guildUpdate', (_, guild) => note(guild));
}

async function add(state: State, shard: number, handed: Handed): Promise<void> {
  const { wired } = state;
  if (!wired) throw new Error('the client has not logged in yet');
  const made = addToClient(state.clientOf(), shard);
  made.sessionInfo = expectStranger(state, shard, handed);
  await wired.inner.spawn([shard]);
  // What it rejects with was told as an event, and it is tried again.
  wired.lines
    .get(shard)
    ?.connect()
    .catch(() => undefined);
}

/** The session that it goes on with; null for one that has to be begun anew. */
function expectStranger(state: State, shard: number, { session, about, roster }: Handed): Session {
  dropRoster(state.clientOf(), shard);
  state.changed.add(shard);
  state.leaving.delete(shard);
  if (!session || !about || !roster) return null;
  state.strangers.set(shard, { about, roster });
  return session;
}

async function release(state: State, shard: number): Promise<Handed> {
  const { wired, strangers, handedOver, leaving } = state;
  const client = state.clientOf();
  leaving.add(shard);
  const line = wired?.lines.get(shard);
  // One that was about to try again would, whatever became of it meanwhile.
  if (line) line.internalConnect = () => NEVER;
  await within(CLOSE_WITHIN_MS, line?.destroy({ code: HANDED_OVER, reason: 'handed over' }) ?? NEVER);
  const stranger = strangers.get(shard);
  const roster = stranger?.roster ?? rosterOf(client, shard);
  const handed = { session: sessionOf(state, shard), about: stranger?.about ?? state.about, roster };
  wired?.lines.delete(shard);
  client.ws.shards.delete(shard);
  strangers.delete(shard);
  handedOver.delete(shard);
  setTimeout(() => client.ws.shards.has(shard) || dropRoster(client, shard), DROP_AFTER_MS).unref();
  return handed;
}

function sessionOf({ clientOf }: State, shard: number): Session {
  // safe: private in the types alone, as discord.js's own manager reads it
  const known = clientOf().ws.shards.get(shard) as { sessionInfo: Session } | undefined;
  return known?.sessionInfo ?? null;
}

/** As discord.js does for those that it begins with. */
function addToClient(client: Client, id: number): { sessionInfo: Session } {
  // safe: private in the types alone
  const Shard = WebSocketShard as unknown as new (manager: Client['ws'], id: number) => WebSocketShard;
  const { ws } = client;
  const made = new Shard(ws, id);
  made.on('allReady', (unavailable) => client.emit('shardReady', id, unavailable));
  made.status = Status.Connecting;
  ws.shards.set(id, made);
  // safe: as above
  return made as unknown as { sessionInfo: Session };
}
