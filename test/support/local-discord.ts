// A local Discord with one server, and an unmodified discord.js client logged in to it.
import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '#local-discord/server.ts';

export type Scene = {
  local: LocalDiscord;
  guildId: string;
  ownerId: string;
  channelId: string;
  ada: string;
  grace: string;
};

export async function startScene(options: LocalDiscordOptions = {}): Promise<Scene> {
  const local = await startLocalDiscord({ rateLimits: false, ...options });
  const guild = local.createGuild({ name: 'Study group', ownerName: 'Owner' });
  const channel = local.createChannel(guild.id, { name: 'general' });
  const ada = local.createMember(guild.id, { name: 'Ada' });
  const grace = local.createMember(guild.id, { name: 'Grace' });
  return {
    local,
    guildId: guild.id,
    ownerId: guild.ownerId,
    channelId: channel.id,
    ada: ada.id,
    grace: grace.id,
  };
}

export type Handle = (interaction: Interaction) => unknown;

/** Logged in and ready; what a handler throws is kept in `errors`. */
export async function connect(
  local: LocalDiscord,
  handle: Handle,
  intents: number[] = [GatewayIntentBits.Guilds],
): Promise<{ client: Client<true>; errors: unknown[] }> {
  const client = new Client({ intents, rest: { api: local.api } });
  const errors: unknown[] = [];
  client.on('error', (error) => errors.push(error));
  client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await handle(interaction);
    } catch (error) {
      errors.push(error);
    }
  });
  // On loopback `clientReady` may come before login() resolves.
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(local.token);
  return { client: await ready, errors };
}

/** A request as the bot would send it, without discord.js around it. */
export async function raw(
  local: LocalDiscord,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const response = await fetch(`${local.api}/v10${path}`, {
    method,
    headers: { Authorization: `Bot ${local.token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
}
