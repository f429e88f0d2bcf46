// /daily: parse, act, show.

import type { BotApp, Choice, Command, CommandInteraction, Shown, Typing } from '#bot/feature.ts';
import { requireServer } from '#bot/ground.ts';
import { requireManageServer } from '#bot/permission.ts';
import { findZones } from '#features/people/server/zones.rules.ts';
import { localTimeAt } from '#lib/local-date.ts';
import type { Words } from '#words/words.ts';
import {
  deleteSchedule,
  domainsOfServer,
  pauseSchedule,
  resumeSchedule,
  setSchedule,
  skipNext,
  type Which,
} from './actions.ts';
import { dailyDefinition } from './definition.ts';
import { postNow, previewSchedule } from './extra.actions.ts';
import { showSchedules } from './list.view.ts';
import { lookAtSchedules } from './looking.actions.ts';
import { packsOfServer } from './own.actions.ts';
import { completeOwn } from './own.rules.ts';
import { COMMON_WEEKDAYS, completeDomains, parseWeekdays } from './parse.rules.ts';
import { mayChooseRole, silenceIn, withRoles } from './pinging.ts';
import { asksLine, showChange, showExtra, showPreview, showSet } from './view.ts';

const daily: Command = {
  group: 'group',
  data: dailyDefinition,
  defer: 'none',
  async run(app, interaction) {
    requireManageServer(interaction);
    const name = interaction.options.getSubcommand();
    const act = subcommands[name];
    if (!act) throw new Error(`/daily has no ${name}`);
    return { kind: 'reply', private: true, message: await act(app, interaction) };
  },
  complete,
};

export const commands: readonly Command[] = [daily];

type Act = (app: BotApp, interaction: CommandInteraction) => Promise<Shown>;

const subcommands: Readonly<Record<string, Act>> = {
  set,
  async list(app, interaction) {
    const schedules = await lookAtSchedules(app, { serverId: requireServer(interaction) });
    await app.channels.know(requireServer(interaction));
    const shown = withRoles(interaction, schedules);
    return (words) => showSchedules(words, shown, app.clock.now());
  },
  pause: changed(pauseSchedule),
  resume: changed(resumeSchedule),
  remove: changed(deleteSchedule),
  skip: changed(skipNext),
  async 'post-now'(app, interaction) {
    const outcome = await postNow(app, { ...whichOf(interaction), pressId: interaction.id });
    return (words) => showExtra(words, outcome);
  },
  async preview(app, interaction) {
    const outcome = await previewSchedule(app, whichOf(interaction));
    return (words) => showPreview(words, outcome);
  },
};

function changed(change: typeof pauseSchedule): Act {
  return async (app, interaction) => {
    const outcome = await change(app, whichOf(interaction));
    return (words) => showChange(words, outcome);
  };
}

async function set(app: BotApp, interaction: CommandInteraction): Promise<Shown> {
  const { options } = interaction;
  // The role that everybody has carries the server's own id: Discord would not ping it, and nobody should.
  const role = options.getRole('role');
  const roleId = role?.id === requireServer(interaction) ? null : role?.id;
  const channelId = options.getChannel('channel')?.id ?? hereId(interaction);
  await app.channels.know(requireServer(interaction));
  if (roleId && !mayChooseRole(interaction, { roleId, channelId })) {
    return (words) => showSet(words, { kind: 'role-refused', roleId });
  }
  const outcome = await setSchedule(app, {
    serverId: requireServer(interaction),
    memberId: interaction.user.id,
    channelId,
    typed: {
      time: options.getString('time', true),
      zone: options.getString('zone'),
      weekdays: options.getString('weekdays'),
      domains: options.getString('domains'),
      closeAfter: options.getString('close-after'),
    },
    ...(roleId === undefined ? {} : { roleId }),
    wantsThread: options.getBoolean('thread'),
  });
  const isRoleSilent = outcome.kind === 'set' && silenceIn(interaction)(outcome.settings);
  return (words) => showSet(words, outcome, { isRoleSilent });
}

function whichOf(interaction: CommandInteraction): Which {
  return {
    serverId: requireServer(interaction),
    memberId: interaction.user.id,
    channelId: interaction.options.getChannel('channel')?.id ?? null,
    hereId: hereId(interaction),
  };
}

/** The channel of the command; for a thread the one it hangs under, since questions of the day are posted in channels. */
function hereId({ channel, channelId }: CommandInteraction): string {
  return (channel?.isThread() ? channel.parentId : null) ?? channelId;
}

async function complete(
  app: BotApp,
  { serverId, option, typed: value }: Typing,
  words: Words,
): Promise<Choice[]> {
  const { daily: said, common } = words;
  switch (option) {
    case 'zone': {
      const now = app.clock.now();
      return findZones(value, 25).map((zone) => ({
        name: common.zoneNow(zone, localTimeAt(now, zone)),
        value: zone,
      }));
    }
    case 'weekdays':
      return COMMON_WEEKDAYS.filter((days) => days.includes(value.trim().toLowerCase())).map((days) => ({
        name: `${days} (${said.weekdays(parseWeekdays(days) ?? [])})`,
        value: days,
      }));
    case 'domains':
      return serverId ? offerDomains(app, { serverId, value, words }) : [];
    default:
      return [];
  }
}

type Domains = { serverId: string; value: string; words: Words };

async function offerDomains(app: BotApp, { serverId, value, words }: Domains): Promise<Choice[]> {
  const domains = await domainsOfServer(app, { serverId });
  const choices = completeDomains(value, domains).map(({ names, value: ids }) => ({
    name: names.join(', ').slice(0, 100),
    value: ids,
  }));
  const own = completeOwn(value, await packsOfServer(app, { serverId }));
  const packs = own.map(({ value: topic, ...asks }) => ({ name: asksLine(words, asks), value: topic }));
  if (value.includes(',')) return [...packs, ...choices];
  return [{ name: words.daily.allDomains, value: 'all' }, ...packs, ...choices];
}
