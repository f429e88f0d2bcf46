// /help: what Cohort does, in one private screen.

import type { BotApp, Command, CommandInteraction, ComponentInteraction, Feature } from '#bot/feature.ts';
import { EVERYWHERE, isOfferedEverywhere, serverHere } from '#bot/ground.ts';
import { invitesOf } from '#bot/invites.ts';
import { named } from '#bot/localize.ts';
import type { Words } from '#words/words.ts';
import { type CommandLine, type Listed, listCommands } from './rules.ts';
import { showHelp } from './view.ts';

const data: Command['data'] = {
  ...named(({ help }) => help.command),
  ...EVERYWHERE,
};

/** All commands of the features that work where the reader is, and this one, as their Discord calls them. */
export type Lines = (
  app: Pick<BotApp, 'commandIds'>,
  words: Words,
  where: { isOutside: boolean },
) => CommandLine[];

export function linesFor(others: readonly Feature[]): Lines {
  const listed: Listed[] = [...others.flatMap((feature) => feature.commands ?? []), { group: 'setup', data }];
  return ({ commandIds }, { locale }, { isOutside }) => {
    const here = listed.filter((command) => !isOutside || isOfferedEverywhere(command.data));
    return listCommands(here, { locale, idOf: commandIds.of });
  };
}

/** For whoever runs the bot. */
export const logInvites: NonNullable<Feature['started']> = async ({ log }, { applicationId }) => {
  log.info(
    invitesOf(applicationId),
    'installed on a server, or by somebody for themself, at these addresses',
  );
};

/** Where the reader is, and the addresses that help names. */
export function aroundOf({ links }: BotApp, interaction: CommandInteraction | ComponentInteraction) {
  return {
    where: { isOutside: serverHere(interaction) === null },
    links: { ...links, invites: invitesOf(interaction.applicationId) },
  };
}

export function helpCommand(lines: Lines): Command {
  return {
    group: 'setup',
    data,
    defer: 'none',
    async run(app, interaction) {
      const { where, links } = aroundOf(app, interaction);
      return {
        kind: 'reply',
        private: true,
        message: (words) => showHelp(words, lines(app, words, where), links),
      };
    },
  };
}
