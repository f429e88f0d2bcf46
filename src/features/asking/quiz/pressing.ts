// What presses of the quiz's buttons have in common: the id they carry, and a private answer.
import type { Answer, ComponentInteraction, Shown } from '#bot/feature.ts';
import type { From } from '#features/record/post/rules.ts';
import { Refusal } from '#lib/refusal.ts';

export function readId(arg: string | undefined): number {
  // Only as we write it: "0x1" or " 1 " is nobody's button.
  if (!arg || !/^\d{1,15}$/.test(arg)) throw new Refusal({ kind: 'outdated-component' });
  return Number(arg);
}

export function fromOf(interaction: ComponentInteraction): From {
  const { message, channelId } = interaction;
  return message && channelId ? { messageId: message.id, channelId } : null;
}

export function privately(message: Shown): Answer {
  return { kind: 'reply', private: true, message };
}
