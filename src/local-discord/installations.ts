// Where the bot is installed: in a server, by a member for themself, or both; and what follows from it for an
// interaction. Source: "Authorizing Integration Owners Object" and "Create Followup Message" in Discord's documentation.
import { CHANNEL_TYPE, type Channel, type Command, type Interaction, type Owners } from './model.ts';
import { can, type Platform, permissionsIn } from './platform.ts';

/** Discord's interaction contexts. */
const CONTEXT = { guild: 0, botDirect: 1, private: 2 };
const INSTALL = { guild: 0, user: 1 };

export function contextOf(channel: Channel): number {
  if (channel.guild_id) return CONTEXT.guild;
  return channel.type === CHANNEL_TYPE.group ? CONTEXT.private : CONTEXT.botDirect;
}

export function hasInstalled({ world }: Platform, userId: string): boolean {
  return world.accounts.get(userId)?.has_app === true;
}

function sharesGuild({ world }: Platform, userId: string): boolean {
  return [...world.guilds.values()].some(({ id, has_bot }) => has_bot && world.members.get(id)?.has(userId));
}

/** Whether the bot may write to somebody of its own accord, as far as it depends on knowing them. */
export function isAcquainted(platform: Platform, userId: string): boolean {
  return sharesGuild(platform, userId) || hasInstalled(platform, userId);
}

/** Whether the installation in a server counts here; in the bot's direct messages, that in any server with this member. */
export function isInstalledHere(platform: Platform, channel: Channel, userId: string): boolean {
  const context = contextOf(channel);
  if (context === CONTEXT.private) return false;
  if (context === CONTEXT.botDirect) return sharesGuild(platform, userId);
  return platform.world.guilds.get(channel.guild_id ?? '')?.has_bot === true;
}

/** A command of one server is for that server alone, whatever else was sent with it. */
function installationsOf(command: Command): readonly unknown[] {
  const { guild_id, integration_types } = command;
  return guild_id === undefined && Array.isArray(integration_types) ? integration_types : [INSTALL.guild];
}

/** Without contexts: servers and direct messages with the bot, though the documentation says all [issues 6744, 7108]. */
export function contextsOf(command: Command): readonly unknown[] {
  const { contexts, dm_permission, guild_id } = command;
  if (guild_id !== undefined) return [CONTEXT.guild];
  if (Array.isArray(contexts)) return contexts;
  return dm_permission === false ? [CONTEXT.guild] : [CONTEXT.guild, CONTEXT.botDirect];
}

type Use = { channel: Channel; userId: string };

/** Who allows this command here; nobody where it is not offered. */
export function ownersOfCommand(platform: Platform, { channel, userId }: Use, command: Command): Owners {
  const types = installationsOf(command);
  const byGuild = types.includes(INSTALL.guild) && isInstalledHere(platform, channel, userId);
  const byUser = types.includes(INSTALL.user) && hasInstalled(platform, userId);
  return { ...(byGuild ? { 0: channel.guild_id ?? '0' } : {}), ...(byUser ? { 1: userId } : {}) };
}

/** For what is pressed on a message: who installed the bot may be somebody else than who presses. */
export function ownersOnMessage(
  platform: Platform,
  { channel, userId }: Use,
  on: Owners | undefined,
): Owners {
  const installer = on?.[1];
  const byUser: Owners = installer !== undefined && hasInstalled(platform, installer) ? { 1: installer } : {};
  // What the bot wrote to them stays usable in its direct messages, also when they share no server any more.
  const isLeft = contextOf(channel) === CONTEXT.botDirect && byUser[1] === undefined;
  const byGuild = isLeft || isInstalledHere(platform, channel, userId);
  return { ...(byGuild ? { 0: channel.guild_id ?? '0' } : {}), ...byUser };
}

/** Of interactions in a journal from before there was anything else than servers. */
export function ownersOf({ guildId, owners }: Interaction): Owners {
  return owners ?? { 0: guildId ?? '0' };
}

/** Discord's limit where only a member has installed the bot. */
export const MAX_FOLLOW_UPS = 5;

export function isUserInstallOnly(interaction: Interaction): boolean {
  return ownersOf(interaction)[0] === undefined;
}

/** Without USE_EXTERNAL_APPS everything the bot answers there is seen by this member alone. */
export function isForcedPrivate(platform: Platform, interaction: Interaction): boolean {
  if (!isUserInstallOnly(interaction) || interaction.guildId === null) return false;
  const channel = platform.world.channels.get(interaction.channelId);
  return (
    channel !== undefined && !can(permissionsIn(platform, channel, interaction.userId), 'USE_EXTERNAL_APPS')
  );
}

export function setInstalled(platform: Platform, userId: string, isInstalled: boolean): void {
  const account = platform.world.accounts.get(userId);
  if (!account || account.user.bot) throw new Error(`there is no user ${userId}`);
  platform.save('account', { ...account, has_app: isInstalled });
  platform.feed.tell({ type: 'USER_INSTALL', userId, isInstalled });
}
