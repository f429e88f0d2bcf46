// Choosing who reviews a server's own questions, and where they are shown what waits.
import type { BotApp, CommandInteraction, ComponentInteraction } from '#bot/feature.ts';
import { actorIn } from '#bot/ground.ts';
import { faultOf } from '#features/people/server/rules.ts';
import type { ChannelNotice } from './channel.view.ts';
import { chooseReviewChannel } from './reviewers.actions.ts';

type Interaction = CommandInteraction | ComponentInteraction;

/** Nothing is set where it could not be shown: nobody would notice until something waits. */
export async function chooseChannel(
  app: BotApp,
  interaction: Interaction,
  channelId: string | null,
): Promise<ChannelNotice> {
  const who = actorIn(interaction);
  if (channelId !== null) {
    const lacking = await app.channels.missingPermissions({ ...who, channelId, need: 'post' });
    const fault = faultOf(channelId, lacking);
    if (fault) return fault;
  }
  const { before } = await chooseReviewChannel(app, { ...who, channelId });
  return channelId === null ? { kind: 'none', hadOne: before !== null } : { kind: 'set', channelId };
}
