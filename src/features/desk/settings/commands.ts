// /settings: what a member decides for themself, in every server alike.
import type { BotApp, Command, CommandInteraction } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
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
  zoneAround,
} from './actions.ts';
import { chooseCourse, offerCourses } from './course.actions.ts';
import { data } from './definition.ts';
import { pauseStreak, unpauseStreak } from './pausing.actions.ts';
import type { SettingsOutcome } from './rules.ts';
import { offerExams, offerLanguages, offerStarts, offerZones, showSettingsOutcome } from './view.ts';

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
    async complete(app, { memberId, serverId, option, typed: value }, words) {
      const who = { memberId, serverId };
      switch (option) {
        case 'zone':
          return offerZones(words, value, {
            around: serverId === null ? null : await zoneAround(app, who),
            now: app.clock.now(),
          });
        case 'exam':
          return offerExams(offerCourses(app), value);
        case 'from':
          return offerStarts(words, value, await todayOf(app, who));
        default:
          return offerLanguages(words, value, listLanguages());
      }
    },
  };
}

type Deps = BotApp & { watchers: readonly DayWatcher[] };

function act(deps: Deps, interaction: CommandInteraction): Promise<SettingsOutcome> {
  const { options, user } = interaction;
  const who = actorOf(interaction);
  const languages = listLanguages();
  const subcommand = options.getSubcommand();
  switch (subcommand) {
    case 'show':
      return showSettings({ ...deps, languages }, who);
    case 'timezone':
      return changeZone(deps, { ...who, zone: options.getString('zone', true) });
    case 'exam':
      return chooseCourse(deps, { memberId: user.id, typed: options.getString('exam', true) });
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
