// /review-queue.

import { card, text } from '#bot/card.ts';
import type { BotApp, Command, UsedInteraction } from '#bot/feature.ts';
import { IN_SERVERS, serverHere } from '#bot/ground.ts';
import { named } from '#bot/localize.ts';
import { isOnTeam, mayReview } from '#features/people/server/reviewers.ts';
import { Refusal } from '#lib/refusal.ts';
import { queueOf, type Reach } from './tickets.actions.ts';
import { showQueue } from './tickets.view.ts';

export const queueCommand: Command = {
  group: 'setup',
  data: { ...named(({ report }) => report.queue.command), ...IN_SERVERS },
  defer: 'none',
  async run(app, interaction) {
    const reach = await reachOf(app, interaction);
    if (!reach)
      return {
        kind: 'reply',
        private: true,
        message: ({ report }) => card(null, [text(report.queue.mayNot)]),
      };
    const rows = await queueOf(app, reach);
    return { kind: 'reply', private: true, message: (words) => showQueue(words, rows) };
  },
};

/** What somebody may review; null for nothing. Refused where nobody knows: who reviews here reviews what is of here. */
export async function reachOf(app: BotApp, interaction: UsedInteraction): Promise<Reach | null> {
  const [onTeam, isReviewer] = await Promise.all([isOnTeam(app, interaction), mayReview(app, interaction)]);
  if (onTeam === null && !isReviewer) throw new Refusal({ kind: 'team-unknown' });
  const isTeam = onTeam ?? false;
  if (!isTeam && !isReviewer) return null;
  return { isTeam, serverId: isReviewer ? serverHere(interaction) : null };
}
