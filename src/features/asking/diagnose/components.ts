// The buttons of a diagnosis: beginning one, and each answer, which is final.

import type { Component, ComponentInteraction } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { readId } from '#bot/pressing.ts';
import { answerDiagnosis, beginDiagnosis } from './actions.ts';
import type { Offered } from './commands.ts';
import { OLD_MESSAGE_MS } from './rules.ts';
import { showDiagnose } from './view.ts';

export function diagnoseComponents(offered: Offered): readonly Component[] {
  return [
    {
      name: 'diagnosebegin',
      defer: 'none',
      async run(app, { interaction }) {
        const screen = await beginDiagnosis(app, {
          ...actorOf(interaction),
          pressId: interaction.id,
        });
        return { kind: 'update', message: (words) => showDiagnose(words, screen, offered) };
      },
    },
    {
      name: 'diagnose',
      defer: 'none',
      async run(app, { interaction, args: [id, position, pick = ''] }) {
        const screen = await answerDiagnosis(app, {
          id: readId(id),
          memberId: interaction.user.id,
          position: readId(position),
          picks: interaction.isStringSelectMenu() ? interaction.values : [pick],
          at: interaction.createdAt,
        });
        const isOld = isFromOld(interaction);
        return { kind: 'update', message: (words) => showDiagnose(words, screen, { ...offered, isOld }) };
      },
    },
  ];
}

function isFromOld({ message, createdTimestamp }: ComponentInteraction): boolean {
  return createdTimestamp - (message?.createdTimestamp ?? createdTimestamp) >= OLD_MESSAGE_MS;
}
