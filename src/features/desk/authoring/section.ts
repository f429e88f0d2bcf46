// The review team and its channel as a part of a server's set-up.
import { actorIn, requireServer } from '#bot/ground.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import { channelSentence, loggedChannel } from './channel.view.ts';
import { chooseReviewers, findReviewChannel, findReviewRole } from './reviewers.actions.ts';
import { chooseChannel } from './reviewers.ts';
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
    const [role, set] = await Promise.all([
      findReviewRole(app, { serverId }),
      findReviewChannel(app, { serverId }),
    ]);
    const isGone = role !== null && !app.channels.hasRole(serverId, role);
    if (!set) return reviewersLine({ role, isGone, channel: null });
    const { channelId, failure } = set;
    const lacking = await app.channels.missingPermissions({ serverId, channelId, need: 'post' });
    return reviewersLine({ role, isGone, channel: { channelId, failure, lacking } });
  },
  async press(app, interaction, control) {
    // Cleared, or the button for nobody.
    const chosen = interaction.isAnySelectMenu() ? (interaction.values[0] ?? null) : null;
    if (control === 'review-channel') {
      const notice = await chooseChannel(app, interaction, chosen);
      return { kind: 'notices', notices: [(words) => channelSentence(words, notice)] };
    }
    const set = await chooseReviewers(app, { ...actorIn(interaction), role: chosen });
    return { kind: 'notices', notices: [(words) => reviewersSentence(words, set)] };
  },
  zoneMoved: async () => null,
  noticeChannel: async () => null,
  logged: (words, change) => loggedReviewers(words, change) ?? loggedChannel(words, change),
};
