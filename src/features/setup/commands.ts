// /setup server and /setup status. Discord cannot have both `/setup` and `/setup status`.
import type { Answer, BotApp, Command, CommandInteraction } from '#bot/feature.ts';
import { MANAGE_SERVER, requireManageServer } from '#bot/permission.ts';
import { changeSetup, readSetup, readStatus } from './actions.ts';
import { silenceIn } from './pinging.commands.ts';
import { completeEdition, completeZone, type SetupChanges } from './rules.ts';
import { showStatus } from './status.view.ts';
import { showSetup } from './view.ts';

const setup: Command = {
  data: {
    name: 'setup',
    description: 'Choose the exam, time zone and question of the day of this server',
    contexts: [0],
    integration_types: [0],
    default_member_permissions: MANAGE_SERVER,
    options: [
      {
        type: 1,
        name: 'server',
        description: 'One screen for everything; the options do the same from the keyboard',
        options: [
          {
            type: 3,
            name: 'edition',
            description: 'Exam edition to prepare for',
            autocomplete: true,
            max_length: 100,
          },
          {
            type: 3,
            name: 'timezone',
            description: 'Time zone: type a city',
            autocomplete: true,
            max_length: 60,
          },
          {
            type: 7,
            name: 'channel',
            description: 'Channel for the question of the day',
            channel_types: [0, 5],
          },
          { type: 3, name: 'time', description: 'Its local time, such as 07:30 or 7pm', max_length: 20 },
          { type: 8, name: 'role', description: 'Role to ping with it; @everyone means nobody' },
        ],
      },
      { type: 1, name: 'status', description: 'What is set, what is missing where, and who changed what' },
    ],
  },
  // A permission check may have to fetch every channel first.
  defer: 'private',
  async run(app, interaction) {
    requireManageServer(interaction);
    return interaction.options.getSubcommand() === 'status'
      ? status(app, interaction)
      : server(app, interaction);
  },
  async complete(app, interaction) {
    const { name, value } = interaction.options.getFocused(true);
    return name === 'edition' ? completeEdition(app.content, value) : completeZone(value, app.clock.now());
  },
};

export const commands: readonly Command[] = [setup];

async function server(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const who = { serverId: interaction.guildId, memberId: interaction.user.id };
  const notices = await changeSetup(app, { ...who, changes: changesOf(interaction) });
  const state = await readSetup(app, who);
  const shown = { notices, now: app.clock.now(), isRoleSilent: silenceIn(interaction) };
  return { kind: 'reply', private: true, message: showSetup(state, shown) };
}

async function status(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const shown = await readStatus(app, { serverId: interaction.guildId });
  const message = showStatus({ ...shown, isRoleSilent: silenceIn(interaction) }, app.clock.now());
  return { kind: 'reply', private: true, message };
}

function changesOf({ options, guildId }: CommandInteraction): SetupChanges {
  const given = {
    edition: options.getString('edition'),
    zone: options.getString('timezone'),
    channelId: options.getChannel('channel')?.id ?? null,
    time: options.getString('time'),
  };
  const changes: SetupChanges = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null),
  );
  const role = options.getRole('role');
  return role ? { ...changes, roleId: role.id === guildId ? null : role.id } : changes;
}
