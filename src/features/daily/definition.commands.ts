// How /daily looks in Discord: subcommands and options.
import type { APIApplicationCommandBasicOption, APIApplicationCommandSubcommandOption } from 'discord.js';
import type { Command } from '#bot/feature.ts';
import { MANAGE_SERVER } from '#bot/permission.ts';

const channel: APIApplicationCommandBasicOption = {
  type: 7,
  name: 'channel',
  description: 'Which channel (this one by default)',
  channel_types: [0, 5],
};

function subcommand(name: string, description: string): APIApplicationCommandSubcommandOption {
  return { type: 1, name, description, options: [channel] };
}

export const dailyDefinition: Command['data'] = {
  name: 'daily',
  description: 'Set up the question of the day',
  contexts: [0],
  integration_types: [0],
  default_member_permissions: MANAGE_SERVER,
  options: [
    {
      type: 1,
      name: 'set',
      description: 'Post a question of the day in a channel, or change how',
      options: [
        {
          type: 3,
          name: 'time',
          description: 'Local time of day, such as 07:30 or 7pm',
          required: true,
          max_length: 20,
        },
        channel,
        {
          type: 3,
          name: 'zone',
          description: 'Time zone: type a city (the server’s zone by default)',
          autocomplete: true,
          max_length: 60,
        },
        {
          type: 3,
          name: 'weekdays',
          description: 'daily, mon-fri, or mon,wed,fri (every day by default)',
          autocomplete: true,
          max_length: 60,
        },
        {
          type: 3,
          name: 'domains',
          description: 'Only these exam domains, such as 1,3 (all by default)',
          autocomplete: true,
          max_length: 100,
        },
        { type: 8, name: 'role', description: 'Role to ping; @everyone means nobody' },
        { type: 5, name: 'thread', description: 'Open a thread for discussion under each question' },
        {
          type: 3,
          name: 'close-after',
          description: 'When it closes: 12h, 90m, 2d (at the next post by default)',
          max_length: 20,
        },
      ],
    },
    { type: 1, name: 'list', description: 'All questions of the day of this server, and how they stand' },
    subcommand('pause', 'Stop posting until you resume'),
    subcommand('resume', 'Post again after a pause, or take back a skip'),
    subcommand('remove', 'End the question of the day in a channel'),
    subcommand('skip', 'Leave out the next post'),
    subcommand('post-now', 'Post one extra question now; the schedule stays as it is'),
    subcommand('preview', 'See the next times and whose turn it is, without the question'),
  ],
};
