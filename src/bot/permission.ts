// The check that stops a command of admins before it does anything.
import { PermissionFlagsBits } from 'discord.js';
import type { UsedInteraction } from '#bot/feature.ts';
import { Refusal } from '#lib/refusal.ts';

/** As a string for `default_member_permissions`, which server admins may override: hence the check as well. */
export const MANAGE_SERVER = String(PermissionFlagsBits.ManageGuild);

export function mayManageServer({ memberPermissions }: UsedInteraction): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

export function requireManageServer(interaction: UsedInteraction): void {
  if (mayManageServer(interaction)) return;
  throw new Refusal({ kind: 'not-allowed', needs: 'manage-server' });
}

/**
 * A button is there for whoever can read; what it does is for those who could type the command. In a direct message and
 * a group nobody has permissions, and all may write.
 */
export function requireMayWrite({ guildId, memberPermissions, channel }: UsedInteraction): void {
  if (guildId === null) return;
  const { SendMessages, SendMessagesInThreads, UseApplicationCommands } = PermissionFlagsBits;
  const write = channel?.isThread() ? SendMessagesInThreads : SendMessages;
  if (!memberPermissions?.has([write, UseApplicationCommands]))
    throw new Refusal({ kind: 'not-allowed', needs: 'write-here' });
}
