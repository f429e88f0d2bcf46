// The two addresses at which somebody installs this bot: on a server, or for themself.
import { allPermissions } from '#bot/channel-permissions.ts';

export type Invites = { server: string; member: string };

export function invitesOf(applicationId: string): Invites {
  const base = `https://discord.com/oauth2/authorize?client_id=${applicationId}`;
  return {
    server: `${base}&scope=bot+applications.commands&permissions=${allPermissions}`,
    // 1 is Discord's number for an installation by a user.
    member: `${base}&integration_type=1&scope=applications.commands`,
  };
}
