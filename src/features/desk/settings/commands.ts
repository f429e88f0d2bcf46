// /settings: what a member decides for themself, in every server alike.
import type { BotApp, Command, CommandInteraction } from '#bot/feature.ts';
import type { DayWatcher } from '#features/people/member/day-watcher.ts';
import { listLanguages } from '#words/words.ts';
import {
  changeDayStart,
  changeLanguage,
  changeReminders,
  changeZone,
  chooseVisibility,
  showSettings,
  todayOf,
  zoneOfServer,
} from './actions.ts';
import { data } from './definition.ts';
import { pauseStreak, unpauseStreak } from './pausing.actions.ts';
import type { SettingsOutcome } from './rules.ts';
import { offerLanguages, offerStarts, offerZones, showSettingsOutcome } from './view.ts';

/** `watchers` are what hangs on a member's days. */
export function settingsCommand(watchers: readonly DayWatcher[]): Command {
  return {
    group: 'setup',
    data,
    defer: 'none',
    async run(app, interaction) {
      const outcome = await act({ ...app, watchers }, interaction);
      if (outcome.kind === 'language-saved') app.languages.forget(interaction.user.id);
      return { kind: 'reply', private: true, message: (words) => showSettingsOutcome(words, outcome) };
    },
    async complete(app, { guildId, memberId, option, typed: value }, words) {
      if (!guildId) return [];
      const who = { memberId, serverId: guildId };
      switch (option) {
        case 'zone':
          return offerZones(words, value, {
            serverZone: await zoneOfServer(app, who),
            now: app.clock.now(),
          });
        case 'from':
          return offerStarts(words, value, await todayOf(app, who));
        default:
          return offerLanguages(words, value, listLanguages());
      }
    },
  };
}

type Deps = BotApp & { watchers: readonly DayWatcher[] };

function act(deps: Deps, { options, user, guildId }: CommandInteraction): Promise<SettingsOutcome> {
  const who = { memberId: user.id, serverId: guildId };
  const languages = listLanguages();
  const subcommand = options.getSubcommand();
  switch (subcommand) {
    case 'show':
      return showSettings({ ...deps, languages }, who);
    case 'timezone':
      return changeZone(deps, { ...who, zone: options.getString('zone', true) });
    case 'day-start':
      return changeDayStart(deps, { ...who, hour: options.getInteger('hour', true) });
    case 'pause':
      return pauseStreak(deps, {
        ...who,
        days: options.getInteger('days', true),
        from: options.getString('from'),
      });
    case 'unpause':
      return unpauseStreak(deps, who);
    case 'reminders':
      return changeReminders(deps, { ...who, on: options.getBoolean('on', true) });
    case 'visibility':
      return chooseVisibility(deps, { memberId: user.id, shown: options.getString('shown', true) });
    case 'language':
      return changeLanguage({ ...deps, languages }, { ...who, typed: options.getString('to', true) });
    default:
      throw new Error(`/settings has no ${subcommand}`);
  }
}
