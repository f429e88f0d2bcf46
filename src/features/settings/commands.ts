// /settings: what a member decides for themself, in every server alike.
import type { BotApp, Command, CommandInteraction } from '#bot/feature.ts';
import {
  changeDayStart,
  changeReminders,
  changeVisibility,
  changeZone,
  completeStart,
  completeZone,
  showSettings,
} from './actions.ts';
import { data } from './definition.commands.ts';
import { pauseStreak, unpauseStreak } from './pausing.actions.ts';
import { parseVisibility, type SettingsOutcome } from './rules.ts';
import { showSettingsOutcome } from './view.ts';

const settingsCommand: Command = {
  data,
  defer: 'none',
  async run(app, interaction) {
    const message = showSettingsOutcome(await act(app, interaction));
    return { kind: 'reply', private: true, message };
  },
  async complete(app, interaction) {
    if (!interaction.guildId) return [];
    const { name, value } = interaction.options.getFocused(true);
    const who = { memberId: interaction.user.id, serverId: interaction.guildId };
    return name === 'zone'
      ? completeZone(app, { serverId: who.serverId, typed: value })
      : completeStart(app, { ...who, typed: value });
  },
};

export const commands: readonly Command[] = [settingsCommand];

function act(app: BotApp, { options, user, guildId }: CommandInteraction): Promise<SettingsOutcome> {
  const who = { memberId: user.id, serverId: guildId };
  const subcommand = options.getSubcommand();
  switch (subcommand) {
    case 'show':
      return showSettings(app, who);
    case 'timezone':
      return changeZone(app, { ...who, zone: options.getString('zone', true) });
    case 'day-start':
      return changeDayStart(app, { ...who, hour: options.getInteger('hour', true) });
    case 'pause':
      return pauseStreak(app, {
        ...who,
        days: options.getInteger('days', true),
        from: options.getString('from'),
      });
    case 'unpause':
      return unpauseStreak(app, who);
    case 'reminders':
      return changeReminders(app, { ...who, on: options.getBoolean('on', true) });
    case 'visibility':
      return changeVisibility(app, { ...who, visibility: parseVisibility(options.getString('shown', true)) });
    default:
      throw new Error(`/settings has no ${subcommand}`);
  }
}
