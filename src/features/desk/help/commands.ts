// /help: what Cohort does, in one private screen.
import type { Command, Feature } from '#bot/feature.ts';
import { named } from '#bot/localize.ts';
import { type CommandDefinition, listCommands } from './rules.ts';
import { showHelp } from './view.ts';

const data: Command['data'] = {
  ...named(({ help }) => help.command),
  contexts: [0],
  integration_types: [0],
};

export function helpCommand(others: readonly Feature[]): Command {
  const definitions: CommandDefinition[] = [
    ...others.flatMap((feature) => feature.commands ?? []).map((command) => command.data),
    data,
  ];
  return {
    data,
    defer: 'none',
    async run({ links }) {
      return {
        kind: 'reply',
        private: true,
        message: (words) => showHelp(words, listCommands(definitions, words.locale), links),
      };
    },
  };
}
