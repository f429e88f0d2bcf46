// The server a stranger finds at the first start: four channels, four members, two roles.
import { createChannel } from './build-channel.ts';
import { createGuild, createMember, createRole } from './build-guild.ts';
import { setSystemChannel } from './change-guild.ts';
import type { Platform } from './platform.ts';

export function buildDemo(platform: Platform): void {
  const guild = createGuild(platform, { name: 'Study group', ownerName: 'Ada' });
  const moderators = createRole(platform, guild.id, {
    name: 'Moderators',
    permissions: ['MANAGE_MESSAGES'],
    color: 0x3498db,
  });
  createRole(platform, guild.id, { name: 'Learners', mentionable: true });
  createMember(platform, guild.id, { name: 'Grace', roles: [moderators.id] });
  createMember(platform, guild.id, { name: 'Linus' });
  createMember(platform, guild.id, { name: 'Margaret' });
  const general = createChannel(platform, guild.id, { name: 'general', topic: 'Talk about anything' });
  setSystemChannel(platform, guild.id, general.id);
  createChannel(platform, guild.id, { name: 'daily', topic: 'The question of the day' });
  createChannel(platform, guild.id, { name: 'quiz', topic: 'Questions for everybody' });
  createChannel(platform, guild.id, {
    name: 'private-staff',
    topic: 'The bot has no access here: for trying what it does then',
    overwrites: [
      { id: guild.everyoneRoleId, deny: ['VIEW_CHANNEL'] },
      { id: moderators.id, allow: ['VIEW_CHANNEL'] },
    ],
  });
}
