// Checks that stop a command before it does anything: of the member who uses it, and of the bot in a channel.
import { PermissionFlagsBits } from 'discord.js';
import type { ChannelNeed, Channels } from '#bot/channels.ts';
import type { CommandInteraction, ComponentInteraction } from '#bot/feature.ts';
import { Refusal } from '#lib/refusal.ts';

/** As a string for `default_member_permissions`, which server admins may override: hence the check as well. */
export const MANAGE_SERVER = String(PermissionFlagsBits.ManageGuild);

export function requireManageServer(interaction: CommandInteraction | ComponentInteraction): void {
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return;
  throw new Refusal({ kind: 'not-allowed', needs: 'manage-server' });
}

/** Names what the bot lacks in a channel, so that an admin can give exactly that. */
export async function requireInChannel(
  { channels }: { channels: Channels },
  channelId: string,
  need: ChannelNeed,
): Promise<void> {
  const missing = await channels.missingPermissions(channelId, need);
  if (missing === 'no-channel') {
    throw new Refusal({ kind: 'bot-lacks-permission', channelId, missing: ['View Channel'] });
  }
  if (missing.length > 0) throw new Refusal({ kind: 'bot-lacks-permission', channelId, missing });
}
