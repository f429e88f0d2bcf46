// The places where somebody may use the bot, each with somebody new in it.
import type { Actor } from '#local-discord/server.ts';
import type { Stage } from './cohort.ts';

export type Place = {
  actor: Actor;
  memberId: string;
  channelId: string;
  /** True where no server's rules hold. */
  isOutside: boolean;
};

export function placesOf({ discord, guildId, general }: Stage) {
  const someone = (name: string) => discord.createMember(guildId, { name }).id;
  return {
    'a server': (): Place => {
      const memberId = someone('Barbara');
      return { actor: discord.as(memberId), memberId, channelId: general, isOutside: false };
    },
    'a direct message': (): Place => {
      const memberId = someone('Donald');
      const channelId = discord.directChannel(memberId).id;
      return { actor: discord.as(memberId), memberId, channelId, isOutside: true };
    },
    'a group': (): Place => {
      const memberId = someone('Katherine');
      const { id: channelId } = discord.createGroup({
        name: 'Cramming',
        userIds: [memberId, someone('Dorothy')],
      });
      discord.installForUser(memberId);
      return { actor: discord.as(memberId), memberId, channelId, isOutside: true };
    },
    'a server without the bot': (): Place => {
      const foreign = discord.createGuild({ name: 'Elsewhere', ownerName: 'Margaret', bot: false });
      const memberId = someone('Annie');
      discord.createMember(foreign.id, { userId: memberId });
      discord.installForUser(memberId);
      const { id: channelId } = discord.createChannel(foreign.id, { name: 'lobby' });
      return { actor: discord.as(memberId), memberId, channelId, isOutside: true };
    },
  };
}
