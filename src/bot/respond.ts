// Sends an answer by the right one of Discord's ways: callback, edit of a deferred answer, or follow-up.

import { DiscordAPIError, MessageFlags } from 'discord.js';
import type { Message } from '#bot/card.ts';
import type { CommandInteraction, ComponentInteraction, Defer, SentMessage } from '#bot/feature.ts';
import type { Said } from '#bot/say.ts';

type Interaction = CommandInteraction | ComponentInteraction;

const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const ALREADY_ACKNOWLEDGED = 40060;

export async function deferAnswer(interaction: Interaction, defer: Defer): Promise<void> {
  if (defer === 'none') return;
  await interaction.deferReply({ flags: defer === 'private' ? MessageFlags.Ephemeral : [] });
}

export async function sendAnswer(interaction: Interaction, answer: Said): Promise<void> {
  switch (answer.kind) {
    case 'modal':
      if (interaction.isModalSubmit()) throw new Error('a modal cannot answer a modal');
      await interaction.showModal(answer.modal);
      return;
    case 'update':
      await sendUpdate(interaction, answer.message);
      return;
    case 'reply':
      await sendOrTakeBack(interaction, answer);
      if (answer.note) await interaction.followUp({ ...options(answer.note), flags: PRIVATE });
  }
}

type ReplyAnswer = Extract<Said, { kind: 'reply' }>;

async function sendOrTakeBack(interaction: Interaction, answer: ReplyAnswer): Promise<void> {
  let sent: SentMessage | null;
  try {
    sent = await sendReply(interaction, answer);
  } catch (error) {
    // A clear no of Discord's. After anything else the message may stand in the channel all the same.
    if (error instanceof DiscordAPIError && error.status >= 400 && error.status < 500)
      await answer.refused?.();
    throw error;
  }
  if (sent && answer.sent) await answer.sent(sent);
}

async function sendUpdate(interaction: Interaction, message: Message): Promise<void> {
  const isOnMessage =
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
  if (!isOnMessage) throw new Error('only a component on a message can update it');
  await settled(interaction.update(replacing(message)));
}

type Reply = { message: Message; private: boolean; sent?: unknown };

async function sendReply(interaction: Interaction, reply: Reply): Promise<SentMessage | null> {
  const flags = reply.private ? PRIVATE : MessageFlags.IsComponentsV2;
  const body = { ...options(reply.message), flags };
  // Asked first: an interaction stays "deferred" after its answer was filled in, and must not lose that answer.
  if (interaction.replied) {
    await interaction.followUp(body);
    return null;
  }
  if (interaction.deferred) {
    const message = await interaction.editReply(replacing(reply.message));
    return { channelId: message.channelId, messageId: message.id };
  }
  // Asking for the message back costs Discord and us work: only when somebody needs its id.
  if (!reply.sent) {
    await settled(interaction.reply(body));
    return null;
  }
  const response = await settled(interaction.reply({ ...body, withResponse: true }));
  const message = response?.resource?.message;
  return message ? { channelId: message.channelId, messageId: message.id } : null;
}

function options(message: Message) {
  return {
    components: message.components,
    ...(message.files
      ? { files: message.files.map(({ name, data }) => ({ name, attachment: Buffer.from(data) })) }
      : {}),
    flags: MessageFlags.IsComponentsV2 as const,
    allowedMentions: { parse: [], ...(message.pingRoles ? { roles: message.pingRoles } : {}) },
  };
}

/** Without a list of those that stay, the files of the message before would. */
function replacing(message: Message) {
  return { ...options(message), attachments: [] };
}

/** discord.js retries a callback whose answer got lost; Discord then says 40060 although the member saw the first. */
async function settled<T>(callback: Promise<T>): Promise<T | null> {
  try {
    return await callback;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED) return null;
    throw error;
  }
}
