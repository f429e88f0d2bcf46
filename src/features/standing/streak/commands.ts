// /streak: one's own, or that of another member who lets it be seen.
import type { Command, CommandInteraction } from '#bot/feature.ts';
import { EVERYWHERE, serverHere } from '#bot/ground.ts';
import { named } from '#bot/localize.ts';
import { readStreak } from './actions.ts';
import { showNoStreakOf, showStreak } from './view.ts';

const streakCommand: Command = {
  group: 'measure',
  data: {
    ...named(({ streak }) => streak.command.streak),
    ...EVERYWHERE,
    options: [{ type: 6, ...named(({ streak }) => streak.command.member) }],
  },
  defer: 'none',
  async run(app, interaction) {
    const who = whoseStreak(interaction);
    if (who.kind !== 'member') {
      return { kind: 'reply', private: true, message: (words) => showNoStreakOf(words, who.kind) };
    }
    const outcome = await readStreak(app, {
      memberId: who.id,
      viewerId: interaction.user.id,
      serverId: serverHere(interaction),
    });
    return { kind: 'reply', private: true, message: (words) => showStreak(words, outcome) };
  },
};

export const commands: readonly Command[] = [streakCommand];

/** Discord also offers users who are not in the server, and members of servers that have no Cohort: their streak is nobody's business here. */
function whoseStreak(
  interaction: CommandInteraction,
): { kind: 'member'; id: string } | { kind: 'bot' | 'stranger' } {
  const { options, user } = interaction;
  const chosen = options.getUser('member');
  if (!chosen || chosen.id === user.id) return { kind: 'member', id: user.id };
  if (chosen.bot) return { kind: 'bot' };
  return serverHere(interaction) !== null && options.getMember('member')
    ? { kind: 'member', id: chosen.id }
    : { kind: 'stranger' };
}
