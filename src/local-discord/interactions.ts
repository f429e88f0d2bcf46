// The life of an interaction on the server: opened by a member, answered once within 3 seconds, its token
// good for 15 minutes.
import { randomBytes } from 'node:crypto';
import { refuse } from './errors.ts';
import { ownersOf } from './installations.ts';
import type { Json } from './json.ts';
import {
  INTERACTION_TYPE,
  type Interaction,
  type Message,
  type Owners,
  type StoredMessage,
} from './model.ts';
import { interactionPayload } from './payloads.ts';
import type { Platform } from './platform.ts';
import { forgetInteractions } from './world.ts';

export const ANSWER_MS = 3_000;
const TOKEN_MS = 15 * 60_000;

/** Old interactions are forgotten once per so many new ones, not by a timer. */
const SWEEP_EVERY = 1_000;

export type Opening = Pick<Interaction, 'type' | 'channelId' | 'userId'> & { owners: Owners } & Partial<
    Pick<Interaction, 'commandName' | 'commandType' | 'sourceMessageId'>
  >;

export function openInteraction(platform: Platform, opening: Opening): Interaction {
  const { clock, ids, world } = platform;
  if (world.interactions.size % SWEEP_EVERY === SWEEP_EVERY - 1) {
    forgetInteractions(world, clock.now() - TOKEN_MS - ANSWER_MS);
  }
  const channel = world.channels.get(opening.channelId);
  const interaction: Interaction = {
    commandName: null,
    commandType: null,
    sourceMessageId: null,
    ...opening,
    id: ids.next(),
    token: randomBytes(48).toString('base64url'),
    at: clock.now(),
    guildId: channel?.guild_id ?? null,
    answer: null,
    originalId: null,
    ephemeral: false,
    modal: null,
    expired: false,
  };
  platform.save('interaction', interaction);
  return interaction;
}

export function sendInteraction(platform: Platform, interaction: Interaction, data: Json): void {
  platform.gateway.dispatch({
    name: 'INTERACTION_CREATE',
    data: interactionPayload(platform, interaction, data),
    guildId: interaction.guildId,
    intents: 0,
  });
}

/** For the callback: the interaction while it can still be answered. */
export function needUnanswered(platform: Platform, id: string, token: string): Interaction {
  const interaction = platform.world.interactions.get(id);
  if (!interaction || interaction.token !== token) return refuse('unknownInteraction');
  if (interaction.answer !== null) return refuse('alreadyAcknowledged');
  if (interaction.expired || platform.clock.now() - interaction.at > platform.answerMs)
    refuse('unknownInteraction');
  return interaction;
}

/** For the webhook routes: the interaction whose token this is, answered and not too old. */
export function needLiveToken(platform: Platform, applicationId: string, token: string): Interaction {
  if (applicationId !== platform.application.id) refuse('unknownWebhook');
  const interaction = platform.world.tokens.get(token);
  if (!interaction) return refuse('invalidWebhookToken');
  if (platform.clock.now() - interaction.at > TOKEN_MS) refuse('invalidWebhookToken');
  // Until the first answer Discord has not made the webhook yet.
  if (interaction.answer === null) refuse('unknownWebhook');
  return interaction;
}

/** A message that this token may read, edit and delete: the source it came from, or one it made. */
export function needOwnMessage(platform: Platform, interaction: Interaction, id: string): StoredMessage {
  const wanted = id === '@original' ? interaction.originalId : id;
  const stored = platform.world.messages.get(wanted ?? '');
  if (!stored) return refuse('unknownMessage');
  const isOwn = stored.interactionId === interaction.id;
  const isSource = stored.message.id === interaction.sourceMessageId;
  return isOwn || isSource ? stored : refuse('unknownMessage');
}

/** The fields that mark a message as the answer to an interaction. */
export function answerFields(platform: Platform, interaction: Interaction): Partial<Message> {
  const { application, world } = platform;
  const user = world.accounts.get(interaction.userId)?.user;
  const interacted = interaction.sourceMessageId;
  return {
    application_id: application.id,
    webhook_id: application.id,
    type: messageType(interaction),
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user,
      authorizing_integration_owners: ownersOf(interaction),
      ...(interaction.commandName ? { name: interaction.commandName } : {}),
      ...(interacted ? { interacted_message_id: interacted } : {}),
    },
  };
}

const CHAT_INPUT_COMMAND = 20;
const CONTEXT_MENU_COMMAND = 23;

function messageType(interaction: Interaction): number {
  if (interaction.type !== INTERACTION_TYPE.command) return 0;
  return interaction.commandType === 1 ? CHAT_INPUT_COMMAND : CONTEXT_MENU_COMMAND;
}
