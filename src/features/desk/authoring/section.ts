// The review team as a part of a server's set-up.
import { actorIn, requireServer } from '#bot/ground.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import { chooseReviewers, findReviewRole } from './reviewers.actions.ts';
import { loggedReviewers, reviewersControls, reviewersLine, reviewersSentence } from './section.view.ts';

export const section: SetupSection = {
  name: 'reviewers',
  isOptional: true,
  controls: reviewersControls,
  // The command is `/question reviewers`.
  options: [],
  change: async () => [],
  async line(app, interaction) {
    const serverId = requireServer(interaction);
    const role = await findReviewRole(app, { serverId });
    return reviewersLine({ role, isGone: role !== null && !app.channels.hasRole(serverId, role) });
  },
  async press(app, interaction) {
    // Cleared, or the button for nobody.
    const role = interaction.isAnySelectMenu() ? (interaction.values[0] ?? null) : null;
    const set = await chooseReviewers(app, { ...actorIn(interaction), role });
    return { kind: 'notices', notices: [(words) => reviewersSentence(words, set)] };
  },
  zoneMoved: async () => null,
  noticeChannel: async () => null,
  logged: loggedReviewers,
};
