// What is not kept of servers where there are many: 2,500 of them have 125,000 channels, and a bot asks about a few. Such a
// server stands as one that another process handed on: its channels and roles are asked for when something depends on
// them (server-facts.ts), and kept from then on.
import { type Client, Events, type Guild } from 'discord.js';

/** On one shard. Of fewer, all that Discord tells takes less room than one picture. */
const MANY = 250;

type Told = {
  t?: string;
  d?: { id?: string; guilds?: { id: string }[]; unavailable?: boolean } & Record<string, unknown>;
};

/** Lists of GUILD_CREATE that discord.js would keep, or walk through for nothing. */
const DETAILS = [
  ...['channels', 'roles', 'threads', 'members', 'emojis', 'stickers', 'presences', 'voice_states'],
  ...['stage_instances', 'guild_scheduled_events', 'soundboard_sounds'],
];

const lean = new WeakSet<Guild>();

/** True for a server of which everything is known but its channels and roles. */
export function isLean(guild: Guild): boolean {
  return lean.has(guild) && !guild.available;
}

/** From the client's beginning: what a login lists is read before discord.js reads it, and so before it is kept. */
export function keepServersLean(client: Client, many = MANY): void {
  const listed = new Map<number, Set<string>>();
  const hear = (told: Told, shard: number) => {
    if (told.t === 'READY' && told.d?.guilds) {
      const ids = told.d.guilds.map(({ id }) => id);
      listed.set(shard, new Set(ids.length > many ? ids : []));
    }
    // One that comes later is new, and is greeted: of that, everything is of interest.
    const isListed = told.t === 'GUILD_CREATE' && listed.get(shard)?.delete(told.d?.id ?? '');
    if (isListed && told.d && !told.d.unavailable) leaveOut(client, told.d);
  };
  // safe: as the gateway sent it; the names of discord.js's own events leave it out
  client.on(Events.Raw as never, hear as never);
}

function leaveOut(client: Client, told: NonNullable<Told['d']>): void {
  for (const name of DETAILS) if (Array.isArray(told[name])) told[name] = [];
  const { id = '' } = told;
  // As soon as discord.js has read it: what was not told is not known.
  queueMicrotask(() => {
    const guild = client.guilds.cache.get(id);
    if (!guild) return;
    guild.available = false;
    lean.add(guild);
  });
}
