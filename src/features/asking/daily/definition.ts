// How /daily looks in Discord: subcommands and options.
import type { APIApplicationCommandBasicOption, APIApplicationCommandSubcommandOption } from 'discord.js';
import type { Command } from '#bot/feature.ts';
import { IN_SERVERS } from '#bot/ground.ts';
import { named } from '#bot/localize.ts';
import { MANAGE_SERVER } from '#bot/permission.ts';
import type { Words } from '#words/words.ts';

type Names = Words['daily']['command'];
const called = (name: keyof Names) => named(({ daily }) => daily.command[name]);

/** Text and announcement channels: what a question can be posted in and seen by all. */
export const CHANNEL_TYPES: [0, 5] = [0, 5];

const channel: APIApplicationCommandBasicOption = {
  type: 7,
  ...called('channel'),
  channel_types: CHANNEL_TYPES,
};

function subcommand(name: keyof Names): APIApplicationCommandSubcommandOption {
  return { type: 1, ...called(name), options: [channel] };
}

export const dailyDefinition: Command['data'] = {
  ...called('daily'),
  ...IN_SERVERS,
  default_member_permissions: MANAGE_SERVER,
  options: [
    {
      type: 1,
      ...called('set'),
      options: [
        { type: 3, ...called('time'), required: true, max_length: 20 },
        channel,
        { type: 3, ...called('zone'), autocomplete: true, max_length: 60 },
        { type: 3, ...called('weekdays'), autocomplete: true, max_length: 60 },
        { type: 3, ...called('domains'), autocomplete: true, max_length: 100 },
        { type: 8, ...called('role') },
        { type: 5, ...called('thread') },
        { type: 3, ...called('closeAfter'), max_length: 20 },
      ],
    },
    { type: 1, ...called('list') },
    subcommand('pause'),
    subcommand('resume'),
    subcommand('remove'),
    subcommand('skip'),
    subcommand('postNow'),
    subcommand('preview'),
  ],
};
