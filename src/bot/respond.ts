// Sends an answer by the right one of Discord's ways: callback, edit of a deferred answer, or follow-up.

import { type ChatInputCommandInteraction, DiscordAPIError, MessageFlags, MessagePayload } from 'discord.js';
import type { Message } from '#bot/card.ts';
import { codeOf, failureOf } from '#bot/discord-error.ts';
import type { Defer, SentMessage, UsedInteraction } from '#bot/feature.ts';
import { toFiles, toPayload } from '#bot/payload.ts';
import type { Said } from '#bot/say.ts';

type Interaction = UsedInteraction;

const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const ALREADY_ACKNOWLEDGED = 40060;
/** Discord has a first answer to this interaction: ours, of which its word got lost, or that of another process. */
const ALREADY = Symbol('already acknowledged');

export async function deferAnswer(interaction: Interaction, defer: Defer): Promise<void> {
  if (defer === 'none') return;
  const flags = defer === 'private' ? MessageFlags.Ephemeral : [];
  const deferral = () =>
    defer === 'update' ? onMessage(interaction).deferUpdate() : interaction.deferReply({ flags });
  await acknowledge<unknown>(interaction, deferral, 'deferred');
}

/** For an answer to an interaction that was to be deferred, and of which nobody knows whether it was. */
export async function sendAfterAll(interaction: Interaction, defer: Defer, message: Message): Promise<void> {
  const isUpdate = defer === 'update';
  // The message that was pressed stays as it is: what went wrong is said below it.
  if (isUpdate && interaction.deferred) interaction.replied = true;
  const done = await sendReply(interaction, { message, private: true });
  if (done !== ALREADY || defer === 'none') return;
  if (isUpdate) await interaction.followUp({ ...options(message), flags: PRIVATE });
  // What stands there is "thinking…", which nothing but an edit ends.
  else await interaction.editReply(options(message));
}

/** After the answer, to whoever acted alone. */
export async function followPrivately(interaction: Interaction, message: Message): Promise<void> {
  await interaction.followUp({ ...options(message), flags: PRIVATE });
}

export async function sendAnswer(interaction: Interaction, answer: Said): Promise<void> {
  switch (answer.kind) {
    case 'modal': {
      if (interaction.isModalSubmit()) throw new Error('a modal cannot answer a modal');
      const { modal } = answer;
      await acknowledge(interaction, () => interaction.showModal(modal));
      return;
    }
    case 'update':
      await sendUpdate(interaction, answer.message);
      return;
    case 'reply':
      await sendOrTakeBack(interaction, answer);
      if (answer.note) await followPrivately(interaction, answer.note);
  }
}

type ReplyAnswer = Extract<Said, { kind: 'reply' }>;

async function sendOrTakeBack(interaction: Interaction, answer: ReplyAnswer): Promise<void> {
  let sent: Awaited<ReturnType<typeof sendReply>>;
  try {
    sent = await sendReply(interaction, answer);
  } catch (error) {
    // A clear no of Discord's. After anything else the message may stand in the channel all the same.
    if (error instanceof DiscordAPIError && error.status >= 400 && error.status < 500)
      await answer.refused?.();
    throw error;
  }
  if (sent && sent !== ALREADY && answer.sent) await answer.sent(sent);
}

async function sendUpdate(interaction: Interaction, message: Message): Promise<void> {
  if (interaction.deferred) await interaction.editReply(replacing(message));
  else await acknowledge(interaction, () => onMessage(interaction).update(replacing(message)));
}

/** Only a component on a message can update it. */
function onMessage(interaction: Interaction) {
  if (interaction.isMessageComponent()) return interaction;
  if (interaction.isModalSubmit() && interaction.isFromMessage()) return interaction;
  throw new Error('only a component on a message can update it');
}

type Reply = { message: Message; private: boolean; sent?: unknown };

/** Which message the answer became, where it is known. */
async function sendReply(
  interaction: Interaction,
  reply: Reply,
): Promise<SentMessage | null | typeof ALREADY> {
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
    const done = await acknowledge(interaction, () => interaction.reply(readyMade(interaction, reply)));
    return done === ALREADY ? ALREADY : null;
  }
  const response = await acknowledge(interaction, () => interaction.reply({ ...body, withResponse: true }));
  if (response === ALREADY) return ALREADY;
  const message = response.resource?.message;
  return message ? { channelId: message.channelId, messageId: message.id } : null;
}

/** What our views make is Discord's JSON already: discord.js need not go through every part of it once more. */
function readyMade(interaction: Interaction, { message, private: isPrivate }: Reply) {
  // safe: whom it is for decides about nothing but the body, which is there
  const payload = new MessagePayload(interaction as ChatInputCommandInteraction, {});
  payload.files = toFiles(message);
  // safe: made for Discord, of which its type knows only some
  payload.body = toPayload(message, { private: isPrivate }) as unknown as typeof payload.body;
  return payload;
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

/**
 * The first answer to an interaction, whichever it is. When only Discord's answer to it got lost, Discord says 40060 to
 * the next try (discord.js's own, or ours), and the member sees the first: from then on there are only follow-ups.
 */
async function acknowledge<T>(
  interaction: Interaction,
  callback: () => Promise<T>,
  becomes: 'replied' | 'deferred' = 'replied',
): Promise<T | typeof ALREADY> {
  try {
    return await callback().catch((error: unknown) => {
      if (isLost(error)) return callback();
      throw error;
    });
  } catch (error) {
    if (codeOf(error) !== ALREADY_ACKNOWLEDGED) throw error;
    interaction[becomes] = true;
    return ALREADY;
  }
}

/** The connection broke: Discord may have it or not, and only asking again tells. After a time-out it is too late for that. */
function isLost(error: unknown): boolean {
  const failure = failureOf(error);
  const isTimeout = error instanceof Error && /^(Abort|Timeout)Error$/.test(error.name);
  return failure?.kind === 'unavailable' && failure.status === undefined && !isTimeout;
}
