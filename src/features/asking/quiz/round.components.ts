// Buttons under a round's table: another round, and what one member got wrong.

import type { Component } from '#bot/feature.ts';
import { requireServer } from '#bot/ground.ts';
import { requireMayWrite } from '#bot/permission.ts';
import { privately, readId } from '#bot/pressing.ts';
import { readMistakes } from './afterword.actions.ts';
import { answerAsked, requirePermissions } from './asked.ts';
import { askAgain } from './asking.actions.ts';
import { showNoSuchQuestion } from './notices.view.ts';
import { showMistakes } from './outcome.view.ts';

/** The presser's own `/quiz`, with the same topic, number and pace. */
const again: Component = {
  name: 'round',
  defer: 'none',
  async run(app, { interaction, args }) {
    const roundId = readId(args[0]);
    requireMayWrite(interaction);
    requirePermissions(interaction, 2);
    const outcome = await askAgain(app, {
      roundId,
      serverId: requireServer(interaction),
      channelId: interaction.channelId ?? '',
      memberId: interaction.user.id,
      pressId: interaction.id,
    });
    return outcome ? answerAsked(app, interaction, outcome) : privately(showNoSuchQuestion);
  },
};

const mistakes: Component = {
  name: 'mistakes',
  defer: 'none',
  async run(app, { interaction, args }) {
    const shown = await readMistakes(app, {
      roundId: readId(args[0]),
      serverId: requireServer(interaction),
      memberId: interaction.user.id,
    });
    return privately((words) => showMistakes(words, shown));
  },
};

export const roundComponents: readonly Component[] = [again, mistakes];
