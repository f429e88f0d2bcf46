// /help: what Cohort does, in one private screen.
import type { BotApp, Command, Feature } from '#bot/feature.ts';
import { EVERYWHERE } from '#bot/ground.ts';
import { named } from '#bot/localize.ts';
import type { Words } from '#words/words.ts';
import { type CommandLine, type Listed, listCommands } from './rules.ts';
import { showHelp } from './view.ts';

const data: Command['data'] = {
  ...named(({ help }) => help.command),
  ...EVERYWHERE,
};

/** All commands of the features, and this one, as the reader's Discord calls them. */
export type Lines = (app: Pick<BotApp, 'commandIds'>, words: Words) => CommandLine[];

export function linesFor(others: readonly Feature[]): Lines {
  const listed: Listed[] = [...others.flatMap((feature) => feature.commands ?? []), { group: 'setup', data }];
  return ({ commandIds }, { locale }) => listCommands(listed, { locale, idOf: commandIds.of });
}

export function helpCommand(lines: Lines): Command {
  return {
    group: 'setup',
    data,
    defer: 'none',
    async run(app) {
      return {
        kind: 'reply',
        private: true,
        message: (words) => showHelp(words, lines(app, words), app.links),
      };
    },
  };
}
