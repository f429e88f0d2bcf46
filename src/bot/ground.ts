// Where somebody stands who uses a command or presses a button: in a server that has the bot, or outside of any. Decided
// here alone: the id of a guild says too little, since whoever installed the bot for themself uses it in any of them.
import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { Refusal } from '#lib/refusal.ts';

/** As much of an interaction as tells. */
type From = {
  guildId: string | null;
  user: { id: string };
  authorizingIntegrationOwners?: Readonly<Partial<Record<ApplicationIntegrationType, string>>>;
  inCachedGuild(): boolean;
};

/** Who acts, and by the rules of which server; null where there is none. */
export type Actor = { serverId: string | null; memberId: string };

/**
 * The server whose exam and zone hold; null in a direct message, a group, and a server that has not installed the bot.
 * Discord names who installed it; what is pressed on a message of the bot's own is also known by the bot being there.
 */
export function serverHere(interaction: From): string | null {
  const { guildId, authorizingIntegrationOwners: owners } = interaction;
  if (guildId === null) return null;
  const isInstalled = owners?.[ApplicationIntegrationType.GuildInstall] === guildId;
  return isInstalled || interaction.inCachedGuild() ? guildId : null;
}

export function actorOf(interaction: From): Actor {
  return { serverId: serverHere(interaction), memberId: interaction.user.id };
}

/** For what only a server has; refused elsewhere. */
export function requireServer(interaction: From): string {
  const serverId = serverHere(interaction);
  if (serverId === null) throw new Refusal({ kind: 'server-only' });
  return serverId;
}

/** The same, with who acts there. */
export function actorIn(interaction: From): { serverId: string; memberId: string } {
  return { serverId: requireServer(interaction), memberId: interaction.user.id };
}

const { Guild, BotDM, PrivateChannel } = InteractionContextType;
const { GuildInstall, UserInstall } = ApplicationIntegrationType;

/** For a command's definition: offered in servers that have the bot. */
export const IN_SERVERS = { contexts: [Guild], integration_types: [GuildInstall] };

/** For a command's definition: offered there, in direct messages, and wherever somebody has it who installed it for themself. */
export const EVERYWHERE = {
  contexts: [Guild, BotDM, PrivateChannel],
  integration_types: [GuildInstall, UserInstall],
};

/** Whether a command may be used outside of servers, by its own definition. */
export function isOfferedEverywhere({
  contexts,
}: {
  contexts?: readonly number[] | null | undefined;
}): boolean {
  return contexts?.includes(BotDM) ?? false;
}
