// /daily: parse, act, show.
import { type AutocompleteInteraction, PermissionFlagsBits } from 'discord.js';
import type { Message } from '#bot/card.ts';
import type { Answer, BotApp, Command, CommandInteraction } from '#bot/feature.ts';
import { requireManageServer } from '#bot/permission.ts';
import {
  deleteSchedule,
  domainsOfServer,
  listSchedules,
  pauseSchedule,
  resumeSchedule,
  setSchedule,
  skipNext,
  type Which,
} from './actions.ts';
import { dailyDefinition } from './definition.commands.ts';
import { postNow, previewSchedule } from './extra.actions.ts';
import { showSchedules } from './list.view.ts';
import { COMMON_WEEKDAYS, completeDomains, nameWeekdays, parseWeekdays } from './parse.rules.ts';
import { completeZone } from './settings.rules.ts';
import { showChange, showExtra, showPreview, showSet } from './view.ts';

const daily: Command = {
  data: dailyDefinition,
  defer: 'none',
  async run(app, interaction) {
    requireManageServer(interaction);
    const name = interaction.options.getSubcommand();
    const act = subcommands[name];
    if (!act) throw new Error(`/daily has no ${name}`);
    return privately(await act(app, interaction));
  },
  complete: (app, interaction) => complete(app, interaction),
};

export const commands: readonly Command[] = [daily];

type Act = (app: BotApp, interaction: CommandInteraction) => Promise<Message>;

const subcommands: Readonly<Record<string, Act>> = {
  set,
  list: async (app, interaction) => {
    const { schedules } = await listSchedules(app, { serverId: interaction.guildId });
    return showSchedules(schedules, app.clock.now());
  },
  pause: async (app, interaction) => showChange(await pauseSchedule(app, whichOf(interaction))),
  resume: async (app, interaction) => showChange(await resumeSchedule(app, whichOf(interaction))),
  remove: async (app, interaction) => showChange(await deleteSchedule(app, whichOf(interaction))),
  skip: async (app, interaction) => showChange(await skipNext(app, whichOf(interaction))),
  'post-now': async (app, interaction) => showExtra(await postNow(app, whichOf(interaction))),
  preview: async (app, interaction) => showPreview(await previewSchedule(app, whichOf(interaction))),
};

async function set(app: BotApp, interaction: CommandInteraction): Promise<Message> {
  const { options } = interaction;
  const role = options.getRole('role');
  const outcome = await setSchedule(app, {
    serverId: interaction.guildId,
    memberId: interaction.user.id,
    channelId: options.getChannel('channel')?.id ?? hereId(interaction),
    typed: {
      time: options.getString('time', true),
      zone: options.getString('zone'),
      weekdays: options.getString('weekdays'),
      domains: options.getString('domains'),
      closeAfter: options.getString('close-after'),
    },
    // The role that everybody has carries the server's own id: Discord would not ping it, and nobody should.
    ...(role ? { roleId: role.id === interaction.guildId ? null : role.id } : {}),
    wantsThread: options.getBoolean('thread'),
  });
  const mayPing = role?.mentionable || interaction.appPermissions?.has(PermissionFlagsBits.MentionEveryone);
  return showSet(outcome, { isRoleSilent: role !== null && role.id !== interaction.guildId && !mayPing });
}

function whichOf(interaction: CommandInteraction): Which {
  return {
    serverId: interaction.guildId,
    memberId: interaction.user.id,
    channelId: interaction.options.getChannel('channel')?.id ?? null,
    hereId: hereId(interaction),
  };
}

/** The channel of the command; for a thread the one it hangs under, since questions of the day are posted in channels. */
function hereId({ channel, channelId }: CommandInteraction): string {
  return (channel?.isThread() ? channel.parentId : null) ?? channelId;
}

function privately(message: Message): Answer {
  return { kind: 'reply', message, private: true };
}

async function complete(app: BotApp, interaction: AutocompleteInteraction) {
  const { name, value } = interaction.options.getFocused(true);
  switch (name) {
    case 'zone':
      return completeZone(value, app.clock.now());
    case 'weekdays':
      return COMMON_WEEKDAYS.filter((days) => days.includes(value.trim().toLowerCase())).map((days) => ({
        name: `${days} (${nameWeekdays(parseWeekdays(days) ?? [])})`,
        value: days,
      }));
    case 'domains':
      return interaction.guildId
        ? completeDomains(value, await domainsOfServer(app, { serverId: interaction.guildId }))
        : [];
    default:
      return [];
  }
}
