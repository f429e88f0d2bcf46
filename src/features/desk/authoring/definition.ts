// What `/question` looks like in Discord.

import type { Command } from '#bot/feature.ts';
import { IN_SERVERS } from '#bot/ground.ts';
import { choice, named } from '#bot/localize.ts';
import { ownStatuses } from '#features/record/question/rules.ts';
import { formatList } from '#formats/list.ts';

const SUBCOMMAND = 1;
const STRING = 3 as const;
const INTEGER = 4;
const CHANNEL = 7;
const ROLE = 8;
const ATTACHMENT = 11;

const pack = (required: boolean) => ({
  type: STRING,
  ...named(({ authoring }) => authoring.command.pack),
  required,
  autocomplete: true as const,
  max_length: 100,
});
const question = {
  type: STRING,
  ...named(({ authoring }) => authoring.command.which),
  required: true,
  autocomplete: true as const,
  max_length: 100,
};
const formatChoices = formatList.map(({ id, name }) => ({ name, value: id }));

export const questionDefinition: Command['data'] = {
  ...named(({ authoring }) => authoring.command.question),
  ...IN_SERVERS,
  options: [
    { type: SUBCOMMAND, ...named(({ authoring }) => authoring.command.add), options: [pack(false)] },
    { type: SUBCOMMAND, ...named(({ authoring }) => authoring.command.suggest), options: [pack(false)] },
    { type: SUBCOMMAND, ...named(({ authoring }) => authoring.command.edit), options: [question] },
    { type: SUBCOMMAND, ...named(({ authoring }) => authoring.command.retire), options: [question] },
    { type: SUBCOMMAND, ...named(({ authoring }) => authoring.command.restore), options: [question] },
    { type: SUBCOMMAND, ...named(({ authoring }) => authoring.command.preview), options: [question] },
    {
      type: SUBCOMMAND,
      ...named(({ authoring }) => authoring.command.list),
      options: [
        pack(false),
        {
          type: STRING,
          ...named(({ authoring }) => authoring.command.status),
          choices: ownStatuses.map((status) => choice(status, ({ authoring }) => authoring.statuses[status])),
        },
      ],
    },
    {
      type: SUBCOMMAND,
      ...named(({ authoring }) => authoring.command.packs),
      options: [
        {
          type: STRING,
          ...named(({ authoring }) => authoring.command.name),
          required: true,
          autocomplete: true,
          max_length: 100,
        },
        { type: STRING, ...named(({ authoring }) => authoring.command.newName), max_length: 100 },
        { type: STRING, ...named(({ authoring }) => authoring.command.domains), max_length: 1_500 },
        { type: INTEGER, ...named(({ authoring }) => authoring.command.items), min_value: 1, max_value: 100 },
        {
          type: INTEGER,
          ...named(({ authoring }) => authoring.command.minutes),
          min_value: 1,
          max_value: 300,
        },
        { type: INTEGER, ...named(({ authoring }) => authoring.command.pass), min_value: 1, max_value: 100 },
      ],
    },
    {
      type: SUBCOMMAND,
      ...named(({ authoring }) => authoring.command.reviewers),
      options: [
        { type: ROLE, ...named(({ authoring }) => authoring.command.role) },
        { type: CHANNEL, ...named(({ ticket }) => ticket.channel.option), channel_types: [0, 5] },
      ],
    },
    {
      type: SUBCOMMAND,
      ...named(({ authoring }) => authoring.command.import),
      options: [
        { type: ATTACHMENT, ...named(({ authoring }) => authoring.command.file) },
        pack(false),
        { type: STRING, ...named(({ authoring }) => authoring.command.format), choices: formatChoices },
      ],
    },
    {
      type: SUBCOMMAND,
      ...named(({ authoring }) => authoring.command.export),
      options: [
        {
          type: STRING,
          ...named(({ authoring }) => authoring.command.toFormat),
          required: true,
          choices: formatChoices,
        },
        pack(false),
      ],
    },
  ],
};
