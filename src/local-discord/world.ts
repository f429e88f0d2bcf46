// The state of the local Discord: maps, indexes, and the one function that changes them.
// Every change is a plain value, so that the journal can write it down and play it back.
import {
  type Account,
  CHANNEL_TYPE,
  type Channel,
  type Command,
  type Guild,
  type Interaction,
  type Member,
  type StoredMessage,
} from './model.ts';
import { compareIds, snowflakeTime } from './snowflake.ts';

export type Application = { id: string; botId: string };
export type ScheduledEvent = Record<string, unknown> & { id: string; guild_id: string };

export type Change =
  | ['application', Application]
  | ['account', Account]
  | ['guild', Guild]
  | ['member', Member]
  | ['channel', Channel]
  | ['message', StoredMessage]
  | ['command', Command]
  | ['interaction', Interaction]
  | ['event', ScheduledEvent]
  | ['clock', number]
  | ['drop-member', { guild_id: string; user_id: string }]
  | ['drop-channel', string]
  | ['drop-message', string]
  | ['drop-command', { scope: string; id: string }]
  | ['drop-event', string];

export type World = {
  application: Application | null;
  accounts: Map<string, Account>;
  guilds: Map<string, Guild>;
  members: Map<string, Map<string, Member>>;
  channels: Map<string, Channel>;
  guildChannels: Map<string, Set<string>>;
  directChannels: Map<string, string>;
  messages: Map<string, StoredMessage>;
  /** Ids per channel in order; deleted ones stay here and are skipped by readers. */
  logs: Map<string, string[]>;
  nonces: Map<string, string>;
  /** By guild id, or GLOBAL. */
  commands: Map<string, Map<string, Command>>;
  interactions: Map<string, Interaction>;
  tokens: Map<string, Interaction>;
  events: Map<string, ScheduledEvent>;
  /** How many milliseconds the clock has been moved on: a restart must not go back in time. */
  clockOffset: number;
};

export const GLOBAL = 'global';

export function createWorld(): World {
  return {
    application: null,
    accounts: new Map(),
    guilds: new Map(),
    members: new Map(),
    channels: new Map(),
    guildChannels: new Map(),
    directChannels: new Map(),
    messages: new Map(),
    logs: new Map(),
    nonces: new Map(),
    commands: new Map(),
    interactions: new Map(),
    tokens: new Map(),
    events: new Map(),
    clockOffset: 0,
  };
}

type Appliers = { [Kind in Change[0]]: (world: World, value: Extract<Change, [Kind, unknown]>[1]) => void };

const APPLY: Appliers = {
  application: (world, value) => {
    world.application = value;
  },
  account: (world, value) => world.accounts.set(value.user.id, value),
  guild: (world, value) => world.guilds.set(value.id, value),
  member: (world, value) => entry(world.members, value.guild_id, newMap).set(value.user_id, value),
  channel: putChannel,
  message: putMessage,
  command: (world, value) => entry(world.commands, value.guild_id ?? GLOBAL, newMap).set(value.id, value),
  interaction: (world, value) => {
    world.interactions.set(value.id, value);
    world.tokens.set(value.token, value);
  },
  event: (world, value) => world.events.set(value.id, value),
  clock: (world, value) => {
    world.clockOffset = value;
  },
  'drop-member': (world, value) => world.members.get(value.guild_id)?.delete(value.user_id),
  'drop-channel': dropChannel,
  'drop-message': (world, id) => world.messages.delete(id),
  'drop-command': (world, { scope, id }) => world.commands.get(scope)?.delete(id),
  'drop-event': (world, id) => world.events.delete(id),
};

export function applyChange(world: World, change: Change): void {
  // The table is keyed by the tag of the tuple; TypeScript cannot follow that correlation.
  const apply = APPLY[change[0]] as (world: World, value: Change[1]) => void;
  apply(world, change[1]);
}

/** All that is needed to build the same world again. */
export function* describeWorld(world: World): Generator<Change> {
  if (world.application) yield ['application', world.application];
  yield* changes('account', world.accounts);
  yield* changes('guild', world.guilds);
  for (const members of world.members.values()) yield* changes('member', members);
  yield* changes('channel', world.channels);
  yield* changes('message', world.messages);
  for (const scope of world.commands.values()) yield* changes('command', scope);
  yield* changes('interaction', world.interactions);
  yield* changes('event', world.events);
  yield ['clock', world.clockOffset];
}

function* changes<Value>(kind: Change[0], map: Map<string, Value>): Generator<Change> {
  // Kind and map belong together at each of the calls above; the tuple type cannot express it.
  for (const value of map.values()) yield [kind, value] as unknown as Change;
}

/** Interaction tokens older than this can no longer be used by anyone. */
export function forgetInteractions(world: World, before: number): void {
  for (const [id, interaction] of world.interactions) {
    if (interaction.at >= before) continue;
    world.interactions.delete(id);
    world.tokens.delete(interaction.token);
  }
}

export function messageTime(stored: StoredMessage): number {
  return snowflakeTime(stored.message.id);
}

function putChannel(world: World, channel: Channel): void {
  world.channels.set(channel.id, channel);
  if (channel.guild_id) entry(world.guildChannels, channel.guild_id, newSet).add(channel.id);
  const recipient = channel.recipient_ids?.[0];
  if (recipient && channel.type === CHANNEL_TYPE.dm) world.directChannels.set(recipient, channel.id);
}

function dropChannel(world: World, id: string): void {
  const channel = world.channels.get(id);
  if (channel?.guild_id) world.guildChannels.get(channel.guild_id)?.delete(id);
  for (const message of world.logs.get(id) ?? []) world.messages.delete(message);
  world.logs.delete(id);
  world.channels.delete(id);
}

function putMessage(world: World, stored: StoredMessage): void {
  const { id, channel_id, author } = stored.message;
  if (!world.messages.has(id)) {
    insertInOrder(entry(world.logs, channel_id, newList), id);
    const channel = world.channels.get(channel_id);
    // In place: a copy of the channel per message would be most of the cost of a message.
    if (channel && stored.visibleTo === null) channel.last_message_id = id;
  }
  world.messages.set(id, stored);
  if (stored.nonce) world.nonces.set(`${author.id} ${stored.nonce}`, id);
}

function insertInOrder(log: string[], id: string): void {
  const last = log.at(-1);
  if (last === undefined || compareIds(last, id) < 0) {
    log.push(id);
    return;
  }
  log.splice(firstNotBefore(log, id), 0, id);
}

/** Index of the first id that is not smaller than `id`. */
export function firstNotBefore(log: readonly string[], id: string): number {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(log[middle] ?? '', id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const newMap = <Value>() => new Map<string, Value>();
const newSet = () => new Set<string>();
const newList = (): string[] => [];

function entry<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const created = create();
  map.set(key, created);
  return created;
}
