// /streak: one's own, or that of another member who lets it be seen.
import type { Command, CommandInteraction } from '#bot/feature.ts';
import { Refusal } from '#lib/refusal.ts';
import { readStreak } from './actions.ts';
import { showStreak } from './view.ts';

const streakCommand: Command = {
  data: {
    name: 'streak',
    description: 'Your streak: today, freezes, the last 14 days',
    contexts: [0],
    integration_types: [0],
    options: [{ type: 6, name: 'member', description: 'Whose streak to look at (yours by default)' }],
  },
  defer: 'none',
  async run(app, interaction) {
    const outcome = await readStreak(app, {
      memberId: readMemberOption(interaction),
      viewerId: interaction.user.id,
      serverId: interaction.guildId,
    });
    return { kind: 'reply', private: true, message: showStreak(outcome) };
  },
};

export const commands: readonly Command[] = [streakCommand];

/** Discord also offers users who are not in the server: their streak is nobody's business here. */
function readMemberOption({ options, user }: CommandInteraction): string {
  const chosen = options.getUser('member');
  if (!chosen || chosen.id === user.id) return user.id;
  if (chosen.bot) {
    throw new Refusal({
      kind: 'bad-input',
      field: 'member',
      problem: 'bots keep no streak: choose a person.',
    });
  }
  if (!options.getMember('member')) {
    const problem = 'this user is not in this server: choose one of its members.';
    throw new Refusal({ kind: 'bad-input', field: 'member', problem });
  }
  return chosen.id;
}
