// /diagnose: what it is, or the question where it was left.
import type { Command } from '#bot/feature.ts';
import { actorOf, EVERYWHERE } from '#bot/ground.ts';
import { named } from '#bot/localize.ts';
import { openDiagnosis } from './actions.ts';
import { type ShownWith, showDiagnose } from './view.ts';

export type Offered = Pick<ShownWith, 'quiz' | 'hasPlan'>;

export function diagnoseCommand(offered: Offered): Command {
  return {
    group: 'measure',
    data: { ...named(({ diagnose }) => diagnose.command.diagnose), ...EVERYWHERE },
    defer: 'none',
    async run(app, interaction) {
      const screen = await openDiagnosis(app, actorOf(interaction));
      return {
        kind: 'reply',
        private: true,
        message: (words) => showDiagnose(words, screen, { ...offered, isResumed: true }),
      };
    },
  };
}
