// *Why?* under one's progress: the reasons for a number, to who asks, from their own answers.

import type { Component } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { privately } from '#bot/pressing.ts';
import { Refusal } from '#lib/refusal.ts';
import { readProgress } from './actions.ts';
import type { Offered } from './commands.ts';
import { showProgress } from './view.ts';
import { parseWhy } from './why.rules.ts';
import { showWhy } from './why.view.ts';

export function whyComponent({ quiz, outcomes }: Offered): Component {
  return {
    name: 'progresswhy',
    defer: 'none',
    async run(app, { interaction }) {
      const topic = interaction.isStringSelectMenu() ? parseWhy(interaction.values[0] ?? '') : null;
      if (!topic) throw new Refusal({ kind: 'outdated-component' });
      const actor = actorOf(interaction);
      const asked = { ...actor, viewerId: actor.memberId };
      const outcome = await readProgress({ ...app, outcomes }, asked);
      return privately((words) =>
        outcome.kind === 'progress'
          ? showWhy(words, outcome, topic)
          : showProgress(words, outcome, { quiz, name: interaction.user.displayName }),
      );
    },
  };
}
