// Which message a press comes from.
import type { ComponentInteraction } from '#bot/feature.ts';
import type { From } from '#features/record/post/rules.ts';

export function fromOf(interaction: ComponentInteraction): From {
  const { message, channelId } = interaction;
  return message && channelId ? { messageId: message.id, channelId } : null;
}
