// The menu of /help: one group of commands, and back to all of them.
import type { Component } from '#bot/feature.ts';
import { aroundOf, type Lines } from './commands.ts';
import { GROUPS } from './rules.ts';
import { showGroup, showHelp } from './view.ts';

export function helpComponent(lines: Lines): Component {
  return {
    name: 'help',
    defer: 'none',
    async run(app, { interaction }) {
      const { where, links } = aroundOf(app, interaction);
      const [chosen] = interaction.isStringSelectMenu() ? interaction.values : [];
      const group = GROUPS.find((each) => each === chosen);
      return {
        kind: 'update',
        message: (words) =>
          group
            ? showGroup(words, lines(app, words, where), group)
            : showHelp(words, lines(app, words, where), links),
      };
    },
  };
}
