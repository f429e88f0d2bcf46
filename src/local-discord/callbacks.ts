// The first answer to an interaction: which kinds are allowed when, and what each does.
import { numberComponents } from './components.ts';
import { refuseField } from './errors.ts';
import type { Upload } from './files.ts';
import { isForcedPrivate } from './installations.ts';
import { answerFields } from './interactions.ts';
import { asNumber, asObject, asObjects, asText, type Json } from './json.ts';
import { createMessage, editMessage } from './messages.ts';
import { CALLBACK, INTERACTION_TYPE, type Interaction, MESSAGE_FLAG, type StoredMessage } from './model.ts';
import { botUser, type Platform } from './platform.ts';

export type Callback = { type: number; data: Json; uploads: Upload[] };

type Effect = { originalId?: string | null; ephemeral?: boolean; modal?: Json; message?: StoredMessage };

export function answerInteraction(
  platform: Platform,
  interaction: Interaction,
  callback: Callback,
): StoredMessage | null {
  refuseWrongKind(interaction, callback.type);
  const effect = carryOut(platform, interaction, callback);
  const answered: Interaction = {
    ...interaction,
    answer: callback.type,
    originalId: effect.originalId ?? null,
    ephemeral: effect.ephemeral ?? false,
    modal: effect.modal ?? null,
  };
  platform.save('interaction', answered);
  platform.waiters.get(interaction.id)?.answered(answered, callback.data);
  platform.feed.tell({
    type: 'INTERACTION_ANSWERED',
    id: interaction.id,
    userId: interaction.userId,
    callback,
  });
  return effect.message ?? null;
}

function carryOut(platform: Platform, interaction: Interaction, callback: Callback): Effect {
  switch (callback.type) {
    case CALLBACK.message:
      return reply(platform, interaction, callback);
    case CALLBACK.defer:
      return defer(platform, interaction, callback);
    case CALLBACK.deferUpdate:
      return sourceOf(platform, interaction);
    case CALLBACK.update:
      return update(platform, interaction, callback);
    case CALLBACK.modal:
      return openModal(callback.data);
    default:
      return {};
  }
}

function refuseWrongKind(interaction: Interaction, type: number): void {
  const known = Object.values(CALLBACK).includes(type);
  if (!known)
    refuseField(['type'], 'BASE_TYPE_CHOICES', `Value must be one of (${Object.values(CALLBACK)}).`);
  const isAutocomplete = interaction.type === INTERACTION_TYPE.autocomplete;
  const wrong =
    isAutocomplete !== (type === CALLBACK.autocomplete) ||
    (isUpdate(type) && interaction.sourceMessageId === null) ||
    (type === CALLBACK.modal && interaction.type === INTERACTION_TYPE.modal) ||
    type === CALLBACK.pong;
  if (wrong) {
    const message = `Interaction callback type ${type} is not allowed for interaction type ${interaction.type}.`;
    refuseField(['type'], 'INTERACTION_APPLICATION_COMMAND_INVALID_CALLBACK_TYPE', message);
  }
}

function isUpdate(type: number): boolean {
  return type === CALLBACK.deferUpdate || type === CALLBACK.update;
}

/** Whether an answer is for this member alone: as the bot wishes, or because Discord makes it so. */
export function isPrivate(platform: Platform, interaction: Interaction, { flags }: Json): boolean {
  return (asNumber(flags) & MESSAGE_FLAG.ephemeral) !== 0 || isForcedPrivate(platform, interaction);
}

function reply(platform: Platform, interaction: Interaction, { data, uploads }: Callback): Effect {
  const ephemeral = isPrivate(platform, interaction, data);
  const message = createMessage(
    platform,
    { body: data, uploads, mentionDefault: 'users' },
    {
      channelId: interaction.channelId,
      author: botUser(platform),
      visibleTo: ephemeral ? interaction.userId : null,
      interactionId: interaction.id,
      extra: answerFields(platform, interaction),
    },
  );
  return { originalId: message.message.id, ephemeral, message };
}

/** "Cohort is thinking…": an empty message with the LOADING flag; only EPHEMERAL may be set with it. */
function defer(platform: Platform, interaction: Interaction, { data }: Callback): Effect {
  const flags = asNumber(data.flags);
  if ((flags & ~MESSAGE_FLAG.ephemeral) !== 0) {
    refuseField(['data', 'flags'], 'INVALID_FLAGS', 'Only EPHEMERAL can be set on a deferred message.');
  }
  const ephemeral = isPrivate(platform, interaction, data);
  const message = createMessage(
    platform,
    { body: {}, uploads: [], mentionDefault: 'users' },
    {
      channelId: interaction.channelId,
      author: botUser(platform),
      visibleTo: ephemeral ? interaction.userId : null,
      interactionId: interaction.id,
      extra: { ...answerFields(platform, interaction), flags: MESSAGE_FLAG.loading },
    },
  );
  return { originalId: message.message.id, ephemeral, message };
}

function sourceOf(platform: Platform, interaction: Interaction): Effect {
  const source = platform.world.messages.get(interaction.sourceMessageId ?? '');
  return source ? { originalId: source.message.id, ephemeral: source.visibleTo !== null } : {};
}

function update(platform: Platform, interaction: Interaction, { data, uploads }: Callback): Effect {
  const source = platform.world.messages.get(interaction.sourceMessageId ?? '');
  // The message was deleted meanwhile: Discord accepts the callback and shows nothing.
  if (!source) return {};
  const message = editMessage(platform, source, { body: data, uploads, mentionDefault: 'users' });
  return { ...sourceOf(platform, interaction), message };
}

function openModal(data: Json): Effect {
  const components = numberComponents(asObjects(data.components));
  const modal = { custom_id: asText(data.custom_id), title: asText(data.title), components };
  return { modal: { ...asObject(data), ...modal } };
}
