// /help: what Cohort does, in one private screen.
import type { Command, Feature } from '#bot/feature.ts';
import { listCommands } from './rules.ts';
import { showHelp } from './view.ts';

const data: Command['data'] = {
  name: 'help',
  description: 'What Cohort does and where to start',
  contexts: [0],
  integration_types: [0],
};

export function helpCommand(others: readonly Feature[], sourceUrl: string | null): Command {
  const definitions = others.flatMap((feature) => feature.commands ?? []).map((command) => command.data);
  const message = showHelp(listCommands([...definitions, data]), sourceUrl);
  return { data, defer: 'none', run: async () => ({ kind: 'reply', private: true, message }) };
}
