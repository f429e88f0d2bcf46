// /progress: one's own, or that of another member who lets it be seen.
import type { Command, CommandInteraction } from '#bot/feature.ts';
import { EVERYWHERE, serverHere } from '#bot/ground.ts';
import { named } from '#bot/localize.ts';
import type { LessonQuiz } from '../lesson-quiz.ts';
import type { Outcomes } from '../outcomes.ts';
import { readProgress } from './actions.ts';
import { showNoProgressOf, showProgress } from './view.ts';

/** What other features offer; null where none does. */
export type Offered = { quiz: LessonQuiz | null; outcomes: Outcomes | null };

export function progressCommand({ quiz, outcomes }: Offered): Command {
  return {
    group: 'measure',
    data: {
      ...named(({ progress }) => progress.command.progress),
      ...EVERYWHERE,
      options: [{ type: 6, ...named(({ progress }) => progress.command.member) }],
    },
    defer: 'none',
    async run(app, interaction) {
      const who = whoseProgress(interaction);
      if (who.kind !== 'member') {
        return { kind: 'reply', private: true, message: (words) => showNoProgressOf(words, who.kind) };
      }
      const outcome = await readProgress(
        { ...app, outcomes },
        { memberId: who.id, viewerId: interaction.user.id, serverId: serverHere(interaction) },
      );
      return {
        kind: 'reply',
        private: true,
        message: (words) => showProgress(words, outcome, { quiz, name: who.name }),
      };
    },
  };
}

/** Discord also offers users who are not in the server, and members of servers that have no Cohort: their progress is nobody's business here. */
function whoseProgress(
  interaction: CommandInteraction,
): { kind: 'member'; id: string; name: string } | { kind: 'bot' | 'stranger' } {
  const { options, user } = interaction;
  const chosen = options.getUser('member');
  if (!chosen || chosen.id === user.id) return { kind: 'member', id: user.id, name: user.displayName };
  if (chosen.bot) return { kind: 'bot' };
  return serverHere(interaction) !== null && options.getMember('member')
    ? { kind: 'member', id: chosen.id, name: chosen.displayName }
    : { kind: 'stranger' };
}
