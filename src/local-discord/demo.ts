// What a stranger finds at the first start: a server with four channels, four members and two roles; and where the bot
// is not, another server and a group of the same four.
import { createChannel, createGroup } from './build-channel.ts';
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
  const grace = createMember(platform, guild.id, { name: 'Grace', roles: [moderators.id] });
  const linus = createMember(platform, guild.id, { name: 'Linus' });
  const margaret = createMember(platform, guild.id, { name: 'Margaret' });
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
  buildElsewhere(platform, [margaret.id, guild.ownerId, grace.id, linus.id]);
}

/** Its names are not those of the other server: one types them to say where. */
function buildElsewhere(platform: Platform, [ownerId = '', ...others]: string[]): void {
  const { id } = createGuild(platform, { name: 'Another server', ownerId, bot: false });
  for (const userId of others) createMember(platform, id, { userId });
  createChannel(platform, id, { name: 'lobby', topic: 'A server that has not invited the bot' });
  createChannel(platform, id, { name: 'pets', topic: 'About something else' });
  createGroup(platform, { name: 'Study night', userIds: [ownerId, ...others] });
}
