// Cards of suggestions in servers' channels for reviews; and who chose such a channel is told, once, that it does not work.
import type { BotApp } from '#bot/feature.ts';
import { showCard, updateCard } from '#features/people/server/review-channel.ts';
import { ERASED } from '#features/people/server/rules.ts';
import { settleAll, settleInTurn } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import { type CardScreen, cardFailed, cardShown, cardsToShow } from './cards.actions.ts';
import { showFailing } from './channel.view.ts';
import { takeFailing } from './reviewers.actions.ts';
import { openId, showSuggestion } from './view.ts';

const suggestionCards: Job<BotApp> = {
  name: 'suggestion-cards',
  schedule: '7-59/10 * * * * *',
  async run(app) {
    if (!app.channels.isConnected()) return;
    await settleInTurn(await cardsToShow(app), (card) => show(app, card));
  },
};

async function show(app: BotApp, card: CardScreen): Promise<void> {
  const { packId, questionId, serverId, channelId, messageId, madeAt: since, tries } = card;
  const words = await app.languages.ofServer(serverId);
  const message = showSuggestion(words, card.question);
  if (messageId !== null) {
    if (await updateCard(app, { channelId, messageId, message }))
      await cardShown(app, { ...card, messageId });
    return;
  }
  const where = { serverId, channelId, message, since, isRetry: tries > 1 };
  // Of this channel alone: chosen anew, it is shown again.
  const nonce = `suggestion-${packId}-${questionId}-${channelId}`;
  const showing = await showCard(app, { ...where, nonce, marker: openId({ packId, id: questionId }) });
  if (showing.kind === 'shown') await cardShown(app, { ...card, messageId: showing.messageId });
  // The channel itself knows when it is tried again.
  if (showing.kind === 'failed') await cardFailed(app, card);
}

const tellAdmins: Job<BotApp> = {
  name: 'review-channels-failing',
  schedule: '50 * * * * *',
  async run(app) {
    await settleAll(await takeFailing(app), async (set) => {
      // Whoever chose it had their data deleted: there is nobody to write to.
      if (set.setBy === ERASED) return;
      const words = await app.languages.ofMember(set.setBy, null);
      const nonce = `review-channel-${set.serverId}-${set.channelId}-${app.clock.now().getTime()}`;
      // An admin who takes no direct messages counts as told: the set-up screen says the same.
      await app.channels.sendDirect(set.setBy, { message: showFailing(words, set), nonce });
    });
  },
};

export const cardJobs: readonly Job<BotApp>[] = [suggestionCards, tellAdmins];
