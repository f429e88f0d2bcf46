// A public question as the answer to whoever asked for it, by command or by button.
import { lackingPermissions } from '#bot/channel-permissions.ts';
import type { Answer, BotApp, CommandInteraction, ComponentInteraction } from '#bot/feature.ts';
import { showPost } from '#features/record/post/view.ts';
import { Refusal } from '#lib/refusal.ts';
import { recordMessage } from './answering.actions.ts';
import { type Asked, takeBack } from './asking.actions.ts';
import type { NotAsked } from './drawing.actions.ts';
import { showExhausted, showNotAsked } from './notices.view.ts';

type Interaction = CommandInteraction | ComponentInteraction;

export function answerAsked(app: BotApp, interaction: Interaction, outcome: Asked | NotAsked): Answer {
  if (outcome.kind !== 'asked') {
    return { kind: 'reply', private: true, message: (words) => showNotAsked(words, outcome) };
  }
  const postId = outcome.post.id;
  return {
    kind: 'reply',
    private: false,
    message: (words) => showPost(words, outcome, 0),
    sent: ({ messageId }) => recordMessage(app, { postId, messageId }),
    refused: () => takeBack(app, { postId, memberId: interaction.user.id, pressId: interaction.id }),
    ...(outcome.isExhausted ? { note: showExhausted } : {}),
  };
}

/** The reveal edits the message later, without an interaction: that needs permissions in the channel. */
export function requirePermissions(interaction: Interaction, count: number): void {
  const isThread = interaction.channel?.isThread() ?? false;
  // In a thread a round stays where it is: there are no threads in threads.
  const need = isThread ? 'post-in-thread' : count > 1 ? 'post-and-thread' : 'post';
  const missing = lackingPermissions(interaction.appPermissions, need);
  const channelId = interaction.channelId ?? '';
  if (missing.length > 0) throw new Refusal({ kind: 'bot-lacks-permission', channelId, missing });
}
