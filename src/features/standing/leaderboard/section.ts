// The winners of the week as a part of a server's set-up.

import type { BotApp, CommandInteraction, ComponentInteraction } from '#bot/feature.ts';
import { actorIn, requireServer } from '#bot/ground.ts';
import { named } from '#bot/localize.ts';
import { faultOf } from '#features/people/server/rules.ts';
import type { Sentence, SetupSection } from '#features/people/server/section.ts';
import { chooseWinners, findWinnersChannel } from './winners.actions.ts';
import {
  loggedWinners,
  type WinnersNotice,
  winnersControl,
  winnersLine,
  winnersSentence,
} from './winners.view.ts';

type Interaction = CommandInteraction | ComponentInteraction;

export const section: SetupSection = {
  name: 'winners',
  isOptional: true,
  controls: [winnersControl],
  options: [{ type: 7, ...named(({ leaderboard }) => leaderboard.winners.option), channel_types: [0, 5] }],
  async line(app, interaction) {
    const serverId = requireServer(interaction);
    const channelId = await findWinnersChannel(app, { serverId });
    if (channelId === null) return winnersLine(null);
    const lacking = await app.channels.missingPermissions({ serverId, channelId, need: 'post' });
    return winnersLine({ channelId, lacking });
  },
  async change(app, interaction) {
    const channel = interaction.options.getChannel('winners');
    if (!channel) return [];
    const notice = await choose(app, interaction, channel.id);
    return [
      { sentence: said(notice), isRefused: notice.kind === 'lacks' || notice.kind === 'wrong-channel' },
    ];
  },
  async press(app, interaction) {
    const channelId = interaction.isAnySelectMenu() ? (interaction.values[0] ?? null) : null;
    return { kind: 'notices', notices: [said(await choose(app, interaction, channelId))] };
  },
  zoneMoved: async () => null,
  noticeChannel: async () => null,
  logged: loggedWinners,
};

/** Nothing is set where it could not be posted: nobody would notice for a week. */
async function choose(
  app: BotApp,
  interaction: Interaction,
  channelId: string | null,
): Promise<WinnersNotice> {
  const who = actorIn(interaction);
  if (channelId !== null) {
    const lacking = await app.channels.missingPermissions({ ...who, channelId, need: 'post' });
    const fault = faultOf(channelId, lacking);
    if (fault) return fault;
  }
  return chooseWinners(app, { ...who, channelId });
}

function said(notice: WinnersNotice): Sentence {
  return (words) => winnersSentence(words, notice);
}
